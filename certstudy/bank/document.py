"""A file of a pack as a tree: bytes, characters and YAML checked, with a mapping at the top."""

import re
from dataclasses import dataclass

from certstudy.bank.folder import LARGEST_FILE
from certstudy.bank.problem import Place, Problem, error
from certstudy.bank.shapes import BankHeader
from certstudy.bank.text import decoded
from certstudy.bank.tree import Map
from certstudy.bank.yaml_reader import read


@dataclass(frozen=True, slots=True)
class Source:
    """A file's mapping and what was wrong before its meaning was looked at; no mapping if it cannot be used.

    `left_out` tells of entries that are not in the mapping.
    """

    file: str
    root: Map | None
    problems: list[Problem]
    left_out: tuple[Problem, ...] = ()


# an entry of a list that has an id of its own: a question, a series, a case study
_ENTRY = re.compile(r"( *)- (?:\{ *)?['\"]?id['\"]?:")
PARTS = ("questions", "cases", "series")
_PART = re.compile(rf"(?:{'|'.join((*PARTS, *BankHeader.__struct_fields__))}) *:")

# reading once more after each mended entry stays within seconds
MOST_MENDED = 20
MOST_REREAD = 4_000_000


def opened_entry_by_entry(data: bytes, file: str) -> Source:
    """Read a file of entries with ids; one that breaks the file is left out and told, the others are read."""
    source = opened(data, file)
    if source.root is not None or len(data) > LARGEST_FILE:
        return source
    text = data.decode("utf-8-sig", errors="replace")
    told: list[Problem] = []
    for _ in range(min(MOST_MENDED, MOST_REREAD // max(1, len(data)))):
        mended = _without(text, {problem.place.line for problem in source.problems})
        if mended is None:
            break
        told += source.problems
        text = mended
        again = opened(text.encode(), file)
        if again.root is not None:
            return Source(file, again.root, again.problems, tuple(told))
        source = again
    return Source(file, None, told + source.problems)


def _without(text: str, lines: set[int]) -> str | None:
    """The text with the entries blanked that those lines lie in; None where one of them lies in none."""
    kept = text.split("\n")
    for line in lines:
        span = _entry_around(kept, line - 1)
        if span is None:
            return None
        for number in span:
            kept[number] = ""
    return "\n".join(kept)


def _entry_around(lines: list[str], at: int) -> range | None:
    """The lines of the entry at fault: where one begins that follows lines out of place, the one before."""
    entry = _entry_at(lines, at)
    if entry is None or entry.start != at:
        return entry
    before = _entry_at(lines, at - 1)
    return before if before and any(_out_of_place(lines[n]) for n in before) else entry


def _entry_at(lines: list[str], at: int) -> range | None:
    first = next((n for n in range(min(at, len(lines) - 1), -1, -1) if _ENTRY.match(lines[n])), None)
    if first is None:
        return None
    end = next((n for n in range(first + 1, len(lines)) if _begins(lines[n])), len(lines))
    return range(first, end) if at < end else None


def _begins(line: str) -> bool:
    """Whether another entry or part of the file begins there."""
    return _ENTRY.match(line) is not None or _PART.match(line) is not None


def _out_of_place(line: str) -> bool:
    """Whether a line begins in the first column, where no line of an entry belongs but its first."""
    return line[:1] not in ("", " ", "#", "\r") and not _begins(line)


def opened(data: bytes, file: str) -> Source:
    """Read a file's bytes."""
    if len(data) > LARGEST_FILE:
        message = f"the file is larger than {LARGEST_FILE // 1_000_000} MB"
        return Source(file, None, [error("too-large", message, Place(file), "Split it.")])
    text, problems = decoded(data, file)
    if problems:
        return Source(file, None, problems)
    document = read(text, file)
    if isinstance(document.root, Map):
        return Source(file, document.root, document.problems)
    if not document.problems:
        message = "the file is empty" if document.root is None else "the file does not hold a mapping"
        document.problems.append(error("shape", message, Place(file)))
    return Source(file, None, document.problems)
