"""The choice of a practice session: ways with counts, the outline, and the plan in words."""

from certstudy.core.blueprint import feasible
from certstudy.present.practice_setup import ProposalView, outline, proposal_view, ways
from certstudy.present.words import NARROW
from certstudy.study.annotations import flag
from certstudy.study.practice import Mode, Request, available, propose
from tests.fakes import FakeDesk
from tests.study.learning import meet, work_through


def _plan(at: FakeDesk, request: Request) -> ProposalView:
    return proposal_view(at.catalog.syllabus, propose(at.desk, request), request.size)


def test_ways_without_questions_say_why(at: FakeDesk) -> None:
    mix, unseen, mistakes, flagged = ways(available(at.desk, frozenset()))
    assert [way.mode for way in (mix, unseen, mistakes, flagged)] == [
        Mode.MIX, Mode.UNSEEN, Mode.MISTAKES, Mode.FLAGGED,
    ]  # fmt: skip
    assert (mix.off, unseen.off) == ("", "")
    assert mistakes.off == "No mistakes to repeat. They gather here as you practise."
    assert flagged.off == "Nothing is flagged. Press M at a question to flag it."
    assert [way.count for way in (mix, unseen, mistakes, flagged)] == ["72", "72", "0", "0"]


def test_ways_open_as_questions_gather(at: FakeDesk) -> None:
    meet(at, ["plan.g1.o1-0"], right=False)
    flag(at.desk, "plan.g1.o1-1", True)
    found = ways(available(at.desk, frozenset()))
    assert [way.off for way in found] == [""] * 4
    assert [way.count for way in found] == ["72", "71", "1", "1"]


def test_when_all_is_met_unseen_says_so(at: FakeDesk) -> None:
    work_through(at, Request(Mode.UNSEEN, 72))
    assert ways(available(at.desk, frozenset()))[1].off == "You have met every question."


def test_the_outline_holds_areas_groups_and_objectives(at: FakeDesk) -> None:
    areas = outline(at.catalog.syllabus)
    assert areas[1].title == f"Building · 45–55{NARROW}%"
    assert areas[1].area is not None
    assert [group.id for group in areas[1].parts] == ["build.g1", "build.g2"]
    objectives = [o for area in areas for group in area.parts for o in group.parts]
    assert [o.id for o in objectives] == [o.id for o in at.catalog.syllabus.objectives]
    assert all(o.area is None and not o.parts for o in objectives)


def test_a_plan_that_fits_needs_no_comment(at: FakeDesk) -> None:
    plan = _plan(at, Request(Mode.MIX, 20))
    assert (plan.words, plan.off) == ("20 questions", "")
    assert sum(len(area.seats) for area in plan.areas) == 20


def test_a_plan_shorter_than_asked_says_so(at: FakeDesk) -> None:
    assert (
        _plan(at, Request(Mode.FOCUS, 30, frozenset({"plan.g1.o1"}))).words
        == "6 questions · that is all there are"
    )


def test_a_mix_without_an_exact_split_says_so(at: FakeDesk) -> None:
    assert _plan(at, Request(Mode.MIX, 5)).words.startswith("5 questions. This number has no exact split")
    assert _plan(at, Request(Mode.UNSEEN, 5)).words == "5 questions"


def test_a_split_that_earlier_answers_shift_is_not_called_impossible(at: FakeDesk) -> None:
    work_through(at, Request(Mode.MIX, 7))
    shifted = propose(at.desk, Request(Mode.MIX, 10))
    assert feasible(shifted.blueprint.ranges, 10)
    assert not shifted.blueprint.in_range
    words = proposal_view(at.catalog.syllabus, shifted, 10).words
    assert (
        words
        == "10 questions. Earlier answers shift the split; over the days the totals match the weight ranges."
    )


def test_a_plan_of_nothing_cannot_start(at: FakeDesk) -> None:
    plan = _plan(at, Request(Mode.MISTAKES, 10))
    assert plan == ProposalView((), "No questions fit this choice.", "No questions fit this choice.")


def test_one_question_is_singular(at: FakeDesk) -> None:
    meet(at, ["plan.g1.o1-0"], right=False)
    assert _plan(at, Request(Mode.MISTAKES, 1)).words == "1 question"
    assert _plan(at, Request(Mode.MISTAKES, 5)).words == "1 question · the only one there is"
