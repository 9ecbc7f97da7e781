"""Which case studies and which series a form takes: whole, fresh, inside the seats of their areas."""

import random
from collections.abc import Mapping, Sequence

from certstudy.core.form.exposure import Exposure
from certstudy.core.form.pool import Family, Pool
from certstudy.core.form.targets import (
    FORMS_APART,
    MOST_SERIES,
    SHORTEST_WITH_FAMILIES,
    SHORTEST_WITH_TWO_CASES,
)
from certstudy.core.sections import SectionKind
from certstudy.core.syllabus import Area

Seats = Mapping[str, int]


def chosen_families(
    pool: Pool,
    areas: Sequence[Area],
    seats: Seats,
    exposure: Exposure,
    rng: random.Random,
) -> tuple[Family, ...]:
    """Series first, then case studies, as they are asked; none that a recent mock exam asked.

    `seats` says how many questions each area has room for; a family that does not fit, or leaves no seat to a group
    without one, is passed over. A second case study is taken only from a bank with so many that the next mock exams
    have one of their own.
    """
    n = sum(seats.values())
    if n < SHORTEST_WITH_FAMILIES:
        return ()
    by_kind = {kind: [f for f in pool.families if f.kind is kind] for kind in SectionKind}
    cases = _cases(n, len(by_kind[SectionKind.CASE]), rng)
    taken: list[Family] = []
    for kind, most in ((SectionKind.SERIES, MOST_SERIES), (SectionKind.CASE, cases)):
        for family in _in_order(by_kind[kind], exposure, rng):
            if sum(other.kind is kind for other in taken) < most and _fits(family, taken, areas, seats, pool):
                taken.append(family)
    return tuple(taken)


def _cases(n: int, held: int, rng: random.Random) -> int:
    two = n >= SHORTEST_WITH_TWO_CASES and held >= 2 * FORMS_APART
    return rng.choice((1, 2)) if two else 1


def _in_order(families: Sequence[Family], exposure: Exposure, rng: random.Random) -> list[Family]:
    """Those not asked lately, the least known first."""
    fresh = [family for family in families if exposure.all_fresh(family.entries)]
    rng.shuffle(fresh)
    return sorted(fresh, key=lambda f: sum(e.id in exposure.seen for e in f.entries) / len(f.entries))


def _fits(family: Family, taken: Sequence[Family], areas: Sequence[Area], seats: Seats, pool: Pool) -> bool:
    held = [entry for other in taken for entry in other.entries]
    seated = [*held, *family.entries]
    for area in areas:
        here = [entry.group for entry in seated if entry.area == area.id]
        covered = len(set(here))
        # as many groups as there are seats for should have a question
        wanting = min(len(area.groups), seats[area.id]) - covered
        if here and len(here) + max(0, wanting) > seats[area.id]:
            return False
    ids = {entry.id for entry in family.entries}
    return not any(pool.enemies.get(entry.id, frozenset()) & ids for entry in held)
