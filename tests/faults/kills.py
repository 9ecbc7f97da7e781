"""Ends a studying process at any moment, again and again: what it said was stored is stored.

`python -m tests.faults kills --cycles 1000`. Each cycle is a fork of a process that has loaded the app, so that the
blow falls while the record is opened, migrated, written to, backed up or closed, and hardly ever while Python loads.
"""

import os
import random
import select
import signal
import time
import traceback
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from certstudy.app.opening import open_desk
from tests.faults.script import MANY, Told, places, study

LONGEST_SECONDS = 0.12
A_RECORD = 50


@dataclass(frozen=True, slots=True)
class Kills:
    """What came of it; `extra` answers were in flight when a process ended, one a cycle at most."""

    cycles: int
    acknowledged: int
    extra: int
    lost: tuple[str, ...]
    slowest_start: float


def killed(folder: Path, cycles: int, seed: int) -> Kills:
    """Let a learner study and be killed so many times, on a new record now and then."""
    rng = random.Random(seed)
    found = Kills(0, 0, 0, (), 0.0)
    while found.cycles < cycles and not found.lost:
        found = _with_one_record(
            folder / f"from-{found.cycles}", min(A_RECORD, cycles - found.cycles), rng, found
        )
    return found


def _with_one_record(folder: Path, cycles: int, rng: random.Random, before: Kills) -> Kills:
    told, lost, held, slowest = Told(), list[str](), 0, before.slowest_start
    for _ in range(cycles):
        for line in _one_life(folder, rng):
            told.hear(line)
        began = time.perf_counter()
        with closing(open_desk(places(folder))) as opened:
            slowest = max(slowest, time.perf_counter() - began)
            lost += told.missing(opened)
            answers = opened.desk.history.latest_answers(MANY)
            held = sum(answer.sitting in told.forms for answer in answers)
    extra = held - len(told.answers)
    if extra > cycles:
        lost.append(f"{extra} answers that nobody gave")
    return Kills(
        cycles=before.cycles + cycles,
        acknowledged=before.acknowledged + len(told.answers),
        extra=before.extra + extra,
        lost=(*before.lost, *lost),
        slowest_start=slowest,
    )


def _one_life(folder: Path, rng: random.Random) -> list[str]:
    """The whole lines that a process said before it was killed."""
    seed, span = rng.random(), rng.uniform(0, LONGEST_SECONDS)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            study(folder, random.Random(seed), lambda line: _say(writing, line))
        except BaseException:  # noqa: BLE001  # the parent sees an exit where it expects a kill
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(writing)
    said = b""
    until = time.monotonic() + span
    while (left := until - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            part = os.read(reading, 65_536)
            if not part:
                break
            said += part
    os.kill(child, signal.SIGKILL)
    while part := os.read(reading, 65_536):
        said += part
    _pid, status = os.waitpid(child, 0)
    os.close(reading)
    if os.WIFEXITED(status):
        raise RuntimeError("the learner's process ended by itself")
    # a line that was cut short was never read by anybody
    return said.decode().split("\n")[:-1]


def _say(pipe: int, line: str) -> None:
    os.write(pipe, f"{line}\n".encode())
