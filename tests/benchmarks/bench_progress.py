"""How long the progress page and its reads take over a record of 1,000,000 answers, and how large the record is.

Run as `python -m tests.benchmarks.bench_progress [ANSWERS]`.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from certstudy.app.places import find_places
from certstudy.bank.catalog import open_catalog
from certstudy.core.changes import Changes
from certstudy.gui.operations import Operations
from certstudy.gui.progress.page import ProgressPage
from certstudy.gui.room import Room
from certstudy.gui.theme import ARGUMENTS, Scheme, Theme, register_fonts
from certstudy.gui.window import Window
from certstudy.store.opening import Store, open_store
from certstudy.study.desk import Desk
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
            _page(store, folder)
            _once("check", store.check)
            _once("daily backup", store.back_up_daily)
        _measure("open", lambda: open_store(folder, clock).close())


def _page(store: Store, folder: Path) -> None:
    """The page opened for the first time, and drawn anew after an answer, in a window of 1280 by 800."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(ARGUMENTS)
    register_fonts()
    theme = Theme(Scheme.LIGHT)
    theme.apply(app)
    places = find_places(None, folder)
    with closing(open_catalog(places.pack, places.cache)) as catalog:
        desk = Desk(catalog, store.ledger, store.history, clock, lambda: 1)
        operations = Operations()
        window = Window(theme, operations)
        window.resize(1280, 800)
        window.show()
        window.enter(Room(theme, desk, operations, window))
        app.processEvents()

        def drawn(act: Callable[[], object]) -> None:
            """Do it, and let the page be read on the worker and painted."""
            act()
            waiting = QEventLoop()
            cast("ProgressPage", window.page).renewed.connect(waiting.quit)
            waiting.exec()
            app.processEvents()

        _once("page opened", lambda: drawn(lambda: window.go("progress")))
        _measure(
            "page drawn anew",
            lambda: drawn(lambda: operations.publish(Changes.ANSWERS)),
            before=operations.settle,
        )
        operations.close()
        window.close()


def _measure(name: str, read: Callable[[], object], before: Callable[[], object] = gc.collect) -> None:
    times = []
    for _ in range(ROUNDS):
        before()
        began = time.perf_counter()
        read()
        times.append(1000 * (time.perf_counter() - began))
    print(f"{name:22} {statistics.median(times):6.2f} ms  [{min(times):.2f}]")


def _once(name: str, act: Callable[[], object]) -> None:
    began = time.perf_counter()
    act()
    print(f"{name:22} {1000 * (time.perf_counter() - began):6.1f} ms")


if __name__ == "__main__":
    main()
