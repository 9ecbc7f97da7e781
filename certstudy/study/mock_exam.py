"""The mock exam: assemble a form, sit it against the clock, hand it in, read the result."""

from collections.abc import Sequence
from dataclasses import dataclass

from certstudy.core.changes import Changes
from certstudy.core.form import Exposure, Form, assemble
from certstudy.core.grading import grade
from certstudy.core.moment import Moment
from certstudy.core.question import Question
from certstudy.core.readiness import scaled
from certstudy.core.record import (
    Answer,
    AreaTotal,
    Draft,
    NewSitting,
    SittingKind,
    SittingRecord,
    SittingTotals,
)
from certstudy.core.sitting import MockExam
from certstudy.study.desk import Desk

SMALLEST, LARGEST = 40, 60
RECENT_MOCKS = 5


@dataclass(frozen=True, slots=True)
class MockScore:
    """A closed mock exam in figures; `scaled` is on the exam's scale by an estimated map."""

    sitting: SittingRecord
    points: int
    out_of: int
    scaled: int
    passed: bool
    areas: tuple[AreaTotal, ...]


@dataclass(frozen=True, slots=True)
class MockResult:
    """A closed mock exam with its answers in form order; None stands for a question the pack no longer holds."""

    score: MockScore
    answers: tuple[Answer, ...]
    questions: tuple[Question | None, ...]


def prepare(desk: Desk, n: int, seed: int | None = None) -> Form:
    """Assemble a form of n questions as this learner would get it now; nothing is stored."""
    seed = desk.new_seed() if seed is None else seed
    return assemble(desk.catalog.syllabus, desk.catalog.entries, n, seed, exposure(desk))


def exposure(desk: Desk) -> Exposure:
    """What the learner has met so far, and in the latest mock exams."""
    recent = desk.history.closed_sittings(SittingKind.MOCK, limit=RECENT_MOCKS)
    met = frozenset(qid for totals in recent for qid in totals.sitting.form)
    return Exposure(seen=frozenset(desk.history.states()), recent=met)


def start(desk: Desk, form: Form, minutes: int) -> tuple[MockExam, Changes]:
    """Open the sitting; its clock stands until the first tick."""
    record = desk.ledger.open_sitting(
        NewSitting(
            kind=SittingKind.MOCK,
            source="mock",
            seed=form.seed,
            form=tuple(entry.id for entry in form.entries),
            opened=desk.now(),
            limit_ms=minutes * 60_000,
        )
    )
    return MockExam(record, {}, 0, 0), Changes.SITTING


def resume(desk: Desk, sitting_id: int) -> MockExam:
    """Take up a mock exam at the same question, in the same order, with the time left as last kept."""
    record = desk.history.sitting(sitting_id)
    drafts = desk.history.drafts_of(sitting_id)
    return MockExam(record, drafts, min(record.index, len(record.form) - 1), record.elapsed_ms)


def draft(desk: Desk, exam: MockExam, question_id: str, changed: Draft) -> MockExam:
    """Keep what the candidate did with a question; OutOfStepError once the time is up."""
    after = exam.drafted(question_id, changed)
    desk.ledger.keep_draft(exam.record.id, question_id, changed)
    return after


def go(desk: Desk, exam: MockExam, index: int) -> MockExam:
    """Move to another question."""
    after = exam.at(index)
    desk.ledger.keep_draft(exam.record.id, exam.current, exam.draft(exam.current))
    desk.ledger.keep_place(exam.record.id, after.index, after.elapsed_ms)
    return after


def tick(desk: Desk, exam: MockExam, milliseconds: int) -> MockExam:
    """Count time that has passed while the exam was on the screen."""
    after = exam.ticked(milliseconds)
    desk.ledger.keep_place(exam.record.id, after.index, after.elapsed_ms)
    return after


def hand_in(desk: Desk, exam: MockExam) -> Changes:
    """Grade every question and close the sitting, in one transaction; open questions earn nothing."""
    now = desk.now()
    held = (qid for qid in exam.form if qid in desk.catalog)
    answers = [_graded(desk.catalog.question(qid), exam, now) for qid in held]
    desk.ledger.close_sitting(exam.record.id, now, exam.elapsed_ms, answers)
    return Changes.SITTING | Changes.ANSWERS


def scores(desk: Desk) -> Sequence[MockScore]:
    """All closed mock exams that were handed in, oldest first."""
    closed = desk.history.closed_sittings(SittingKind.MOCK)
    return [_score(desk, totals) for totals in reversed(closed) if totals.areas]


def result(desk: Desk, sitting_id: int) -> MockResult:
    """A closed mock exam in full; KeyError if there is none of that id."""
    closed = {totals.sitting.id: totals for totals in desk.history.closed_sittings(SittingKind.MOCK)}
    answers = tuple(desk.history.answers_of(sitting_id))
    questions = tuple(
        desk.catalog.question(a.question) if a.question in desk.catalog else None for a in answers
    )
    return MockResult(_score(desk, closed[sitting_id]), answers, questions)


def _graded(question: Question, exam: MockExam, now: Moment) -> Answer:
    kept = exam.draft(question.id)
    known = kept.response & {option.id for option in question.options}
    graded = grade(question, known if len(known) <= question.choose else frozenset())
    return Answer(
        sitting=exam.record.id,
        question=question.id,
        at=now,
        response=kept.response,
        points=graded.points,
        out_of=graded.out_of,
        milliseconds=kept.milliseconds,
        revision=question.revision,
    )


def _score(desk: Desk, totals: SittingTotals) -> MockScore:
    exam = desk.catalog.syllabus.exam
    points = sum(area.points for area in totals.areas)
    out_of = sum(area.out_of for area in totals.areas)
    value = round(scaled(points / out_of, exam.score_max, exam.score_to_pass))
    return MockScore(totals.sitting, points, out_of, value, value >= exam.score_to_pass, totals.areas)
