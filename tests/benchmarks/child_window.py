"""One start of a window, timed from inside: python -m tests.benchmarks.child_window bare|app [FOLDER [PACK]].

Prints one JSON line with seconds of the monotonic clock, which the parent compares with the moment of the spawn.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

from certstudy.gui.override import override

# ruff: noqa: PLC0415  # what is timed is when things are imported

WATCH_SECONDS = 2.0


class FirstPaint(QObject):
    """Notes when a widget has been painted for the first time."""

    def __init__(self, widget: QWidget, done: Any) -> None:
        super().__init__(widget)
        self._done = done
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._done)
        return False


class Stalls:
    """The longest time that the event loop did not come round."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._last = time.monotonic()
        self._timer.start(1)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def pss_mib() -> float:
    """Proportional set size of this process, MiB."""
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def bare() -> None:
    app = QApplication([])
    window = QMainWindow()
    label = QLabel("Ready")
    window.setCentralWidget(label)
    window.resize(1280, 800)

    def painted() -> None:
        moment = time.monotonic()
        QTimer.singleShot(300, lambda: finish(moment))

    def finish(moment: float) -> None:
        _tell(painted=moment, pss=pss_mib())
        app.quit()

    FirstPaint(label, painted)
    window.show()
    app.exec()


def app_window(folder: str, pack: str | None) -> None:
    from certstudy.app.places import find_places
    from certstudy.app.window import WindowSession

    app = QApplication([])
    session = WindowSession(app, find_places(Path(pack) if pack else None, Path(folder)))
    found: dict[str, float] = {}
    stalls = Stalls()

    def painted() -> None:
        found["painted"] = time.monotonic()
        stalls.start()

    def entered(_view: object) -> None:
        session.window.today.renewed.disconnect(entered)
        found["ready"] = time.monotonic()
        QTimer.singleShot(int(WATCH_SECONDS * 1000), ready)

    def ready() -> None:
        from certstudy.gui.practice.quiz_page import QuizPage

        found["pss"], found["stall"] = pss_mib(), stalls.longest
        began = time.monotonic()
        session.window.today.session.start.click()
        quiz = session.window.page
        assert isinstance(quiz, QuizPage)
        FirstPaint(quiz.bar, lambda: answerable(began))

    def answerable(began: float) -> None:
        found["question"] = time.monotonic() - began
        _tell(**found)
        app.quit()

    FirstPaint(session.window.today.session, painted)
    session.window.today.renewed.connect(entered)
    session.open()
    app.exec()
    session.close()


def _tell(**found: float) -> None:
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        app_window(sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)
