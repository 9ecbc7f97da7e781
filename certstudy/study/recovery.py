"""The plan for the next attempt: a day that gives enough time, and what that time is best spent on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from certstudy.core.readiness import exam_parts, exam_scale, standing_on
from certstudy.core.recovery import Allotment, allotted
from certstudy.study.availability import days_to_exam
from certstudy.study.desk import Desk
from certstudy.study.next_attempt import NextAttempt, next_attempt
from certstudy.study.readiness import Standing, group_records, standing
from certstudy.study.today import milliseconds_an_answer

# the first of these many days is proposed that makes passing likely, or after which more time would add little
AFTER_DAYS = (14, 21, 28, 35, 42)
LIKELY, LITTLE = 0.8, 0.03
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Recovery:
    """The next attempt on a day, the learner's own or a proposed one, with the minutes until then and their use.

    `has_forecast` says whether there are answers enough to name chances.
    """

    attempt: NextAttempt
    day: date
    minutes: int
    allotment: Allotment
    has_forecast: bool


def recovery(desk: Desk) -> Recovery | None:
    """What the time to the next attempt is best spent on; None without a failed attempt."""
    attempt = next_attempt(desk)
    if attempt is None:
        return None
    where = standing(desk)
    ways = [_recovery(desk, where, attempt, day) for day in _days(desk, attempt)]
    enough = min(LIKELY, ways[-1].allotment.p_then - LITTLE)
    return next(way for way in ways if way.allotment.p_then >= enough)


def _days(desk: Desk, attempt: NextAttempt) -> Iterator[date]:
    if attempt.exam is not None and not attempt.too_early:
        yield attempt.exam
        return
    today = desk.now().local.date()
    earliest = max(today + timedelta(days=1), attempt.earliest or today)
    days = [today + timedelta(days=after) for after in AFTER_DAYS]
    yield from [day for day in days if day >= earliest] or [earliest]


def _recovery(desk: Desk, where: Standing, attempt: NextAttempt, day: date) -> Recovery:
    syllabus, days = desk.catalog.syllabus, desk.history.days()
    kept = replace(desk.history.preferences(), exam_date=day)
    minutes = sum(planned.minutes for planned in days_to_exam(kept, days, where.day))
    ability, answers_a_minute = where.stage.ability, MINUTE_MS / milliseconds_an_answer(days)
    allotment = allotted(
        standing_on(syllabus, where.stage, where.day, where.results),
        exam_parts(syllabus),
        exam_scale(syllabus),
        group_records(desk, where),
        minutes,
        [
            (weight, answers_a_minute * pace.gain)
            for weight, pace in zip(ability.weights, ability.paces, strict=True)
        ],
    )
    return Recovery(attempt, day, minutes, allotment, where.readiness.forecast is not None)
