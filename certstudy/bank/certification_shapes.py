"""The published shape of a pack's certification file."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from certstudy.bank.shapes import Date, Id, Link, Text, Url

Months = Annotated[int, Meta(ge=1, le=120)]
ChangeWord = Literal["added", "reworded", "renamed", "narrowed", "widened", "moved"]


class RetakeShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long to wait after a failed exam: hours after the first, days after each later one, and how many a year."""

    first_hours: Annotated[int, Meta(ge=0, le=10_000)]
    later_days: Annotated[int, Meta(ge=0, le=400)]
    attempts: Annotated[int, Meta(ge=1, le=100)]
    months: Months


class PathShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long the certification lasts, how it is renewed, and what follows when it is not."""

    title: Text
    validity_months: Months
    window_months: Months
    renewal: Text
    lapse: Text
    links: tuple[Link, ...] = ()
    retake: RetakeShape | UnsetType = UNSET


class PrerequisiteShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A certification of which one must be held; since `retired` it cannot be earned or renewed."""

    code: Text
    title: Text
    url: Url
    retired: Date | UnsetType = UNSET


class ChangeShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an edition did to an objective."""

    objective: Id
    kind: ChangeWord
    title: Text
    detail: str = ""


class EditionShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The outline as of a day; `dropped` names what it no longer measures."""

    as_of: Date
    changes: tuple[ChangeShape, ...] = ()
    dropped: tuple[Text, ...] = ()
    weights: Annotated[bool, Meta(description="Whether the areas' shares changed.")] = False


class CertificationShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The path to a certification and what the editions of its outline changed, newest first."""

    schema: Literal["certstudy.certification/1"]
    certification: PathShape
    prerequisites: tuple[PrerequisiteShape, ...] = ()
    editions: Annotated[tuple[EditionShape, ...], Meta(min_length=1)]
