"""What a real result says: an exam sat, the official practice assessment, a mock exam from elsewhere.

A result moves the exam's offset (how much harder the real thing is than practice) and the abilities, as far as luck
allows. Practice inflates, sometimes a lot: how far offsets reach is therefore weighed anew with every result, between
what is usual and a wide guess.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import exp, log, pi, sqrt

from certstudy.core.ability import Matrix, Row
from certstudy.core.forecast import OFFSET_SD, Part, Scale, Standing, share_and_slopes

# an offset is of the usual reach, or of a wide one
REACHES = ((OFFSET_SD, 0.6), (1.0, 0.4))
# a form has about so many questions
FORM = 50
# how exactly a bar of a score report can be read, and how far other providers' questions stray, in shares
BAR_SD, STRANGER_SD = 0.05, 0.04
_ITERATIONS = 4


class ResultKind(StrEnum):
    """Where a result comes from."""

    EXAM = "exam"
    ASSESSMENT = "assessment"
    MOCK = "mock"


@dataclass(frozen=True, slots=True)
class Result:
    """A result as entered: a scaled score for an exam, else a share right; `bars` are shares by area of its report.

    `score` is None when only the bars are known; `id` is 0 until it is stored.
    """

    kind: ResultKind
    day: int
    score: float | None
    share: float | None = None
    bars: Mapping[str, float] = field(default_factory=dict)
    id: int = 0


@dataclass(frozen=True, slots=True)
class Reported:
    """A result with what the ability in each area was believed to be when it came, in the order of the standing."""

    result: Result
    then: Row


@dataclass(frozen=True, slots=True)
class _Sight:
    """A share that was seen on a form with these parts, with the variance of its luck."""

    parts: tuple[Part, ...]
    share: float
    variance: float


def informed(known: Standing, results: Sequence[Reported], parts: Sequence[Part], scale: Scale) -> Standing:
    """The standing after all results, in their order; `parts` are the exam's."""
    if not results:
        return known
    outcomes = [_after_all(_reaching(known, reach), results, parts, scale)[1] for reach, _ in REACHES]
    top = max(outcomes)
    masses = [weight * exp(o - top) for o, (_, weight) in zip(outcomes, REACHES, strict=True)]
    variance = sum(m * reach * reach for m, (reach, _) in zip(masses, REACHES, strict=True)) / sum(masses)
    return _after_all(_reaching(known, sqrt(variance)), results, parts, scale)[0]


def share_of(score: float, scale: Scale) -> float:
    """The share right that a scaled score speaks of, the inverse of the map in `forecast`."""
    if score <= scale.to_pass:
        return scale.cut * score / scale.to_pass
    return scale.cut + (1 - scale.cut) * (score - scale.to_pass) / (scale.top - scale.to_pass)


def _reaching(known: Standing, reach: float) -> Standing:
    *rows, last = known.covariance
    return replace(known, covariance=(*rows, (*last[:-1], reach * reach)))


def _after_all(
    known: Standing, results: Sequence[Reported], parts: Sequence[Part], scale: Scale
) -> tuple[Standing, float]:
    """The standing after the results, and the log likelihood of them."""
    evidence = 0.0
    for reported in results:
        moved_since = tuple(now - then for now, then in zip(known.mean, reported.then, strict=False))
        for sight in _sights(reported.result, parts, scale):
            known, likelihood = _after(known, sight, (*moved_since, 0.0))
            evidence += likelihood
    return known, evidence


def _sights(result: Result, parts: Sequence[Part], scale: Scale) -> list[_Sight]:
    """What a result shows; a total and the bars it is made of say much the same, so each then counts half."""
    sights = []
    twice = 2.0 if result.bars and (result.score is not None or result.share is not None) else 1.0
    if result.score is not None:
        share = share_of(result.score, scale)
        sights.append(_Sight(tuple(parts), share, twice * (_luck(share, FORM) + scale.cut_sd**2)))
    elif result.share is not None:
        luck = _luck(result.share, FORM) + STRANGER_SD**2
        sights.append(_Sight(tuple(parts), result.share, twice * luck))
    whole = sum(part.count for part in parts)
    for area, share in result.bars.items():
        mine = tuple(part for part in parts if part.area == area)
        if mine:
            seats = max(1.0, FORM * sum(part.count for part in mine) / whole)
            sights.append(_Sight(mine, share, twice * (_luck(share, seats) + BAR_SD**2)))
    return sights


def _luck(share: float, questions: float) -> float:
    """The variance of a share on that many questions, without certainty at the ends."""
    p = (share * questions + 1) / (questions + 2)
    return p * (1 - p) / questions


def _after(known: Standing, sight: _Sight, since: Row) -> tuple[Standing, float]:
    """An iterated Kalman step: the curve from ability to share is followed to where the result puts it."""
    mean = known.mean
    share, slopes, reach, whole = 0.0, mean, mean, 1.0
    surprise = 0.0
    for turn in range(_ITERATIONS):
        there = replace(known, mean=tuple(m - s for m, s in zip(mean, since, strict=True)))
        share, slopes = share_and_slopes(there, sight.parts)
        reach = tuple(sum(c * s for c, s in zip(row, slopes, strict=True)) for row in known.covariance)
        whole = sum(r * s for r, s in zip(reach, slopes, strict=True)) + sight.variance
        back = sum(s * (k - m) for s, k, m in zip(slopes, known.mean, mean, strict=True))
        gap = sight.share - share - back
        surprise = gap if turn == 0 else surprise
        mean = tuple(k + r / whole * gap for k, r in zip(known.mean, reach, strict=True))
    covariance = _narrowed(known.covariance, reach, whole)
    evidence = -0.5 * (surprise * surprise / whole + log(2 * pi * whole))
    return replace(known, mean=mean, covariance=covariance), evidence


def _narrowed(covariance: Matrix, reach: Row, whole: float) -> Matrix:
    return tuple(
        tuple(c - r * s / whole for c, s in zip(row, reach, strict=True))
        for row, r in zip(covariance, reach, strict=True)
    )
