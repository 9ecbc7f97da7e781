"""A hostile file with its expected outcome, and the pack it is put into."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

BREW = Path(__file__).resolve().parents[2] / "packs" / "brew-1"

HOSTILE = "questions/hostile.yaml"
ANY = "*"
"""In place of a problem's code: whether one is told or not, nothing else may come of it."""

BYSTANDER = "brew-storage-001"
"""A question of another file, which must always stay."""

HEAD = """\
schema: certstudy.bank/1
bank: hostile
exam: brew-1
title: Hostile
license: CC0-1.0
questions:
"""


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link instead of a file."""

    target: str


@dataclass(frozen=True, slots=True)
class Pipe:
    """A named pipe instead of a file: reading it never ends."""


Content = bytes | Link | Pipe


class Reader(StrEnum):
    """What the files are given to."""

    PACK = "pack"
    ZIP = "zip"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Expect:
    """What must come of a case.

    `code` is that of a problem told of the hostile file, several where parsers differ, as in `a|b`, at the line (and
    column) given if any; `kept` and `gone` are ids of questions; `refused` stands in the message when the whole is
    refused; without either all is accepted.
    """

    code: str = ""
    line: int = 0
    column: int = 0
    kept: tuple[str, ...] = (BYSTANDER,)
    gone: tuple[str, ...] = ()
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """Files by their path; those of a pack are laid over a sound one."""

    name: str
    files: Mapping[str, Content]
    expect: Expect
    reader: Reader = Reader.PACK


def question(
    question_id: str, extra: str = "", stem: str = "Which?", objective: str = "beans.buying.storage"
) -> str:
    """A sound question; `extra` are further lines, without their indent."""
    lines = [
        f"- id: {question_id}",
        "  type: single",
        f"  objective: {objective}",
        f"  stem: {stem}",
        "  options: {A: One, B: Two}",
        "  answer: A",
        *(f"  {line}" for line in extra.splitlines()),
    ]
    return "".join(f"  {line}\n" for line in lines)


def between(hostile: str) -> str:
    """A file in which something hostile stands between two sound questions."""
    return HEAD + question("before") + hostile + question("after")


def one_bad(name: str, hostile: str, code: str, at: str = "") -> Case:
    """One bad question: it goes, what stands around it stays, and the problem is told at the line of `at`."""
    text = between(hostile)
    line = text[: text.index(at)].count("\n") + 1 if at else 0
    expect = Expect(code, line, kept=(BYSTANDER, "before", "after"), gone=("hostile",))
    return Case(name, {HOSTILE: _bytes(text)}, expect)


def _bytes(text: str) -> bytes:
    """In UTF-8; a lone surrogate stands for a byte that is none."""
    return text.encode("utf-8", "surrogateescape")


def bad_file(name: str, data: bytes, code: str, line: int = 0, column: int = 0) -> Case:
    """A file that cannot be used: told with its place, and every other file stays."""
    return Case(name, {HOSTILE: data}, Expect(code, line, column))


def accepted(name: str, hostile: str, files: Mapping[str, Content] | None = None) -> Case:
    """Odd but allowed: the question stays, and showing it does no harm."""
    expect = Expect(kept=(BYSTANDER, "before", "hostile", "after"))
    return Case(name, {HOSTILE: between(hostile).encode(), **(files or {})}, expect)
