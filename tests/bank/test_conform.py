"""Every part that does not fit a shape is told at its own place, in words an author understands."""

from typing import Any

from certstudy.bank.conform import conform
from certstudy.bank.item_shapes import SingleQuestion
from certstudy.bank.problem import Problem
from certstudy.bank.shapes import Misconceptions
from certstudy.bank.yaml_reader import read

BAD = """\
id: Not An Id
type: single
stem: 5
difficulty: 9
verified: 2026-1-1
shuffle: yes
options:
  A: {txt: first, why: 3}
  "??": second
  B: 1.10
exhibits:
  - {title: neither}
  - {title: file, code: a, langauge: b}
references:
  - {title: insecure, url: "http://example.org"}
  - {title: a text, with a comma, url: "https://example.org"}
status: done
stemm: x
"""


def told(text: str, shape: Any) -> list[Problem]:
    problems = conform(read(text, "f").root, shape, "f")
    assert isinstance(problems, list)
    return problems


def test_all_faults_are_found_at_once() -> None:
    found = {(p.place.line, p.place.column): p for p in told(BAD, SingleQuestion)}
    expected = {
        (1, 1): "missing-key",  # answer
        (1, 5): "pattern",
        (3, 7): "type",
        (4, 13): "range",
        (5, 11): "pattern",
        (6, 10): "type",
        (8, 6): "missing-key",
        (8, 7): "unknown-key",
        (8, 24): "type",
        (9, 3): "pattern",
        (10, 6): "type",
        (12, 5): "shape",
        (13, 28): "unknown-key",
        (15, 28): "pattern",
        (16, 21): "unknown-key",
        (17, 9): "value",
        (18, 1): "unknown-key",
    }
    assert {where: problem.code for where, problem in found.items()} == expected


def test_hints_say_what_to_do() -> None:
    found = {(p.place.line, p.place.column): p.hint for p in told(BAD, SingleQuestion)}
    assert found[18, 1] == "Did you mean 'stem'?"
    assert found[3, 7] == "Put it in quotes."
    assert "comma" in found[16, 21]


def test_messages_use_no_words_of_the_converter() -> None:
    text = " ".join(p.message for p in told(BAD, SingleQuestion))
    assert not {"`str`", "`int`", "regex", "$."} & set(text.split())


def test_a_mapping_of_texts() -> None:
    assert conform(read("a-b: text\n", "f").root, Misconceptions, "f") == {"a-b": "text"}
    found = told("good: text\nBAD KEY: x\nempty:\n", Misconceptions)
    assert [(p.code, p.place.line) for p in found] == [("pattern", 2), ("type", 3)]
