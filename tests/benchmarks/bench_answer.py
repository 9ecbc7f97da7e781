"""From the key that checks an answer to the verdict painted, with 50,000 answers stored, against a minimal program.

python -m tests.benchmarks.bench_answer [ROUNDS]

The floor is a text browser with four radio buttons and one committed row.
"""

import gc
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QTextBrowser, QVBoxLayout, QWidget

from certstudy.app.clock import local_time
from certstudy.app.places import find_places
from certstudy.bank.catalog import open_catalog
from certstudy.gui.operations import Operations
from certstudy.gui.practice.quiz_page import QuizPage
from certstudy.gui.room import Room
from certstudy.gui.theme import Scheme, Theme, register_fonts
from certstudy.gui.window import Window
from certstudy.study.desk import Desk
from certstudy.study.practice import Mode, Request
from tests.benchmarks.records import Size, filled

STORED = 50_000
# nobody answers sooner; the app uses the pause to work out what comes next
READING_MS = 80


class Floor(QWidget):
    """What any program must do: commit a row, set a page of HTML, paint."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.database = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            self.database.execute(f"PRAGMA {pragma}")
        self.database.execute(
            "CREATE TABLE answer (id INTEGER PRIMARY KEY, question TEXT, points INT, at INT)"
        )
        self.page = QTextBrowser()
        self.options = [QRadioButton(f"Option {letter}") for letter in "ABCD"]
        column = QVBoxLayout(self)
        column.addWidget(self.page)
        for option in self.options:
            column.addWidget(option)
        self.resize(1280, 800)
        self.turn = 0

    def answer(self) -> None:
        """One answer and the next page."""
        self.turn += 1
        row = ("question", self.turn % 2, time.time_ns())
        self.database.execute("INSERT INTO answer (question, points, at) VALUES (?, ?, ?)", row)
        self.page.setHtml(
            f"<p>Question {self.turn}: a team merges to <b>main</b> several times a day.</p>" * 4
        )
        self.options[self.turn % 4].setChecked(True)


def timed(app: QApplication, act: Callable[[], object]) -> float:
    """Milliseconds until the act is done and everything it asked for is painted."""
    began = time.perf_counter()
    act()
    app.processEvents()
    return 1000 * (time.perf_counter() - began)


def quiz(desk: Desk, theme: Theme) -> tuple[Window, Operations]:
    """A window in its room."""
    operations = Operations()
    window = Window(theme, operations)
    window.resize(1280, 800)
    window.show()
    window.enter(Room(theme, desk, operations, window))
    # as the app does before the first question
    operations.settle()
    window.prepare()
    gc.freeze()
    return window, operations


def main(rounds: int) -> None:
    """Take turns between the app and the floor."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    register_fonts()
    theme = Theme(Scheme.LIGHT)
    theme.set_reduced_motion(True)
    theme.apply(app)
    with tempfile.TemporaryDirectory() as scratch:
        places = find_places(None, Path(scratch))
        catalog = open_catalog(places.pack, places.cache)
        store = filled(Path(scratch) / "record", Size(STORED))
        store.ledger.adopt(catalog.entries, catalog.fingerprint)
        desk = Desk(catalog, store.ledger, store.history, local_time, lambda: 1)
        window, operations = quiz(desk, theme)
        floor = Floor(Path(scratch) / "floor.db")
        floor.show()
        app.processEvents()
        checks, nexts, floors = measure(app, window, floor, rounds)
        window.hide()
        operations.close()
        store.close()
        catalog.close()
        floor.database.close()
    report("check: committed, verdict painted", checks, floors)
    report("next question painted", nexts, floors)


def measure(
    app: QApplication, window: Window, floor: Floor, rounds: int
) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds of checks, of the way to the next question, and of the floor's answers."""
    checks: list[float] = []
    nexts: list[float] = []
    floors: list[float] = []
    while len(checks) < rounds:
        window.practise(Request(Mode.MIX, 60))
        app.processEvents()
        page = cast("QuizPage", window.page)
        while not page.controller.finished and len(checks) < rounds:
            checks.append(timed(app, partial(QTest.keyClick, page, Qt.Key.Key_0)))
            QTest.qWait(READING_MS)
            nexts.append(timed(app, partial(QTest.keyClick, page, Qt.Key.Key_Return)))
            floors.append(timed(app, floor.answer))
            QTest.qWait(READING_MS)
    return checks, nexts, floors


def report(title: str, ours: list[float], floor: list[float]) -> None:
    """p50 and p99 with the ratio to the floor's p50."""
    p50, base = statistics.median(ours), statistics.median(floor)
    p99 = statistics.quantiles(ours, n=100)[98]
    print(f"{title:36s} p50 {p50:6.2f} ms  {p50 / base:.2f} x floor ({base:.2f} ms)   p99 {p99:6.2f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 240)
