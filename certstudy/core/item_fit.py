"""What other people's answers teach about questions: difficulty and slope (2PL), guessing, and the people themselves.

Marginal maximum likelihood with priors, by expectation and maximisation. Each person's ability is filtered given the
items (as in `ability`, but without learning); then each item is fitted to the people who met it, whose abilities are
normal beliefs spread on a grid; then the population, the priors of the items and how far author levels can be
trusted follow from all of them. Items that few have met stay near what is usual for their level.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import exp, log

from certstudy.core.ability import STILL, Ability, Item, Population, newcomer, observed

ROUNDS, TRIAL_ROUNDS, TRIAL_ANSWERS = 12, 5, 15_000
# shares of 1/options that are gained by guessing, and floors where the options are not known
GUESSING, FLOORS = (0.0, 0.4, 0.7, 1.0), (0.0, 0.08, 0.16)
USUAL_GUESSING = 0.6
# where nothing tells how an item is answered: some can be guessed
UNKNOWN_FLOOR = 0.1
MIDDLE_LEVEL = 2.0
# what the usual figures weigh against those of the data, in people or items
_TRUST = 10.0
_STEP, _SIDE = 0.4, 12
_SCORING_STEPS = 3


@dataclass(frozen=True, slots=True)
class Prior:
    """What is usual for items, in log odds: the effect of a level, variances of difficulty and of the log slope."""

    step: float = 0.55
    labelled: float = 0.64
    unlabelled: float = 0.9
    log_slope: float = 0.3**2

    def item(self, level: float | None, floor: float) -> Item:
        """A question of which the author's level, or not even that, is known."""
        if level is None:
            return Item(0.0, self.unlabelled, 1.0, floor)
        return Item(self.step * (level - MIDDLE_LEVEL), self.labelled, 1.0, floor)


@dataclass(frozen=True, slots=True)
class Guessing:
    """The share of 1/options that is gained by guessing, and the floor of items with options unknown."""

    share: float = USUAL_GUESSING
    floor: float = UNKNOWN_FLOOR

    def floor_of(self, options: int | None) -> float:
        """The chance to guess a question with that many options."""
        return self.floor if options is None else self.share / options


@dataclass(frozen=True, slots=True)
class Attempt:
    """A person's first attempt at an item."""

    item: str
    area: str
    right: bool


@dataclass(frozen=True, slots=True)
class Described:
    """What is written of an item: the author's level, and the number of options to guess among."""

    level: float | None = None
    options: int | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """Items by id, what is usual for other items, for guessing and for people; log likelihood of the answers."""

    items: Mapping[str, Item]
    prior: Prior
    guessing: Guessing
    population: Population
    evidence: float = 0.0


Attempts = Sequence[Sequence[Attempt]]
Descriptions = Mapping[str, Described]
OnProgress = Callable[[float], None]
"""Hears what share of the work is done, 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Cells:
    """People at each point of the grid who met an item, and those of them who had it right."""

    met: tuple[float, ...]
    right: tuple[float, ...]


def fitted(people: Attempts, described: Descriptions, on_progress: OnProgress = lambda _: None) -> Fit:
    """Items fitted to people's first attempts; the share of guessing is the likeliest of a few."""
    some = list(_some(people))
    starts = [_started(people, described, guessing) for guessing in _guesses(described)]
    tried = []
    for start in starts:
        tried.append(_rounds(some, described, start, TRIAL_ROUNDS))
        on_progress(0.0)
    fit = starts[max(range(len(tried)), key=lambda i: tried[i].evidence)]
    for done in range(ROUNDS):
        fit = _round(people, described, fit)
        on_progress((done + 1) / ROUNDS)
    return fit


def _guesses(described: Descriptions) -> list[Guessing]:
    if any(item.options is not None for item in described.values()):
        return [Guessing(share, share / 4) for share in GUESSING]
    return [Guessing(floor=floor) for floor in FLOORS]


def _some(people: Attempts) -> Iterable[Sequence[Attempt]]:
    """People enough to compare hypotheses with, from all over the list."""
    answers = sum(map(len, people))
    return islice(people, 0, None, max(1, answers // TRIAL_ANSWERS))


def _started(people: Attempts, described: Descriptions, guessing: Guessing) -> Fit:
    """Where the fit begins: difficulties by the share right."""
    met: dict[str, int] = defaultdict(int)
    right: dict[str, int] = defaultdict(int)
    for attempts in people:
        for attempt in attempts:
            met[attempt.item] += 1
            right[attempt.item] += attempt.right
    whole = (sum(right.values()) + 3) / (sum(met.values()) + 5)
    prior, items = Prior(), {}
    for item, n in met.items():
        usual = _usual(prior, guessing, described.get(item))
        share = (right[item] + 4 * whole) / (n + 4)
        above = min(0.98, max(0.02, (share - usual.floor) / (1 - usual.floor)))
        items[item] = replace(usual, difficulty=Population().mean - log(above / (1 - above)))
    return Fit(items, prior, guessing, Population())


def _usual(prior: Prior, guessing: Guessing, described: Described | None) -> Item:
    known = described or Described()
    return prior.item(known.level, guessing.floor_of(known.options))


def _rounds(people: Attempts, described: Descriptions, fit: Fit, rounds: int) -> Fit:
    for _ in range(rounds):
        fit = _round(people, described, fit)
    return fit


def _round(people: Attempts, described: Descriptions, fit: Fit) -> Fit:
    """One expectation and one maximisation."""
    certain = {name: replace(item, variance=0.0) for name, item in fit.items.items()}
    met: dict[str, list[float]] = {}
    right: dict[str, list[float]] = {}
    reached: list[Ability] = []
    evidence = 0.0
    grid = [fit.population.mean + _STEP * i for i in range(-_SIDE, _SIDE + 1)]
    for attempts in people:
        ability = newcomer(fit.population, STILL)
        for attempt in attempts:
            chance, ability = observed(ability, attempt.area, certain[attempt.item], float(attempt.right))
            evidence += log(chance if attempt.right else 1 - chance)
        reached.append(ability)
        spread = _spread(ability, grid)
        for attempt in attempts:
            there = spread[attempt.area]
            _add(met, attempt.item, there)
            if attempt.right:
                _add(right, attempt.item, there)
    none = [0.0] * len(grid)
    items, log_slopes = {}, []
    for name, item in fit.items.items():
        usual = _usual(fit.prior, fit.guessing, described.get(name))
        cells = _Cells(tuple(met.get(name, none)), tuple(right.get(name, none)))
        items[name], slope_square = _scored(item, usual, fit.prior.log_slope, grid, cells)
        log_slopes.append(slope_square)
    prior = _prior_of(items, described, log_slopes)
    return Fit(items, prior, fit.guessing, _population_of(reached), evidence)


def _spread(ability: Ability, grid: Sequence[float]) -> dict[str, list[float]]:
    """The belief about each area's ability as masses on the grid."""
    (belief,) = ability.beliefs
    spread = {}
    for place, area in enumerate(ability.areas, 1):
        mean, half = belief.mean[place], 0.5 / belief.covariance[place][place]
        masses = [exp(-half * (x - mean) * (x - mean)) for x in grid]
        whole = sum(masses) or 1.0
        spread[area] = [mass / whole for mass in masses]
    return spread


def _add(cells: dict[str, list[float]], item: str, masses: list[float]) -> None:
    held = cells.get(item)
    cells[item] = masses if held is None else [a + b for a, b in zip(held, masses, strict=True)]


def _scored(
    item: Item, usual: Item, log_slope: float, grid: Sequence[float], cells: _Cells
) -> tuple[Item, float]:
    """The item after a few steps of Fisher scoring on log slope and difficulty, and its expected squared log slope."""
    alpha, b = log(item.slope), item.difficulty
    floor, open_part = item.floor, 1 - item.floor
    inverse = (log_slope, usual.variance)
    for _ in range(_SCORING_STEPS):
        a = exp(alpha)
        score_a, score_b = -alpha / log_slope, -(b - usual.difficulty) / usual.variance
        aa, ab, bb = 1 / log_slope, 0.0, 1 / usual.variance
        for x, n, r in zip(grid, cells.met, cells.right, strict=True):
            if n < 1e-9:
                continue
            eta = a * (x - b)
            q = 1 / (1 + exp(-max(-30.0, min(30.0, eta))))
            p = floor + open_part * q
            gradient = open_part * q * (1 - q)
            unit = gradient / (p * (1 - p))
            residual, weight = (r - n * p) * unit, n * gradient * unit
            score_a += residual * eta
            score_b -= residual * a
            aa += weight * eta * eta
            ab -= weight * eta * a
            bb += weight * a * a
        whole = aa * bb - ab * ab
        alpha += max(-0.5, min(0.5, (bb * score_a - ab * score_b) / whole))
        b += max(-1.0, min(1.0, (aa * score_b - ab * score_a) / whole))
        inverse = (bb / whole, aa / whole)
    return Item(b, inverse[1], exp(alpha), floor), alpha * alpha + inverse[0]


def _prior_of(items: Mapping[str, Item], described: Descriptions, log_slopes: Sequence[float]) -> Prior:
    """The effect of levels and the spreads, each drawn towards what is usual."""
    usual = Prior()
    labelled = [
        (known.level - MIDDLE_LEVEL, item)
        for name, item in items.items()
        if (known := described.get(name)) is not None and known.level is not None
    ]
    step = (_TRUST * usual.step + sum(x * item.difficulty for x, item in labelled)) / (
        _TRUST + sum(x * x for x, _ in labelled)
    )
    rest = [(item.difficulty - step * x) ** 2 + item.variance for x, item in labelled]
    whole = [item.difficulty**2 + item.variance for item in items.values()]
    return Prior(
        step,
        _drawn(usual.labelled, rest),
        _drawn(usual.unlabelled, whole),
        _drawn(usual.log_slope, log_slopes),
    )


def _population_of(reached: Sequence[Ability]) -> Population:
    usual = Population()
    generals, owns = [], []
    mean = (_TRUST * usual.mean + sum(a.beliefs[0].mean[0] for a in reached)) / (_TRUST + len(reached))
    for ability in reached:
        belief = ability.beliefs[0]
        m, c = belief.mean, belief.covariance
        generals.append((m[0] - mean) ** 2 + c[0][0])
        owns += [(m[i] - m[0]) ** 2 + c[i][i] + c[0][0] - 2 * c[0][i] for i in range(1, len(m))]
    return Population(mean, _drawn(usual.general, generals), _drawn(usual.area, owns))


def _drawn(usual: float, found: Sequence[float]) -> float:
    """The average of what was found, with the usual figure weighing as much as a few more."""
    return (_TRUST * usual + sum(found)) / (_TRUST + len(found))
