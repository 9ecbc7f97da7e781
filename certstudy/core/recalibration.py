"""What this learner's own answers say about the forgetting curve: two numbers, learnt answer by answer.

The population's curve is too kind to some and too harsh to others. The log odds of recall are therefore shifted and
stretched, p = sigmoid(a + b logit R), and (a, b) follow the answers by an extended Kalman filter that slowly forgets.
It gives about half of what fitting all 21 parameters would, without a training step.
"""

import math
from dataclasses import dataclass

MOST_LOG_ODDS = 9.0


@dataclass(frozen=True, slots=True)
class Recalibration:
    """Shift and stretch of the log odds, with their covariance."""

    shift: float = 0.0
    stretch: float = 1.0
    shift_variance: float = 0.5
    stretch_variance: float = 0.1
    covariance: float = 0.0


AS_THE_CURVE = Recalibration()

SHIFT_DRIFT, STRETCH_DRIFT = 2e-4, 2e-5


def recalibrated(recalibration: Recalibration, retrievability: float) -> float:
    """The probability of recall for this learner, 0 to 1."""
    return _sigmoid(recalibration.shift + recalibration.stretch * _log_odds(retrievability))


def learnt(
    recalibration: Recalibration, retrievability: float, credit: float, chance: float = 0.0
) -> Recalibration:
    """What is known after an answer of that credit to a question of that retrievability before it.

    `chance` is the probability of full credit without knowledge: the answer's own is chance + (1 - chance) p.
    """
    r = recalibration
    z = _log_odds(retrievability)
    recall = _sigmoid(r.shift + r.stretch * z)
    right = chance + (1 - chance) * recall
    slope = (1 - chance) * recall * (1 - recall)
    va, vb, cov = r.shift_variance + SHIFT_DRIFT, r.stretch_variance + STRETCH_DRIFT, r.covariance
    to_shift, to_stretch = va + cov * z, cov + vb * z
    scale = slope / (right * (1 - right) + slope * slope * (to_shift + z * to_stretch))
    return Recalibration(
        shift=r.shift + scale * to_shift * (credit - right),
        stretch=r.stretch + scale * to_stretch * (credit - right),
        shift_variance=va - scale * slope * to_shift * to_shift,
        stretch_variance=vb - scale * slope * to_stretch * to_stretch,
        covariance=cov - scale * slope * to_shift * to_stretch,
    )


def _log_odds(p: float) -> float:
    if not 0.0 < p < 1.0:
        return math.copysign(MOST_LOG_ODDS, p - 0.5)
    return max(-MOST_LOG_ODDS, min(MOST_LOG_ODDS, math.log(p / (1 - p))))


def _sigmoid(x: float) -> float:
    bounded = max(-MOST_LOG_ODDS, min(MOST_LOG_ODDS, x))
    return 1 / (1 + math.exp(-bounded))
