"""Practice as a learner meets it: the mix keeps the exam's proportions, and no answer is ever lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.core.blueprint import feasible, weight_ranges, within_ranges
from certstudy.core.changes import Changes
from certstudy.core.confidence import Confidence
from certstudy.core.errors import OutOfStepError, StoreError
from certstudy.core.grading import Verdict
from certstudy.core.ranking import Reason
from certstudy.core.sitting import Practice
from certstudy.study.annotations import flag
from certstudy.study.desk import Desk
from certstudy.study.practice import (
    LARGEST,
    SMALLEST,
    Mode,
    Request,
    answer,
    available,
    finish,
    missed,
    propose,
    resume,
    start,
    undo,
)
from tests.fakes import FakeDesk, fake_desk
from tests.study.learning import answered, begin, meet, work_through

FIRST, SECOND, SEVERAL = "plan.g1.o1-0", "plan.g1.o1-1", "plan.g1.o1-2"


def _ids(at: FakeDesk, request: Request) -> set[str]:
    return {pick.entry.id for pick in propose(at.desk, request).picks}


@settings(max_examples=25)
@given(st.lists(st.integers(SMALLEST, LARGEST), min_size=1, max_size=6))
def test_the_mix_keeps_the_running_totals_in_range(sizes: list[int]) -> None:
    at = fake_desk(each=10)
    ranges = weight_ranges(at.catalog.syllabus)
    for size in sizes:
        assert len(work_through(at, Request(Mode.MIX, size)).form) == size
        at.clock.forward(days=1)
        planned = at.record.planned_answers()
        totals = [planned[area.id] for area in at.catalog.syllabus.areas]
        if feasible(ranges, sum(totals)):
            assert within_ranges(ranges, totals), totals


def test_sessions_too_small_for_the_ranges_reach_them_together(at: FakeDesk) -> None:
    """Five questions cannot match 45 to 55 %; four such sessions do."""
    forms = [work_through(at, Request(Mode.MIX, 5)).form for _session in range(4)]
    assert len({question for form in forms for question in form}) == 20
    assert at.record.planned_answers() == {"plan": 5, "build": 10, "watch": 5}


def test_other_ways_of_practising_leave_the_proportions_of_the_mix_alone(at: FakeDesk) -> None:
    before = propose(at.desk, Request(Mode.MIX, 20), seed=1).blueprint
    work_through(at, Request(Mode.FOCUS, 20, frozenset({"build"})))
    assert propose(at.desk, Request(Mode.MIX, 20), seed=1).blueprint == before
    assert not at.record.planned_answers()


def test_a_proposal_stores_nothing_and_is_the_same_for_the_same_seed(at: FakeDesk) -> None:
    proposals = [propose(at.desk, Request(Mode.MIX, 20), seed=seed) for seed in (3, 3, 4)]
    assert proposals[0] == proposals[1]
    assert proposals[0].picks != proposals[2].picks
    assert not at.record.writes


def test_a_mix_asks_a_missed_question_again(at: FakeDesk) -> None:
    meet(at, [FIRST], right=False)
    at.clock.forward(days=1)
    reasons = {p.entry.id: p.reason for p in propose(at.desk, Request(Mode.MIX, 30)).picks}
    assert reasons[FIRST] is Reason.MISLED
    assert set(reasons.values()) == {Reason.MISLED, Reason.NEW}


def test_unseen_leaves_out_what_was_met(at: FakeDesk) -> None:
    meet(at, [FIRST])
    meet(at, [SECOND], right=False)
    found = _ids(at, Request(Mode.UNSEEN, 100))
    assert len(found) == len(at.catalog.entries) - 2
    assert not found & {FIRST, SECOND}


def test_mistakes_are_those_missed_last_time(at: FakeDesk) -> None:
    meet(at, [FIRST, SECOND], right=False)
    meet(at, [SECOND])
    assert _ids(at, Request(Mode.MISTAKES, 30)) == {FIRST}


def test_an_answer_partly_right_is_a_mistake(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.SELECTION, 1, questions=(SEVERAL,)))
    given_answer = answer(at.desk, sitting, frozenset("ac"), None, 1000)
    assert given_answer.grade.verdict is Verdict.PARTLY
    assert (given_answer.answer.points, given_answer.answer.out_of) == (1, 2)
    assert missed(given_answer.sitting) == (SEVERAL,)
    assert _ids(at, Request(Mode.MISTAKES, 30)) == {SEVERAL}


def test_flagged_are_those_with_a_flag(at: FakeDesk) -> None:
    assert not propose(at.desk, Request(Mode.FLAGGED, 30)).picks
    flag(at.desk, FIRST, True)
    assert _ids(at, Request(Mode.FLAGGED, 30)) == {FIRST}


@pytest.mark.parametrize("scope", ["plan", "plan.g1", "plan.g1.o1"])
def test_focus_stays_in_its_scope(at: FakeDesk, scope: str) -> None:
    inside = {entry.id for entry in at.catalog.entries if entry.id.startswith(scope)}
    proposal = propose(at.desk, Request(Mode.FOCUS, 100, frozenset({scope})))
    assert {pick.entry.id for pick in proposal.picks} == inside
    assert proposal.found == len(inside)


def test_a_scope_narrows_the_other_ways_too(at: FakeDesk) -> None:
    flag(at.desk, FIRST, True)
    flag(at.desk, "watch.g1.o1-0", True)
    assert _ids(at, Request(Mode.FLAGGED, 30, frozenset({"watch"}))) == {"watch.g1.o1-0"}


def test_a_selection_holds_what_was_selected_and_the_pack_still_has(at: FakeDesk) -> None:
    request = Request(Mode.SELECTION, 10, questions=(SECOND, "gone", FIRST))
    assert _ids(at, request) == {FIRST, SECOND}


def test_available_counts_each_way(at: FakeDesk) -> None:
    meet(at, [FIRST], right=False)
    flag(at.desk, SECOND, True)
    flag(at.desk, "watch.g1.o1-0", True)
    everywhere, planning = available(at.desk, frozenset()), available(at.desk, frozenset({"plan"}))
    assert everywhere == {
        Mode.MIX: 72, Mode.FOCUS: 72, Mode.UNSEEN: 71, Mode.MISTAKES: 1, Mode.FLAGGED: 2,
    }  # fmt: skip
    assert (planning[Mode.MIX], planning[Mode.UNSEEN], planning[Mode.FLAGGED]) == (24, 23, 1)


def test_a_sitting_taken_up_after_any_answer_is_the_one_left(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.MIX, 8))
    for number in range(8):
        assert resume(at.desk, sitting.record.id).current == sitting.current
        sitting = answered(at, sitting, right=number % 2 == 0)
        taken_up = resume(at.desk, sitting.record.id)
        assert (taken_up.form, taken_up.answers) == (sitting.form, sitting.answers)
    assert taken_up.finished
    assert taken_up.current is None


def test_time_adds_up_over_the_answers(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.MIX, 5))
    for milliseconds in (1000, 2500):
        sitting = answered(at, sitting, milliseconds=milliseconds)
    assert at.record.sitting(sitting.record.id).elapsed_ms == 3500


def _without(at: FakeDesk, *gone: str) -> Desk:
    """The same record beside the pack after an update that dropped questions."""
    return Desk(at.catalog.without(*gone), at.record, at.record, at.clock, lambda: 1)


def test_a_question_removed_from_the_pack_is_passed_over(at: FakeDesk) -> None:
    sitting = answered(at, begin(at, Request(Mode.MIX, 6)))
    done, following, *rest = sitting.form
    taken_up = resume(_without(at, following), sitting.record.id)
    assert taken_up.form == (done, *rest)
    assert taken_up.current == rest[0]


def test_an_answer_stands_when_its_question_is_removed(at: FakeDesk) -> None:
    sitting = answered(at, begin(at, Request(Mode.MIX, 6)))
    taken_up = resume(_without(at, sitting.form[0]), sitting.record.id)
    assert (taken_up.form, taken_up.index) == (sitting.form, 1)


def test_undo_takes_the_latest_answer_back(at: FakeDesk) -> None:
    one = answered(at, begin(at, Request(Mode.MIX, 5)))
    two = answered(at, one, right=False)
    back, changes = undo(at.desk, two)
    assert changes == Changes.ANSWERS | Changes.SITTING
    assert (back.answers, back.current) == (one.answers, one.form[1])
    assert resume(at.desk, one.record.id).answers == one.answers
    assert one.form[1] not in at.record.states()
    assert answered(at, back).answers[-1].verdict is Verdict.RIGHT


def test_there_is_nothing_to_undo_at_the_start(at: FakeDesk) -> None:
    with pytest.raises(OutOfStepError):
        undo(at.desk, begin(at, Request(Mode.MIX, 5)))
    assert "retract" not in at.record.writes


def test_an_answer_the_record_refuses_leaves_the_sitting_where_it_was(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.MIX, 5))
    at.record.fault = StoreError("The disk is full.")
    with pytest.raises(StoreError):
        answered(at, sitting)
    at.record.fault = None
    assert resume(at.desk, sitting.record.id) == Practice(sitting.record)


def test_an_answer_is_stored_with_all_that_was_given(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.SELECTION, 1, questions=(FIRST,)))
    answer(at.desk, sitting, frozenset("b"), Confidence.UNSURE, 41_000)
    (stored,) = at.record.answers_of(sitting.record.id)
    assert (stored.question, stored.response, stored.confidence) == (FIRST, frozenset("b"), Confidence.UNSURE)
    assert (stored.milliseconds, stored.at, stored.points) == (41_000, at.desk.now(), 0)


def test_a_sitting_can_be_finished_early(at: FakeDesk) -> None:
    sitting = answered(at, begin(at, Request(Mode.MIX, 5)))
    assert finish(at.desk, sitting) == Changes.SITTING
    assert not at.record.open_sittings()
    assert len(at.record.states()) == 1


def test_starting_opens_exactly_what_was_proposed(at: FakeDesk) -> None:
    proposal = propose(at.desk, Request(Mode.UNSEEN, 7))
    sitting, changes = start(at.desk, proposal)
    assert sitting.form == tuple(pick.entry.id for pick in proposal.picks)
    assert (sitting.record.source, sitting.record.seed) == ("unseen", proposal.seed)
    assert changes == Changes.SITTING
