"""The reader takes data and nothing else, bounds what it takes, and knows where everything stood."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.bank import yaml_reader
from certstudy.bank.problem import Place
from certstudy.bank.tree import Map, Path, find, place
from certstudy.bank.yaml_reader import DEEPEST, Document, read

# the writer follows YAML 1.1 and leaves some numbers of 1.2 without quotes
TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=30).filter(
    lambda text: text[:1] not in tuple("+-.0123456789")
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


def codes(document: Document) -> list[tuple[str, int, int]]:
    return [(p.code, p.place.line, p.place.column) for p in document.problems]


@settings(max_examples=150)
@given(value=st.dictionaries(TEXT, VALUES, max_size=5), flow=st.booleans())
def test_reads_what_any_writer_of_yaml_wrote(value: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow)
    document = read(text, "f")
    assert [p for p in document.problems if p.code != "merge-key"] == []
    assert document.root == value


@settings(max_examples=300)
@given(text=st.text(st.sampled_from("ab:-?[]{}#&*!|>'\"%@`~<, \n\t019.\\é"), max_size=60))
def test_any_text_gives_a_tree_or_a_located_problem(text: str) -> None:
    document = read(text, "f")
    assert all(p.place.line >= 1 and p.place.column >= 1 for p in document.problems)
    if document.root is None and not document.problems:
        assert yaml.load(text, yaml_reader.PARSER) is None


def test_the_slow_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [1, 'x']\nb: {c: yes}\nd: |\n  text\ne: >-\n  f\n  g\n"
    quick = read(text, "f")
    monkeypatch.setattr(yaml_reader, "PARSER", yaml.SafeLoader)
    slow = read(text, "f")
    assert (slow.root, slow.problems) == (quick.root, quick.problems)
    assert read("a: 1\na: [\n", "f").problems[0].code == "duplicate-key"


def test_a_duplicate_key_is_told_with_both_lines() -> None:
    document = read("q:\n  answer: A\n  stem: x\n  answer: B\n", "f")
    assert codes(document) == [("duplicate-key", 4, 3)]
    assert "line 2" in document.problems[0].message
    assert document.root == {"q": {"answer": "A", "stem": "x"}}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x 1\n", "anchor", 1, 4),
        ("- &x [1]\n", "anchor", 1, 3),
        ("a: 1\nb: *x\n", "alias", 2, 4),
        ("a:\n  <<: {b: 1}\n", "merge-key", 2, 3),
        ("a: !!python/object/apply:os.system [ls]\n", "tag", 1, 4),
        ("a: ! x\n", "tag", 1, 4),
        ("a: !include secret.txt\n", "tag", 1, 4),
        ("? [a]\n: 1\n", "complex-key", 1, 3),
        ("a: 1\n---\nb: 2\n", "second-document", 2, 1),
        ("a: " + "9" * 5_000, "long-number", 1, 4),
        ("a: " + "word " * 5_000, "long-text", 1, 4),
        ("a: " + "w" * 3_000, "long-word", 1, 4),
        ('a: "\\u202e x"\n', "hidden-character", 1, 4),
        ('"\\u200b": x\n', "hidden-character", 1, 1),
        ("a: [1\nb: 2\n", "syntax", 1, 4),
        ("a: b: c\n", "syntax", 1, 5),
        ("\ta: 1\n", "syntax", 1, 1),
    ],
)
def test_what_is_not_plain_data_is_refused_at_its_place(text: str, code: str, line: int, column: int) -> None:
    assert (code, line, column) in codes(read(text, "f"))


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_ends_the_reading_and_not_the_program(opener: str) -> None:
    document = read(opener * 100_000, "f")
    assert document.root is None
    assert {p.code for p in document.problems} <= {"too-deep", "syntax", "complex-key"}
    assert document.problems


def test_nesting_as_deep_as_allowed() -> None:
    assert read("[" * DEEPEST + "]" * DEEPEST, "f").problems == []
    assert codes(read("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "f")) == [("too-deep", 1, DEEPEST + 1)]


def test_too_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "MOST_NODES", 10)
    assert read("[1, 2, 3]", "f").problems == []
    assert codes(read("[" + "1, " * 10 + "]", "f")) == [("too-large", 1, 29)]


def test_a_bomb_of_aliases_stays_small() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    document = read(bomb, "f")
    assert {p.code for p in document.problems} == {"anchor", "alias"}


def test_problems_without_end_are_cut() -> None:
    document = read("a: 1\n" * 5_000, "f")
    assert document.problems[-1].code == "too-many-problems"
    assert len(document.problems) == yaml_reader.MOST_PROBLEMS + 1


@pytest.mark.parametrize(
    ("path", "key", "line", "column"),
    [
        ((), False, 1, 1),
        (("a",), False, 2, 3),
        (("a",), True, 1, 1),
        (("a", 1), False, 3, 5),
        (("a", 1, "c"), False, 4, 8),
        (("a", 1, "c"), True, 4, 5),
        (("a", 1, "nowhere", 5), False, 3, 5),
        (("a", 9), False, 2, 3),
    ],
)
def test_places(path: Path, key: bool, line: int, column: int) -> None:
    root = read("a:\n  - 1\n  - b: 2\n    c: x\n", "f").root
    assert isinstance(root, Map)
    assert place("f", find(root, path, key=key)) == Place("f", line, column)
