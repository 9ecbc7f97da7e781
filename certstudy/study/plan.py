"""The plan to the exam: worked out anew from the record whenever it is looked at."""

from dataclasses import replace

from certstudy.core.exam_plan import ExamPlan, Pupil, exam_plan
from certstudy.study.availability import days_to_exam, minutes_missed
from certstudy.study.desk import Desk
from certstudy.study.occasion import choosing, own_curve_of
from certstudy.study.rehearsals import with_rehearsals
from certstudy.study.today import milliseconds_an_answer


def plan(desk: Desk) -> ExamPlan | None:
    """The days to the exam with their questions; None when no exam lies ahead."""
    days, kept, today = desk.history.days(), desk.history.preferences(), desk.now().day
    coming, now = days_to_exam(kept, days, today), replace(choosing(desk), own=own_curve_of(desk))
    if not coming or not now.ahead:
        return None
    pupil = Pupil(
        syllabus=desk.catalog.syllabus,
        bank=desk.catalog.entries,
        standings=desk.history.states(),
        answered=desk.history.planned_answers(),
        seconds=milliseconds_an_answer(days) / 1000,
    )
    return exam_plan(pupil, with_rehearsals(desk, coming), minutes_missed(kept, days, today), now)
