"""The blueprint: how many of n questions fall on each area, inside the published weight ranges.

Weights are the point of the ranges where they sum to 100 %: low + t (high - low), t = (100 - sum low) / (sum high -
sum low). Where a split within all ranges exists it is returned; where none exists (1 to 13 questions of AZ-400, and
16-19, 21, 25, 26) the sequence walks seat by seat between its feasible neighbours and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from certstudy.core.apportion import Seats, apportion, withdrawn
from certstudy.core.syllabus import Syllabus, WeightRange

Ranges = tuple[WeightRange, ...]

# at a multiple of 100 questions whole per cents are whole seats, so that a split exists if the ranges allow any
PERIOD = 100


@dataclass(frozen=True, slots=True)
class Blueprint:
    """Seats per area in syllabus order; `in_range` tells whether each area lies in its weight range.

    `short` counts the seats that an area should have had but has no questions for.
    """

    seats: Seats
    ranges: Ranges
    in_range: bool
    short: Seats

    @property
    def n(self) -> int:
        """How many questions the blueprint holds."""
        return sum(self.seats)

    def percent(self, area: int) -> float:
        """The share of an area in per cent."""
        return 100 * self.seats[area] / self.n if self.n else 0.0

    def off_range(self, area: int) -> float:
        """Percentage points by which an area misses its range: negative below, positive above, else 0."""
        percent, weight = self.percent(area), self.ranges[area]
        return min(0.0, percent - weight.low) + max(0.0, percent - weight.high)


def weight_ranges(syllabus: Syllabus) -> Ranges:
    """The ranges of a syllabus in its order."""
    return tuple(area.weight for area in syllabus.areas)


def weights(ranges: Ranges) -> tuple[int, ...]:
    """Whole numbers in proportion to the exam's weights (13/13/53/13/8 for AZ-400)."""
    low, high = sum(r.low for r in ranges), sum(r.high for r in ranges)
    if low == high or not low <= PERIOD <= high:
        return tuple(r.low + r.high for r in ranges)
    return tuple(r.low * (high - low) + (PERIOD - low) * (r.high - r.low) for r in ranges)


def within_ranges(ranges: Ranges, seats: Sequence[int]) -> bool:
    """Whether each area's share of the seats lies in its range."""
    n = sum(seats)
    return n > 0 and all(
        r.low * n <= PERIOD * count <= r.high * n for r, count in zip(ranges, seats, strict=True)
    )


def feasible(ranges: Ranges, n: int) -> bool:
    """Whether some split of n whole questions lies in all ranges."""
    lower, upper = _bounds(ranges, n)
    return all(low <= high for low, high in zip(lower, upper, strict=True)) and sum(lower) <= n <= sum(upper)


def blueprint(ranges: Ranges, n: int, pool: Sequence[int] | None = None) -> Blueprint:
    """Divide n questions over the areas; `pool` says how many questions each area has to give.

    An area that has fewer than its seats gives all it has, the rest goes to the others and `short` tells.
    Raises ValueError for a negative n.
    """
    if n < 0:
        raise ValueError("a form cannot have fewer than 0 questions")
    target = _sequence(ranges, n)
    return _as_far_as(ranges, target, (0,) * len(ranges), pool)


def session(ranges: Ranges, answered: Sequence[int], n: int, pool: Sequence[int] | None = None) -> Blueprint:
    """The next n questions as a difference of the cumulative sequence.

    After them the totals `answered` + seats lie in range whenever that can be, although n alone may not.
    """
    held = _without_whole_periods(ranges, answered)
    return _as_far_as(ranges, _sequence(ranges, sum(held) + n), held, pool)


def _as_far_as(ranges: Ranges, target: Seats, held: Seats, pool: Sequence[int] | None) -> Blueprint:
    """New seats that bring `held` as near to the target as it and the pool allow."""
    wanted = sum(target)
    roof = tuple(wanted if pool is None else h + pool[i] for i, h in enumerate(held))
    total = min(wanted, sum(roof))
    near = tuple(max(h, min(t, r)) for t, h, r in zip(target, held, roof, strict=True))
    if sum(near) <= total:
        seats = _filled(ranges, near, roof, total)
    else:
        seats = apportion(weights(ranges), total, lower=held, upper=near)
    fresh = tuple(s - h for s, h in zip(seats, held, strict=True))
    short = tuple(max(0, t - s) for t, s in zip(target, seats, strict=True))
    return Blueprint(
        fresh, ranges, within_ranges(ranges, fresh), short if sum(near) <= total else (0,) * len(short)
    )


def _filled(ranges: Ranges, near: Seats, roof: Seats, total: int) -> Seats:
    """The missing seats given out, inside the ranges if that is possible with this pool."""
    _, upper = _bounds(ranges, total)
    high = tuple(max(n, min(bound, r)) for n, bound, r in zip(near, upper, roof, strict=True))
    return apportion(weights(ranges), total, lower=near, upper=high if sum(high) >= total else roof)


def _without_whole_periods(ranges: Ranges, answered: Sequence[int]) -> Seats:
    """The totals less all but one of the whole periods in them: those are in range by themselves."""
    period = _sequence(ranges, PERIOD)
    whole = min((a // seats for a, seats in zip(answered, period, strict=True) if seats), default=0)
    spare = max(0, whole - 1)
    return tuple(a - spare * seats for a, seats in zip(answered, period, strict=True))


def _bounds(ranges: Ranges, n: int) -> tuple[Seats, Seats]:
    """The fewest and most whole seats each range allows of n."""
    return tuple(-(-r.low * n // PERIOD) for r in ranges), tuple(r.high * n // PERIOD for r in ranges)


@lru_cache(maxsize=4096)
def _sequence(ranges: Ranges, n: int) -> Seats:
    """The n-th member of the sequence that is in range wherever that is possible."""
    if feasible(ranges, n):
        lower, upper = _bounds(ranges, n)
        return apportion(weights(ranges), n, lower=lower, upper=upper)
    below = next((m for m in range(n - 1, 0, -1) if feasible(ranges, m)), None) if n < PERIOD else None
    above = next((m for m in range(n + 1, n + PERIOD + 1) if feasible(ranges, m)), None)
    if above is None:
        return apportion(weights(ranges), n)
    if below is None:
        return withdrawn(weights(ranges), _sequence(ranges, above), n)
    start, goal = _sequence(ranges, below), _sequence(ranges, above)
    return apportion(weights(ranges), n, lower=start, upper=tuple(map(max, start, goal)))
