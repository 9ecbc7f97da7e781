"""Lets every single call on the record's files fail, one after the other: write, fsync, open, rename and the like.

`python -m tests.faults calls`. A C compiler builds the layer; where there is none, or no preloading, this cannot run.
"""

import ast
import ctypes
import errno
import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from certstudy.app.opening import open_desk
from certstudy.core.errors import WorldError
from tests.faults.evening import Promise, evening, prepared
from tests.faults.script import places

SOURCE = Path(__file__).with_name("failing_calls.c")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT)
# a write takes half of what it is given, as on a disk that is full in the middle of it
SHORT = -1
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sweep:
    """What came of it: `points` calls that can fail, so many `runs`, `told` of them with a sentence."""

    points: int
    runs: int
    told: int
    wrong: tuple[str, ...]


def compiler() -> str | None:
    """A C compiler, where what it builds can be put under the C library."""
    return shutil.which("cc") if sys.platform == "linux" else None


def built(folder: Path) -> Path:
    """The layer as a library."""
    library = folder / "failing_calls.so"
    command = [compiler() or "cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)
    return library


def swept(folder: Path, step: int = 1) -> Sweep:
    """Let each `step`-th call fail, with each error, once and from then on; runs inside the preloaded process."""
    layer = ctypes.CDLL(None)
    prepared(folder / "prepared")
    dry = _run(layer, folder / "dry", 0, 0, ever=False)
    writes = {at for at in range(1, dry.calls + 1) if layer.failing_is_write(ctypes.c_long(at))}
    told, runs, wrong = 0, 0, [f"without a fault: {w}" for w in dry.wrong]
    for at in range(1, dry.calls + 1, step):
        for error in (*ERRORS, SHORT) if at in writes else ERRORS:
            for ever in (False, True):
                place = folder / f"{at}-{error}-{ever}"
                life = _in_a_child(layer, place, at, error, ever)
                runs += 1
                told += life.told > 0
                how = f"{errno.errorcode.get(error, 'short')}, {'for ever' if ever else 'once'}"
                wrong += [f"call {at}, {how}: {w}" for w in life.wrong]
                shutil.rmtree(place, ignore_errors=True)
    return Sweep(dry.calls, runs, told, tuple(wrong))


@dataclass
class Life:
    """One run: how many calls, how often the learner was told of a fault, what went wrong."""

    calls: int = 0
    told: int = 0
    wrong: tuple[str, ...] = ()


def _in_a_child(layer: ctypes.CDLL, place: Path, at: int, error: int, ever: bool) -> Life:
    """A fresh process for each, as a broken one might spoil the next."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            life = _run(layer, place, at, error, ever)
            os.write(writing, repr((life.calls, life.told, life.wrong)).encode()[:60_000])
        finally:
            # what it said is read whole, or the life counts as wrong
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _pid, status = os.waitpid(child, 0)
    if status or not said:
        return Life(wrong=(f"the process ended with {status}",))
    return Life(*ast.literal_eval(said.decode()))


def _run(layer: ctypes.CDLL, place: Path, at: int, error: int, ever: bool) -> Life:
    life, kept = Life(), Promise()
    shutil.copytree(place.parent / "prepared", place)

    def patient(act: Callable[[], T]) -> T:
        return _patient(layer, life, act)

    layer.failing_arm(os.fsencode(place / "data"), ctypes.c_long(at), error, int(ever))
    try:
        for promise in evening(place, patient):
            kept = promise
    except BaseException:  # noqa: BLE001  # what must not happen is told, not raised
        life.wrong = (*life.wrong, traceback.format_exc(limit=-3))
    life.calls += layer.failing_disarm()
    try:
        with closing(open_desk(places(place))) as opened:
            found = opened.store.check()
            unsound = [] if found.sound and not found.differing else [f"unsound: {found}"]
            life.wrong = (*life.wrong, *kept.broken(opened), *unsound)
    except WorldError as fault:
        life.wrong = (*life.wrong, f"not opened again: {fault}")
    return life


def _patient(layer: ctypes.CDLL, life: Life, act: Callable[[], T]) -> T:
    """Do something; told of a fault, wait until the disk works again and do it once more."""
    try:
        return act()
    except WorldError as fault:
        life.told += 1
        if not (fault.what and fault.safe and fault.remedy):
            life.wrong = (*life.wrong, f"told without sense: {fault}")
        life.calls += layer.failing_disarm()
        return act()


def main(folder: Path, step: int = 1) -> Sweep:
    """Run the sweep in a process with the layer under it; the figures."""
    library = built(folder)
    environment = {**os.environ, "LD_PRELOAD": str(library)}
    command = [sys.executable, "-m", "tests.faults.calls", str(folder), str(step)]
    said = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
    return Sweep(*ast.literal_eval(said))


if __name__ == "__main__":
    result = swept(Path(sys.argv[1]), int(sys.argv[2]))
    print((result.points, result.runs, result.told, result.wrong))
