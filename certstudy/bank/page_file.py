"""A page of a pack: YAML between two lines of dashes, then Markdown, as text, code and drawings with their lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TypeVar

from msgspec import Struct

from certstudy.bank.conform import conform
from certstudy.bank.document import opened
from certstudy.bank.folder import LARGEST_FILE
from certstudy.bank.problem import Place, Problem, error
from certstudy.bank.text import decoded
from certstudy.bank.tree import Map
from certstudy.bank.yaml_reader import LONGEST_TEXT
from certstudy.core.note import Block, Listing, Passage
from certstudy.core.picture import Picture

T = TypeVar("T", bound=Struct)

DASHES = "---"
MOST_BLOCKS = 200

_FENCE = re.compile(r" {0,3}(?P<ticks>`{3,}|~{3,})[ \t]*(?P<language>[\w+.#-]*)[ \t]*$")
_PICTURE = re.compile(r" {0,3}!\[(?P<alt>.*)\]\((?P<src>[^()\s]+)\)[ \t]*$")
_ROOT = re.compile(rb"<svg\b[^>]*>")
_SIDE = r'\b{}\s*=\s*["\']\s*([0-9.]+)(?:px)?\s*["\']'
_BOX = re.compile(rb'viewBox\s*=\s*["\']\s*[0-9.-]+[ ,]+[0-9.-]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)')


@dataclass(frozen=True, slots=True)
class Head:
    """The mapping above a page, its body, and the line in which the body begins; no mapping if it is broken."""

    root: Map | None
    body: str
    first: int
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block of a body and the line it begins in."""

    block: Block
    line: int


def opened_page(data: bytes, file: str) -> Head:
    """Split a page and read what stands above its body."""
    if len(data) > LARGEST_FILE:
        return Head(None, "", 1, [error("too-large", "the file is too large", Place(file))])
    text, problems = decoded(data, file)
    lines = text.replace("\r\n", "\n").split("\n")
    if problems:
        return Head(None, "", 1, problems)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == DASHES), 0)
    if lines[0].rstrip() != DASHES or not end:
        message = "the file does not begin with its particulars between two lines of ---"
        return Head(None, "", 1, [error("front-matter", message, Place(file))])
    # an empty line in place of the dashes keeps every line's number
    source = opened("\n".join(("", *lines[1:end], "")).encode(), file)
    return Head(source.root, "\n".join(lines[end + 1 :]), end + 2, source.problems)


def particulars(head: Head, shape: type[T], file: str) -> T | None:
    """What stands above the body as a typed value; what does not fit is added to the head's problems."""
    if head.root is None:
        return None
    value = conform(head.root, shape, file)
    if isinstance(value, list):
        head.problems.extend(value)
        return None
    return value


def blocks_of(
    head: Head, file: str, drawings: Mapping[str, bytes]
) -> tuple[list[PlacedBlock], list[Problem]]:
    """The body in its parts and what is wrong with them; `drawings` are the pack's pictures that may be shown."""
    found: list[PlacedBlock] = []
    problems: list[Problem] = []
    for part in _parts(head.body.split("\n"), head.first):
        if isinstance(part, PlacedBlock):
            found.append(part)
            problems += _too_long(part, file)
        else:
            part.settle(file, drawings, found, problems)
    if len(found) > MOST_BLOCKS:
        problems.append(error("too-large", f"more than {MOST_BLOCKS} parts in one page", Place(file)))
    if not found and not problems:
        problems.append(error("empty", "there is nothing below the particulars", Place(file, head.first)))
    return found, problems


def _too_long(placed: PlacedBlock, file: str) -> Iterator[Problem]:
    """Text that takes seconds to mark up or to colour is none that a person wrote."""
    block = placed.block
    text = block.text if isinstance(block, Passage) else block.code if isinstance(block, Listing) else ""
    if len(text) > LONGEST_TEXT:
        message = f"a part of {len(text)} characters; {LONGEST_TEXT} are allowed"
        yield error("long-text", message, Place(file, placed.line))


@dataclass(frozen=True, slots=True)
class _Mention:
    """A picture's line, or a fence that nobody closes, before it is known whether it will do."""

    line: int
    alt: str = ""
    src: str = ""

    def settle(
        self, file: str, drawings: Mapping[str, bytes], found: list[PlacedBlock], problems: list[Problem]
    ) -> None:
        """Add the picture, or say why there is none."""
        where = Place(file, self.line)
        if not self.src:
            problems.append(error("open-fence", "the code that begins here does not end", where))
            return
        if not self.alt.strip():
            problems.append(error("alt", f"the picture {self.src} has no description", where))
            return
        size = drawing_size(drawings[self.src]) if self.src in drawings else None
        if size is None:
            message = f"there is no drawing {self.src!r} of a known size in the pack"
            problems.append(error("picture", message, where, "An .svg file below assets/ with a viewBox."))
            return
        found.append(PlacedBlock(Picture(self.src, self.alt.strip(), *size), self.line))


def _parts(lines: list[str], first: int) -> Iterator[PlacedBlock | _Mention]:
    """Text between code and pictures; line numbers count from `first`."""
    text: list[str] = []
    at, begun = 0, 0
    while at < len(lines):
        fence, picture = _FENCE.match(lines[at]), _PICTURE.match(lines[at])
        if fence is None and picture is None:
            begun = begun if any(line.strip() for line in text) else at
            text.append(lines[at])
            at += 1
            continue
        yield from _passage(text, first + begun)
        text = []
        if picture is not None:
            yield _Mention(first + at, picture["alt"], picture["src"])
            at += 1
        elif fence is not None:
            end = _end(lines, at, fence["ticks"])
            if end is None:
                yield _Mention(first + at)
                return
            code = "\n".join(lines[at + 1 : end])
            yield PlacedBlock(Listing(fence["language"], code), first + at)
            at = end + 1
    yield from _passage(text, first + begun)


def _passage(text: list[str], line: int) -> Iterator[PlacedBlock]:
    body = "\n".join(text).strip("\n")
    if body.strip():
        yield PlacedBlock(Passage(body), line)


def _end(lines: list[str], at: int, ticks: str) -> int | None:
    """The line that closes the fence of line `at`."""
    closing = re.compile(rf" {{0,3}}{re.escape(ticks[0])}{{{len(ticks)},}}[ \t]*$")
    return next((n for n in range(at + 1, len(lines)) if closing.match(lines[n])), None)


def drawing_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a drawing in pixels, as its root says; None where it says neither size nor view box."""
    root = _ROOT.search(data)
    if root is None:
        return None
    sides = [re.search(_SIDE.format(side).encode(), root.group()) for side in ("width", "height")]
    view = _BOX.search(root.group())
    texts = [side[1] for side in sides if side] if all(sides) else list(view.groups()) if view else []
    try:
        width, height = (float(text) for text in texts)
    except ValueError:
        return None
    fits = isfinite(width) and isfinite(height) and 1 <= width <= 4_000 and 1 <= height <= 4_000
    return (round(width), round(height)) if fits else None
