"""The values of a task that a screen draws: what can be chosen, what was, and what became of it once checked."""

from dataclasses import dataclass
from enum import StrEnum

from certstudy.core.picture import Picture
from certstudy.core.tasks import Outline
from certstudy.present import highlight

LETTERS = "ABCDEFGHIJ"


class Mark(StrEnum):
    """What became of a part once the answer was checked."""

    NONE = "none"
    RIGHT = "right"
    MISSED = "missed"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class OptionView:
    """One option in the order shown; `why_html` is empty until the answer was checked."""

    id: str
    letter: str
    html: str
    name: str
    chosen: bool = False
    mark: Mark = Mark.NONE
    why_html: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """Options of which `choose` can be chosen at most."""

    options: tuple[OptionView, ...]
    several: bool
    choose: int


@dataclass(frozen=True, slots=True)
class StatementView:
    """A claim; `judged` is `yes`, `no` or empty, `answer` the right one of them once checked."""

    id: str
    html: str
    name: str
    judged: str
    mark: Mark = Mark.NONE
    answer: str = ""
    why_html: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class StatementsView:
    """Claims in the order written."""

    rows: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """An action; once checked `mark` tells of its place and `belongs` is its right place counted from 1, 0 for none.

    `letter` is its own, wherever it is placed.
    """

    id: str
    letter: str
    html: str
    name: str
    mark: Mark = Mark.NONE
    belongs: int = 0
    why_html: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class OrderingView:
    """`placed` from first to last, `pool` what is left; once checked `right` is the right order nearest to it."""

    places: int
    placed: tuple[StepView, ...]
    pool: tuple[StepView, ...]
    right: tuple[StepView, ...] = ()


@dataclass(frozen=True, slots=True)
class MatchView:
    """A choice that can be given to a row; `used` says by how many rows it is held."""

    id: str
    html: str
    name: str
    used: int = 0


@dataclass(frozen=True, slots=True)
class RowView:
    """What asks for a choice; `given` is the one it has, `right` the right one once checked."""

    id: str
    html: str
    name: str
    given: MatchView | None
    mark: Mark = Mark.NONE
    right: MatchView | None = None
    why_html: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class MatchingView:
    """Rows and what can be given to them."""

    choices: tuple[MatchView, ...]
    rows: tuple[RowView, ...]
    reuse: bool


@dataclass(frozen=True, slots=True)
class GapView:
    """A gap; `mark_character` stands for it in the text, `fillings` are ids with texts, `given` the id chosen."""

    id: str
    number: int
    mark_character: str
    fillings: tuple[tuple[str, str], ...]
    given: str
    name: str
    mark: Mark = Mark.NONE
    right: str = ""
    why_html: str = ""
    why: str = ""

    @property
    def given_text(self) -> str:
        """The text of the filling chosen; empty for none."""
        return dict(self.fillings).get(self.given, "")

    @property
    def right_text(self) -> str:
        """The text of the right filling once checked."""
        return dict(self.fillings).get(self.right, "")


@dataclass(frozen=True, slots=True)
class GapsView:
    """Code with coloured spans, or prose as HTML; each gap is its one character in it."""

    gaps: tuple[GapView, ...]
    code: str = ""
    spans: tuple[highlight.Span, ...] = ()
    html: str = ""


@dataclass(frozen=True, slots=True)
class RegionView:
    """A part of a picture, in the picture's pixels."""

    id: str
    label: str
    outline: Outline
    chosen: bool = False
    mark: Mark = Mark.NONE
    why_html: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class HotspotView:
    """A picture with regions of which `choose` can be chosen at most."""

    picture: Picture
    regions: tuple[RegionView, ...]
    choose: int


@dataclass(frozen=True, slots=True)
class ShortAnswerView:
    """A line to type; `right` is the answer to show once checked."""

    typed: str
    mark: Mark = Mark.NONE
    right: str = ""


TaskView = (
    ChoiceView | StatementsView | OrderingView | MatchingView | GapsView | HotspotView | ShortAnswerView
)
