"""The published shapes of content files, as typed structures; the JSON Schemas are made from them.

A shape says what may be written; what the parts mean to each other (does the key name an option?) is checked where
they become values of the domain.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

# a lone $ would let a line break through at the end
END = r"$(?!\n)"
ID = r"^[a-z0-9][a-z0-9._-]{0,63}" + END
OPTION_ID = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}" + END
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}" + END
URL = r"^https://[A-Za-z0-9.-]+(/\S*)?" + END
ASSET = r"^assets/([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.(svg|png)" + END
FILLED = r"\S"

IN_WORDS = {
    ID: "an id of lower-case letters, digits, dots, hyphens and underscores, at most 64 characters",
    OPTION_ID: "an option's id of letters, digits, dots, hyphens and underscores, at most 32 characters",
    DATE: 'a date in quotes, as in "2026-07-27"',
    URL: "an address that starts with https:// and holds no space",
    ASSET: "the path of an .svg or .png file below assets/",
    FILLED: "a text that is not blank",
}

Id = Annotated[str, Meta(pattern=ID)]
OptionId = Annotated[str, Meta(pattern=OPTION_ID)]
Date = Annotated[str, Meta(pattern=DATE)]
Url = Annotated[str, Meta(pattern=URL)]
Text = Annotated[str, Meta(pattern=FILLED)]
AssetPath = Annotated[str, Meta(pattern=ASSET)]
Level = Annotated[int, Meta(ge=1, le=3, description="1 recall, 2 apply, 3 judge")]
KindName = Literal[
    "single", "multiple", "statements", "order", "match", "dropdown", "hotspot", "short", "series"
]
ReviewStatus = Literal["draft", "solved", "verified", "reviewed"]


def or_empty(text: str | UnsetType) -> str:
    """The text of a key; empty where the key is absent."""
    return "" if isinstance(text, UnsetType) else text


class PictureShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A picture of the pack in pixels; `alt` says all that it shows, `dark` takes its place on dark ground."""

    src: AssetPath
    alt: Text
    width: Annotated[int, Meta(ge=1, le=4_000)]
    height: Annotated[int, Meta(ge=1, le=4_000)]
    dark: AssetPath | UnsetType = UNSET


class ExhibitShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something to look at beside the stem: a file (`language` and `code`), Markdown (`body`) or an `image`."""

    title: Text
    language: str = ""
    code: str = ""
    body: str = ""
    image: PictureShape | UnsetType = UNSET
    broken: Annotated[bool, Meta(description="The code is wrong on purpose: checks must refuse it.")] = False

    def __post_init__(self) -> None:
        """Exactly one of them."""
        if bool(self.code) + bool(self.body) + (self.image is not UNSET) != 1:
            raise ValueError("an exhibit holds one of `code`, `body` and `image`")
        if self.body and self.language:
            raise ValueError("only an exhibit with `code` has a `language`")
        if self.broken and not self.code:
            raise ValueError("only an exhibit with `code` can be `broken`")


class ReferenceShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An official page that carries a fact of the question; `checked` is the day it was last compared."""

    title: Text
    url: Url
    checked: Date | UnsetType = UNSET
    supports: str = ""


class Defaults(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What holds for every question of the file that does not say otherwise."""

    difficulty: Level = 2
    verified: Date | UnsetType = UNSET
    status: ReviewStatus = "draft"


class TabShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page of a case study, in Markdown."""

    title: Text
    body: Text


class CaseShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A situation that several questions share; they name it with `case`."""

    id: Id
    title: Text
    tabs: Annotated[tuple[TabShape, ...], Meta(min_length=1, max_length=8)]
    exhibits: Annotated[tuple[Id | ExhibitShape, ...], Meta(max_length=6)] = ()


class BankHeader(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of questions: where they come from and what they share."""

    schema: Literal["certstudy.bank/1"]
    bank: Id
    exam: Id
    title: Text
    license: Text
    language: str = "en"
    authors: tuple[Text, ...] = ()
    outline: Annotated[Date, Meta(description="The outline's edition.")] | UnsetType = UNSET
    defaults: Defaults = Defaults()
    exhibits: Annotated[dict[Id, ExhibitShape], Meta(description="Exhibits that questions share by id.")] = {}


class Span(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A range of whole numbers, both ends included."""

    low: Annotated[int, Meta(ge=0)]
    high: Annotated[int, Meta(ge=0)]

    def __post_init__(self) -> None:
        """From low to high."""
        if self.low > self.high:
            raise ValueError("`low` is above `high`")


class ScoreScale(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"pass_": "pass"}):
    """The scale of scores and where a pass begins."""

    max: Annotated[int, Meta(ge=1)]
    pass_: Annotated[int, Meta(ge=1)]


class Link(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page about the exam."""

    title: Text
    url: Url


class ExamShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the exam's owner publishes about its form."""

    id: Id
    code: Text
    title: Text
    certification: Text
    outline: Date
    minutes: Annotated[int, Meta(ge=1)]
    questions: Span
    score: ScoreScale
    links: tuple[Link, ...] = ()


class ObjectiveShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One bullet of the outline; its id starts with its group's."""

    id: Id
    title: Text
    terms: tuple[Text, ...] = ()
    docs: tuple[Url, ...] = ()


class GroupShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Objectives under one heading; its id starts with its area's."""

    id: Id
    title: Text
    short: Text
    objectives: Annotated[tuple[ObjectiveShape, ...], Meta(min_length=1)]


class AreaShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A weighted skill area; `weight` is its published share in per cent."""

    id: Id
    code: Annotated[str, Meta(pattern="^[A-Z][a-z]$", description="Its badge: two letters.")]
    title: Text
    short: Text
    weight: Span
    groups: Annotated[tuple[GroupShape, ...], Meta(min_length=1)]


class SyllabusShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An exam's outline."""

    schema: Literal["certstudy.syllabus/1"]
    exam: ExamShape
    areas: Annotated[tuple[AreaShape, ...], Meta(min_length=1)]


Misconceptions = dict[Id, Text]


class StaleTerm(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name that is out of date, and what to write."""

    term: Text
    write: Text


class AimsShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a pack should be made up; what is left out is not judged. Shares are in per cent."""

    least_questions: Annotated[int, Meta(ge=0)] = 0
    least_per_objective: Annotated[int, Meta(ge=0)] = 0
    least_series: Annotated[int, Meta(ge=0)] = 0
    least_cases: Annotated[int, Meta(ge=0)] = 0
    questions_per_case: Span | UnsetType = UNSET
    group_density: Annotated[
        Span | UnsetType, Meta(description="Questions per objective in a group, in per cent of its area's.")
    ] = UNSET
    kinds: Annotated[dict[KindName, Span], Meta(description="`best` counts as `single`.")] = {}
    exhibits: Annotated[int, Meta(ge=0, le=100, description="The least share that shows code or data.")] = 0
    notes: Annotated[bool, Meta(description="Each objective has a study note.")] = False
    sheets: Annotated[bool, Meta(description="Each area has a cheat sheet.")] = False
    least_terms: Annotated[int, Meta(ge=0, description="Terms of the glossary.")] = 0
    least_pictures: Annotated[int, Meta(ge=0)] = 0
    scenarios: Annotated[int, Meta(ge=0, le=100, description="The least share set in a situation.")] = 0


class LintShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a pack asks of its questions beyond the rules for all."""

    schema: Literal["certstudy.lint/1"] = "certstudy.lint/1"
    official_sources: Annotated[
        tuple[Text, ...], Meta(description="Hosts, or a host with the beginning of a path.")
    ] = ()
    recheck_after_days: Annotated[int, Meta(ge=1)] = 180
    stale_terms: tuple[StaleTerm, ...] = ()
    stale_terms_allowed_by_tag: str = ""
    retired_ids: tuple[Id, ...] = ()
    aims: AimsShape = AimsShape()
