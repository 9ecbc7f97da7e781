"""The mock exams of the plan, as far as the learner wants them."""

from collections.abc import Iterable
from dataclasses import replace

from certstudy.core.exam_plan import PlannedDay
from certstudy.core.forecast import EVIDENCE_NEEDED
from certstudy.core.mock_plan import EXAM_LIKE, FormKind, MockPlan
from certstudy.core.record import SittingKind
from certstudy.core.rehearsal import Rehearsal, rehearsal_days
from certstudy.study.desk import Desk
from certstudy.study.mock_exam import minutes_for, usual

WHOLE = EXAM_LIKE | {FormKind.DIAGNOSTIC}


def with_rehearsals(desk: Desk, days: Iterable[PlannedDay]) -> tuple[PlannedDay, ...]:
    """The days to the exam, those of a mock exam as long as it takes."""
    coming = tuple(days)
    if not coming or not desk.history.preferences().plan_mocks:
        return coming
    known = len(desk.history.first_attempts()) >= EVIDENCE_NEEDED
    # what is caught up moves from day to day, and no mock exam should move with it
    minutes = {day.day: day.minutes - day.catch_up for day in coming[:-1]}
    kinds = rehearsal_days(minutes, coming[-1].day, _latest(desk), known)
    return tuple(_with(desk, day, kinds[day.day]) if day.day in kinds else day for day in coming)


def _latest(desk: Desk) -> int | None:
    """The day on which the last mock exam that says something of all areas was handed in."""
    return next(
        (
            (totals.sitting.closed or totals.sitting.opened).day
            for totals in desk.history.closed_sittings(SittingKind.MOCK)
            if totals.areas and (totals.sitting.plan or MockPlan()).kind in WHOLE
        ),
        None,
    )


def _with(desk: Desk, day: PlannedDay, kind: FormKind) -> PlannedDay:
    questions = usual(desk.catalog.syllabus, kind)
    mock = Rehearsal(kind, questions, minutes_for(desk, kind, questions))
    return replace(day, minutes=max(day.minutes, mock.minutes), mock=mock)
