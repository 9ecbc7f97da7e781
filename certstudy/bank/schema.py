"""JSON Schemas (draft 2020-12) of the content files, made from the shapes, for editors and other programs."""

import json
from collections.abc import Mapping
from typing import Any, Final

import msgspec

from certstudy.bank.certification_shapes import CertificationShape
from certstudy.bank.item_shapes import TYPES, SeriesShape
from certstudy.bank.note_shapes import GlossaryHeader, NoteShape, SheetShape, TermShape
from certstudy.bank.notes import MOST_TERMS
from certstudy.bank.questions import MOST_GROUPS, MOST_QUESTIONS, NOT_ASKED
from certstudy.bank.shapes import BankHeader, CaseShape, LintShape, Misconceptions, SyllabusShape

Schema = dict[str, Any]

REF = "#/$defs/{name}"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def bank_schema() -> Schema:
    """The schema of a file of questions."""
    shapes = (BankHeader, CaseShape, SeriesShape, *dict.fromkeys(TYPES.values()))
    (header, case, series, *_), parts = msgspec.json.schema_components(shapes, ref_template=REF)
    whole: Schema = parts.pop(_name(header))
    whole["properties"] |= {
        "questions": {"type": "array", "items": _question(), "maxItems": MOST_QUESTIONS},
        "cases": {"type": "array", "items": case, "maxItems": MOST_GROUPS},
        "series": {"type": "array", "items": series, "maxItems": MOST_GROUPS},
    }
    whole["anyOf"] = [{"required": ["questions"]}, {"required": ["series"]}]
    _refine_exhibits(parts)
    _refine_questions(parts)
    return _published("bank", "Questions for CertStudy", whole, parts)


def syllabus_schema() -> Schema:
    """The schema of an exam's outline."""
    (top,), parts = msgspec.json.schema_components([SyllabusShape], ref_template=REF)
    return _published("syllabus", "An exam's outline for CertStudy", parts.pop(_name(top)), parts)


def certification_schema() -> Schema:
    """The schema of a certification's path."""
    (top,), parts = msgspec.json.schema_components([CertificationShape], ref_template=REF)
    return _published("certification", "A certification's path for CertStudy", parts.pop(_name(top)), parts)


def lint_schema() -> Schema:
    """The schema of what a pack asks of its questions."""
    (top,), parts = msgspec.json.schema_components([LintShape], ref_template=REF)
    return _published("lint", "A pack's own rules for CertStudy", parts.pop(_name(top)), parts)


def misconceptions_schema() -> Schema:
    """The schema of a pack's misconceptions."""
    (whole,), parts = msgspec.json.schema_components([Misconceptions], ref_template=REF)
    return _published("misconceptions", "Misconceptions for CertStudy", whole, parts)


def note_schema() -> Schema:
    """The schema of what stands above a study note."""
    (top,), parts = msgspec.json.schema_components([NoteShape], ref_template=REF)
    return _published("note", "A study note's particulars for CertStudy", parts.pop(_name(top)), parts)


def sheet_schema() -> Schema:
    """The schema of what stands above a cheat sheet."""
    (top,), parts = msgspec.json.schema_components([SheetShape], ref_template=REF)
    return _published("sheet", "A cheat sheet's particulars for CertStudy", parts.pop(_name(top)), parts)


def glossary_schema() -> Schema:
    """The schema of a glossary."""
    (header, term), parts = msgspec.json.schema_components([GlossaryHeader, TermShape], ref_template=REF)
    whole: Schema = parts.pop(_name(header))
    whole["properties"]["terms"] = {"type": "array", "items": term, "maxItems": MOST_TERMS}
    whole["required"] = [*whole["required"], "terms"]
    return _published("glossary", "A glossary for CertStudy", whole, parts)


SCHEMAS: Final = {
    "bank": bank_schema,
    "certification": certification_schema,
    "glossary": glossary_schema,
    "lint": lint_schema,
    "misconceptions": misconceptions_schema,
    "note": note_schema,
    "sheet": sheet_schema,
    "syllabus": syllabus_schema,
}


def schema_text(kind: str) -> str:
    """The schema as it is published; KeyError for a kind that has none."""
    return json.dumps(SCHEMAS[kind](), indent=2) + "\n"


def _question() -> Schema:
    """What a question may be depends on its type, so that an editor names the fault and not ten alternatives."""
    known = [*TYPES, *NOT_ASKED]
    branches = [_if_type(kind, {"$ref": REF.format(name=shape.__name__)}) for kind, shape in TYPES.items()]
    return {
        "type": "object",
        "required": ["id", "type"],
        "properties": {"type": {"enum": known}},
        "allOf": branches,
    }


def _if_type(kind: str, then: Schema) -> Schema:
    condition = {"required": ["type"], "properties": {"type": {"const": kind}}}
    return {"if": condition, "then": then}


def _refine_exhibits(parts: Mapping[str, Any]) -> None:
    """What `__post_init__` checks of an exhibit, said in the schema's words."""
    exhibit = parts["ExhibitShape"]
    for part in ("code", "body"):
        del exhibit["properties"][part]["default"]
        exhibit["properties"][part]["minLength"] = 1
    exhibit["oneOf"] = [{"required": ["code"]}, {"required": ["body"]}, {"required": ["image"]}]
    exhibit["dependentRequired"] = {"language": ["code"], "broken": ["code"]}


def _refine_questions(parts: Mapping[str, Any]) -> None:
    """What is checked of questions beyond the types of their fields, as far as a schema can say it."""
    parts["MultipleQuestion"]["properties"]["answer"]["uniqueItems"] = True
    parts["HotspotQuestion"]["properties"]["answer"]["uniqueItems"] = True
    parts["DropdownQuestion"]["oneOf"] = [{"required": ["code"]}, {"required": ["text"]}]
    parts["RegionShape"]["oneOf"] = [{"required": [name]} for name in ("rect", "circle", "poly")]
    for name in ("SeriesShape", *(shape.__name__ for shape in TYPES.values())):
        parts[name]["dependentRequired"] = {"due": ["due_note"], "due_note": ["due"]}


def _name(reference: Mapping[str, str]) -> str:
    return reference["$ref"].rsplit("/", 1)[-1]


def _published(kind: str, title: str, whole: Schema, parts: Mapping[str, Any]) -> Schema:
    head = {"$schema": DIALECT, "$id": f"urn:certstudy:{kind}:1"}
    return head | whole | {"title": title, "$defs": dict(sorted(parts.items()))}
