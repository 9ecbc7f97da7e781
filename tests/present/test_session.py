"""Today's session in words: each question once, why those, what part of the plan it is."""

from dataclasses import replace
from datetime import date

from certstudy.core.preferences import Preferences
from certstudy.present.areas import area_tags
from certstudy.present.session import plan_areas
from certstudy.present.today import today_view
from certstudy.study.practice import Mode, Request, propose
from certstudy.study.today import look
from tests.fakes import FakeDesk
from tests.present.screens import plain, today_screen
from tests.study.learning import meet, work_through


def test_the_plan_shows_each_question_once_and_reviews_first(at: FakeDesk) -> None:
    meet(at, ["build.g1.o1-0", "build.g1.o1-1"])
    meet(at, ["build.g1.o1-2"], right=False)
    proposal = propose(at.desk, Request(Mode.FOCUS, 24, frozenset({"build"})))
    (build,) = plan_areas(at.catalog.syllabus, proposal.picks)
    assert build.area == area_tags(at.catalog.syllabus)[1]
    assert build.seats == ("review",) * 2 + ("new",) * 21 + ("missed",)


def test_the_session_says_why_these_questions(at: FakeDesk) -> None:
    meet(at, ["plan.g1.o1-0"], right=False)
    at.clock.forward(days=1)
    session = today_screen(at).session
    assert plain(session.detail) == "30 questions, about 38 min"
    assert sum(len(area.seats) for area in session.areas) == 30
    assert session.legend == (("new", "29 new"), ("missed", "1 missed lately"))
    lines = [plain(f"{line.figure} {line.what}: {line.why}") for line in session.lines]
    assert lines == [
        f"{session.lines[0].figure} in Building: 45–55 % of the exam",
        "1 missed although you were sure: best put right soon",
        "29 not seen yet: 1 of 72 questions met so far",
    ]
    assert session.empty == ""


def test_the_session_says_what_part_of_the_plan_it_is(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 12, 20), minutes_a_day=50, plan_mocks=False))
    assert plain(today_screen(at).session.detail) == "30 of today's 40 questions, about 38 min of 50 min"
    at.record.prefer(Preferences(date(2026, 12, 20), minutes_a_day=30, plan_mocks=False))
    assert plain(today_screen(at).session.detail) == "24 questions, about 30 min"
    work_through(at, Request(Mode.MIX, 30))
    assert plain(today_screen(at).session.detail) == "30 questions, about 30 min, beyond today's plan"


def test_a_session_that_cannot_match_the_ranges_says_so(at: FakeDesk) -> None:
    assert today_screen(at).session.honest == ""
    at.record.prefer(Preferences(session_size=5))
    assert today_screen(at).session.honest.startswith("This number has no exact split")


def test_an_empty_pack_says_so(at: FakeDesk) -> None:
    bare = at.catalog.without(*(entry.id for entry in at.catalog.entries))
    view = today_view(at.catalog.syllabus, look(replace(at.desk, catalog=bare)))
    assert view.session.empty == "There are no questions to ask."
    assert (view.session.areas, view.session.honest) == ((), "")
