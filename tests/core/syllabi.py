"""A small syllabus for tests of the domain."""

from certstudy.core.apportion import apportion
from certstudy.core.question import Entry, Kind
from certstudy.core.syllabus import Area, ExamFacts, Group, Objective, Syllabus, WeightRange

RANGES = ((10, 15), (10, 15), (50, 55), (10, 15), (5, 10))
GROUPS = ((4, 7, 6), (3, 6), (4, 4, 9, 8, 5, 5), (7, 4, 6), (4, 4))
FACTS = ExamFacts("T-1", "Test", "Tester", "2026-01-01", 100, 40, 60, 1000, 700)


def syllabus() -> Syllabus:
    """Five areas of the shape of AZ-400, with invented names."""
    return Syllabus(FACTS, tuple(_area(i) for i in range(len(RANGES))))


def _area(index: int) -> Area:
    groups = tuple(
        Group(f"a{index}.g{g}", f"Group {g}", f"G{g}", _objectives(f"a{index}.g{g}", size))
        for g, size in enumerate(GROUPS[index])
    )
    return Area(
        f"a{index}", f"A{index}", f"Area {index}", f"Area {index}", WeightRange(*RANGES[index]), groups
    )


def _objectives(group: str, size: int) -> tuple[Objective, ...]:
    return tuple(Objective(f"{group}.o{o}", f"Objective {group}.{o}") for o in range(size))


def entries(each: int = 3) -> tuple[Entry, ...]:
    """So many questions for each objective, difficulties and kinds in turn."""
    rows: list[Entry] = []
    for area in syllabus().areas:
        for group in area.groups:
            for objective in group.objectives:
                for k in range(each):
                    kind = Kind.MULTIPLE if len(rows) % 5 == 0 else Kind.SINGLE
                    rows.append(
                        Entry(f"{objective.id}-{k}", area.id, group.id, objective.id, kind, 1 + len(rows) % 3)
                    )
    return tuple(rows)


KINDS = (
    *(Kind.SINGLE,) * 9, *(Kind.MULTIPLE,) * 3, *(Kind.DROPDOWN,) * 2, Kind.ORDER, Kind.MATCH, Kind.BEST,
    Kind.STATEMENTS, Kind.HOTSPOT, Kind.SHORT,
)  # fmt: skip
LEVELS = (2, 3, 2, 1, 3, 2, 3, 2, 1, 2)


def full_bank() -> tuple[Entry, ...]:
    """640 questions in the exam's proportions: singles of every kind, 12 case studies of 5, 8 series of 3."""
    outline = syllabus()
    cases = [entry for c in range(12) for entry in _case(outline, c)]
    series = [entry for s in range(8) for entry in _series(outline, s)]
    rest = 640 - len(cases) - len(series)
    singles: list[Entry] = []
    for area, count in zip(outline.areas, apportion((13, 13, 53, 13, 8), rest), strict=True):
        objectives = [(g.id, o.id) for g in area.groups for o in g.objectives]
        for k in range(count):
            group, objective = objectives[k % len(objectives)]
            number = len(singles)
            singles.append(
                Entry(
                    f"q{number}", area.id, group, objective, KINDS[(number * 7) % len(KINDS)],
                    LEVELS[(number * 3) % len(LEVELS)], enemies=(f"q{number - 1}",) if number % 40 == 39 else (),
                )
            )  # fmt: skip
    return (*singles, *cases, *series)


def _case(outline: Syllabus, number: int) -> list[Entry]:
    """A case study over three areas, mostly the largest one."""
    places = (2, 2, 2, (0, 1, 3)[number % 3], (3, 0, 1, 4)[number % 4])
    kinds = (Kind.SINGLE, Kind.DROPDOWN, Kind.MULTIPLE, Kind.MATCH, Kind.SINGLE)
    rows = []
    for k, (place, kind) in enumerate(zip(places, kinds, strict=True)):
        group = outline.areas[place].groups[(number + k) % len(outline.areas[place].groups)]
        objective = group.objectives[(number + k) % len(group.objectives)]
        area = outline.areas[place].id
        rows.append(Entry(f"c{number}-{k}", area, group.id, objective.id, kind, 2 + k % 2, f"case-{number}"))
    return rows


def _series(outline: Syllabus, number: int) -> list[Entry]:
    area = outline.areas[(2, 0, 3, 1)[number % 4]]
    group = area.groups[number % len(area.groups)]
    return [
        Entry(f"s{number}-{k}", area.id, group.id, group.objectives[0].id, Kind.SERIES, 2, f"series-{number}")
        for k in range(3)
    ]
