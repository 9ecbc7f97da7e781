"""Which days count as studied, and how many of them follow one another.

A day counts from a minimum on: opening the app, or one tap late at night, is no study.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from certstudy.core.record import DayTotal

FEWEST_ANSWERS = 5
FEWEST_MS = 5 * 60_000


@dataclass(frozen=True, slots=True)
class DayWork:
    """Everything answered on one day."""

    answers: int = 0
    milliseconds: int = 0

    @property
    def counts(self) -> bool:
        """Whether it is enough to be called a day of study."""
        return self.answers >= FEWEST_ANSWERS or self.milliseconds >= FEWEST_MS


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row up to now, the longest such row ever, and all days that count."""

    current: int
    longest: int
    days: int


def work_by_day(totals: Iterable[DayTotal]) -> Mapping[int, DayWork]:
    """The work of each day over all areas."""
    answers: dict[int, int] = defaultdict(int)
    spent: dict[int, int] = defaultdict(int)
    for total in totals:
        answers[total.day] += total.answers
        spent[total.day] += total.milliseconds
    return {day: DayWork(answers[day], spent[day]) for day in answers}


def streak(work: Mapping[int, DayWork], today: int) -> Streak:
    """The streak as of today; a day that is not over yet does not break it."""
    days = {day for day, done in work.items() if done.counts and day <= today}
    longest = max((_run_to(day, days) for day in days if day + 1 not in days), default=0)
    return Streak(_run_to(today if today in days else today - 1, days), longest, len(days))


def _run_to(day: int, days: set[int]) -> int:
    """How many days in a row end with that day."""
    length = 0
    while day - length in days:
        length += 1
    return length
