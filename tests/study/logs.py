"""Logs of simulated people for the tests of evaluation and forecast."""

import random

from certstudy.core.logistic import logistic
from certstudy.core.response_log import Listed, Logged

AREAS = ("nets", "code", "ops")
ITEMS = 60


def item(i: int) -> tuple[str, str, float]:
    """Id, area and true difficulty of an item."""
    return f"i{i}", AREAS[i % 3], -1.5 + 3 * i / (ITEMS - 1)


def log(people: int, answers: int, seed: int, repeats: float = 0.0) -> list[Logged]:
    """First attempts in random order and, if asked, repeats that are always right."""
    rng, rows = random.Random(seed), []
    for person in range(people):
        ability, met = rng.gauss(0.6, 0.8), []
        for i in rng.sample(range(ITEMS), answers):
            name, area, difficulty = item(i)
            right = rng.random() < 0.1 + 0.9 * logistic(ability - difficulty)
            rows.append(Logged(f"{seed}-{person}", name, area, right))
            met.append((name, area))
            if rng.random() < repeats:
                rows.append(Logged(f"{seed}-{person}", *rng.choice(met), True))
    return rows


def listed() -> dict[str, Listed]:
    """Items with rough but honest labels."""
    return {item(i)[0]: Listed(item(i)[1], 1.0 + 3 * i // ITEMS, 4) for i in range(ITEMS)}
