"""The plan of a mock exam sitting: its sections and the rules it is sat by."""

from dataclasses import dataclass
from enum import StrEnum

from certstudy.core.sections import Section, SectionKind, Sections


class FormKind(StrEnum):
    """The whole exam, half of it, the short diagnostic, one area, or judgement questions alone."""

    FULL = "full"
    HALF = "half"
    DIAGNOSTIC = "diagnostic"
    AREA = "area"
    HARD = "hard"


# forms in the exam's proportions, whose scores stand for the exam's
EXAM_LIKE = frozenset((FormKind.FULL, FormKind.HALF))


@dataclass(frozen=True, slots=True)
class MockPlan:
    """`unscored` holds places in the form; `runs_on` lets the clock run while the candidate is away from the exam."""

    sections: Sections = ()
    kind: FormKind = FormKind.FULL
    area: str = ""
    unscored: frozenset[int] = frozenset()
    open_book: bool = False
    runs_on: bool = False

    def over(self, questions: int) -> Sections:
        """The sections of a form of so many questions; one of an older record has a single one."""
        return self.sections or (Section(SectionKind.GENERAL, 0, questions),)
