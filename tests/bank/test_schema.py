"""The published schemas are current, accept what the reader accepts and refuse what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from certstudy.bank.schema import SCHEMAS, schema_text
from certstudy.bank.tree import Map
from certstudy.bank.yaml_reader import read
from tests.bank.files import BREW

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT / "content" / "schema"
BANKS = [
    *sorted((ROOT / "content").glob("*/questions/**/*.yaml")),
    *sorted(BREW.glob("questions/**/*.yaml")),
    Path(__file__).parent / "samples" / "every-kind.yaml",
]
SYLLABI = [*sorted((ROOT / "content").glob("*/syllabus.yaml")), BREW / "syllabus.yaml"]
PATHS = sorted(PUBLISHED.parent.glob("*/certification.yaml"))


def faults(kind: str, value: Any) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[kind]())
    return [f"{list(error.path)} {error.message}" for error in validator.iter_errors(value)]


def tree(text: str) -> Map:
    root = read(text, "f").root
    assert isinstance(root, Map)
    return root


@pytest.mark.parametrize("kind", SCHEMAS)
def test_published_schemas_are_current(kind: str) -> None:
    """When this fails: `certstudy schema KIND > content/schema/KIND.schema.json`."""
    assert (PUBLISHED / f"{kind}.schema.json").read_text(encoding="utf-8") == schema_text(kind)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schemas_are_schemas(kind: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[kind]())


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.name)
def test_every_bank_validates(path: Path) -> None:
    assert faults("bank", tree(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", SYLLABI, ids=lambda path: path.parent.name)
def test_every_syllabus_validates(path: Path) -> None:
    assert faults("syllabus", tree(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.parent.name)
def test_every_certification_validates(path: Path) -> None:
    assert faults("certification", tree(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", [*BANKS, *SYLLABI, *PATHS], ids=lambda path: path.name)
def test_the_line_for_editors_leads_to_a_schema(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in lines if line.startswith("# yaml-language-server")]
    target = (path.parent / line.split("$schema=")[1]).resolve()
    assert target == PUBLISHED / (f"{path.stem}.schema.json" if path.stem in SCHEMAS else "bank.schema.json")
    assert json.loads(target.read_text(encoding="utf-8"))


GOOD = """\
schema: certstudy.bank/1
bank: b
exam: e
title: T
license: L
questions:
  - id: one
    type: single
    stem: Which?
    options: {A: first, B: {text: second}}
    answer: A
    exhibits: [{title: t, body: b}]
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("license: L\n", ""),
        ("answer: A", "answer: [A]"),
        ("type: single", "type: several"),
        ("stem: Which?", "stem: ''"),
        ("id: one", "id: One"),
        ("id: one", 'id: "one\\n"'),
        ("{A: first, B: {text: second}}", "{A: first}"),
        ("{title: t, body: b}", "{title: t, body: b, code: c}"),
        ("{title: t, body: b}", "{title: t}"),
        ("{title: t, body: b}", "{title: t, body: b, broken: true}"),
        ("{title: t, body: b}", "{title: t, image: {src: assets/a.svg, width: 3, height: 3}}"),
        ("{title: t, body: b}", "{title: t, image: {src: assets/a.svg, alt: ' ', width: 3, height: 3}}"),
        ("{text: second}", "{text: second, reason: x}"),
        ("    answer: A\n", "    answer: A\n    due: '2026-12-01'\n"),
        ("    answer: A\n", "    answer: A\n    due_note: It ends.\n"),
        ("    answer: A\n", "    answer: A\n    due: soon\n    due_note: It ends.\n"),
    ],
)
def test_what_does_not_fit_is_refused(old: str, new: str) -> None:
    assert faults("bank", tree(GOOD)) == []
    assert GOOD.count(old) == 1
    assert faults("bank", tree(GOOD.replace(old, new)))
