"""When something happened: the exact instant in UTC and the learner's offset beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

# a learner who studies past midnight is still in the evening
DAY_ROLLS_AT = timedelta(hours=4)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An instant (aware, UTC, to the microsecond) and the offset of the learner's clock in minutes."""

    utc: datetime
    offset_minutes: int = 0

    def __post_init__(self) -> None:
        """Refuse a naive time: it would be a different instant on another machine."""
        # the usual case first: a record holds many thousands
        if self.utc.tzinfo is not UTC and self.utc.utcoffset() != timedelta(0):
            raise ValueError("a moment is kept in UTC")

    @property
    def day(self) -> int:
        """The learner's day as a proleptic Gregorian ordinal; it rolls at 04:00 local."""
        return (self.utc + _to_day(self.offset_minutes)).toordinal()

    @property
    def local(self) -> datetime:
        """The wall-clock time the learner saw, naive."""
        return (self.utc + timedelta(minutes=self.offset_minutes)).replace(tzinfo=None)


@lru_cache(maxsize=64)
def _to_day(offset_minutes: int) -> timedelta:
    """From UTC to the clock by which the learner's days change at midnight."""
    return timedelta(minutes=offset_minutes) - DAY_ROLLS_AT


def until_next_day(now: Moment) -> timedelta:
    """How long the learner's day still lasts by the same clock."""
    ends = datetime.combine(date_of(now.day + 1), time()) + DAY_ROLLS_AT
    return ends - now.local


def moment_of(aware: datetime) -> Moment:
    """The moment of an aware local time; ValueError if it is naive."""
    offset = aware.utcoffset()
    if offset is None:
        raise ValueError("a moment needs an aware time")
    return Moment(aware.astimezone(UTC), round(offset.total_seconds() / 60))


def believed(days: Sequence[int], today: int) -> list[int]:
    """The days of events in order; one beyond today, from a clock that was wrong, counts as the next that is not."""
    latest, found = today, []
    for day in reversed(days):
        latest = day if day <= today else latest
        found.append(latest)
    return found[::-1]


def date_of(day: int) -> date:
    """The calendar date of a learner's day."""
    return date.fromordinal(day)
