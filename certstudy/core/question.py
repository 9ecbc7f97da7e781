"""A question as the learner meets it: the stem, what is to be done, what is right, and why."""

from dataclasses import dataclass
from enum import StrEnum

from certstudy.core.picture import Picture
from certstudy.core.tasks import Choice, Option, Task


class Kind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    BEST = "best"
    MULTIPLE = "multiple"
    STATEMENTS = "statements"
    ORDER = "order"
    MATCH = "match"
    DROPDOWN = "dropdown"
    HOTSPOT = "hotspot"
    SHORT = "short"
    SERIES = "series"


class Status(StrEnum):
    """How far a question has come through review."""

    DRAFT = "draft"
    SOLVED = "solved"
    VERIFIED = "verified"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class CodeExhibit:
    """A file shown beside the stem; `language` names the highlighter, `broken` code is wrong on purpose."""

    title: str
    language: str
    code: str
    broken: bool = False


@dataclass(frozen=True, slots=True)
class TextExhibit:
    """Markdown shown beside the stem, a table for instance."""

    title: str
    body: str


@dataclass(frozen=True, slots=True)
class PictureExhibit:
    """A picture shown beside the stem."""

    title: str
    picture: Picture


Exhibit = CodeExhibit | TextExhibit | PictureExhibit


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of a case study, in Markdown."""

    title: str
    body: str


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """A situation that several questions share."""

    id: str
    title: str
    tabs: tuple[Tab, ...]
    exhibits: tuple[Exhibit, ...] = ()


@dataclass(frozen=True, slots=True)
class Solution:
    """A question's part in a series: one proposed solution to the scenario the series shares."""

    series: str
    place: int
    of: int
    scenario: str
    text: str
    ask: str


@dataclass(frozen=True, slots=True)
class Reference:
    """An official page that carries the key; `checked` is the ISO date it was last compared."""

    title: str
    url: str
    checked: str
    supports: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One item of the bank; `task` says what to do and what is right, `revision` is a hash of its content.

    `case` is the id of the case study it belongs to; `solution` its part in a series; `enemies` are questions
    that must not stand in the same form. From the ISO date `due` on a fact of the question no longer holds as it
    stands; `due_note` says what happens then.
    """

    id: str
    kind: Kind
    objective: str
    difficulty: int
    stem: str
    task: Task
    explanation: str = ""
    exhibits: tuple[Exhibit, ...] = ()
    references: tuple[Reference, ...] = ()
    tags: tuple[str, ...] = ()
    status: Status = Status.DRAFT
    verified: str = ""
    due: str = ""
    due_note: str = ""
    shuffle: bool = True
    revision: str = ""
    source: str = ""
    case: str = ""
    solution: Solution | None = None
    enemies: tuple[str, ...] = ()

    @property
    def options(self) -> tuple[Option, ...]:
        """The options of a choice; other tasks have none."""
        return self.task.options if isinstance(self.task, Choice) else ()

    @property
    def key(self) -> frozenset[str]:
        """The ids of a choice's right options; empty for other tasks."""
        return self.task.key if isinstance(self.task, Choice) else frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """The line of a question in the catalogue's index: enough to plan with, without its text.

    `family` is the id of the case study or series that its questions are asked together with; `guess_rate` the
    chance that a blind guess earns every point, `chance` the share of points it earns on the average.
    """

    id: str
    area: str
    group: str
    objective: str
    kind: Kind
    difficulty: int
    family: str = ""
    enemies: tuple[str, ...] = ()
    guess_rate: float = 0.25
    chance: float = 0.25


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
