"""The score of an exam not yet sat, as a predictive distribution.

What is known is a normal belief about the ability in each area and about the exam's offset: how much harder the real
exam is than practice. Four kinds of luck come on top: which questions the form holds, how each comes out, how the
weights fall in their published ranges, and where the cut lies. The share right depends on the belief almost only
along one direction; it is integrated on a fine grid along that and analytically across it, so that the forecast is
exact to a thousandth, needs no random numbers and is the same every time.

"700 is not 70 %" (learn.microsoft.com, "Exam scoring and score reports"): the owner publishes no map from share to
scaled score. The one used here, straight lines over an uncertain cut, is an estimate and every face says so.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, erf, exp, sqrt

from certstudy.core.ability import Ability, Item, Matrix, Row, blended
from certstudy.core.logistic import expected, expected_with_derivatives

CUT, CUT_SD = 0.70, 0.04
# how much harder an exam is than practice, in log odds: a little on the average, and nobody knows beforehand
OFFSET, OFFSET_SD = 0.08, 0.35
# without so many first attempts no chance to pass is named
EVIDENCE_NEEDED = 20

# points of the grid in standard deviations, and between them points that are interpolated
_STEP, _SIDE, _FINE = 0.5, 8, 4
_TINY = 1e-12
# more kinds of items than that are not told apart finely
_MANY = 60


Kinds = tuple[tuple[Item, int], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A normal belief about the ability in each area and, last, the exam's offset (positive: harder)."""

    areas: tuple[str, ...]
    mean: Row
    covariance: Matrix


@dataclass(frozen=True, slots=True)
class Part:
    """Questions of one area in a form: how many, and the items they are drawn from.

    `finite` says that the items are the very questions of the pool, each of which comes at most once; otherwise they
    describe a supply without end. `spread` is the standard deviation of the part's share of the form.
    """

    area: str
    count: float
    items: tuple[Item, ...]
    finite: bool = False
    spread: float = 0.0


@dataclass(frozen=True, slots=True)
class Scale:
    """The exam's scale: its top, the score that passes, and where in shares the cut is believed to lie."""

    top: float = 1000.0
    to_pass: float = 700.0
    cut: float = CUT
    cut_sd: float = CUT_SD


@dataclass(frozen=True, slots=True)
class Spread:
    """A predictive distribution in four figures: mean and 10, 50 and 90 % quantiles."""

    mean: float
    q10: float
    q50: float
    q90: float


@dataclass(frozen=True, slots=True)
class Lot:
    """One of the normal pieces that make up a predictive distribution: its mass, mean and variance of the share."""

    mass: float
    share: float
    variance: float


def standing(
    ability: Ability, areas: Sequence[str], offset: float = OFFSET, offset_sd: float = OFFSET_SD
) -> Standing:
    """An ability in these areas together with an offset of which nothing is known yet."""
    mean, covariance = blended(ability, areas)
    rows = [(*row, 0.0) for row in covariance]
    rows.append((0.0,) * len(mean) + (offset_sd * offset_sd,))
    return Standing(tuple(areas), (*mean, offset), tuple(rows))


def lots(known: Standing, parts: Sequence[Part]) -> tuple[Lot, ...]:
    """The predictive distribution of the share right on a form with these parts."""
    slopes = share_and_slopes(known, parts)[1]
    reach = _times(known.covariance, slopes)
    length = sqrt(max(_TINY, sum(s * r for s, r in zip(slopes, reach, strict=True))))
    along = tuple(r / length for r in reach)
    across = tuple(
        tuple(c - a * b for c, b in zip(row, along, strict=True))
        for row, a in zip(known.covariance, along, strict=True)
    )
    kinds = [_kinds(part.items) for part in parts]
    points = []
    for place in range(-_SIDE, _SIDE + 1):
        mean = tuple(m + a * _STEP * place for m, a in zip(known.mean, along, strict=True))
        points.append(_share_and_luck(Standing(known.areas, mean, across), parts, kinds))
    return _lots_through(points)


def share_and_slopes(known: Standing, parts: Sequence[Part]) -> tuple[float, Row]:
    """The share right to be expected, and how it moves with each ability and the offset."""
    total = sum(part.count for part in parts)
    slopes = [0.0] * len(known.mean)
    share = 0.0
    for part in parts:
        place = known.areas.index(part.area)
        mean, variance = _margin(known, place)
        here = slope = 0.0
        for item, n in _kinds(part.items):
            a = item.slope
            p, first, _ = expected_with_derivatives(
                a * (mean - item.difficulty), a * a * (variance + item.variance)
            )
            here += n * (item.floor + (1 - item.floor) * p)
            slope += n * a * (1 - item.floor) * first
        weight = part.count / total / len(part.items)
        share += weight * here
        slopes[place] += weight * slope
        slopes[-1] -= weight * slope
    return share, tuple(slopes)


def share_spread(pieces: Sequence[Lot]) -> Spread:
    """The share right, 0 to 1."""
    mean = sum(lot.mass * lot.share for lot in pieces)
    low, middle, high = (_quantile(lambda s: _share_below(pieces, s), 0.0, 1.0, q) for q in (0.1, 0.5, 0.9))
    return Spread(mean, low, middle, high)


def scaled_spread(pieces: Sequence[Lot], scale: Scale) -> Spread:
    """The scaled score."""
    low, middle, high = score_quantiles(pieces, scale)
    return Spread(_mean_of(lambda s: below_score(pieces, scale, s), scale.top), low, middle, high)


def score_quantiles(pieces: Sequence[Lot], scale: Scale) -> tuple[float, float, float]:
    """The 10, 50 and 90 % quantiles of the scaled score."""

    def below(score: float) -> float:
        return below_score(pieces, scale, score)

    low, middle, high = (_quantile(below, 0.0, scale.top, q) for q in (0.1, 0.5, 0.9))
    return low, middle, high


def chance_of_share(pieces: Sequence[Lot], cut: float, questions: int) -> float:
    """P(share >= cut) on a form of that many questions, of which only whole ones can be right."""
    needed = ceil(cut * questions - 1e-9)
    return 1 - _share_below(pieces, (needed - 0.5) / questions)


def chance_to_pass(pieces: Sequence[Lot], scale: Scale) -> float:
    """P(scaled score >= the score that passes)."""
    return 1 - below_score(pieces, scale, scale.to_pass)


def below_score(pieces: Sequence[Lot], scale: Scale, score: float) -> float:
    """P(scaled < score): below a score means on one side of a line in share and cut, both of them normal."""
    if score <= scale.to_pass:
        on_cut, add = score / scale.to_pass, 0.0
    else:
        add = (score - scale.to_pass) / (scale.top - scale.to_pass)
        on_cut = 1 - add
    line, blur = on_cut * scale.cut + add, (on_cut * scale.cut_sd) ** 2
    return _whole(lot.mass * _normal((line - lot.share) / sqrt(lot.variance + blur)) for lot in pieces)


def chance_range(known: Standing, parts: Sequence[Part], scale: Scale) -> tuple[float, float]:
    """Between which ends P(pass) lies in 8 of 10 cases for all that is known of the abilities.

    The offset, like the form and the cut, counts as luck: no practice would show it.
    """
    luck = share_and_slopes(known, parts)[1][-1] ** 2 * known.covariance[-1][-1]
    rows = tuple((*row[:-1], 0.0) for row in known.covariance[:-1])
    skill = Standing(known.areas, known.mean, (*rows, (0.0,) * len(known.mean)))
    ends, below = [], 0.0
    wanted = [0.1, 0.9]
    for lot in lots(skill, parts):
        below += lot.mass
        while wanted and below >= wanted[0]:
            piece = Lot(1.0, lot.share, lot.variance + luck)
            ends.append(1 - below_score((piece,), scale, scale.to_pass))
            wanted.pop(0)
    return ends[0], ends[1]


def score_curve(pieces: Sequence[Lot], scale: Scale, scores: Sequence[float]) -> tuple[float, ...]:
    """The density of the scaled score at these scores, in rising order and evenly spaced."""
    half = (scores[1] - scores[0]) / 2
    edges = [below_score(pieces, scale, min(scale.top, s - half)) for s in (*scores, scores[-1] + 2 * half)]
    return tuple((high - low) / (2 * half) for low, high in pairwise(edges))


def scaled(share: float, scale: Scale) -> float:
    """A share on the exam's scale if the cut lies where it is believed to: straight lines from 0 over the cut to 1."""
    if share <= scale.cut:
        return scale.to_pass * share / scale.cut
    return scale.to_pass + (scale.top - scale.to_pass) * (share - scale.cut) / (1 - scale.cut)


def _margin(known: Standing, place: int) -> tuple[float, float]:
    """Mean and variance of an ability less the offset."""
    c = known.covariance
    return known.mean[place] - known.mean[-1], c[place][place] + c[-1][-1] - 2 * c[place][-1]


def _kinds(items: Sequence[Item]) -> Kinds:
    """Items of which the same is believed, counted; many are taken together where they differ little."""
    counted = Counter(items)
    if len(counted) > _MANY:
        counted = Counter(map(_rounded, items))
    return tuple(counted.items())


def _rounded(item: Item) -> Item:
    return Item(
        round(5 * item.difficulty) / 5,
        round(5 * item.variance) / 5,
        round(5 * item.slope) / 5 or item.slope,
        round(20 * item.floor) / 20,
    )


def _right(item: Item, mean: float, variance: float) -> float:
    p = expected(item.slope * (mean - item.difficulty), item.slope * item.slope * (variance + item.variance))
    return item.floor + (1 - item.floor) * p


def _share_and_luck(known: Standing, parts: Sequence[Part], kinds: Sequence[Kinds]) -> tuple[float, float]:
    """Mean and variance of the share right at one point of the grid."""
    total = sum(part.count for part in parts)
    means, share, variance = [], 0.0, 0.0
    for part, items in zip(parts, kinds, strict=True):
        mean, spread = _margin(known, known.areas.index(part.area))
        rights = [(n, _right(item, mean, max(0.0, spread))) for item, n in items]
        p = sum(n * r for n, r in rights) / len(part.items)
        square = sum(n * r * r for n, r in rights) / len(part.items)
        share += part.count / total * p
        variance += part.count * (p - square + (square - p * p) * _drawn(part))
        means.append(p)
    variance /= total * total
    for part, p in zip(parts, means, strict=True):
        variance += (part.spread * (p - share)) ** 2
    return share, max(_TINY, variance)


def _lots_through(points: Sequence[tuple[float, float]]) -> tuple[Lot, ...]:
    """Pieces of a distribution on a grid finer than the points, which lie so near that straight lines will do."""
    places = range(_FINE * (len(points) - 1) + 1)
    masses = [exp(-0.5 * (_STEP * (place / _FINE - _SIDE)) ** 2) for place in places]
    whole = sum(masses)
    made = []
    for place, mass in zip(places, masses, strict=True):
        low = min(place // _FINE, len(points) - 2)
        t = place / _FINE - low
        share, variance = (x + t * (y - x) for x, y in zip(points[low], points[low + 1], strict=True))
        made.append(Lot(mass / whole, share, variance))
    return tuple(made)


def _drawn(part: Part) -> float:
    """The part of the variance between items that a draw from them leaves: none if all are taken."""
    if not part.finite:
        return 1.0
    size = len(part.items)
    return max(0.0, (size - part.count) / (size - 1)) if size > 1 else 0.0


def _share_below(pieces: Sequence[Lot], share: float) -> float:
    return _whole(lot.mass * _normal((share - lot.share) / sqrt(lot.variance)) for lot in pieces)


def _whole(masses: Iterable[float]) -> float:
    """The sum of masses, of which rounding makes a little more than all there is."""
    return min(1.0, sum(masses))


def _quantile(below: Callable[[float], float], low: float, high: float, q: float) -> float:
    """Where a distribution function reaches q, by regula falsi (Illinois); the ends where it never does."""
    at_low, at_high = below(low) - q, below(high) - q
    if at_low >= 0:
        return low
    if at_high <= 0:
        return high
    precision = 1e-5 * (high - low)
    side = 0
    middle = low
    for _ in range(60):
        middle = (low * at_high - high * at_low) / (at_high - at_low)
        here = below(middle) - q
        if abs(here) < 1e-6 or high - low < precision:
            break
        if here > 0:
            high, at_high = middle, here
            at_low = at_low / 2 if side > 0 else at_low
            side = 1
        else:
            low, at_low = middle, here
            at_high = at_high / 2 if side < 0 else at_high
            side = -1
    return middle


def _mean_of(below: Callable[[float], float], top: float, steps: int = 40) -> float:
    """The mean of what lies between 0 and top, as the area above its distribution function (Simpson)."""
    width = top / steps
    total = 0.0
    for i in range(steps + 1):
        weight = 1 if i in {0, steps} else 4 if i % 2 else 2
        total += weight * (1 - below(i * width))
    return total * width / 3


def _normal(z: float) -> float:
    return 0.5 * (1 + erf(z * 0.7071067811865476))


def _times(matrix: Matrix, vector: Sequence[float]) -> Row:
    return tuple(sum(c * v for c, v in zip(row, vector, strict=True)) for row in matrix)
