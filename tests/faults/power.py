"""Cuts the power at every moment of an evening: whatever the disk then holds, what was promised is kept.

`python -m tests.faults power`. The calls of one evening are noted by the layer of `failing_calls.c`; `disk` says what a
cut after each of them may leave; every such state is opened by the app.
"""

import ast
import ctypes
import hashlib
import os
import random
import shutil
import subprocess
import sys
from bisect import bisect_right
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from certstudy.app.opening import open_desk
from certstudy.core.errors import WorldError
from tests.faults.calls import built
from tests.faults.disk import Change, Disk, changes
from tests.faults.evening import Promise, evening, kept_by, new, prepared
from tests.faults.script import places

CHANCES = (0.0, 1.0, 0.5, 0.1, 0.9)


@dataclass(frozen=True, slots=True)
class Outages:
    """What came of it: so many different `states` of the disk after cuts between so many `changes`."""

    changes: int
    states: int
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evening:
    """What was there before, every change in order, and what was promised after how many of them."""

    before: Path
    place: Path
    changes: tuple[Change, ...]
    promised: tuple[tuple[int, Promise], ...]

    def allowed(self, played: int) -> tuple[Promise, ...]:
        """The promise that stands after so many changes, and the one that is on its way."""
        at = bisect_right(self.promised, played, key=lambda kept: kept[0])
        return tuple(promise for _after, promise in self.promised[at - 1 : at + 1])


def noted(layer: ctypes.CDLL, before: Path, folder: Path) -> Evening:
    """Live through an evening, with every change noted."""
    place, journal = folder / "place", folder / "journal"
    for copy in (place, folder / "look"):
        shutil.copytree(before, copy)
    with closing(open_desk(places(folder / "look"))) as opened:
        promised = [(0, kept_by(opened))]
    layer.failing_arm(os.fsencode(place / "data"), ctypes.c_long(0), 0, 0)
    layer.failing_note(os.fsencode(journal))
    for promise in evening(place, lambda act: act()):
        promised.append((layer.failing_noted(), promise))
    layer.failing_disarm()
    return Evening(before, place, tuple(changes(journal)), tuple(promised))


def cut(evening: Evening, folder: Path, states: int, rng: random.Random) -> Outages:
    """Cut the power after every change, so many times in all, on either kind of disk."""
    wrong, seen = list[str](), set[bytes]()
    for journaling in (True, False):
        shutil.rmtree(evening.place)
        shutil.copytree(evening.before, evening.place)
        disk = Disk(evening.place / "data", journaling)
        for played, change in enumerate(evening.changes, start=1):
            disk.play(change)
            allowed = evening.allowed(played)
            for _ in range(_share(states / 2 / len(evening.changes), rng)):
                found = disk.after_a_cut(rng, rng.choice(CHANCES))
                if (mark := _mark(found, allowed)) in seen:
                    continue
                seen.add(mark)
                kind = "journaling" if journaling else "careless"
                how = f"after change {played} of {len(evening.changes)} ({change.what}), {kind}"
                wrong += [f"{how}: {fault}" for fault in _faults(evening, found, folder / "found", allowed)]
    return Outages(len(evening.changes), len(seen), tuple(wrong))


def _share(wanted: float, rng: random.Random) -> int:
    return int(wanted) + (rng.random() < wanted % 1)


def _mark(found: dict[str, bytes | None], allowed: tuple[Promise, ...]) -> bytes:
    seen = hashlib.sha256(repr(allowed).encode())
    for name, content in sorted(found.items()):
        seen.update(name.encode() + (b"/" if content is None else hashlib.sha256(content).digest()))
    return seen.digest()


def _faults(
    evening: Evening, found: dict[str, bytes | None], folder: Path, allowed: tuple[Promise, ...]
) -> list[str]:
    """What is amiss when the app opens what was found."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    (folder / "cache").symlink_to(evening.before / "cache")
    for name, content in sorted(found.items()):
        path = folder / "data" / name
        if content is None:
            path.mkdir(exist_ok=True)
        else:
            path.write_bytes(content)
    try:
        with closing(open_desk(places(folder))) as opened:
            broken = [promise.broken(opened) for promise in allowed]
            report = opened.store.check()
    except WorldError as fault:
        return [f"not opened: {fault}"]
    unsound = [] if report.sound and not report.differing else [f"unsound: {report}"]
    return unsound + ([] if [] in broken else broken[0])


def in_this_process(folder: Path, states: int, seed: int) -> Outages:
    """An evening on a record of an earlier version, and one that begins a record; the layer must be loaded."""
    layer, rng, found = ctypes.CDLL(None), random.Random(seed), list[Outages]()
    for name, make in (("earlier", prepared), ("new", new)):
        lived = noted(layer, make(folder / name / "before"), folder / name)
        found.append(cut(lived, folder / name, states // 2, rng))
    return Outages(
        sum(each.changes for each in found),
        sum(each.states for each in found),
        tuple(fault for each in found for fault in each.wrong),
    )


def main(folder: Path, states: int, seed: int) -> Outages:
    """The same in a process with the layer under it."""
    environment = {**os.environ, "LD_PRELOAD": str(built(folder))}
    command = [sys.executable, "-m", "tests.faults.power", str(folder), str(states), str(seed)]
    said = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
    return Outages(*ast.literal_eval(said))


if __name__ == "__main__":
    outages = in_this_process(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    print((outages.changes, outages.states, outages.wrong))
