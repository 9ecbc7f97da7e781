"""Items fitted to simulated people, whose truth is known."""

import random
from itertools import combinations

import pytest

from certstudy.core.item_fit import Attempt, Described, Fit, fitted
from certstudy.core.logistic import logistic

ITEMS = 24


def people(count: int, floor: float, slopes: bool, seed: int = 5) -> tuple[list[list[Attempt]], list[float]]:
    """First attempts of people at items of rising difficulty in two areas; every third item is steep if asked."""
    rng = random.Random(seed)
    difficulties = [-1.8 + 3.6 * i / (ITEMS - 1) for i in range(ITEMS)]
    made = []
    for _ in range(count):
        ability = rng.gauss(0.5, 0.9)
        attempts = []
        for i in rng.sample(range(ITEMS), ITEMS - 4):
            slope = (2.2 if i % 3 == 0 else 0.7) if slopes else 1.0
            p = floor + (1 - floor) * logistic(slope * (ability - difficulties[i]))
            attempts.append(Attempt(f"i{i}", "ab"[i % 2], rng.random() < p))
        made.append(attempts)
    return made, difficulties


def in_order(fit: Fit) -> float:
    """The share of pairs of items whose fitted difficulties stand in the true order."""
    found = [fit.items[f"i{i}"].difficulty for i in range(ITEMS)]
    pairs = list(combinations(range(ITEMS), 2))
    return sum(found[i] < found[j] for i, j in pairs) / len(pairs)


def test_difficulties_are_found() -> None:
    attempts, truth = people(250, 0.0, slopes=False)
    fit = fitted(attempts, {})
    found = [fit.items[f"i{i}"].difficulty for i in range(ITEMS)]
    shift = fit.population.mean - 0.5
    errors = [f - shift - t for f, t in zip(found, truth, strict=True)]
    assert max(map(abs, errors)) < 0.6
    assert in_order(fit) > 0.95
    assert fit.population.general + fit.population.area == pytest.approx(0.81, abs=0.3)


def test_steep_items_are_told_from_flat_ones() -> None:
    fit = fitted(people(180, 0.0, slopes=True)[0], {})
    steep = [fit.items[f"i{i}"].slope for i in range(3, ITEMS - 3, 3)]
    flat = [fit.items[f"i{i}"].slope for i in range(4, ITEMS - 3, 3)]
    assert min(steep) > max(flat)


def test_guessing_is_found() -> None:
    described = {f"i{i}": Described(options=4) for i in range(ITEMS)}
    assert fitted(people(180, 0.0, slopes=False)[0], described).guessing.share < 0.5
    assert fitted(people(180, 0.25, slopes=False)[0], described).guessing.share > 0.5


def test_few_people_teach_little() -> None:
    fit = fitted([[Attempt("i0", "a", True)], [Attempt("i0", "a", False), Attempt("i1", "a", False)]], {})
    assert abs(fit.items["i0"].difficulty) < 1
    assert fit.items["i1"].difficulty > fit.items["i0"].difficulty
    assert fit.items["i1"].variance > 0.4
    assert fit.population.mean == pytest.approx(0.3, abs=0.15)


def test_levels_are_trusted_as_far_as_they_hold() -> None:
    attempts, truth = people(150, 0.0, slopes=False)
    honest = {f"i{i}": Described(level=2 + truth[i]) for i in range(ITEMS)}
    wrong = {f"i{i}": Described(level=2 - truth[i]) for i in range(ITEMS)}
    assert fitted(attempts, honest).prior.step > 0.8
    assert fitted(attempts, wrong).prior.step < 0.0


def test_nobody_is_nobody() -> None:
    fit = fitted([], {})
    assert not fit.items
    assert fit.prior.item(None, 0.1).difficulty == 0.0
