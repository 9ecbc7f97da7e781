"""A small syllabus for tests of the domain."""

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
