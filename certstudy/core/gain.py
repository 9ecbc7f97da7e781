"""What a question is worth now: the recall it adds on the day of the exam, for the time it takes.

Myopic value with one step of look-ahead: what would be better reviewed nearer the exam is left for then. Nothing of the
kind is published for a fixed date; in simulation it beats both due dates and choice by weight.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from certstudy.core.fsrs import Fsrs, Rating

# in reviews: it takes 1.6 times as long, but a first meeting also opens the way to the reviews that follow it
NEW_COSTS = 1.3

LATER = 1 / 3
PATIENCE = 0.7

# without an exam, or on its very day, what counts is the memory of the weeks to come
STEADY_DAYS = 30.0
SHORTEST_DAYS = 0.25


@dataclass(frozen=True, slots=True)
class Outlook:
    """Days from now to the exam, whole or not, and the model of forgetting."""

    days: float
    model: Fsrs
    _wait: float = field(init=False)

    def __post_init__(self) -> None:
        """Work out how long patience would wait."""
        object.__setattr__(self, "_wait", self.days * LATER)

    def of_reviews(self, memories: Iterable[tuple[float, float, float]]) -> list[float]:
        """The worth of a review now for each (stability, difficulty, days since the last review).

        It is the recall that a review now adds on the day, less `PATIENCE` of what a review later would add. The
        model's formulas are written out in one loop, because thousands are weighed between two screens.
        """
        w, decay, factor, pow_, exp = (
            self.model.parameters,
            self.model.decay,
            self.model.factor,
            math.pow,
            math.exp,
        )
        growth, lapse = self.model.growth, self.model.lapse
        days, wait = self.days, self._wait
        worths = []
        for stability, difficulty, elapsed in memories:
            fading = factor / stability
            alone = pow_(1 + fading * (elapsed + days), decay)
            gain_of_recall = growth * (11 - difficulty) * pow_(stability, -w[9])
            after_lapse = w[11] * pow_(difficulty, -w[12]) * (pow_(stability + 1, w[13]) - 1)
            most_after_lapse = stability * lapse
            worth = 0.0
            for later, sign in ((0.0, 1.0), (wait, -PATIENCE)):
                r = pow_(1 + fading * (elapsed + later), decay)
                recalled = stability * (1 + gain_of_recall * (exp((1 - r) * w[10]) - 1))
                forgotten = min(after_lapse * exp((1 - r) * w[14]), most_after_lapse)
                ahead = factor * (days - later)
                gain = (
                    r * pow_(1 + ahead / recalled, decay)
                    + (1 - r) * pow_(1 + ahead / forgotten, decay)
                    - alone
                )
                worth += sign * gain if sign > 0 or gain > 0 else 0.0
            worths.append(worth)
        return worths

    def of_new(self, known: float) -> float:
        """The worth now of a question never met, known with that probability."""
        gain = self.gain_of_new(known)
        return gain - PATIENCE * max(0.0, self.gain_of_new(known, self._wait))

    def gain_of_new(self, known: float, wait: float = 0.0) -> float:
        """The recall on the day that meeting a question after `wait` more days adds, for a review's time."""
        recalled, forgotten = (
            self.model.retrievability(self.days - wait, self.model.first(rating).stability)
            for rating in (Rating.GOOD, Rating.AGAIN)
        )
        return (known * recalled + (1 - known) * forgotten - known) / NEW_COSTS
