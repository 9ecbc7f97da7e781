"""What one reads to learn rather than to be asked: study notes, the glossary, cheat sheets."""

from dataclasses import dataclass
from enum import StrEnum

from certstudy.core.picture import Picture
from certstudy.core.question import Reference


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text, lists and tables in Markdown."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Code; `language` names the highlighter, "" for none."""

    language: str
    code: str


Block = Passage | Listing | Picture


@dataclass(frozen=True, slots=True)
class Note:
    """The study note of an objective; `checked` is the ISO date its facts were last compared."""

    objective: str
    title: str
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...]
    checked: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What of an area fits on one page."""

    area: str
    title: str
    blocks: tuple[Block, ...]
    checked: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the trade and what it means, in Markdown; `also` are its other names, `objective` may be ""."""

    term: str
    means: str
    also: tuple[str, ...] = ()
    objective: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by."""
        return (self.term, *self.also)


class PageKind(StrEnum):
    """What a search among the pages can find."""

    NOTE = "note"
    TERM = "term"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Page:
    """A note by its objective, a term by its name, or a sheet by its area."""

    kind: PageKind
    id: str
