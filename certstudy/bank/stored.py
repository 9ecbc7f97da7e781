"""How a pack's values look as bytes in its cache."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from msgspec import defstruct
from msgspec.msgpack import Decoder, encode
from msgspec.structs import astuple

from certstudy.bank.problem import Problem
from certstudy.core.question import CodeExhibit, Entry, Exhibit, Question, TextExhibit
from certstudy.core.syllabus import Area, ExamFacts, Syllabus


@dataclass(frozen=True, slots=True)
class Index:
    """Everything of a pack but the questions themselves."""

    exam: ExamFacts
    areas: tuple[Area, ...]
    misconceptions: Mapping[str, str]
    entries: Sequence[Entry]
    problems: Sequence[Problem]

    @property
    def syllabus(self) -> Syllabus:
        """The outline with its look-ups."""
        return Syllabus(self.exam, self.areas)


# what an exhibit is shows in its length, because two shapes without a tag cannot be told apart
ExhibitRow = tuple[str, ...]
_PLACE_OF_EXHIBITS = [field.name for field in fields(Question)].index("exhibits")


def _column(name: str, shape: Any) -> tuple[str, Any]:
    return (name, tuple[ExhibitRow, ...] if name == "exhibits" else shape)


_ROW = defstruct("_ROW", [_column(field.name, field.type) for field in fields(Question)], array_like=True)
_INDEX = Decoder(Index)
_QUESTION = Decoder(_ROW)


def packed_index(index: Index) -> bytes:
    """The index as bytes."""
    return encode(index)


def unpacked_index(data: bytes) -> Index:
    """The index of those bytes; msgspec.MsgspecError if they are none."""
    return _INDEX.decode(data)


def packed_question(question: Question) -> bytes:
    """A question as bytes."""
    row = [getattr(question, field.name) for field in fields(Question)]
    row[_PLACE_OF_EXHIBITS] = [_exhibit_row(exhibit) for exhibit in question.exhibits]
    return encode(row)


def unpacked_question(data: bytes) -> Question:
    """The question of those bytes; msgspec.MsgspecError if they are none."""
    row = list(astuple(_QUESTION.decode(data)))
    row[_PLACE_OF_EXHIBITS] = tuple(_exhibit(exhibit) for exhibit in row[_PLACE_OF_EXHIBITS])
    return Question(*row)


def _exhibit_row(exhibit: Exhibit) -> ExhibitRow:
    if isinstance(exhibit, CodeExhibit):
        return (exhibit.title, exhibit.language, exhibit.code)
    return (exhibit.title, exhibit.body)


def _exhibit(row: ExhibitRow) -> Exhibit:
    return CodeExhibit(*row) if len(row) == 3 else TextExhibit(*row)
