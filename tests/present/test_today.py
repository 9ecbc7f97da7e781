"""The Today screen's view: says what is so, in words that fit the day."""

from dataclasses import replace
from datetime import date

import pytest

from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.preferences import Preferences
from certstudy.present.areas import area_tags
from certstudy.present.day_bars import DAYS_AHEAD, DAYS_BACK, minutes_by_day
from certstudy.present.session import plan_areas
from certstudy.present.today import rail_view, today_view
from certstudy.present.today_view import TodayView
from certstudy.present.words import NARROW
from certstudy.study.mock_exam import Rules, prepare, start, tick
from certstudy.study.practice import Mode, Request, propose
from certstudy.study.today import look
from tests.fakes import FakeDesk, fake_desk
from tests.paths import CERTIFICATION
from tests.study.learning import MINUTE, answered, begin, meet, work_through


@pytest.fixture
def at() -> FakeDesk:
    return fake_desk()


def _view(at: FakeDesk) -> TodayView:
    return today_view(at.catalog.syllabus, look(at.desk))


def _plain(text: str) -> str:
    return text.replace(NARROW, " ")


def _booked(at: FakeDesk, exam: date) -> TodayView:
    at.record.prefer(Preferences(exam_date=exam))
    return _view(at)


@pytest.mark.parametrize(
    ("exam", "title", "subtitle"),
    [
        (date(2026, 12, 19), "26 days to the exam", "Monday 23 November. Exam on Saturday 19 December."),
        (date(2026, 11, 24), "1 day to the exam", "Monday 23 November. Exam on Tuesday 24 November."),
        (date(2026, 11, 23), "The exam is today", "Monday 23 November. Exam on Monday 23 November."),
        (date(2026, 11, 20), "Today", "Monday 23 November. The exam was on Friday 20 November."),
    ],
)
def test_the_title_counts_the_days(at: FakeDesk, exam: date, title: str, subtitle: str) -> None:
    view = _booked(at, exam)
    assert (view.title, view.subtitle) == (title, subtitle)


def test_without_a_date_the_subtitle_says_where_to_set_it(at: FakeDesk) -> None:
    view = _view(at)
    assert view.title == "Today"
    assert "Set the exam date in the settings" in view.subtitle
    assert view.rail.detail == "No exam date"


def test_the_rail_names_the_exam_and_its_areas(at: FakeDesk) -> None:
    view = rail_view(at.catalog.syllabus, date(2026, 12, 19), 26)
    assert (view.exam, view.detail) == ("T-100", "19 Dec · 26 days")
    assert [tag.code for tag in view.areas] == ["Pl", "Bu", "Wa"]
    assert view.shares == (25, 50, 25)
    assert rail_view(at.catalog.syllabus, date(2026, 11, 20), -3).detail == "20 Nov"


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
    session = _view(at).session
    assert _plain(session.detail) == "30 questions, about 38 min"
    assert sum(len(area.seats) for area in session.areas) == 30
    assert session.legend == (("new", "29 new"), ("missed", "1 missed lately"))
    lines = [_plain(f"{line.figure} {line.what}: {line.why}") for line in session.lines]
    assert lines == [
        f"{session.lines[0].figure} in Building: 45–55 % of the exam",
        "1 missed although you were sure: best put right soon",
        "29 not seen yet: 1 of 72 questions met so far",
    ]
    assert session.empty == ""


def test_the_session_says_what_part_of_the_plan_it_is(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 12, 20), minutes_a_day=50, plan_mocks=False))
    assert _plain(_view(at).session.detail) == "30 of today's 40 questions, about 38 min of 50 min"
    at.record.prefer(Preferences(date(2026, 12, 20), minutes_a_day=30, plan_mocks=False))
    assert _plain(_view(at).session.detail) == "24 questions, about 30 min"
    work_through(at, Request(Mode.MIX, 30))
    assert _plain(_view(at).session.detail) == "30 questions, about 30 min, beyond today's plan"


def test_a_session_that_cannot_match_the_ranges_says_so(at: FakeDesk) -> None:
    assert _view(at).session.honest == ""
    at.record.prefer(Preferences(session_size=5))
    assert _view(at).session.honest.startswith("5 questions cannot match every weight range at once")


def test_an_empty_pack_says_so(at: FakeDesk) -> None:
    bare = at.catalog.without(*(entry.id for entry in at.catalog.entries))
    view = today_view(at.catalog.syllabus, look(replace(at.desk, catalog=bare)))
    assert view.session.empty == "There are no questions to ask."
    assert (view.session.areas, view.session.honest) == ((), "")


def test_no_chance_is_named_without_evidence(at: FakeDesk) -> None:
    view = _view(at).readiness
    assert (view.figure, view.range, view.density) == ("", "", None)
    assert view.sentence == "20 more first answers needed before a chance to pass can be named."
    assert {row.note for row in view.rows} == {"no answers yet"}
    assert all(row.span is None for row in view.rows)
    assert view.why


def test_one_answer_short_of_evidence_is_singular(at: FakeDesk) -> None:
    work_through(at, Request(Mode.MIX, 19))
    assert _view(at).readiness.sentence.startswith("1 more first answer needed")


def test_a_chance_comes_with_its_range_and_the_curve_it_is_read_from(at: FakeDesk) -> None:
    work_through(at, Request(Mode.MIX, 30))
    view = _view(at).readiness
    assert view.density is not None
    assert view.range.startswith("likely ")
    assert 0 <= int(view.figure) <= 100
    scores = [score for score, _density in view.density.points]
    assert scores == sorted(scores)
    assert scores[0] < view.density.pass_mark == 700 < scores[-1] <= 1000
    assert view.density.span.low <= view.density.span.value <= view.density.span.high
    for row in view.rows:
        assert row.span is not None
        assert 0 <= row.span.low <= row.span.value <= row.span.high <= 100


def test_worth_rows_are_practised_by_their_objective(at: FakeDesk) -> None:
    rows = _view(at).worth
    assert len(rows) == 5
    assert _view(at).worth_unit == "share of the exam still to win"
    assert rows[0].scope == "build.g1.o1"
    assert (rows[0].area.code, rows[0].title, _plain(rows[0].gain)) == (
        "Bu",
        "Building objective 1.1",
        "9.4 %",
    )


def test_with_evidence_groups_are_worth_points(at: FakeDesk) -> None:
    work_through(at, Request(Mode.MIX, 30), right=False)
    view = _view(at)
    assert _plain(view.worth_unit) == "points of 1,000 for 45 min"
    assert len(view.worth) == 5
    assert view.worth[0].scope.startswith("build.g")
    assert all(row.gain.startswith("+") for row in view.worth)
    gains = [int(row.gain) for row in view.worth]
    assert gains == sorted(gains, reverse=True)


def test_the_panel_says_what_the_number_rests_on(at: FakeDesk) -> None:
    work_through(at, Request(Mode.MIX, 30))
    words = " ".join(_view(at).readiness.why)
    assert "It rests on 30 first answers" in words
    assert "Practice often flatters" in words
    at.desk.ledger.add_result(Result(ResultKind.EXAM, at.desk.now().day, 500.0), at.desk.now())
    words = " ".join(_view(at).readiness.why)
    assert "the exam is harder for you than practice" in words
    assert "Practice often flatters" not in words


def test_the_days_behind_hold_what_was_done(at: FakeDesk) -> None:
    answered(at, begin(at, Request(Mode.MIX, 5)), milliseconds=3 * MINUTE)
    view = _view(at)
    assert len(view.days) == DAYS_BACK
    today = view.days[-1]
    assert (today.kind, today.minutes, today.axis) == ("today", 3.0, "today")
    assert {bar.minutes for bar in view.days[:-1]} == {0}
    assert _plain(view.pace) == "3 min of 4 h 40 min in the last 7 days."


@pytest.mark.parametrize(("day", "ahead", "last"), [(30, 7, "exam"), (23, 0, "today"), (20, 0, "today")])
def test_the_days_ahead_end_with_the_exam(at: FakeDesk, day: int, ahead: int, last: str) -> None:
    bars = _booked(at, date(2026, 11, day)).days
    assert len(bars) == DAYS_BACK + ahead
    assert bars[-1].kind == last
    planned = [bar.minutes for bar in bars if bar.kind == "planned"]
    assert planned == ([40] * (ahead - 2) + [20] if ahead else [])


def test_after_midnight_the_learners_day_goes_on(at: FakeDesk) -> None:
    at.clock.forward(hours=13)
    view = _booked(at, date(2026, 11, 27))
    assert view.title == "4 days to the exam"
    assert view.subtitle == "Monday 23 November. Exam on Friday 27 November."
    assert [bar.label for bar in view.days if bar.kind == "exam"] == ["27 Nov: exam"]


def test_what_was_missed_lately_is_made_up_for(at: FakeDesk) -> None:
    meet(at, ["plan.g1.o1-0"])
    at.clock.forward(days=3)
    view = _booked(at, date(2026, 12, 20))
    assert _plain(view.pace) == (
        "1 min of 4 h 40 min in the last 7 days. The next 12 evenings are longer by up to a quarter to catch up."
    )
    assert [bar.minutes for bar in view.days if bar.kind == "planned"][:2] == [50, 50]


def test_a_day_off_stands_empty_in_the_days_ahead(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 12, 20), week=(30, 30, 30, 30, 0, 90, 60), plan_mocks=False))
    bars = {bar.label.split(":")[0]: bar for bar in _view(at).days}
    assert _plain(bars["27 Nov"].label) == "27 Nov: day off"
    assert (bars["27 Nov"].minutes, bars["28 Nov"].minutes, bars["30 Nov"].minutes) == (0, 90, 30)


def test_a_distant_exam_does_not_stretch_the_days(at: FakeDesk) -> None:
    bars = _booked(at, date(2027, 6, 1)).days
    assert len(bars) == DAYS_BACK + DAYS_AHEAD
    assert bars[-1].kind == "planned"


def test_minutes_add_up_over_areas(at: FakeDesk) -> None:
    work_through(at, Request(Mode.MIX, 12))
    assert minutes_by_day(at.record.days()) == {at.desk.now().day: 12}


def test_nothing_paused_shows_no_banner(at: FakeDesk) -> None:
    assert _view(at).banner is None


def test_paused_practice_says_where_it_stands(at: FakeDesk) -> None:
    sitting = answered(at, begin(at, Request(Mode.UNSEEN, 8)))
    banner = _view(at).banner
    assert banner is not None
    assert (banner.text, banner.detail) == ("Practice is paused: Unseen", "question 2 of 8")
    assert (banner.sitting, banner.mock, banner.action) == (sitting.record.id, False, "Resume")


def test_a_sitting_answered_but_not_closed_stays_within_its_questions(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.MIX, 5))
    while not sitting.finished:
        sitting = answered(at, sitting)
    banner = _view(at).banner
    assert banner is not None
    assert banner.detail == "question 5 of 5"


def test_a_paused_mock_exam_says_what_time_is_left(at: FakeDesk) -> None:
    exam, _changes = start(at.desk, prepare(at.desk, 40), Rules(50))
    tick(at.desk, exam, 61_000)
    banner = _view(at).banner
    assert banner is not None
    assert (banner.text, banner.detail, banner.mock) == (
        "A mock exam is paused", "question 1 of 40, 48:59 left", True,
    )  # fmt: skip


def test_an_open_renewal_window_is_brought_to_mind(at: FakeDesk) -> None:
    at.catalog.certification = CERTIFICATION
    at.record.prefer(Preferences(passed=date(2026, 3, 2)))
    assert _view(at).subtitle == "Monday 23 November. Your certification can be renewed until 2 March 2027."
    at.record.prefer(Preferences(passed=date(2026, 10, 2)))
    assert "renewed" not in _view(at).subtitle


def test_a_mock_exam_of_the_plan_is_told_on_its_day(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 12, 20)))
    hint = _view(at).hint
    assert hint is not None
    assert (hint.text, hint.action, hint.form) == ("Today: diagnostic", "Set it up", "diagnostic")
    assert _plain(hint.detail).startswith("15 questions, 15 min")
    bars = {bar.label.split(":")[0]: bar for bar in _view(at).days}
    assert (_plain(bars["7 Dec"].label), bars["7 Dec"].mark) == ("7 Dec: mock exam, 1 h 40 min", "mock")
    at.record.prefer(Preferences(date(2026, 12, 20), plan_mocks=False))
    assert _view(at).hint is None
