"""A practice session: the seats of each area filled with what is worth most, in a mixed order."""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence

from certstudy.core.interleave import interleaved, mixed
from certstudy.core.question import Entry
from certstudy.core.ranking import Occasion, Pick, Reason, Standings, best
from certstudy.core.syllabus import Area


def picked(
    areas: Sequence[Area],
    seats: Sequence[int],
    pool: Iterable[Entry],
    standings: Standings,
    occasion: Occasion,
    seed: int,
) -> tuple[Pick, ...]:
    """Questions for the seats of each area in the order of asking.

    Deterministic in all arguments. An area with fewer questions than seats gives all it has.
    """
    by_area: dict[str, list[Entry]] = defaultdict(list)
    for entry in pool:
        by_area[entry.area].append(entry)
    rows: dict[str, Sequence[Pick]] = {}
    for area, count in zip(areas, seats, strict=True):
        rng = random.Random(f"{seed}:{area.id}")
        chosen = best(by_area[area.id], standings, occasion, count, rng)
        new = [pick for pick in chosen if pick.reason is Reason.NEW]
        rows[area.id] = mixed(new, [pick for pick in chosen if pick.reason is not Reason.NEW])
    return interleaved(rows)
