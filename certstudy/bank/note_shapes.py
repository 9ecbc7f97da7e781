"""The published shapes of study notes, cheat sheets and the glossary."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from certstudy.bank.shapes import Date, Id, ReferenceShape, Text


class NoteShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands above a study note; its body is Markdown."""

    schema: Literal["certstudy.note/1"]
    objective: Id
    title: Text
    checked: Annotated[Date, Meta(description="The day its facts were last compared with the pages below.")]
    references: Annotated[tuple[ReferenceShape, ...], Meta(max_length=20)] = ()


class SheetShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands above a cheat sheet; its body is Markdown."""

    schema: Literal["certstudy.sheet/1"]
    area: Id
    title: Text
    checked: Date


class TermShape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word of the trade; `means` is one or two sentences, `also` its other names."""

    term: Annotated[Text, Meta(max_length=80)]
    means: Text
    also: Annotated[tuple[Text, ...], Meta(max_length=8)] = ()
    objective: Id | UnsetType = UNSET


class GlossaryHeader(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands above the terms."""

    schema: Literal["certstudy.glossary/1"]
