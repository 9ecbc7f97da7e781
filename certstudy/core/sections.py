"""The sections of a mock exam: general questions, a series that is not returned to, case studies."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class SectionKind(StrEnum):
    """What holds in a section: a series goes forward only, a case study has its text beside the questions."""

    GENERAL = "general"
    SERIES = "series"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that lie together in a form: the places from `start` up to, not including, `stop`.

    `family` is the id of the case study or series.
    """

    kind: SectionKind
    start: int
    stop: int
    family: str = ""

    def __len__(self) -> int:
        """How many questions it has."""
        return self.stop - self.start

    def __contains__(self, place: object) -> bool:
        """Whether a place of the form lies in it."""
        return isinstance(place, int) and self.start <= place < self.stop

    @property
    def places(self) -> range:
        """Its places in the form."""
        return range(self.start, self.stop)


Sections = tuple[Section, ...]


def laid_out(parts: Iterable[tuple[SectionKind, int, str]]) -> Sections:
    """Sections one after the other, each given by kind, number of questions and family; empty ones are left out."""
    made: list[Section] = []
    start = 0
    for kind, count, family in parts:
        if count:
            made.append(Section(kind, start, start + count, family))
            start += count
    return tuple(made)
