"""Gives hostile files to the reading process and compares what came of each with what was expected."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.hostile.case import ANY, HOSTILE, Case, Reader
from tests.faults.hostile.corpus import laid_out
from tests.faults.hostile.reading import Outcome
from tests.faults.hostile.showing import Shown

MOST_SECONDS = 5.0
MOST_MEGABYTES = 500.0


def tried(cases: Sequence[Case], folder: Path) -> Iterator[tuple[Case, Outcome]]:
    """Read every case in a process of its own, where the system can fork."""
    command = [sys.executable, "-m", "tests.faults.hostile.reading", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for number, case in enumerate(cases):
            path = laid_out(case, folder / f"case-{number}")
            child.stdin.write(json.dumps([case.reader, str(path)]) + "\n")
            child.stdin.flush()
            line = child.stdout.readline()
            yield case, Outcome(**json.loads(line)) if line else Outcome(crash="the reader ended")
        child.stdin.close()


def on_screen(cases: Sequence[Case], folder: Path) -> Iterator[tuple[Case, Shown]]:
    """Show the questions that are accepted; only those are ever drawn."""
    command = [sys.executable, "-m", "tests.faults.hostile.showing", str(folder / "cache")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for number, case in enumerate(cases):
            pack = laid_out(case, folder / f"shown-{number}")
            child.stdin.write(json.dumps(str(pack)) + "\n")
            child.stdin.flush()
            line = child.stdout.readline()
            yield case, Shown(**json.loads(line)) if line else Shown(crash="the window ended")
        child.stdin.close()


def is_shown(case: Case) -> bool:
    """Whether the case's question is accepted, and so reaches the screen."""
    return case.reader is Reader.PACK and "hostile" in case.expect.kept


def faults(case: Case, found: Outcome) -> list[str]:
    """What is not as expected."""
    expect = case.expect
    wrong = [found.crash] if found.crash else []
    wrong += [f"did what it may not: {deed}" for deed in found.deeds]
    if found.seconds > MOST_SECONDS:
        wrong.append(f"took {found.seconds:.1f} s")
    if found.peak > MOST_MEGABYTES:
        wrong.append(f"took {found.peak:.0f} MB")
    if expect.refused or found.refused:
        if not expect.refused or expect.refused not in found.refused:
            wrong.append(f"refused with {found.refused!r}")
        if any(not (char.isprintable() or char == "\n") for char in found.refused):
            wrong.append("a message that could steer a terminal")
        return wrong
    if found.crash:
        return wrong
    wrong += [f"lost {name}" for name in expect.kept if name not in found.ids]
    wrong += [f"kept {name}" for name in expect.gone if name in found.ids]
    return wrong + _told(case, found)


def _told(case: Case, found: Outcome) -> list[str]:
    expect = case.expect
    for _code, file, line, column, message, hint in found.problems:
        if line < 1 or column < 1 or not message or not (message + hint).isprintable():
            return [f"a problem that cannot be told: {file}:{line}:{column} {message!a}"]
    here = [
        (code, line, column)
        for code, file, line, column, *_ in found.problems
        if file in case.files or file == HOSTILE or expect.line == 0 or case.reader == "zip"
    ]
    if expect.code == ANY:
        return []
    if not expect.code:
        return [f"told of {here}"] if here else []
    fitting = [
        place for place in here
        if place[0] in expect.code.split("|") and expect.line in (0, place[1]) and expect.column in (0, place[2])
    ]  # fmt: skip
    return [] if fitting else [f"no {expect.code} at {expect.line}:{expect.column} in {here[:5]}"]
