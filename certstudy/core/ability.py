"""What a learner can do: an area-hierarchical normal belief about ability, moved by each first attempt.

A learner has a general ability and one in each area met, normal with a full covariance, so that an answer in one area
teaches a little about the others. P(right) = floor + (1 - floor) logistic(slope (ability - difficulty)), the
difficulty itself being uncertain. After an answer the exact first two moments of the belief along the question are
kept (assumed-density filtering). How fast the learner learns is unknown: four paces run side by side, each weighted
by how well it foretold the answers so far. Repeats do not belong here: they prove memory, and the exam's questions
are new.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log

from certstudy.core.logistic import expected, expected_with_derivatives

# forgetting by disuse, variance per day without an answer, for at most that many days
IDLE_DRIFT, IDLE_DAYS = 0.0015, 90.0
# how much of what an answer changes in its area is shared by all areas, and how much each area drifts by itself
SHARED_GAIN, SHARED_DRIFT, OWN_DRIFT = 0.1, 0.1, 0.3

Row = tuple[float, ...]
Matrix = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """What is believed of a question, in log odds; `floor` is the chance to guess it."""

    difficulty: float = 0.0
    variance: float = 0.9
    slope: float = 1.0
    floor: float = 0.0


@dataclass(frozen=True, slots=True)
class Population:
    """Whom the learner is taken for before the first answer: mean and variances of ability in log odds."""

    mean: float = 0.3
    general: float = 0.8**2
    area: float = 0.35**2


@dataclass(frozen=True, slots=True)
class Pace:
    """A hypothesis of learning: gain and drift (variance) per answer, and its weight at the start."""

    gain: float
    drift: float
    weight: float


PACES = (
    Pace(0.0, 0.0002, 0.30),
    Pace(0.004, 0.0004, 0.30),
    Pace(0.009, 0.0008, 0.25),
    Pace(0.018, 0.0016, 0.15),
)
STILL = (Pace(0.0, 0.0, 1.0),)


@dataclass(frozen=True, slots=True)
class Belief:
    """A normal belief: the general ability first, then the areas met. `own` is the variance of an area not yet met."""

    mean: Row
    covariance: Matrix
    own: float


@dataclass(frozen=True, slots=True)
class Ability:
    """The state after some first attempts: a belief and its weight (summing to 1) for each pace."""

    areas: tuple[str, ...]
    paces: tuple[Pace, ...]
    beliefs: tuple[Belief, ...]
    weights: Row
    answers: int = 0


def newcomer(population: Population = Population(), paces: tuple[Pace, ...] = PACES) -> Ability:
    """A learner of whom nothing is known but the population."""
    start = Belief((population.mean,), ((population.general,),), population.area)
    whole = sum(pace.weight for pace in paces)
    return Ability((), paces, (start,) * len(paces), tuple(pace.weight / whole for pace in paces))


def chance(ability: Ability, area: str, item: Item) -> float:
    """P(right) on a question not met before."""
    known = with_area(ability, area)
    place = known.areas.index(area) + 1
    total = 0.0
    for belief, weight in zip(known.beliefs, known.weights, strict=True):
        mean, variance = _along(belief, place, item)
        total += weight * expected(mean, variance)
    return item.floor + (1 - item.floor) * total


def observed(ability: Ability, area: str, item: Item, credit: float) -> tuple[float, Ability]:
    """The chance given to a first attempt beforehand, and the ability after it earned that credit (0 to 1)."""
    known = with_area(ability, area)
    place = known.areas.index(area) + 1
    foretold = 0.0
    beliefs, weights = [], []
    for belief, weight, pace in zip(known.beliefs, known.weights, known.paces, strict=True):
        p, likelihood, moved = _after(belief, place, item, credit, pace)
        foretold += weight * p
        beliefs.append(moved)
        weights.append(weight * likelihood)
    whole = sum(weights)
    return foretold, Ability(
        known.areas, known.paces, tuple(beliefs), tuple(w / whole for w in weights), known.answers + 1
    )


def idled(ability: Ability, days: float) -> Ability:
    """The ability after that many days without an answer: the same on the average, less certain."""
    drift = IDLE_DRIFT * max(0.0, min(IDLE_DAYS, days))
    if drift == 0.0:
        return ability
    return replace(ability, beliefs=tuple(_drifted(belief, drift) for belief in ability.beliefs))


def with_area(ability: Ability, area: str) -> Ability:
    """The same ability with a place for the area, which so far shares only the general part."""
    if area in ability.areas:
        return ability
    grown = tuple(_grown(belief) for belief in ability.beliefs)
    return replace(ability, areas=(*ability.areas, area), beliefs=grown)


def blended(ability: Ability, areas: Sequence[str]) -> tuple[Row, Matrix]:
    """Mean and covariance of the ability in these areas over all paces."""
    known = ability
    for area in areas:
        known = with_area(known, area)
    places = [known.areas.index(area) + 1 for area in areas]
    pairs = list(zip(known.beliefs, known.weights, strict=True))
    mean = tuple(sum(w * b.mean[i] for b, w in pairs) for i in places)
    covariance = tuple(
        tuple(
            sum(w * (b.covariance[i][j] + (b.mean[i] - m) * (b.mean[j] - n)) for b, w in pairs)
            for j, n in zip(places, mean, strict=True)
        )
        for i, m in zip(places, mean, strict=True)
    )
    return mean, covariance


def _along(belief: Belief, place: int, item: Item) -> tuple[float, float]:
    """Mean and variance of the log odds of a question."""
    slope = item.slope
    return (
        slope * (belief.mean[place] - item.difficulty),
        slope * slope * (belief.covariance[place][place] + item.variance),
    )


def _after(belief: Belief, place: int, item: Item, credit: float, pace: Pace) -> tuple[float, float, Belief]:
    """P(right) beforehand, the likelihood of the credit, and the belief afterwards.

    With g and h the first and second derivative of the log likelihood by the mean along the question, the exact
    moments are mean + column g and covariance + column column' h. Part credit weighs the two outcomes' logarithms.
    """
    mean, variance = _along(belief, place, item)
    p, first, second = expected_with_derivatives(mean, variance)
    open_part = 1 - item.floor
    p = item.floor + open_part * p
    up, down = open_part * first / p, -open_part * first / (1 - p)
    push = credit * up + (1 - credit) * down
    bend = credit * (open_part * second / p - up * up)
    bend += (1 - credit) * (-open_part * second / (1 - p) - down * down)
    likelihood = exp(credit * log(p) + (1 - credit) * log(1 - p))
    return p, likelihood, _moved(belief, place, item.slope * push, item.slope**2 * bend, pace)


def _moved(belief: Belief, place: int, push: float, bend: float, pace: Pace) -> Belief:
    column = belief.covariance[place]
    shared, own = SHARED_DRIFT * pace.drift, OWN_DRIFT * pace.drift
    gain = SHARED_GAIN * pace.gain
    mean = [m + k * push + gain for m, k in zip(belief.mean, column, strict=True)]
    mean[place] += pace.gain
    rows = []
    for i, (row, k) in enumerate(zip(belief.covariance, column, strict=True)):
        pull = k * bend
        moved = [c + pull * j + shared for c, j in zip(row, column, strict=True)]
        if i:
            moved[i] += own
        rows.append(moved)
    rows[place][place] += pace.drift
    return Belief(tuple(mean), tuple(map(tuple, rows)), belief.own + own)


def _grown(belief: Belief) -> Belief:
    general = belief.covariance[0]
    rows = [(*row, row[0]) for row in belief.covariance]
    rows.append((*general, general[0] + belief.own))
    return Belief((*belief.mean, belief.mean[0]), tuple(rows), belief.own)


def _drifted(belief: Belief, drift: float) -> Belief:
    own = OWN_DRIFT * drift
    rows = []
    for i, row in enumerate(belief.covariance):
        moved = [c + drift for c in row]
        if i:
            moved[i] += own
        rows.append(tuple(moved))
    return Belief(belief.mean, tuple(rows), belief.own + own)
