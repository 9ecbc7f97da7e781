"""How the bank covers the outline: questions per area beside the weight ranges, and objectives left out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from certstudy.core.question import Question
from certstudy.core.syllabus import Area, Syllabus


@dataclass(frozen=True, slots=True)
class AreaCover:
    """One area: its questions, their share in per cent, its range, and the objectives nothing asks for."""

    area: Area
    questions: int
    percent: float
    missing: tuple[str, ...]

    @property
    def in_range(self) -> bool:
        """Whether the share lies in the weight range."""
        return self.area.weight.low <= self.percent <= self.area.weight.high


def coverage(syllabus: Syllabus, questions: Sequence[Question]) -> list[AreaCover]:
    """All areas in outline order."""
    held = Counter(question.objective for question in questions)
    return [_cover(area, held) for area in syllabus.areas]


def _cover(area: Area, held: Counter[str]) -> AreaCover:
    names = [objective.id for objective in area.objectives()]
    count = sum(held[name] for name in names)
    percent = 100 * count / held.total() if held else 0.0
    return AreaCover(area, count, percent, tuple(name for name in names if not held[name]))
