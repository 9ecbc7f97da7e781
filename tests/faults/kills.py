"""Ends processes at any moment, again and again: what they said was stored is stored, and what was open goes on.

`python -m tests.faults kills --cycles 1000`. Each cycle is a fork of a process that has loaded the app, so that the
blow falls while the record is opened, migrated, written to, backed up, restored, gathered or closed, and hardly ever
while Python loads. `scenes` says what the processes do.
"""

import ast
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

from certstudy.core.errors import WorldError
from tests.faults.blow import killed_after
from tests.faults.scenes import Merging, Migrating, Restoring, Scene, Studying, Toll
from tests.faults.sitting_exam import Examining
from tests.faults.windowed import Watched, WatchedExam

# of 100 kills so many fall in each scene
SCENES: dict[str, tuple[Callable[[Path], Scene], int]] = {
    "studying": (Studying, 35),
    "an open mock exam": (Examining, 20),
    "a migration": (Migrating, 10),
    "a restore": (Restoring, 10),
    "salvaging and merging": (Merging, 10),
    "studying in the window": (Watched, 10),
    "a mock exam in the window": (WatchedExam, 5),
}
A_FOLDER = 50

Tolls = dict[str, Toll]


def killed(folder: Path, cycles: int, seed: int) -> Tolls:
    """Let each scene be cut short its share of so many times."""
    rng, found = random.Random(seed), Tolls()
    for number, (name, (scene, share)) in enumerate(SCENES.items()):
        found[name] = Toll()
        left = max(1, cycles * share // 100)
        while left > 0 and not found[name].lost:
            here = folder / f"{number}-{left}"
            here.mkdir(parents=True)
            _add(found[name], _in_one_folder(scene(here), min(A_FOLDER, left), rng))
            left -= A_FOLDER
    return found


def _in_one_folder(scene: Scene, cycles: int, rng: random.Random) -> Toll:
    for _ in range(cycles):
        told = killed_after(rng.uniform(0, scene.longest), scene.life(random.Random(rng.random())))
        try:
            scene.judge(told)
        except WorldError as fault:
            scene.toll.lost.append(f"not opened again: {fault}")
        scene.toll.kills += 1
    return scene.toll


def _add(total: Toll, more: Toll) -> None:
    total.kills += more.kills
    total.acknowledged += more.acknowledged
    total.extra += more.extra
    total.slowest_start = max(total.slowest_start, more.slowest_start)
    total.lost += more.lost


def main(folder: Path, cycles: int, seed: int) -> Tolls:
    """The same in a process of its own: one with threads should not fork."""
    command = [sys.executable, "-m", "tests.faults.kills", str(folder), str(cycles), str(seed)]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return {name: Toll(*values) for name, values in ast.literal_eval(said).items()}


if __name__ == "__main__":
    tolls = killed(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    print({name: astuple(toll) for name, toll in tolls.items()})
