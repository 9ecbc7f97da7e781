"""The seats against the best there is, found by trying every form of small pools."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from certstudy.core.blueprint import Blueprint
from certstudy.core.form.board import KIND, LEVEL, REPEATED, SEEN, Board
from certstudy.core.form.exposure import Exposure
from certstudy.core.form.seating import seat
from certstudy.core.form.targets import aims, mixed_kind
from certstudy.core.question import Entry, Kind
from certstudy.core.syllabus import Area, Group, Objective, WeightRange

GROUPS = tuple(
    Group(f"a.g{g}", f"Group {g}", f"G{g}", tuple(Objective(f"a.g{g}.o{o}", "Objective") for o in range(2)))
    for g in range(2)
)
AREA = Area("a", "Aa", "Area", "Area", WeightRange(100, 100), GROUPS)
KINDS = (Kind.SINGLE, Kind.SINGLE, Kind.MULTIPLE, Kind.ORDER, Kind.DROPDOWN)
SEATS = 4


def pools(hostile: bool) -> Iterator[tuple[list[Entry], Exposure]]:
    """200 pools of ten questions; in hostile ones some bar each other."""
    for number in range(200):
        rng = random.Random(number)
        pool = []
        for k in range(10):
            group = rng.choice(GROUPS) if k > 3 else GROUPS[k % 2]
            objective = rng.choice(group.objectives)
            enemies = (f"q{rng.randrange(10)}",) if hostile and rng.random() < 0.3 else ()
            kind, level = rng.choice(KINDS), rng.randint(1, 3)
            pool.append(Entry(f"q{k}", "a", group.id, objective.id, kind, level, enemies=enemies))
        seen = frozenset(e.id for e in pool if rng.random() < 0.3)
        yield pool, Exposure(seen)


def board_of(pool: list[Entry], exposure: Exposure) -> Board:
    enemies: dict[str, frozenset[str]] = {}
    for e in pool:
        for other in e.enemies:
            if other != e.id:
                enemies[e.id] = enemies.get(e.id, frozenset()) | {other}
                enemies[other] = enemies.get(other, frozenset()) | {e.id}
    return Board((), enemies, aims(SEATS, 0, pool), exposure)


def plan(pools: Sequence[int]) -> Blueprint:
    count = min(SEATS, pools[0])
    return Blueprint((count,), (AREA.weight,), True, (SEATS - count,))


def distance(pool: Sequence[Entry], form: Sequence[Entry], exposure: Exposure) -> int:
    """What the board means by the distance of a form from its aims, counted anew."""
    aimed = aims(SEATS, 0, pool)
    kinds, levels = Counter(mixed_kind(e.kind) for e in form), Counter(e.difficulty for e in form)
    off_kinds = sum((kinds[k] - aimed.kinds.get(k, 0)) ** 2 for k in {*kinds, *aimed.kinds})
    off_levels = sum((levels[k] - aimed.difficulties.get(k, 0)) ** 2 for k in {*levels, *aimed.difficulties})
    repeats = sum(count**2 for count in Counter(e.objective for e in form).values())
    seen = sum(e.id in exposure.seen for e in form)
    return SEEN * seen + REPEATED * repeats + KIND * off_kinds + LEVEL * off_levels


def best(pool: list[Entry], exposure: Exposure, groups: Counter[str]) -> int:
    """The smallest distance from the aims of any form with so many questions of each group."""
    found = []
    for form in combinations(pool, groups.total()):
        board = board_of(pool, exposure)
        if Counter(e.group for e in form) != groups:
            continue
        for entry in form:
            if not board.open(entry):
                break
            board.take(entry)
        else:
            found.append(distance(pool, form, exposure))
    return min(found)


def gaps(hostile: bool) -> list[int]:
    """How far each form is from the best one with its groups."""
    rows = []
    for number, (pool, exposure) in enumerate(pools(hostile)):
        board = board_of(pool, exposure)
        seat((AREA,), plan, pool, board, exposure, random.Random(number))
        groups = Counter({name: count for name, count in board.groups.items() if count})
        assert hostile or groups.total() == SEATS
        assert len({e.id for e in board.singles}) == groups.total()
        rows.append(distance(pool, board.singles, exposure) - best(pool, exposure, groups))
    return rows


def test_nine_forms_in_ten_are_the_best_one_and_the_others_are_near() -> None:
    """Swaps of two questions at once would find the rest, at a hundred times the price."""
    found = gaps(hostile=False)
    assert min(found) == 0
    assert sum(gap == 0 for gap in found) >= 180
    assert max(found) <= 8


def test_with_enemies_forms_stay_near_the_best() -> None:
    found = gaps(hostile=True)
    assert min(found) == 0
    assert sum(gap == 0 for gap in found) >= 175
