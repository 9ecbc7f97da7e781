"""What kind of mock exam a form is for."""

from dataclasses import dataclass

from certstudy.core.mock_plan import FormKind

HARDEST = 3


@dataclass(frozen=True, slots=True)
class Recipe:
    """So many questions that count, and `unscored` further ones that do not; `area` for a form of one area."""

    questions: int
    kind: FormKind = FormKind.FULL
    area: str = ""
    unscored: int = 0

    @property
    def difficulty(self) -> int:
        """The one difficulty asked for, 0 for all."""
        return HARDEST if self.kind is FormKind.HARD else 0
