"""A question as the learner meets it: the stem, what can be chosen, what is right, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"


class Status(StrEnum):
    """How far a question has come through review."""

    DRAFT = "draft"
    SOLVED = "solved"
    VERIFIED = "verified"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen, with the reason why it is right or wrong."""

    id: str
    text: str
    why: str = ""
    misconception: str | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class CodeExhibit:
    """A file shown beside the stem; `language` names the highlighter."""

    title: str
    language: str
    code: str


@dataclass(frozen=True, slots=True)
class TextExhibit:
    """Markdown shown beside the stem, a table for instance."""

    title: str
    body: str


Exhibit = CodeExhibit | TextExhibit


@dataclass(frozen=True, slots=True)
class Reference:
    """An official page that carries the key; `checked` is the ISO date it was last compared."""

    title: str
    url: str
    checked: str
    supports: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One item of the bank; `key` holds the ids of the right options, `revision` a hash of its content."""

    id: str
    kind: Kind
    objective: str
    difficulty: int
    stem: str
    options: tuple[Option, ...]
    key: frozenset[str]
    explanation: str = ""
    exhibits: tuple[Exhibit, ...] = ()
    references: tuple[Reference, ...] = ()
    tags: tuple[str, ...] = ()
    status: Status = Status.DRAFT
    verified: str = ""
    shuffle: bool = True
    revision: str = ""
    source: str = ""

    @property
    def choose(self) -> int:
        """How many options a full answer holds."""
        return len(self.key)

    def option(self, option_id: str) -> Option:
        """The option with that id; KeyError if there is none."""
        return {option.id: option for option in self.options}[option_id]


@dataclass(frozen=True, slots=True)
class Entry:
    """The line of a question in the catalogue's index: enough to plan with, without its text."""

    id: str
    area: str
    group: str
    objective: str
    kind: Kind
    difficulty: int


@dataclass(frozen=True, slots=True)
class QuestionSource:
    """Where a question is written: its file and the lines of its block, counted from 1, both included.

    `path` has forward slashes and starts at the repository, or at the pack when that stands alone;
    `text` is the whole file with its own line ends.
    """

    question: str
    path: str
    text: str
    first: int
    last: int

    @property
    def block(self) -> str:
        """The lines of the question."""
        return "\n".join(self.text.split("\n")[self.first - 1 : self.last]) + "\n"
