"""The short diagnostic: in a quarter of an hour the questions that tell most about which areas are weakest."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence

from certstudy.core.blueprint import Blueprint, weight_ranges, within_ranges
from certstudy.core.form.assembly import Form
from certstudy.core.form.audit import audit
from certstudy.core.form.exposure import Exposure
from certstudy.core.form.pool import pool
from certstudy.core.form.recipe import Recipe
from certstudy.core.form.targets import Aims
from certstudy.core.logistic import logistic
from certstudy.core.mock_plan import FormKind
from certstudy.core.question import Entry, Kind
from certstudy.core.sections import SectionKind, laid_out
from certstudy.core.syllabus import Syllabus

MINUTES = 15

# log odds of a learner in the middle of preparing, and of the author's three levels
ABILITY = 0.4
DIFFICULTY: Mapping[int, float] = {1: -0.55, 2: 0.0, 3: 0.55}
# before the first answer an area's ability is known to about this variance
PRIOR = 0.7
# seconds a candidate takes on the average; a question with many parts takes its time
SECONDS: Mapping[Kind, int] = {Kind.SINGLE: 55, Kind.BEST: 60, Kind.MULTIPLE: 70, Kind.SHORT: 50}
LONG = 100


def diagnose(
    syllabus: Syllabus,
    entries: Sequence[Entry],
    seed: int,
    exposure: Exposure,
    answered: Mapping[str, int],
    minutes: int = MINUTES,
) -> Form:
    """A form for so many minutes in which the areas take turns, least known area first.

    Each seat goes to the area whose ability is least certain, `answered` counting earlier first attempts, and there
    to the question with the most Fisher information a second. Questions met before tell little and come last.
    """
    rng = random.Random(seed)
    offered = pool(entries)
    left = rng.sample(offered.singles, len(offered.singles))
    left.sort(key=lambda e: (e.id in exposure.recent, e.id in exposure.seen, -_worth(e)))
    known = {area.id: 1 / PRIOR + 0.15 * answered.get(area.id, 0) for area in syllabus.areas}
    asked: list[Entry] = []
    seconds = 60 * minutes
    while seconds > 0:
        free = [e for e in left if not _barred(e, asked, offered.enemies)]
        met = {e.objective for e in asked}
        able = [e for e in free if e.objective not in met] or free
        if not able:
            break
        area = min({e.area for e in able}, key=lambda name: (known[name], name))
        entry = next(e for e in able if e.area == area)
        seconds -= SECONDS.get(entry.kind, LONG)
        known[area] += information(entry)
        asked.append(entry)
        left.remove(entry)
    held = Counter(entry.area for entry in asked)
    seats = tuple(held[area.id] for area in syllabus.areas)
    ranges = weight_ranges(syllabus)
    plan = Blueprint(seats, ranges, within_ranges(ranges, seats), (0,) * len(seats))
    levels, kinds = Counter(e.difficulty for e in asked), Counter(e.kind for e in asked)
    found = audit(syllabus, asked, (), offered, exposure, plan, Aims(levels, kinds), 0)
    sections = laid_out([(SectionKind.GENERAL, len(asked), "")])
    return Form(tuple(asked), sections, seed, found, Recipe(len(asked), FormKind.DIAGNOSTIC))


def information(entry: Entry) -> float:
    """Fisher information about the ability of a learner in the middle: guessing takes much of it away."""
    right = logistic(ABILITY - DIFFICULTY.get(entry.difficulty, 0.0))
    floor = min(0.99, entry.guess_rate)
    p = floor + (1 - floor) * right
    slope = (1 - floor) * right * (1 - right)
    return slope * slope / (p * (1 - p))


def _worth(entry: Entry) -> float:
    return information(entry) / SECONDS.get(entry.kind, LONG)


def _barred(entry: Entry, asked: Sequence[Entry], enemies: Mapping[str, frozenset[str]]) -> bool:
    enemies_of = enemies.get(entry.id, frozenset())
    return any(other.id in enemies_of for other in asked)
