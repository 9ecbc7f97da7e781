"""How long the progress page's reads take over a record of 1,000,000 answers, and how large the record is.

Run as `python -m tests.benchmarks.bench_progress [ANSWERS]`.
"""

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from certstudy.store.opening import open_store
from tests.benchmarks.records import Size, clock, entries, filled

ROUNDS = 41


def main() -> None:
    """Measure and print."""
    size = Size(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        began = time.perf_counter()
        filled(folder, size).close()
        print(f"{size.answers:,} answers in {time.perf_counter() - began:.1f} s, totals rebuilt")
        with closing(open_store(folder, clock)) as store:
            print(f"on disk: {store.path.stat().st_size / 2**20:.1f} MiB (at most 60)")
            history, question = store.history, entries(size)[0].id
            _measure("days", history.days)
            _measure("objectives", history.objectives)
            _measure("closed mock exams", lambda: history.closed_sittings("mock"))
            _measure("planned answers", history.planned_answers)
            _measure("open sittings", history.open_sittings)
            _measure("states", history.states)
            _measure("answers of a sitting", lambda: history.answers_of(size.answers // 80))
            _measure("answers to a question", lambda: history.answers_to(question))
            _once("check", store.check)
            _once("daily backup", store.back_up_daily)
        _measure("open", lambda: open_store(folder, clock).close())


def _measure(name: str, read: Callable[[], object]) -> None:
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        began = time.perf_counter()
        read()
        times.append(1000 * (time.perf_counter() - began))
    print(f"{name:22} {statistics.median(times):6.2f} ms  [{min(times):.2f}]")


def _once(name: str, act: Callable[[], object]) -> None:
    began = time.perf_counter()
    act()
    print(f"{name:22} {time.perf_counter() - began:6.2f} s")


if __name__ == "__main__":
    main()
