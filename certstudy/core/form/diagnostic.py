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
from certstudy.core.item_fit import Prior
from certstudy.core.logistic import logistic
from certstudy.core.mock_plan import FormKind
from certstudy.core.question import Entry, Kind
from certstudy.core.sections import SectionKind, laid_out
from certstudy.core.syllabus import Syllabus

MINUTES = 15

# a learner in the middle of preparing, in log odds
ABILITY = 0.4
# before the first answer an area's ability is known to about this variance, and an answer adds so much information
PRIOR_VARIANCE, INFORMATION_OF_AN_ANSWER = 0.7, 0.15
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
    asked = _asked(left, offered.enemies, _known(syllabus, answered), 60 * minutes)
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
    right = logistic(ABILITY - Prior().item(entry.difficulty, 0.0).difficulty)
    floor = min(0.99, entry.guess_rate)
    p = floor + (1 - floor) * right
    slope = (1 - floor) * right * (1 - right)
    return slope * slope / (p * (1 - p))


def _known(syllabus: Syllabus, answered: Mapping[str, int]) -> dict[str, float]:
    """The information there is on each area's ability after so many first attempts."""
    return {
        area.id: 1 / PRIOR_VARIANCE + INFORMATION_OF_AN_ANSWER * answered.get(area.id, 0)
        for area in syllabus.areas
    }


def _asked(
    left: list[Entry], enemies: Mapping[str, frozenset[str]], known: dict[str, float], seconds: int
) -> list[Entry]:
    """The questions for that time, taken from those left, the best first; each adds to what is known of its area."""
    asked: list[Entry] = []
    while seconds > 0:
        free = [e for e in left if not _barred(e, asked, enemies)]
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
    return asked


def _worth(entry: Entry) -> float:
    return information(entry) / SECONDS.get(entry.kind, LONG)


def _barred(entry: Entry, asked: Sequence[Entry], enemies: Mapping[str, frozenset[str]]) -> bool:
    enemies_of = enemies.get(entry.id, frozenset())
    return any(other.id in enemies_of for other in asked)
