"""How a pack's values look as bytes in its cache."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from msgspec import Raw, ValidationError, defstruct
from msgspec.msgpack import Decoder, encode
from msgspec.structs import astuple

from certstudy.bank.problem import Problem
from certstudy.core.certification import Certification
from certstudy.core.picture import Picture
from certstudy.core.question import (
    CaseStudy,
    CodeExhibit,
    Entry,
    Exhibit,
    Kind,
    PictureExhibit,
    Question,
    Tab,
    TextExhibit,
)
from certstudy.core.syllabus import Area, ExamFacts, Syllabus
from certstudy.core.tasks import Choice, Gaps, Hotspot, Matching, Ordering, ShortAnswer, Statements


@dataclass(frozen=True, slots=True)
class Index:
    """Everything of a pack but the questions and pages themselves; `notes` and `sheets` hold titles."""

    exam: ExamFacts
    areas: tuple[Area, ...]
    certification: Certification | None
    misconceptions: Mapping[str, str]
    entries: Sequence[Entry]
    cases: Mapping[str, bytes]
    notes: Mapping[str, str]
    sheets: Mapping[str, str]
    problems: Sequence[Problem]

    @property
    def syllabus(self) -> Syllabus:
        """The outline with its look-ups."""
        return Syllabus(self.exam, self.areas)


# what an exhibit is shows in its length, because two shapes without a tag cannot be told apart
ExhibitRow = tuple[str | int | bool, ...]
_NAMES = [field.name for field in fields(Question)]
_PLACE_OF_EXHIBITS, _PLACE_OF_TASK = _NAMES.index("exhibits"), _NAMES.index("task")
_PLACE_OF_KIND = _NAMES.index("kind")

# for the same reason a task is kept apart and read by what the kind of question says it is
_TASKS: Mapping[Kind, Decoder[Any]] = {
    Kind.SINGLE: Decoder(Choice),
    Kind.BEST: Decoder(Choice),
    Kind.MULTIPLE: Decoder(Choice),
    Kind.SERIES: Decoder(Choice),
    Kind.STATEMENTS: Decoder(Statements),
    Kind.ORDER: Decoder(Ordering),
    Kind.MATCH: Decoder(Matching),
    Kind.DROPDOWN: Decoder(Gaps),
    Kind.HOTSPOT: Decoder(Hotspot),
    Kind.SHORT: Decoder(ShortAnswer),
}


def _column(name: str, shape: Any) -> tuple[str, Any]:
    return (name, {"exhibits": tuple[ExhibitRow, ...], "task": Raw}.get(name, shape))


_ROW = defstruct("_ROW", [_column(field.name, field.type) for field in fields(Question)], array_like=True)
_INDEX = Decoder(Index)
_QUESTION = Decoder(_ROW)
_CASE = Decoder(tuple[str, str, tuple[tuple[str, str], ...], tuple[ExhibitRow, ...]])


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
    row[_PLACE_OF_TASK] = Raw(encode(question.task))
    return encode(row)


def unpacked_question(data: bytes) -> Question:
    """The question of those bytes; msgspec.MsgspecError if they are none."""
    row = list(astuple(_QUESTION.decode(data)))
    row[_PLACE_OF_TASK] = _TASKS[row[_PLACE_OF_KIND]].decode(row[_PLACE_OF_TASK])
    row[_PLACE_OF_EXHIBITS] = tuple(_exhibit(exhibit) for exhibit in row[_PLACE_OF_EXHIBITS])
    return Question(*row)


def packed_case(case: CaseStudy) -> bytes:
    """A case study as bytes."""
    exhibits = [_exhibit_row(exhibit) for exhibit in case.exhibits]
    return encode((case.id, case.title, [(tab.title, tab.body) for tab in case.tabs], exhibits))


def unpacked_case(data: bytes) -> CaseStudy:
    """The case study of those bytes; msgspec.MsgspecError if they are none."""
    name, title, tabs, exhibits = _CASE.decode(data)
    return CaseStudy(name, title, tuple(Tab(*tab) for tab in tabs), tuple(map(_exhibit, exhibits)))


def _exhibit_row(exhibit: Exhibit) -> ExhibitRow:
    match exhibit:
        case CodeExhibit():
            return (exhibit.title, exhibit.language, exhibit.code, exhibit.broken)
        case PictureExhibit(title, picture):
            return (title, picture.src, picture.alt, picture.width, picture.height, picture.dark)
    return (exhibit.title, exhibit.body)


def _exhibit(row: ExhibitRow) -> Exhibit:
    match row:
        case (str(title), str(body)):
            return TextExhibit(title, body)
        case (str(title), str(language), str(code), bool(broken)):
            return CodeExhibit(title, language, code, broken)
        case (str(title), str(src), str(alt), int(width), int(height), str(dark)):
            return PictureExhibit(title, Picture(src, alt, width, height, dark))
    raise ValidationError("this is no exhibit")
