"""The lines of a question are found in its file without parsing it."""

from pathlib import Path

import pytest

from certstudy.bank.source import question_source
from certstudy.core.errors import ContentError
from certstudy.core.question import Kind, Question
from certstudy.core.tasks import Choice, Option

FILE = """\
questions:
  - id: one
    stem: |
      First

      and more?
    answer: A

  # the next one
  - id: two
    stem: Second?
"""


def question(question_id: str, source: str) -> Question:
    return Question(
        question_id,
        Kind.SINGLE,
        "o",
        1,
        "?",
        Choice((Option("A", "x"), Option("B", "y")), frozenset("A")),
        source=source,
    )


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "pack"
    (folder / "questions").mkdir(parents=True)
    (folder / "questions" / "a.yaml").write_text(FILE, encoding="utf-8")
    return folder


def test_a_block_ends_before_the_next_question(pack: Path) -> None:
    found = question_source(pack, question("one", "questions/a.yaml:2:5"))
    assert (found.first, found.last) == (2, 7)
    assert found.block.startswith("  - id: one\n")
    assert found.block.endswith("    answer: A\n")
    assert found.path == "content/pack/questions/a.yaml"


def test_the_last_block_ends_with_the_file(pack: Path) -> None:
    assert (
        question_source(pack, question("two", "questions/a.yaml:10:5")).block
        == "  - id: two\n    stem: Second?\n"
    )


@pytest.mark.parametrize(
    "place", ["questions/a.yaml:10:5", "questions/a.yaml:99:5", "questions/gone.yaml:1:1"]
)
def test_a_changed_or_missing_file_is_told(pack: Path, place: str) -> None:
    with pytest.raises(ContentError):
        question_source(pack, question("one", place))
