"""The published shapes of questions, one for each type, and of series."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from certstudy.bank.shapes import (
    FILLED,
    Date,
    ExhibitShape,
    Id,
    Level,
    OptionId,
    PictureShape,
    ReferenceShape,
    ReviewStatus,
    Text,
)

Exhibits = Annotated[tuple[Id | ExhibitShape, ...], Meta(max_length=6)]
Number = Annotated[float, Meta(ge=0, le=4_000)]


class ItemShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What questions and series share: where they belong, how hard they are, what carries them."""

    id: Id
    objective: Annotated[Id, Meta(description="In full, or relative to `area`.")] | UnsetType = UNSET
    area: Id | UnsetType = UNSET
    difficulty: Level | UnsetType = UNSET
    tags: tuple[Text, ...] = ()
    exhibits: Annotated[Exhibits, Meta(description="Written out, or ids of the file's exhibits.")] = ()
    explanation: Annotated[str, Meta(description="The principle behind the key.")] = ""
    references: tuple[ReferenceShape, ...] = ()
    status: ReviewStatus | UnsetType = UNSET
    verified: Date | UnsetType = UNSET
    due: Annotated[Date, Meta(description="When a fact of it changes.")] | UnsetType = UNSET
    due_note: Annotated[Text, Meta(description="What happens on the day `due`.")] | UnsetType = UNSET
    enemies: Annotated[tuple[Id, ...], Meta(description="Questions that must not meet it in a form.")] = ()
    revision: Annotated[int, Meta(ge=1, description="Counted by authors; not used yet.")] = 1
    source: Annotated[dict[str, Any], Meta(description="What an import could not place.")] = {}


class QuestionShape(ItemShape, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What questions of every type share."""

    type: str
    stem: Annotated[str, Meta(pattern=FILLED, description="Markdown; ends with one question.")]
    shuffle: Annotated[bool, Meta(description="False keeps what can be chosen in the order written.")] = True
    hint: Annotated[str, Meta(description="Part of the format; not shown yet.")] = ""
    case: Annotated[Id, Meta(description="The case study it belongs to.")] | UnsetType = UNSET


class PicturedShape(QuestionShape, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question that may have a picture below its stem."""

    image: PictureShape | UnsetType = UNSET


class OptionShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something to choose; a wrong one names the belief that makes it tempting."""

    text: Text
    why: str = ""
    misconception: Id | UnsetType = UNSET
    pinned: Annotated[bool, Meta(description="Stays in its place when options are shuffled.")] = False


Options = Annotated[dict[OptionId, Text | OptionShape], Meta(min_length=2, max_length=10)]


class SingleQuestion(PicturedShape, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Exactly one option is right, or, as `best`, better than the others under the stem's constraint."""

    type: Literal["single", "best"]
    options: Options
    answer: OptionId


class MultipleQuestion(PicturedShape, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many options are right as `choose` says, each earns a point; `all` asks for all that apply."""

    type: Literal["multiple"]
    options: Options
    answer: Annotated[tuple[OptionId, ...], Meta(min_length=1)]
    choose: Annotated[int, Meta(ge=2)] | Literal["all"]
    scoring: Literal["per-choice", "all-or-nothing", "weighted"] = "per-choice"


class StatementShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One claim; the misconception is what a wrong judgement shows."""

    text: Text
    answer: bool
    why: str = ""
    misconception: Id | UnsetType = UNSET


class StatementsQuestion(PicturedShape, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Each statement is judged; each earns a point."""

    type: Literal["statements"]
    statements: Annotated[tuple[StatementShape, ...], Meta(min_length=2, max_length=8)]


class StepShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An action that may belong into the order."""

    text: Text
    why: str = ""
    misconception: Id | UnsetType = UNSET


Order = Annotated[tuple[OptionId, ...], Meta(min_length=2, max_length=10)]


class OrderQuestion(PicturedShape, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Actions are chosen and put in order; the right one in the right place earns a point."""

    type: Literal["order"]
    items: Annotated[dict[OptionId, Text | StepShape], Meta(min_length=2, max_length=12)]
    answer: Order
    also: Annotated[tuple[Order, ...], Meta(description="Other right orders, in full.")] = ()


class RowShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What asks for a choice."""

    text: Text
    answer: OptionId
    why: str = ""
    misconception: Id | UnsetType = UNSET


class MatchQuestion(PicturedShape, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Each row gets a choice; each earns a point. With `reuse` a choice may be given more than once."""

    type: Literal["match"]
    choices: Annotated[dict[OptionId, Text], Meta(min_length=2, max_length=12)]
    rows: Annotated[tuple[RowShape, ...], Meta(min_length=2, max_length=10)]
    reuse: bool = False


class SlotShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may fill a gap; `answer` is the place of the right one, counted from 0."""

    options: Annotated[tuple[Text, ...], Meta(min_length=2, max_length=8)]
    answer: Annotated[int, Meta(ge=0)]
    why: str = ""
    misconception: Id | UnsetType = UNSET


class CodeShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Code with a token `[[id]]` for each gap."""

    language: Text
    text: Text


class DropdownQuestion(PicturedShape, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Gaps in code, or in sentences (`text`), are filled from lists; each earns a point."""

    type: Literal["dropdown"]
    slots: Annotated[dict[OptionId, SlotShape], Meta(min_length=1, max_length=10)]
    code: CodeShape | UnsetType = UNSET
    text: Text | UnsetType = UNSET

    def __post_init__(self) -> None:
        """Either code or a text."""
        if (self.code is UNSET) == (self.text is UNSET):
            raise ValueError("a dropdown question holds either `code` or `text`")


class RegionShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the picture: `rect` (left, top, width, height), `circle` (x, y, radius) or `poly` (corners)."""

    label: Text
    rect: Annotated[tuple[Number, ...], Meta(min_length=4, max_length=4)] | UnsetType = UNSET
    circle: Annotated[tuple[Number, ...], Meta(min_length=3, max_length=3)] | UnsetType = UNSET
    poly: (
        Annotated[
            tuple[Annotated[tuple[Number, ...], Meta(min_length=2, max_length=2)], ...],
            Meta(min_length=3, max_length=40),
        ]
        | UnsetType
    ) = UNSET
    why: str = ""
    misconception: Id | UnsetType = UNSET

    def __post_init__(self) -> None:
        """Exactly one outline."""
        if sum(outline is not UNSET for outline in (self.rect, self.circle, self.poly)) != 1:
            raise ValueError("a region has one of `rect`, `circle` and `poly`")


class HotspotQuestion(QuestionShape, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Regions of a picture are clicked; each right one earns a point."""

    type: Literal["hotspot"]
    image: PictureShape
    regions: Annotated[dict[OptionId, RegionShape], Meta(min_length=2, max_length=20)]
    answer: Annotated[tuple[OptionId, ...], Meta(min_length=1)]


class AcceptedShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A right answer; a pattern knows `. [ ] ( | ) ? * + {m,n}` and the classes for digits, words and blanks."""

    text: Text
    match: Literal["ignore-case", "exact", "regex", "number"] = "ignore-case"
    tolerance: Annotated[float, Meta(ge=0)] = 0.0
    credit: Annotated[
        float, Meta(ge=1, le=1, description="Part of the format; an answer earns all or nothing.")
    ] = 1.0


class ShortQuestion(PicturedShape, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word, command or number is typed; the first answer that is no pattern is the one shown."""

    type: Literal["short"]
    answers: Annotated[tuple[AcceptedShape, ...], Meta(min_length=1, max_length=20)]


class SolutionShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A proposed solution: does it meet the goal? The misconception is what a wrong judgement shows."""

    id: Id
    solution: Text
    answer: bool
    explanation: str = ""
    misconception: Id | UnsetType = UNSET


class SeriesShape(ItemShape, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One scenario with several proposed solutions; each is a question of its own, none can be returned to."""

    scenario: Text
    ask: Text
    items: Annotated[tuple[SolutionShape, ...], Meta(min_length=2, max_length=6)]
    locked: Literal[True] = True


TYPES: Mapping[str, type[QuestionShape]] = {
    "single": SingleQuestion,
    "best": SingleQuestion,
    "multiple": MultipleQuestion,
    "statements": StatementsQuestion,
    "order": OrderQuestion,
    "match": MatchQuestion,
    "dropdown": DropdownQuestion,
    "hotspot": HotspotQuestion,
    "short": ShortQuestion,
}
"""The shape of each type of question that stands alone."""
