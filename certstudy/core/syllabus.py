"""What an exam measures: areas with weight ranges, groups and objectives."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WeightRange:
    """The published share of an area in per cent, both ends included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Objective:
    """One bullet of the outline, the smallest thing that is planned and charted."""

    id: str
    title: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Objectives that the outline lists under one heading."""

    id: str
    title: str
    short_title: str
    objectives: tuple[Objective, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A weighted skill area; `code` is its two-letter badge."""

    id: str
    code: str
    title: str
    short_title: str
    weight: WeightRange
    groups: tuple[Group, ...]

    def objectives(self) -> Iterator[Objective]:
        """The area's objectives in outline order."""
        return (objective for group in self.groups for objective in group.objectives)


@dataclass(frozen=True, slots=True)
class ExamFacts:
    """What the exam's owner publishes about its form; minutes and scores as on the official pages."""

    code: str
    title: str
    certification: str
    outline: str
    minutes: int
    questions_low: int
    questions_high: int
    score_max: int
    score_to_pass: int
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Syllabus:
    """One exam's outline with look-ups by id."""

    exam: ExamFacts
    areas: tuple[Area, ...]
    _area_by_objective: dict[str, Area] = field(init=False, repr=False, compare=False)
    _group_by_objective: dict[str, Group] = field(init=False, repr=False, compare=False)
    _areas: dict[str, Area] = field(init=False, repr=False, compare=False)
    _groups: dict[str, Group] = field(init=False, repr=False, compare=False)
    _objectives: dict[str, Objective] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the tree once; the value stays immutable to its readers."""
        rows = [(a, g, o) for a in self.areas for g in a.groups for o in g.objectives]
        object.__setattr__(self, "_area_by_objective", {o.id: a for a, _, o in rows})
        object.__setattr__(self, "_group_by_objective", {o.id: g for _, g, o in rows})
        object.__setattr__(self, "_areas", {area.id: area for area in self.areas})
        object.__setattr__(self, "_groups", {group.id: group for area in self.areas for group in area.groups})
        object.__setattr__(self, "_objectives", {o.id: o for _, _, o in rows})

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """All objectives in outline order."""
        return tuple(self._objectives.values())

    def has_objective(self, objective_id: str) -> bool:
        """Whether the outline knows the objective."""
        return objective_id in self._objectives

    def objective(self, objective_id: str) -> Objective:
        """The objective with that id; KeyError if the outline has none."""
        return self._objectives[objective_id]

    def area_of(self, objective_id: str) -> Area:
        """The area an objective belongs to; KeyError if unknown."""
        return self._area_by_objective[objective_id]

    def group_of(self, objective_id: str) -> Group:
        """The group an objective belongs to; KeyError if unknown."""
        return self._group_by_objective[objective_id]

    def area(self, area_id: str) -> Area:
        """The area with that id; KeyError if unknown."""
        return self._areas[area_id]

    def group(self, group_id: str) -> Group:
        """The group with that id; KeyError if unknown."""
        return self._groups[group_id]
