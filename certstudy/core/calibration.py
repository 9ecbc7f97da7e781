"""How good foretold chances were, once the outcomes are known."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

BINS = 10
# a chance is never taken for nearer to 0 or 1: one surprise would outweigh everything
_EDGE = 1e-9


@dataclass(frozen=True, slots=True)
class Quality:
    """Scores of foretold chances: lower is better but for `auc`, which is None when all outcomes are the same.

    `ece` is the expected calibration error over ten bins of equal mass.
    """

    n: int
    log_loss: float
    brier: float
    auc: float | None
    ece: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers with similar chances: how many, the chance they were given on the average, the share that came true."""

    n: int
    foretold: float
    true: float


def quality(chances: Sequence[float], outcomes: Sequence[float]) -> Quality | None:
    """Scores of chances against outcomes (0 to 1); None when there are none. AUC takes a whole point for right."""
    n = len(chances)
    if not n:
        return None
    loss = square = 0.0
    for p, y in zip(chances, outcomes, strict=True):
        q = min(1 - _EDGE, max(_EDGE, p))
        loss -= y * log(q) + (1 - y) * log(1 - q)
        square += (p - y) ** 2
    order = sorted(range(n), key=chances.__getitem__)
    sorted_bins = _bins(order, chances, outcomes, BINS)
    ece = sum(b.n * abs(b.foretold - b.true) for b in sorted_bins) / n
    return Quality(n, loss / n, square / n, _auc(order, chances, outcomes), ece)


def reliability(chances: Sequence[float], outcomes: Sequence[float], bins: int = BINS) -> tuple[Bin, ...]:
    """Foretold against true in bins of equal mass, from the least to the most likely."""
    return _bins(sorted(range(len(chances)), key=chances.__getitem__), chances, outcomes, bins)


def _bins(
    order: Sequence[int], chances: Sequence[float], outcomes: Sequence[float], bins: int
) -> tuple[Bin, ...]:
    n = len(order)
    edges = [round(n * k / bins) for k in range(bins + 1)]
    made = []
    for start, end in pairwise(edges):
        if size := end - start:
            inside = order[start:end]
            foretold, true = sum(chances[i] for i in inside), sum(outcomes[i] for i in inside)
            made.append(Bin(size, foretold / size, true / size))
    return tuple(made)


def _auc(order: Sequence[int], chances: Sequence[float], outcomes: Sequence[float]) -> float | None:
    """P(a right answer had the higher chance than a wrong one), ties counting half; by ranks."""
    right = sum(outcomes[i] == 1 for i in order)
    wrong = len(order) - right
    if not right or not wrong:
        return None
    ranks, start = 0.0, 0
    while start < len(order):
        end, tied = start, 0
        while end < len(order) and chances[order[end]] == chances[order[start]]:
            tied += outcomes[order[end]] == 1
            end += 1
        ranks += tied * (start + 1 + end) / 2
        start = end
    return (ranks - right * (right + 1) / 2) / (right * wrong)
