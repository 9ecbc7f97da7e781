"""Start of the app against a bare PySide6 window with one label, interleaved in one run.

python -m tests.benchmarks.bench_start [ROUNDS] [PACK]    prints medians and ratios; needs Linux for the memory figure.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from certstudy.app.clock import local_time
from certstudy.app.places import find_places
from certstudy.app.sample import SEED, SampleClock, SampleLearner
from certstudy.bank.catalog import open_catalog
from certstudy.store.opening import open_store
from certstudy.study.desk import Desk

Found = dict[str, float]


def fill(folder: Path, pack: Path | None) -> None:
    """A sample learner's record of six weeks in the folder."""
    places = find_places(pack, folder)
    catalog, clock = open_catalog(places.pack, places.cache), SampleClock(local_time())
    store = open_store(places.data, clock)
    store.ledger.adopt(catalog.entries, catalog.fingerprint)
    now: datetime = local_time()
    SampleLearner(Desk(catalog, store.ledger, store.history, clock, lambda: SEED), clock).study(now)
    store.close()
    catalog.close()


def start(*arguments: str) -> Found:
    """One start; seconds from the spawn to what the child noted."""
    command = [sys.executable, "-m", "tests.benchmarks.child_window", *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # a learner's machine keeps compiled modules
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120)
    found: Found = json.loads(done.stdout.splitlines()[-1])
    for moment in ("painted", "ready"):
        if moment in found:
            found[moment] -= began
    return found


def main(rounds: int, pack: Path | None) -> None:
    """Alternate the two starts and print what came of it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        fill(folder, pack)
        app = ("app", scratch, *([str(pack)] if pack else []))
        start(*app)
        bare_rows: list[Found] = []
        app_rows: list[Found] = []
        for _round in range(rounds):
            bare_rows.append(start("bare"))
            app_rows.append(start(*app))
    report(bare_rows, app_rows)


def report(bare_rows: list[Found], app_rows: list[Found]) -> None:
    """Medians in ms or MiB, with the ratio to the bare window."""
    base = statistics.median(row["painted"] for row in bare_rows)
    base_pss = statistics.median(row["pss"] for row in bare_rows)
    first = statistics.median(row["painted"] for row in app_rows)
    answerable = statistics.median(row["ready"] + row["question"] for row in app_rows)
    pss = statistics.median(row["pss"] for row in app_rows)
    stall = statistics.median(row["stall"] for row in app_rows)
    worst = max(row["stall"] for row in app_rows)
    print(f"bare window painted      {1000 * base:7.1f} ms")
    print(f"home painted             {1000 * first:7.1f} ms  {first / base:.2f} x bare")
    print(f"first question answerable{1000 * answerable:7.1f} ms  {answerable / base:.2f} x bare")
    print(f"longest stall in 2 s     {1000 * stall:7.1f} ms  (worst {1000 * worst:.1f})")
    print(f"memory at ready (PSS)    {pss:7.1f} MiB {pss / base_pss:.2f} x bare ({base_pss:.1f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
