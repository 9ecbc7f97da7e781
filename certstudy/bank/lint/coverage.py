"""How the bank covers the outline: questions per objective, group and area, beside the weight ranges."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from certstudy.core.question import Question
from certstudy.core.syllabus import Area, Group, Syllabus


@dataclass(frozen=True, slots=True)
class GroupCover:
    """One group with the questions of each of its objectives, by id in outline order."""

    group: Group
    objectives: Mapping[str, int]

    @property
    def questions(self) -> int:
        """All questions of the group."""
        return sum(self.objectives.values())

    @property
    def density(self) -> float:
        """Questions per objective."""
        return self.questions / len(self.objectives)


@dataclass(frozen=True, slots=True)
class AreaCover:
    """One area with its groups and the share of the bank in per cent."""

    area: Area
    groups: tuple[GroupCover, ...]
    percent: float

    @property
    def questions(self) -> int:
        """All questions of the area."""
        return sum(group.questions for group in self.groups)

    @property
    def objectives(self) -> Mapping[str, int]:
        """The questions of each objective."""
        return {name: count for group in self.groups for name, count in group.objectives.items()}

    @property
    def missing(self) -> tuple[str, ...]:
        """The objectives nothing asks for."""
        return tuple(name for name, count in self.objectives.items() if not count)

    @property
    def in_range(self) -> bool:
        """Whether the share lies in the weight range."""
        return self.area.weight.low <= self.percent <= self.area.weight.high

    def relative(self, group: GroupCover) -> float:
        """A group's questions per objective, in per cent of the area's; 100 in an area without questions."""
        density = self.questions / len(self.objectives)
        return 100 * group.density / density if density else 100.0


def coverage(syllabus: Syllabus, questions: Sequence[Question]) -> list[AreaCover]:
    """All areas in outline order."""
    held = Counter(question.objective for question in questions)
    return [_cover(area, held) for area in syllabus.areas]


def fewest(cover: Sequence[AreaCover], least: int) -> list[tuple[str, int]]:
    """The objectives with fewer questions than that, with their number, lowest first."""
    counts = ((name, count) for area in cover for name, count in area.objectives.items())
    return sorted(((name, count) for name, count in counts if count < least), key=lambda pair: pair[1])


def _cover(area: Area, held: Counter[str]) -> AreaCover:
    groups = tuple(
        GroupCover(group, {objective.id: held[objective.id] for objective in group.objectives})
        for group in area.groups
    )
    count = sum(group.questions for group in groups)
    return AreaCover(area, groups, 100 * count / held.total() if held else 0.0)
