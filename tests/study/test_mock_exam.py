"""A mock exam from the form to the result: in proportion, repeatable, never lost, graded whole."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.blueprint import weight_ranges, within_ranges
from certstudy.core.changes import Changes
from certstudy.core.confidence import Confidence
from certstudy.core.errors import OutOfStepError, StoreError
from certstudy.core.exam import MockExam
from certstudy.core.form import Recipe
from certstudy.core.mock_plan import FormKind
from certstudy.core.question import Kind
from certstudy.core.record import Away, Draft, SittingKind
from certstudy.core.sections import SectionKind
from certstudy.study.desk import Desk
from certstudy.study.mock_exam import (
    RECENT_MOCKS,
    Rules,
    come_back,
    draft,
    exposure,
    go,
    hand_in,
    leave_section,
    look_up,
    prepare,
    prepare_in_a_row,
    resume,
    slept,
    start,
    take_break,
    tick,
)
from certstudy.study.mock_result import Change, attempts, result, scores
from tests.fakes import FakeDesk, fake_desk
from tests.families import with_families
from tests.study.learning import MINUTE, meet, rightly

MINUTES = 50


def _begin(at: FakeDesk, n: int = 40, seed: int = 7, minutes: int = MINUTES) -> MockExam:
    return start(at.desk, prepare(at.desk, n, seed), Rules(minutes))[0]


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
    exam, changes = start(at.desk, form, Rules(MINUTES))
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
    assert first.response == first.first == frozenset("b")
    assert (first.marked, first.struck, first.milliseconds) == (True, frozenset("cd"), 90_000)


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


@pytest.mark.parametrize("to", [-1, 40])
def test_there_is_nothing_beyond_the_ends(at: FakeDesk, to: int) -> None:
    with pytest.raises(OutOfStepError):
        go(at.desk, _begin(at), to)


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
    assert [row.place for row in found.sat if row.question is None] == [3]
    assert found.score.points == len(at.catalog.question(exam.form[0]).key)


def test_a_result_adds_up_over_its_areas(at: FakeDesk) -> None:
    exam = _begin(at)
    for question in exam.form[::2]:
        exam = _chosen(at, exam, question)
    hand_in(at.desk, exam)
    score = result(at.desk, exam.record.id).score
    assert score.points == sum(area.points for area in score.areas)
    assert sum(area.answers for area in score.areas) == 40
    assert score.out_of == sum(at.catalog.question(qid).task.out_of for qid in exam.form)


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
    assert resume(at.desk, exam.record.id).drafts == exam.drafts
    assert not at.record.closed_sittings(SittingKind.MOCK)


@pytest.fixture
def whole() -> FakeDesk:
    """A bank with a case study and a series."""
    return with_families(fake_desk(each=10))


def test_a_whole_exam_goes_through_its_sections(whole: FakeDesk) -> None:
    exam = _begin(whole, 40)
    kinds = [part.kind for part in exam.sections]
    assert kinds == [SectionKind.GENERAL, SectionKind.SERIES, SectionKind.CASE]
    exam = leave_section(whole.desk, exam)
    with pytest.raises(OutOfStepError):
        go(whole.desk, exam, 0)
    exam = go(whole.desk, exam, exam.index + 1)
    again = resume(whole.desk, exam.record.id)
    assert (again.index, again.section.kind, again.plan) == (exam.index, SectionKind.SERIES, exam.plan)
    with pytest.raises(OutOfStepError):
        go(whole.desk, again, again.index - 1)
    again = leave_section(whole.desk, again)
    assert again.section.family == "harbour"
    hand_in(whole.desk, again)
    assert len(whole.record.answers_of(exam.record.id)) == 40


def test_being_away_is_a_pause_that_costs_nothing(at: FakeDesk) -> None:
    exam = tick(at.desk, _begin(at), 5_000)
    at.clock.forward(hours=2)
    again = resume(at.desk, exam.record.id)
    assert again.left_ms == exam.left_ms
    assert [(gone.kind, gone.milliseconds) for gone in again.interruptions] == [(Away.PAUSE, 7_200_000)]
    hand_in(at.desk, again)
    assert result(at.desk, exam.record.id).interruptions == again.interruptions


def test_as_in_the_exam_room_the_clock_runs_on(at: FakeDesk) -> None:
    exam, _changes = start(at.desk, prepare(at.desk, 40, 7), Rules(MINUTES, runs_on=True))
    exam = tick(at.desk, exam, 5_000)
    at.clock.forward(minutes=10)
    assert resume(at.desk, exam.record.id).elapsed_ms == 605_000
    at.clock.forward(hours=30)
    assert resume(at.desk, exam.record.id).expired


def test_a_clock_set_back_gives_no_time(at: FakeDesk) -> None:
    exam, _changes = start(at.desk, prepare(at.desk, 40, 7), Rules(MINUTES, runs_on=True))
    exam = tick(at.desk, exam, 5_000)
    at.clock.forward(hours=-3)
    again = resume(at.desk, exam.record.id)
    assert (again.elapsed_ms, again.interruptions) == (5_000, ())


def test_a_closed_lid_is_a_pause(at: FakeDesk) -> None:
    exam = slept(at.desk, tick(at.desk, _begin(at), 1_000), 300_000)
    assert exam.elapsed_ms == 1_000
    assert at.record.interruptions_of(exam.record.id) == list(exam.interruptions)


def test_a_break_locks_for_good(at: FakeDesk) -> None:
    exam = take_break(at.desk, go(at.desk, _begin(at), 1))
    exam = come_back(at.desk, tick(at.desk, exam, 60_000))
    again = resume(at.desk, exam.record.id)
    assert [again.locked(place) for place in range(4)] == [True, True, False, False]
    assert [(gone.kind, gone.milliseconds) for gone in again.interruptions] == [(Away.BREAK, 60_000)]


def test_minutes_of_looking_up_are_counted(at: FakeDesk) -> None:
    exam, _changes = start(at.desk, prepare(at.desk, 40, 7), Rules(MINUTES, open_book=True))
    exam = come_back(at.desk, tick(at.desk, look_up(at.desk, exam), 30_000))
    exam = come_back(at.desk, tick(at.desk, look_up(at.desk, exam), 12_000))
    assert [gone.milliseconds for gone in resume(at.desk, exam.record.id).interruptions] == [30_000, 12_000]


def test_a_sitting_killed_while_it_runs_keeps_the_time_of_each_question(at: FakeDesk) -> None:
    exam = tick(at.desk, go(at.desk, tick(at.desk, _begin(at), 7_000), 1), 4_000)
    again = resume(at.desk, exam.record.id)
    assert [again.draft(exam.form[place]).milliseconds for place in (0, 1)] == [7_000, 4_000]


def test_changing_an_answer_shows_in_the_result(at: FakeDesk) -> None:
    exam = _begin(at)
    single = [q for q in exam.form if at.catalog.question(q).kind is Kind.SINGLE][:2]
    picks = {single[0]: ("b", "a"), single[1]: ("a", "c")}
    for question, letters in picks.items():
        for letter in letters:
            kept = replace(exam.draft(question), response=frozenset(letter))
            exam = draft(at.desk, exam, question, kept)
    several = next(q for q in exam.form if at.catalog.question(q).kind is Kind.MULTIPLE)
    place = exam.form.index(several)
    for pair in ("ac", "ab"):
        exam = go(at.desk, exam, place)
        for upto in (1, 2):
            kept = replace(exam.draft(several), response=frozenset(pair[:upto]))
            exam = draft(at.desk, exam, several, kept)
        exam = go(at.desk, exam, 0 if place else 1)
    hand_in(at.desk, exam)
    rows = {row.answer.question: row for row in result(at.desk, exam.record.id).sat}
    assert [rows[q].change for q in (*single, several)] == [Change.TO_RIGHT, Change.TO_WRONG, Change.TO_RIGHT]
    assert rows[several].draft.changes == 1
    assert sum(row.change is not Change.NONE for row in rows.values()) == 3


def test_confidence_goes_with_the_answer(at: FakeDesk) -> None:
    exam = _begin(at)
    exam = draft(at.desk, exam, exam.current, Draft(frozenset("a"), confidence=Confidence.GUESS))
    hand_in(at.desk, exam)
    assert [row.guessed for row in result(at.desk, exam.record.id).sat].count(True) == 1


def test_unscored_questions_do_not_count() -> None:
    at = fake_desk(each=10)
    form = prepare(at.desk, 40, 7, unscored=4)
    exam, _changes = start(at.desk, form, Rules(MINUTES))
    assert len(exam.form) == 44
    for question in exam.form:
        if question not in form.unscored:
            exam = _chosen(at, exam, question)
    hand_in(at.desk, exam)
    found = result(at.desk, exam.record.id)
    assert found.score.scaled == 1000
    assert {row.answer.question for row in found.sat if row.unscored} == form.unscored
    assert sum(area.answers for area in found.score.areas) == 40


def test_short_forms_do_not_stand_among_whole_exams(at: FakeDesk) -> None:
    for kind, area in (
        (FormKind.FULL, ""),
        (FormKind.DIAGNOSTIC, ""),
        (FormKind.AREA, "build"),
        (FormKind.HALF, ""),
    ):
        form = prepare(at.desk, 12, 7, kind, area)
        hand_in(at.desk, start(at.desk, form, Rules(10))[0])
    assert [score.plan.kind for score in scores(at.desk)] == [FormKind.FULL, FormKind.HALF]
    assert len(attempts(at.desk)) == 4


def test_a_diagnostic_is_assembled_from_what_is_known(at: FakeDesk) -> None:
    form = prepare(at.desk, 15, 7, FormKind.DIAGNOSTIC)
    areas = [entry.area for entry in form.entries]
    assert form.recipe.kind is FormKind.DIAGNOSTIC
    assert max(map(areas.count, areas)) - min(map(areas.count, areas)) <= 1


def test_forms_in_a_row_know_the_earlier_ones_for_a_while() -> None:
    at = fake_desk(each=10)
    forms = list(prepare_in_a_row(at.desk, Recipe(12), 1, RECENT_MOCKS + 1))
    ids = [{entry.id for entry in form.entries} for form in forms]
    assert len(set.union(*ids)) == 12 * len(ids)
    assert not at.record.writes


def test_short_forms_do_not_push_a_whole_exam_out_of_sight() -> None:
    at = fake_desk(each=10)
    first = _begin(at, 12)
    hand_in(at.desk, first)
    for seed in range(RECENT_MOCKS):
        form = prepare(at.desk, 5, seed, FormKind.AREA, "build")
        hand_in(at.desk, start(at.desk, form, Rules(10))[0])
    assert exposure(at.desk).recent >= set(first.form)
    for seed in range(RECENT_MOCKS):
        hand_in(at.desk, _begin(at, 12, seed))
    assert not exposure(at.desk).recent >= set(first.form)


def test_an_exam_still_open_counts_as_recent(at: FakeDesk) -> None:
    exam = _begin(at, 12)
    assert exposure(at.desk).recent == set(exam.form)
