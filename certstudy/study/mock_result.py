"""Mock exams handed in: the score, what was right, what was changed, how the time went."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from certstudy.core.confidence import Confidence
from certstudy.core.grading import grade
from certstudy.core.mock_plan import EXAM_LIKE, MockPlan
from certstudy.core.question import Question
from certstudy.core.readiness import scaled
from certstudy.core.record import (
    Answer,
    AreaTotal,
    Draft,
    Interruption,
    KeptForecast,
    SittingKind,
    SittingRecord,
    SittingTotals,
)
from certstudy.core.sections import Section
from certstudy.study.desk import Desk

# an answer that took this much longer than an even pace is a slow one
SLOW = 1.5


@dataclass(frozen=True, slots=True)
class MockScore:
    """A closed mock exam in figures, without what does not count; `scaled` is by an estimated map."""

    sitting: SittingRecord
    points: int
    out_of: int
    scaled: int
    passed: bool
    areas: tuple[AreaTotal, ...]

    @property
    def plan(self) -> MockPlan:
        """The plan it was sat by."""
        return self.sitting.plan or MockPlan()


class Change(StrEnum):
    """What changing the answer came to, by its points."""

    NONE = "none"
    TO_RIGHT = "to right"
    TO_WRONG = "to wrong"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Sat:
    """One question of an exam as it was sat; `question` is None when the pack no longer holds it."""

    place: int
    answer: Answer
    draft: Draft
    question: Question | None
    section: Section
    change: Change = Change.NONE
    slow: bool = False
    unscored: bool = False

    @property
    def guessed(self) -> bool:
        """Whether the candidate said so."""
        return self.answer.confidence is Confidence.GUESS


@dataclass(frozen=True, slots=True)
class MockResult:
    """A closed mock exam in full, its questions in form order, with what was foretold of it beforehand."""

    score: MockScore
    sat: tuple[Sat, ...]
    interruptions: tuple[Interruption, ...] = ()
    forecast: KeptForecast | None = None

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers in form order."""
        return tuple(row.answer for row in self.sat)


def attempts(desk: Desk) -> Sequence[MockScore]:
    """All mock exams that were handed in, of every kind, oldest first."""
    closed = desk.history.closed_sittings(SittingKind.MOCK)
    return [_score(desk, totals) for totals in reversed(closed) if totals.areas]


def scores(desk: Desk) -> Sequence[MockScore]:
    """Those in the exam's proportions, oldest first."""
    return [score for score in attempts(desk) if score.plan.kind in EXAM_LIKE]


def comparable(all_attempts: Iterable[MockScore], score: MockScore) -> Sequence[MockScore]:
    """The attempts whose scores can stand beside this one, itself among them."""

    def like(other: MockScore) -> bool:
        if score.plan.kind in EXAM_LIKE:
            return other.plan.kind in EXAM_LIKE
        return (other.plan.kind, other.plan.area) == (score.plan.kind, score.plan.area)

    return [other for other in all_attempts if like(other)]


def result(desk: Desk, sitting_id: int) -> MockResult:
    """A closed mock exam in full; KeyError if there is none of that id."""
    closed = {totals.sitting.id: totals for totals in desk.history.closed_sittings(SittingKind.MOCK)}
    totals = closed[sitting_id]
    answers = {answer.question: answer for answer in desk.history.answers_of(sitting_id)}
    drafts = desk.history.drafts_of(sitting_id)
    form = totals.sitting.form
    pace = (totals.sitting.limit_ms or totals.sitting.elapsed_ms) / max(1, len(form))
    rows = tuple(
        _sat(desk, totals.sitting, place, answers[name], drafts.get(name, Draft()), SLOW * pace)
        for place, name in enumerate(form)
        if name in answers
    )
    gone = tuple(desk.history.interruptions_of(sitting_id))
    return MockResult(_score(desk, totals), rows, gone, desk.history.forecasts().get(sitting_id))


def _sat(desk: Desk, sitting: SittingRecord, place: int, answer: Answer, draft: Draft, slow_ms: float) -> Sat:
    question = desk.catalog.question(answer.question) if answer.question in desk.catalog else None
    plan = sitting.plan or MockPlan()
    return Sat(
        place=place,
        answer=answer,
        draft=draft,
        question=question,
        section=next(part for part in plan.over(len(sitting.form)) if place in part),
        change=Change.NONE if question is None else _change(question, answer, draft),
        slow=answer.milliseconds > slow_ms,
        unscored=place in plan.unscored,
    )


def _change(question: Question, answer: Answer, draft: Draft) -> Change:
    if not draft.changes or draft.first is None:
        return Change.NONE
    before = grade(question, question.task.fitting(draft.first)).points
    if answer.points == before:
        return Change.LEVEL
    return Change.TO_RIGHT if answer.points > before else Change.TO_WRONG


def _score(desk: Desk, totals: SittingTotals) -> MockScore:
    exam = desk.catalog.syllabus.exam
    areas = _counting(desk, totals)
    points = sum(area.points for area in areas)
    out_of = sum(area.out_of for area in areas)
    value = round(scaled(points / out_of, exam.score_max, exam.score_to_pass)) if out_of else 0
    return MockScore(totals.sitting, points, out_of, value, value >= exam.score_to_pass, areas)


def _counting(desk: Desk, totals: SittingTotals) -> tuple[AreaTotal, ...]:
    """The totals without the questions that do not count."""
    plan = totals.sitting.plan
    if plan is None or not plan.unscored:
        return totals.areas
    names = {totals.sitting.form[place] for place in plan.unscored}
    places = {entry.id: entry.area for entry in desk.catalog.entries if entry.id in names}
    gone = [a for a in desk.history.answers_of(totals.sitting.id) if a.question in names]
    return tuple(_less(area, places, gone) for area in totals.areas)


def _less(area: AreaTotal, places: Mapping[str, str], gone: Iterable[Answer]) -> AreaTotal:
    for answer in gone:
        if places.get(answer.question) == area.area:
            area = replace(
                area,
                answers=area.answers - 1,
                points=area.points - answer.points,
                out_of=area.out_of - answer.out_of,
                milliseconds=area.milliseconds - answer.milliseconds,
            )
    return area
