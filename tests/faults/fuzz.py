"""Changes files at random and gives them to every parser: none may raise what it does not announce, none may be slow.

`python -m tests.faults fuzz --cycles 1000`: a hundred times as many inputs, spread over the parsers.
"""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from certstudy.bank.certification import read_certification
from certstudy.bank.misconceptions import read_misconceptions
from certstudy.bank.pictures import refusal
from certstudy.bank.questions import read_bank
from certstudy.bank.syllabus import read_syllabus
from certstudy.core.errors import WorldError
from certstudy.core.pattern import Pattern, PatternError
from certstudy.exchange.response_log import ResponseLog
from certstudy.present import markup
from tests.bank.files import BREW, brew_syllabus
from tests.faults.hostile.case import Reader
from tests.faults.hostile.corpus import cases
from tests.faults.hostile.question_files import DRAWING, png

LONGEST = 20_000
MOST_SECONDS = 5.0
TOKENS = (
    b"[", b"]", b"{", b"}", b": ", b"- ", b"\n", b"\n  - id: ", b"'", b'"', b"&a ", b"*a", b"<<: ", b"!!", b"|\n",
    b">\n", b"#", b"\t", b"\0", b"\xff", b"\xef\xbb\xbf", "\u202e".encode(), b"0x", b"1e999", b".nan", b"~",
    b"<img src=", b"](", b"![", b"```", b"| - |", b"> ", b"(", b")*", b"{9}", b"\\d", b",", b";", b"\r", b"<svg",
    b"<use", b"&#",
)  # fmt: skip

Parser = Callable[[bytes], object]


@dataclass
class Fuzzed:
    """How many inputs, the slowest in seconds, and what was raised that no parser announces."""

    inputs: int = 0
    slowest: float = 0.0
    wrong: list[str] = field(default_factory=list)


def fuzzed(folder: Path, inputs: int, seed: int) -> Fuzzed:
    """Try so many inputs, the same ones for the same seed."""
    rng, found = random.Random(seed), Fuzzed()
    trials = _trials(folder)
    for number in range(inputs):
        name, parse, seeds = trials[number % len(trials)]
        data = _changed(rng, seeds)
        began = time.perf_counter()
        try:
            parse(data)
        except Exception as fault:  # noqa: BLE001  # what must not happen is told, not raised
            found.wrong.append(f"{name}, input {number}: {type(fault).__name__}: {fault} of {data[:200]!r}")
        took = time.perf_counter() - began
        if took > MOST_SECONDS:
            found.wrong.append(f"{name}, input {number}: {took:.1f} s for {data[:200]!r}")
        found.slowest, found.inputs = max(found.slowest, took), found.inputs + 1
    return found


def _trials(folder: Path) -> Sequence[tuple[str, Parser, Sequence[bytes]]]:
    syllabus, log = brew_syllabus(), folder / "log.csv"
    hostile = [d for c in cases() for d in c.files.values() if isinstance(d, bytes) and len(d) <= LONGEST]
    tables = [
        d for c in cases() if c.reader is Reader.LOG for d in c.files.values()
        if isinstance(d, bytes) and len(d) <= LONGEST
    ]  # fmt: skip
    banks = [path.read_bytes() for path in sorted(BREW.glob("questions/*/*.yaml"))]

    def read_log(data: bytes) -> None:
        log.write_bytes(data)
        try:
            list(ResponseLog(log))
        except WorldError:
            return

    def match(data: bytes) -> None:
        try:
            Pattern(data.decode("utf-8", "replace")[:500]).matches("aab" * 60)
        except PatternError:
            return

    patterns = [b"(a|b)*c", rb"[a-z]+\d{2,4}", b"(a*)*b", rb"(\w+\.?)+@"]
    return (
        ("questions", lambda data: read_bank(data, "f.yaml", syllabus), [*banks, *banks, *hostile]),
        ("syllabus", lambda data: read_syllabus(data, "f.yaml"), [(BREW / "syllabus.yaml").read_bytes()]),
        (
            "beliefs",
            lambda data: read_misconceptions(data, "f.yaml"),
            [(BREW / "misconceptions.yaml").read_bytes()],
        ),
        (
            "path",
            lambda data: read_certification(data, "f.yaml", syllabus),
            [b"schema: certstudy.certification/1\n"],
        ),
        ("Markdown", lambda data: markup.block.__wrapped__(data.decode("utf-8", "replace")), hostile),
        ("log", read_log, tables),
        ("pattern", match, patterns),
        ("drawing", lambda data: refusal("assets/a.svg", data), [DRAWING]),
        ("PNG", lambda data: refusal("assets/a.png", data), [png(9, 9)]),
    )


def _changed(rng: random.Random, seeds: Sequence[bytes]) -> bytes:
    data = bytearray(rng.choice(seeds))
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(data) + 1)
        lot = rng.random()
        if lot < 0.25 and data:
            data[at % len(data)] = rng.randrange(256)
        elif lot < 0.4:
            del data[at : at + rng.randint(1, 40)]
        elif lot < 0.55:
            other = rng.choice(seeds)
            begin = rng.randrange(len(other) + 1)
            data[at:at] = other[begin : begin + rng.randint(1, 400)]
        elif lot < 0.65:
            data[at:at] = bytes(data[at : at + rng.randint(1, 80)]) * rng.randint(2, 30)
        else:
            data[at:at] = rng.choice(TOKENS) * rng.choice((1, 1, 1, 2, 50, 600))
    return bytes(data[:LONGEST])
