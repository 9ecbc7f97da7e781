"""The learner's time: what is meant for each day to the exam, and what was missed lately."""

from collections import defaultdict
from collections.abc import Iterable

from certstudy.core.exam_plan import CATCH_UP_DAYS, PlannedDay, behind, scheduled
from certstudy.core.moment import date_of
from certstudy.core.preferences import Preferences
from certstudy.core.record import DayTotal

LONGEST_PLAN = 730


def days_to_exam(kept: Preferences, days: Iterable[DayTotal], today: int) -> tuple[PlannedDay, ...]:
    """The minutes of each day from today to the exam's, what was missed lately included; empty without an exam."""
    if kept.exam_date is None or not today <= kept.exam_date.toordinal() <= today + LONGEST_PLAN:
        return ()
    exam = kept.exam_date.toordinal()
    minutes = [kept.minutes_on(date_of(day)) for day in range(today, exam)]
    return scheduled(minutes, today, exam, minutes_missed(kept, days, today))


def minutes_missed(kept: Preferences, days: Iterable[DayTotal], today: int) -> int:
    """Minutes that the days before today, since the learner began, fell short of what was meant."""
    spent: dict[int, float] = defaultdict(float)
    for total in days:
        spent[total.day] += total.milliseconds / 60_000
    began = min(spent, default=today)
    past = range(max(began, today - CATCH_UP_DAYS), today)
    return behind({day: kept.minutes_on(date_of(day)) for day in past}, spent)
