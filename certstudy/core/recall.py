"""The chance to answer a question right that was met before: memory on top of ability.

Meeting a question again is foretold from what happened before: how it went, how often it was met, how long ago, and
how hard it would be if it were new. How much each of these says differs from learner to learner (some read every
explanation, some none), so the weights are a normal belief that follows the learner's own repeats.
"""

from dataclasses import dataclass
from math import log, log1p
from typing import NamedTuple

from certstudy.core.ability import Matrix, Row
from certstudy.core.logistic import expected, expected_with_derivatives

# base, ability, last time, times before, times met, time gone by
_MEAN = (1.2, 0.4, 1.5, 0.5, 0.4, -0.35)
_SD = (0.9, 0.25, 0.8, 0.5, 0.3, 0.2)
_DRIFT = 0.001
# how sure one can ever be that memory matters or not, for one learner and for the next
_SUREST, _OPEN = 0.999, 0.95
# without a clock, so many answers count as a day
ANSWERS_A_DAY = 25.0


@dataclass(frozen=True, slots=True)
class Encounters:
    """What happened with a question so far: how often met, credit in all, credit the last time."""

    times: int
    credit: float
    last: float

    def and_then(self, credit: float) -> "Encounters":
        """After one more."""
        return Encounters(self.times + 1, self.credit + credit, credit)


@dataclass(frozen=True, slots=True)
class Recall:
    """A normal belief about the weights; `memory` is the probability that having met a question matters at all."""

    mean: Row
    covariance: Matrix
    memory: float = 0.85


class Signs(NamedTuple):
    """What speaks for a right answer to a question met before: the chance were it new, and the features."""

    anew: float
    features: Row


def usual_recall() -> Recall:
    """What holds for learners at large."""
    size = range(len(_SD))
    return Recall(_MEAN, tuple(tuple(_SD[i] ** 2 if i == j else 0.0 for j in size) for i in size))


def signs(before: Encounters, anew: float, days: float) -> Signs:
    """What speaks for a right answer: `anew` is the chance were it new, `days` the time since the last meeting."""
    odds = log(max(1e-3, anew) / max(1e-3, 1 - anew))
    earlier = before.times - 1
    record = (2 * (before.credit - before.last) - earlier) / (earlier + 1)
    features = (1.0, odds, before.last - 0.5, record, log(before.times), log1p(max(0.0, days)))
    return Signs(anew, features)


def recalled(recall: Recall, seen: Signs) -> float:
    """P(right) the next time."""
    mean, variance, _ = _along(recall, seen.features)
    return recall.memory * expected(mean, variance) + (1 - recall.memory) * seen.anew


def learnt(recall: Recall, seen: Signs, credit: float) -> tuple[float, Recall]:
    """The chance given beforehand, and the belief after a repeat earned that credit."""
    mean, variance, reach = _along(recall, seen.features)
    p, first, second = expected_with_derivatives(mean, variance)
    up, down = first / p, -first / (1 - p)
    push = credit * up + (1 - credit) * down
    bend = credit * (second / p - up * up) + (1 - credit) * (-second / (1 - p) - down * down)
    moved = tuple(m + r * push for m, r in zip(recall.mean, reach, strict=True))
    rows = tuple(
        tuple(
            c + r * bend * s + (_DRIFT * _SD[i] ** 2 if i == j else 0.0)
            for j, (c, s) in enumerate(zip(row, reach, strict=True))
        )
        for i, (row, r) in enumerate(zip(recall.covariance, reach, strict=True))
    )
    with_memory = recall.memory * _likelihood(p, credit)
    without = (1 - recall.memory) * _likelihood(seen.anew, credit)
    memory = min(_SUREST, max(1 - _SUREST, with_memory / (with_memory + without)))
    return recall.memory * p + (1 - recall.memory) * seen.anew, Recall(moved, rows, memory)


def loosened(recall: Recall, share: float) -> Recall:
    """The belief as a start for somebody else: the same weights, as uncertain as usual in that share."""
    rows = tuple(
        tuple(c + (share * _SD[i] ** 2 if i == j else 0.0) for j, c in enumerate(row))
        for i, row in enumerate(recall.covariance)
    )
    return Recall(recall.mean, rows, min(_OPEN, max(1 - _OPEN, recall.memory)))


def _likelihood(p: float, credit: float) -> float:
    return float(p**credit * (1 - p) ** (1 - credit))


def _along(recall: Recall, seen: Row) -> tuple[float, float, Row]:
    """Mean and variance of the log odds, and the covariance of the weights with them."""
    reach = tuple(sum(c * s for c, s in zip(row, seen, strict=True)) for row in recall.covariance)
    mean = sum(m * s for m, s in zip(recall.mean, seen, strict=True))
    return mean, sum(r * s for r, s in zip(reach, seen, strict=True)), reach
