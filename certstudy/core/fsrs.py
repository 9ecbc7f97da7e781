"""FSRS-6: how the stability and difficulty of a memory follow from when and how well it was recalled.

The formulas and default parameters are those of the `fsrs` package, which the tests hold this module to. It is not
called itself, because it counts whole days only (a memory is as fresh after 47 hours as after 25) and takes one of
four grades, while an answer to a multiple-choice question is a mixture of them.
"""

import math
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

STABILITY_MIN = 0.001
DIFFICULTY_MIN, DIFFICULTY_MAX = 1.0, 10.0

DEFAULT_PARAMETERS = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip

# within these the package fits them
LOWEST = (
    (0.001,) * 4 + (1.0, 0.001, 0.001, 0.001, 0.0, 0.0) + (0.001,) * 4 + (0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.1)
)
HIGHEST = (
    100.0, 100.0, 100.0, 100.0, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5, 5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8,
)  # fmt: skip


class Rating(IntEnum):
    """How well a recall went, in the four grades of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Trace:
    """A memory: stability is the number of days after which 90 % is recalled, difficulty runs from 1 to 10."""

    stability: float
    difficulty: float


@dataclass(frozen=True, slots=True)
class Fsrs:
    """The model with its 21 parameters; ValueError for any other number of them."""

    parameters: tuple[float, ...] = DEFAULT_PARAMETERS
    decay: float = field(init=False)
    factor: float = field(init=False)
    growth: float = field(init=False)
    lapse: float = field(init=False)

    def __post_init__(self) -> None:
        """Work out the constants once."""
        if len(self.parameters) != len(DEFAULT_PARAMETERS):
            raise ValueError(f"FSRS-6 has {len(DEFAULT_PARAMETERS)} parameters, not {len(self.parameters)}")
        w = self.parameters
        object.__setattr__(self, "decay", -w[20])
        object.__setattr__(self, "factor", 0.9 ** (1 / self.decay) - 1)
        object.__setattr__(self, "growth", math.exp(w[8]))
        object.__setattr__(self, "lapse", math.exp(-w[17] * w[18]))

    def retrievability(self, days: float, stability: float) -> float:
        """The probability of recall that many days, whole or not, after the last review."""
        return math.pow(1 + self.factor * days / stability, self.decay)

    def days_until(self, retrievability: float, stability: float) -> float:
        """After how many days the probability of recall has fallen to that, between 0 and 1."""
        return stability / self.factor * (math.pow(retrievability, 1 / self.decay) - 1)

    def stability(self, days: float, retrievability: float) -> float:
        """The stability of which that share, between 0 and 1, is recalled that many days after the last review."""
        return self.factor * days / (math.pow(retrievability, 1 / self.decay) - 1)

    def first(self, rating: Rating) -> Trace:
        """The memory that a first exposure leaves."""
        return Trace(
            max(STABILITY_MIN, self.parameters[rating - 1]), _clamped(self._first_difficulty(rating))
        )

    def again_later(self, trace: Trace, retrievability: float, rating: Rating) -> Trace:
        """The memory after a review on a later day."""
        s, d = trace.stability, trace.difficulty
        if rating is Rating.AGAIN:
            stability = self.forgotten(s, d, retrievability)
        else:
            bonus = {Rating.HARD: self.parameters[15], Rating.EASY: self.parameters[16]}.get(rating, 1.0)
            stability = self.recalled(s, d, retrievability, bonus)
        return Trace(max(STABILITY_MIN, stability), self._next_difficulty(d, rating))

    def recalled(
        self, stability: float, difficulty: float, retrievability: float, bonus: float = 1.0
    ) -> float:
        """The stability after a recall on a later day; `bonus` scales the growth by how hard or easy it was."""
        w = self.parameters
        surprise = math.exp((1 - retrievability) * w[10]) - 1
        gain = self.growth * (11 - difficulty) * math.pow(stability, -w[9]) * surprise * bonus
        return stability * (1 + gain)

    def forgotten(self, stability: float, difficulty: float, retrievability: float) -> float:
        """The stability after a lapse on a later day."""
        w = self.parameters
        surprise = math.exp((1 - retrievability) * w[14])
        long_term = w[11] * math.pow(difficulty, -w[12]) * (math.pow(stability + 1, w[13]) - 1) * surprise
        return min(long_term, stability * self.lapse)

    def again_same_day(self, trace: Trace, rating: Rating) -> Trace:
        """The memory after a further review on the same day."""
        w = self.parameters
        growth = math.exp(w[17] * (rating - 3 + w[18])) * math.pow(trace.stability, -w[19])
        if rating is not Rating.AGAIN:
            growth = max(1.0, growth)
        stability = max(STABILITY_MIN, trace.stability * growth)
        return Trace(stability, self._next_difficulty(trace.difficulty, rating))

    def _first_difficulty(self, rating: Rating) -> float:
        return self.parameters[4] - math.exp(self.parameters[5] * (rating - 1)) + 1

    def _next_difficulty(self, difficulty: float, rating: Rating) -> float:
        w = self.parameters
        damped = difficulty + (10 - difficulty) * -w[6] * (rating - 3) / 9
        return _clamped(w[7] * self._first_difficulty(Rating.EASY) + (1 - w[7]) * damped)


def _clamped(difficulty: float) -> float:
    return min(DIFFICULTY_MAX, max(DIFFICULTY_MIN, difficulty))


@lru_cache(maxsize=4)
def fsrs_of(parameters: tuple[float, ...]) -> Fsrs:
    """The model with these parameters; the population's where they are none or out of bounds."""
    sound = len(parameters) == len(DEFAULT_PARAMETERS) and all(
        low <= value <= high for low, value, high in zip(LOWEST, parameters, HIGHEST, strict=True)
    )
    return Fsrs(parameters) if sound else Fsrs()
