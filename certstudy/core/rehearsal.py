"""On which days of the plan a mock exam is sat: a short one at once where nothing is known, then whole ones.

The whole ones are counted back from the exam, so that they stay where they are while the days pass, and fall on the
longest day within reach. None comes so late that what it shows could not be put right.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from certstudy.core.mock_plan import FormKind

# days before the exam on which the last one is sat, and days between two
LAST_BEFORE = (3, 5)
APART = (7, 10)
# after one that was sat, or after the diagnostic, the next waits at least so long
LEAST_APART = 5
# earlier ones would spend questions that practice needs
MOST = 6


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A mock exam in the plan, its time in minutes."""

    kind: FormKind
    questions: int
    minutes: int


def rehearsal_days(
    minutes: Mapping[int, int], exam: int, latest: int | None, known: bool
) -> dict[int, FormKind]:
    """The days of mock exams, by ordinals.

    `minutes` are those meant for each day still ahead, 0 on a day off; `latest` is the day of the last mock exam sat,
    `known` whether there is evidence enough to name a chance.
    """
    ahead = {day: count for day, count in minutes.items() if count > 0 and day <= exam - LAST_BEFORE[0]}
    if not ahead:
        return {}
    since, found = min(ahead), {}
    if latest is not None:
        since = max(since, latest + LEAST_APART)
    elif not known:
        found[since] = FormKind.DIAGNOSTIC
        since += LEAST_APART
    nearest, farthest = LAST_BEFORE
    end = exam
    for _ in range(MOST):
        day = _longest(ahead, since, end - farthest, end - nearest)
        if day is None:
            break
        found[day] = FormKind.FULL
        end, (nearest, farthest) = day, APART
    return found


def _longest(ahead: Mapping[int, int], since: int, first: int, last: int) -> int | None:
    """The longest day from the first to the last, of equals the one nearest the middle; none before `since`."""
    middle = (first + last) / 2
    days = (day for day in range(max(since, first), last + 1) if day in ahead)
    return max(days, key=lambda day: (ahead[day], -abs(day - middle)), default=None)
