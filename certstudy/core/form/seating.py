"""Single questions find their seats: area by area, group by group, then swaps towards the mix."""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from certstudy.core.blueprint import Blueprint
from certstudy.core.form.board import Board
from certstudy.core.form.exposure import Exposure
from certstudy.core.question import Entry
from certstudy.core.syllabus import Area, Group

MOST_SWEEPS = 30

Plan = Callable[[Sequence[int]], Blueprint]
"""The seats per area, given how many questions each can give at most."""


def seat(
    areas: Sequence[Area],
    plan: Plan,
    singles: Sequence[Entry],
    board: Board,
    exposure: Exposure,
    rng: random.Random,
) -> Blueprint:
    """Fill the board to the plan and return the plan it came to.

    Questions of recent mock exams are taken only where no others fill the plan. An area whose questions bar each
    other gives what it can, and the others fill in.
    """
    mixed = list(singles)
    rng.shuffle(mixed)
    by_area: dict[str, list[Entry]] = defaultdict(list)
    for entry in mixed:
        by_area[entry.area].append(entry)
    groups = {area.id: rng.sample(area.groups, len(area.groups)) for area in areas}
    fresh = {name: [e for e in rows if exposure.fresh(e)] for name, rows in by_area.items()}
    families = [board.areas[area.id] for area in areas]
    pools = [held + len(by_area[area.id]) for held, area in zip(families, areas, strict=True)]
    unmet = [held + len(fresh.get(area.id, ())) for held, area in zip(families, areas, strict=True)]
    came_to = plan(pools)
    if (spared := plan(unmet)).n == came_to.n and spared.in_range >= came_to.in_range:
        came_to, pools = spared, unmet
    while True:
        for area, count in zip(areas, came_to.seats, strict=True):
            for offered in (fresh.get(area.id, ()), by_area[area.id]):
                _fill(area, groups[area.id], count, offered, board)
        held = [board.areas[area.id] for area in areas]
        short = [h < seats for h, seats in zip(held, came_to.seats, strict=True)]
        if not any(short):
            break
        pools = [h if lacking else p for h, p, lacking in zip(held, pools, short, strict=True)]
        came_to = plan(pools)
    _improve(by_area, board, exposure)
    return came_to


def _fill(area: Area, groups: Sequence[Group], count: int, offered: Sequence[Entry], board: Board) -> None:
    """Seat questions until the area has as many as wanted: the group with the best claim first (Webster)."""
    weights = {group.id: len(group.objectives) for group in area.groups}
    order = {group.id: place for place, group in enumerate(groups)}
    by_group: dict[str, list[Entry]] = defaultdict(list)
    for entry in offered:
        by_group[entry.group].append(entry)
    while board.areas[area.id] < count:
        able = [name for name in order if any(board.open(entry) for entry in by_group[name])]
        if not able:
            return
        chosen = max(able, key=lambda name: (weights[name] / (2 * board.groups[name] + 1), -order[name]))
        board.take(min(filter(board.open, by_group[chosen]), key=board.cost))


def _improve(by_area: Mapping[str, Sequence[Entry]], board: Board, exposure: Exposure) -> None:
    """Swap within groups while that brings the form nearer to its aims; what was spared stays spared."""
    alike = _alike(by_area, exposure)
    for _ in range(MOST_SWEEPS):
        moved = False
        for old in tuple(board.singles):
            best, gain = None, 0
            for fresh, rows in alike[old.group]:
                if not fresh and exposure.fresh(old):
                    continue
                new = next((entry for entry in rows if board.open_instead(entry, old)), None)
                if new is not None and (more := board.gain(old, new)) > gain:
                    best, gain = new, more
            if best is not None:
                board.swap(old, best)
                moved = True
        if not moved:
            return


def _alike(
    by_area: Mapping[str, Sequence[Entry]], exposure: Exposure
) -> Mapping[str, Sequence[tuple[bool, Sequence[Entry]]]]:
    """The questions of each group in lots that cost the same, with whether they are fresh."""
    lots: dict[str, dict[tuple[object, ...], list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for rows in by_area.values():
        for entry in rows:
            fresh, seen = exposure.fresh(entry), entry.id in exposure.seen
            lots[entry.group][fresh, seen, entry.objective, entry.kind, entry.difficulty].append(entry)
    return {
        group: [(exposure.fresh(rows[0]), rows) for rows in of_group.values()]
        for group, of_group in lots.items()
    }
