"""A mock exam form: assembled to the blueprint, seeded, never adaptive, with an audit of what came out."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from certstudy.core.blueprint import Blueprint, blueprint, weight_ranges
from certstudy.core.form.audit import Audit, audit
from certstudy.core.form.board import Board
from certstudy.core.form.exposure import Exposure
from certstudy.core.form.families import chosen_families
from certstudy.core.form.pool import Pool, pool
from certstudy.core.form.recipe import Recipe
from certstudy.core.form.seating import Plan, seat
from certstudy.core.form.targets import aims
from certstudy.core.interleave import interleaved
from certstudy.core.mock_plan import FormKind
from certstudy.core.question import Entry, Kind
from certstudy.core.sections import SectionKind, Sections, laid_out
from certstudy.core.syllabus import Syllabus


@dataclass(frozen=True, slots=True)
class Form:
    """Questions in order of asking, in their sections; `unscored` ones do not count."""

    entries: tuple[Entry, ...]
    sections: Sections
    seed: int
    audit: Audit
    recipe: Recipe
    unscored: frozenset[str] = frozenset()


def assemble(
    syllabus: Syllabus,
    entries: Sequence[Entry],
    n: int,
    seed: int,
    exposure: Exposure,
    recipe: Recipe | None = None,
) -> Form:
    """A form of n questions in the exam's proportions; fewer if the bank has fewer.

    Case studies and series come whole and count in the areas of their questions. Single questions fill the rest:
    areas by the blueprint, groups in proportion to their objectives, unmet questions before seen ones and both before
    those of recent mock exams, no two enemies, and among equals whatever brings types and difficulties to their mix.
    """
    recipe = recipe or Recipe(n)
    rng = random.Random(seed)
    offered = pool(entries, recipe.area, recipe.difficulty)
    plan = _planner(syllabus, n, recipe)
    ideal = _ideal(syllabus, plan, offered)
    taken = chosen_families(offered, syllabus.areas, ideal, exposure, rng)
    whole = [entry for family in taken for entry in family.entries]
    series = sum(entry.kind is Kind.SERIES for entry in whole)
    aim = aims(n, series, (*offered.singles, *whole))
    board = Board(whole, offered.enemies, aim, exposure)
    came_to = seat(syllabus.areas, plan, offered.singles, board, exposure, rng)
    extra = _unscored(board, offered.singles, exposure, recipe.unscored, rng)
    general = _in_order(syllabus, board.singles, rng)
    form = (*general, *whole)
    found = audit(
        syllabus,
        [entry for entry in form if entry.id not in extra],
        taken,
        offered,
        exposure,
        came_to,
        aim,
        len(extra),
    )
    parts = [(SectionKind.GENERAL, len(general), ""), *((f.kind, len(f.entries), f.id) for f in taken)]
    return Form(form, laid_out(parts), seed, found, recipe, extra)


def _planner(syllabus: Syllabus, n: int, recipe: Recipe) -> Plan:
    ranges = weight_ranges(syllabus)
    if recipe.kind is not FormKind.AREA:
        return lambda pools: blueprint(ranges, n, pools)
    place = next(i for i, area in enumerate(syllabus.areas) if area.id == recipe.area)

    def one_area(pools: Sequence[int]) -> Blueprint:
        alone = [0] * len(ranges)
        seats, short = alone.copy(), alone.copy()
        seats[place] = min(n, pools[place])
        short[place] = n - seats[place]
        return Blueprint(tuple(seats), ranges, False, tuple(short))

    return one_area


def _ideal(syllabus: Syllabus, plan: Plan, offered: Pool) -> Mapping[str, int]:
    """The seats per area as far as the whole bank could fill them, which families are measured by."""
    held = Counter(entry.area for entry in offered.singles)
    held.update(entry.area for family in offered.families for entry in family.entries)
    seats = plan([held[area.id] for area in syllabus.areas]).seats
    return {area.id: count for area, count in zip(syllabus.areas, seats, strict=True)}


def _unscored(
    board: Board, singles: Sequence[Entry], exposure: Exposure, count: int, rng: random.Random
) -> frozenset[str]:
    """Further questions that do not count, drawn from what is left and no recent mock exam asked."""
    drawn: list[str] = []
    for entry in rng.sample(singles, len(singles)) if count else ():
        if len(drawn) < count and exposure.fresh(entry) and board.open(entry):
            board.take(entry)
            drawn.append(entry.id)
    return frozenset(drawn)


def _in_order(syllabus: Syllabus, singles: Sequence[Entry], rng: random.Random) -> tuple[Entry, ...]:
    mixed = rng.sample(singles, len(singles))
    return interleaved({area.id: [e for e in mixed if e.area == area.id] for area in syllabus.areas})
