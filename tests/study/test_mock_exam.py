"""A mock exam from the form to the result: in proportion, repeatable, never lost, graded whole."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.blueprint import weight_ranges, within_ranges
from certstudy.core.changes import Changes
from certstudy.core.errors import OutOfStepError, StoreError
from certstudy.core.question import Kind
from certstudy.core.record import Draft, SittingKind
from certstudy.core.sitting import MockExam
from certstudy.study.desk import Desk
from certstudy.study.mock_exam import (
    draft,
    exposure,
    go,
    hand_in,
    prepare,
    result,
    resume,
    scores,
    start,
    tick,
)
from tests.fakes import FakeDesk, fake_desk
from tests.study.learning import MINUTE, meet, rightly

MINUTES = 50


@pytest.fixture
def at() -> FakeDesk:
    return fake_desk()


def _begin(at: FakeDesk, n: int = 40, seed: int = 7, minutes: int = MINUTES) -> MockExam:
    return start(at.desk, prepare(at.desk, n, seed), minutes)[0]


def _chosen(at: FakeDesk, exam: MockExam, question: str) -> MockExam:
    return draft(at.desk, exam, question, Draft(rightly(at.catalog.question(question))))


@pytest.mark.parametrize("n", [40, 50, 60])
def test_a_form_is_in_the_exams_proportions(n: int) -> None:
    at = fake_desk(each=10)
    form = prepare(at.desk, n, 1)
    seats = [sum(e.area == area.id for e in form.entries) for area in at.catalog.syllabus.areas]
    assert sum(seats) == n == len({entry.id for entry in form.entries})
    assert within_ranges(weight_ranges(at.catalog.syllabus), seats)
    assert form.audit.objectives == 12


def test_unseen_questions_come_first() -> None:
    at = fake_desk(each=10)
    met = [entry.id for entry in at.catalog.entries if entry.id[-1] in "01"]
    meet(at, met)
    form = prepare(at.desk, 40, 1)
    assert not {entry.id for entry in form.entries} & set(met)
    assert form.audit.seen_before == 0


def test_questions_of_recent_mock_exams_come_last() -> None:
    at = fake_desk(each=10)
    exam = _begin(at, 24)
    hand_in(at.desk, exam)
    assert exposure(at.desk).recent == frozenset(exam.form)
    form = prepare(at.desk, 40, 2)
    assert not {entry.id for entry in form.entries} & set(exam.form)
    assert form.audit.in_recent_mocks == 0


def test_a_form_follows_from_its_seed(at: FakeDesk) -> None:
    assert prepare(at.desk, 40, 7) == prepare(at.desk, 40, 7)
    assert prepare(at.desk, 40, 7).entries != prepare(at.desk, 40, 8).entries
    assert not at.record.writes


def test_without_a_seed_each_form_is_another(at: FakeDesk) -> None:
    assert prepare(at.desk, 40).seed != prepare(at.desk, 40).seed


def test_a_small_pack_gives_all_it_has(at: FakeDesk) -> None:
    assert len(prepare(at.desk, 500, 1).entries) == len(at.catalog.entries)


def test_starting_opens_the_form_with_its_time(at: FakeDesk) -> None:
    form = prepare(at.desk, 40, 7)
    exam, changes = start(at.desk, form, MINUTES)
    assert exam.form == tuple(entry.id for entry in form.entries)
    assert (exam.left_ms, exam.index, exam.record.seed) == (MINUTES * MINUTE, 0, 7)
    assert changes == Changes.SITTING


def test_taken_up_at_the_same_place_with_the_same_time_and_answers(at: FakeDesk) -> None:
    exam = _begin(at)
    exam = draft(at.desk, exam, exam.current, Draft(frozenset("b"), marked=True, struck=frozenset("cd")))
    exam = tick(at.desk, exam, 90_000)
    exam = go(at.desk, exam, 17)
    exam = tick(at.desk, exam, 4_000)
    at.clock.forward(days=3)
    taken_up = resume(at.desk, exam.record.id)
    assert (taken_up.form, taken_up.index) == (exam.form, 17)
    assert taken_up.left_ms == MINUTES * MINUTE - 94_000
    first = taken_up.draft(exam.form[0])
    assert first == Draft(frozenset("b"), marked=True, struck=frozenset("cd"), milliseconds=90_000)


@given(st.lists(st.integers(0, 40_000), max_size=8))
def test_time_left_is_never_negative(steps: list[int]) -> None:
    at = fake_desk(each=2)
    exam = _begin(at, 12, minutes=1)
    for step in steps:
        exam = tick(at.desk, exam, step)
    assert exam.left_ms == max(0, MINUTE - sum(steps))
    assert exam.elapsed_ms == sum(d.milliseconds for d in exam.drafts.values()) <= MINUTE
    assert exam.expired is (sum(steps) >= MINUTE)
    assert resume(at.desk, exam.record.id).left_ms == exam.left_ms


def test_once_the_time_is_up_nothing_can_be_changed(at: FakeDesk) -> None:
    exam = tick(at.desk, _begin(at, minutes=1), MINUTE)
    with pytest.raises(OutOfStepError):
        _chosen(at, exam, exam.current)
    assert "keep_draft" not in at.record.writes


@pytest.mark.parametrize(("to", "index"), [(-1, 0), (39, 39), (40, 39)])
def test_moving_stops_at_the_ends(at: FakeDesk, to: int, index: int) -> None:
    assert go(at.desk, _begin(at), to).index == index


def test_handing_in_grades_every_question(at: FakeDesk) -> None:
    exam = _begin(at)
    for question in exam.form[:10]:
        exam = _chosen(at, exam, question)
    assert hand_in(at.desk, exam) == Changes.SITTING | Changes.ANSWERS
    stored = at.record.answers_of(exam.record.id)
    assert tuple(answer.question for answer in stored) == exam.form
    assert [answer.credit for answer in stored] == [1.0] * 10 + [0.0] * 30
    assert not at.record.open_sittings()
    assert at.record.writes["close_sitting"] == 1


def test_a_form_all_right_scores_the_most_and_one_left_open_nothing(at: FakeDesk) -> None:
    empty, full = _begin(at), _begin(at, seed=8)
    for question in full.form:
        full = _chosen(at, full, question)
    hand_in(at.desk, empty)
    hand_in(at.desk, full)
    nothing, most = scores(at.desk)
    assert (nothing.scaled, nothing.points, nothing.passed) == (0, 0, False)
    assert (most.scaled, most.points, most.passed) == (1000, most.out_of, True)


def test_a_draft_with_more_options_than_the_question_takes_earns_nothing(at: FakeDesk) -> None:
    """A question may take fewer options after an update than when it was answered."""
    exam = _begin(at)
    single = next(qid for qid in exam.form if at.catalog.question(qid).kind is Kind.SINGLE)
    exam = draft(at.desk, exam, single, Draft(frozenset("abc")))
    hand_in(at.desk, exam)
    (stored,) = (a for a in at.record.answers if a.question == single)
    assert (stored.points, stored.response) == (0, frozenset("abc"))


def test_an_option_the_question_no_longer_has_is_not_counted(at: FakeDesk) -> None:
    exam = _begin(at)
    single = next(qid for qid in exam.form if at.catalog.question(qid).kind is Kind.SINGLE)
    exam = draft(at.desk, exam, single, Draft(frozenset("az")))
    hand_in(at.desk, exam)
    (stored,) = (a for a in at.record.answers if a.question == single)
    assert stored.points == 1


def test_a_question_removed_before_handing_in_is_left_out(at: FakeDesk) -> None:
    exam = _begin(at)
    smaller = Desk(at.catalog.without(exam.form[3]), at.record, at.record, at.clock, lambda: 1)
    hand_in(smaller, resume(smaller, exam.record.id))
    assert len(at.record.answers_of(exam.record.id)) == 39


def test_a_result_keeps_the_order_of_asking_and_survives_a_removed_question(at: FakeDesk) -> None:
    exam = _chosen(at, exam := _begin(at), exam.form[0])
    hand_in(at.desk, exam)
    smaller = Desk(at.catalog.without(exam.form[3]), at.record, at.record, at.clock, lambda: 1)
    found = result(smaller, exam.record.id)
    assert tuple(answer.question for answer in found.answers) == exam.form
    assert [place for place, q in enumerate(found.questions) if q is None] == [3]
    assert found.score.points == len(at.catalog.question(exam.form[0]).key)


def test_a_result_adds_up_over_its_areas(at: FakeDesk) -> None:
    exam = _begin(at)
    for question in exam.form[::2]:
        exam = _chosen(at, exam, question)
    hand_in(at.desk, exam)
    score = result(at.desk, exam.record.id).score
    assert score.points == sum(area.points for area in score.areas)
    assert sum(area.answers for area in score.areas) == 40
    assert score.out_of == sum(at.catalog.question(qid).choose for qid in exam.form)


def test_an_open_sitting_has_no_result(at: FakeDesk) -> None:
    with pytest.raises(KeyError):
        result(at.desk, _begin(at).record.id)
    assert not scores(at.desk)


def test_a_mock_exam_the_record_refuses_stays_open(at: FakeDesk) -> None:
    exam = _chosen(at, exam := _begin(at), exam.form[0])
    at.record.fault = StoreError("The disk is full.")
    with pytest.raises(StoreError):
        hand_in(at.desk, exam)
    at.record.fault = None
    assert resume(at.desk, exam.record.id) == replace(exam, record=at.record.sitting(exam.record.id))
    assert not at.record.closed_sittings(SittingKind.MOCK)
