"""A mock exam form: assembled to the blueprint, seeded, never adaptive, with an audit of what came out."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from certstudy.core.apportion import apportion
from certstudy.core.blueprint import Blueprint, blueprint, weight_ranges
from certstudy.core.interleave import interleaved
from certstudy.core.question import Entry, Kind
from certstudy.core.syllabus import Area, Syllabus

# shares of the difficulty levels 1 (recall), 2 (apply), 3 (judge) that a form aims at, in per cent
DIFFICULTY_MIX: Mapping[int, int] = {1: 20, 2: 45, 3: 35}


@dataclass(frozen=True, slots=True)
class Exposure:
    """What the learner has met: questions seen at all, and those in recent mock exams."""

    seen: frozenset[str] = frozenset()
    recent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Audit:
    """What a form is made of."""

    blueprint: Blueprint
    groups: Mapping[str, int]
    objectives: int
    kinds: Mapping[Kind, int]
    difficulties: Mapping[int, int]
    seen_before: int
    in_recent_mocks: int


@dataclass(frozen=True, slots=True)
class Form:
    """Questions in order of asking."""

    entries: tuple[Entry, ...]
    seed: int
    audit: Audit


def assemble(syllabus: Syllabus, entries: Sequence[Entry], n: int, seed: int, exposure: Exposure) -> Form:
    """A form of n questions in the exam's proportions; fewer if the bank has fewer.

    Within an area the seats go to groups, then to objectives, in proportion; within an objective unmet questions
    come before seen ones and those before questions of recent mocks, and the difficulty mix decides between equals.
    """
    rng = random.Random(seed)
    by_objective: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_objective[entry.objective].append(entry)
    pools = [sum(len(by_objective[o.id]) for o in area.objectives()) for area in syllabus.areas]
    plan = blueprint(weight_ranges(syllabus), n, pools)
    levels = _Levels(n)
    rows = {
        area.id: _area_rows(area, count, by_objective, exposure, levels, rng)
        for area, count in zip(syllabus.areas, plan.seats, strict=True)
    }
    chosen = interleaved(rows)
    return Form(chosen, seed, audit(syllabus, chosen, exposure, plan))


def audit(syllabus: Syllabus, form: Iterable[Entry], exposure: Exposure, plan: Blueprint) -> Audit:
    """Count what a form holds."""
    entries = tuple(form)
    ids = {entry.id for entry in entries}
    groups = Counter(entry.group for entry in entries)
    kinds = Counter(entry.kind for entry in entries)
    levels = Counter(entry.difficulty for entry in entries)
    return Audit(
        blueprint=plan,
        groups={g.id: groups[g.id] for area in syllabus.areas for g in area.groups},
        objectives=len({entry.objective for entry in entries}),
        kinds={kind: kinds[kind] for kind in Kind},
        difficulties={level: levels[level] for level in DIFFICULTY_MIX},
        seen_before=len(ids & exposure.seen),
        in_recent_mocks=len(ids & exposure.recent),
    )


class _Levels:
    """Which difficulty a form is shortest of."""

    def __init__(self, n: int) -> None:
        levels = sorted(DIFFICULTY_MIX)
        shares = [DIFFICULTY_MIX[level] for level in levels]
        self._open = dict(zip(levels, apportion(shares, n), strict=True))

    def surplus(self, entry: Entry) -> int:
        """Smaller the more the form still needs of the entry's difficulty."""
        return -self._open.get(entry.difficulty, 0)

    def took(self, entry: Entry) -> None:
        self._open[entry.difficulty] = self._open.get(entry.difficulty, 0) - 1


def _area_rows(
    area: Area,
    count: int,
    by_objective: Mapping[str, Sequence[Entry]],
    exposure: Exposure,
    levels: _Levels,
    rng: random.Random,
) -> list[Entry]:
    groups = list(area.groups)
    rng.shuffle(groups)
    sizes = [len(group.objectives) for group in groups]
    pools = [sum(len(by_objective.get(o.id, ())) for o in group.objectives) for group in groups]
    rows: list[Entry] = []
    for group, share in zip(groups, apportion(sizes, min(count, sum(pools)), upper=pools), strict=True):
        cells = [list(by_objective.get(o.id, ())) for o in group.objectives]
        rng.shuffle(cells)
        cells.sort(key=lambda cell: _freshest(cell, exposure))
        shares = apportion([1] * len(cells), share, upper=[len(cell) for cell in cells])
        for cell, seats in zip(cells, shares, strict=True):
            rows.extend(_best(cell, seats, exposure, levels, rng))
    rng.shuffle(rows)
    return rows


def _staleness(entry: Entry, exposure: Exposure) -> int:
    return (entry.id in exposure.seen) + 2 * (entry.id in exposure.recent)


def _freshest(cell: Sequence[Entry], exposure: Exposure) -> int:
    return min((_staleness(entry, exposure) for entry in cell), default=0)


def _best(
    cell: list[Entry], count: int, exposure: Exposure, levels: _Levels, rng: random.Random
) -> list[Entry]:
    rng.shuffle(cell)
    taken: list[Entry] = []
    for _ in range(count):
        best = min(cell, key=lambda entry: (_staleness(entry, exposure), levels.surplus(entry)))
        cell.remove(best)
        levels.took(best)
        taken.append(best)
    return taken
