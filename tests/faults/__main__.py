"""The harnesses at full length: `python -m tests.faults [NAME ...] [--cycles N]`; without a name all of them."""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.faults import calls, damage, fuzz, kills, power
from tests.faults.hostile.corpus import cases
from tests.faults.hostile.trial import faults, is_shown, on_screen, tried
from tests.faults.memory import memory_folder

Harness = Callable[[Path, int], list[str]]

STATES_A_CYCLE = 20


def _hostile(folder: Path, _cycles: int) -> list[str]:
    wrong, slowest, largest, count = [], 0.0, 0.0, 0
    for case, found in tried(cases(), folder):
        wrong += [f"{case.name}: {fault}" for fault in faults(case, found)]
        slowest, largest, count = max(slowest, found.seconds), max(largest, found.peak), count + 1
    print(f"{count} hostile files read, the slowest in {slowest:.2f} s, the largest in {largest:.0f} MB")
    drawn = list(on_screen([case for case in cases() if is_shown(case)], folder))
    slow = max(found.seconds for _case, found in drawn)
    print(f"{len(drawn)} hostile questions shown, the slowest in {slow:.2f} s")
    return wrong + [
        f"{case.name} on the screen: {found}" for case, found in drawn if found.crash or found.seconds > 5
    ]


def _kills(folder: Path, cycles: int) -> list[str]:
    lost = []
    for name, toll in kills.main(folder, cycles, seed=1).items():
        start = f", the slowest start {toll.slowest_start:.2f} s" if toll.slowest_start else ""
        print(
            f"{toll.kills} kills, {name}: {toll.acknowledged} acknowledged, {len(toll.lost)} lost, {toll.extra} in "
            f"flight{start}"
        )
        lost += [f"{name}: {one}" for one in toll.lost]
    return lost


def _calls(_folder: Path, _cycles: int) -> list[str]:
    if calls.compiler() is None:
        print("failing calls: skipped, they need Linux and a C compiler")
        return []
    with memory_folder() as folder:
        found = calls.main(folder)
    print(
        f"{found.points} calls that can fail, {found.runs} runs: {found.told} told, {len(found.wrong)} wrong"
    )
    return list(found.wrong)


def _power(_folder: Path, cycles: int) -> list[str]:
    if calls.compiler() is None:
        print("power cuts: skipped, they need Linux and a C compiler")
        return []
    with memory_folder() as folder:
        found = power.main(folder, cycles * STATES_A_CYCLE, seed=1)
    print(f"{found.states} states after cuts between {found.changes} changes, {len(found.wrong)} wrong")
    return list(found.wrong)


def _damage(folder: Path, cycles: int) -> list[str]:
    found = damage.spoilt(folder, cycles, seed=1)
    print(
        f"{found.records} damaged records: {found.refused} refused, {found.told_later} told by the check, "
        f"{found.harmless} unharmed, {len(found.wrong)} taken for sound"
    )
    return list(found.wrong)


def _fuzz(folder: Path, cycles: int) -> list[str]:
    found = fuzz.fuzzed(folder, cycles * 100, seed=1)
    print(f"{found.inputs} inputs tried, the slowest in {found.slowest:.2f} s, {len(found.wrong)} wrong")
    return found.wrong


HARNESSES: dict[str, Harness] = {
    "hostile": _hostile,
    "kills": _kills,
    "calls": _calls,
    "power": _power,
    "damage": _damage,
    "fuzz": _fuzz,
}


def main() -> int:
    """Run what was asked for; 1 if anything went wrong."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults")
    asked.add_argument(
        "names", nargs="*", choices=[*HARNESSES, []], metavar="NAME", help=", ".join(HARNESSES)
    )
    asked.add_argument(
        "--cycles",
        type=int,
        default=1_000,
        help="so many kills and damaged records, 20 times as many power cuts, 100 times as many inputs (1000)",
    )
    given = asked.parse_args()
    wrong = []
    for name in given.names or HARNESSES:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            wrong += HARNESSES[name](Path(folder), given.cycles)
        print(f"{name} took {time.monotonic() - began:.0f} s", flush=True)
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
