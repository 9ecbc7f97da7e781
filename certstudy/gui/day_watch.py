"""Notices when the learner's day turns while the window is open."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from certstudy.core.moment import Moment, until_next_day

AFTERWARDS_MS = 1_000


class DayWatch(QObject):
    """`turned` once for each new day: found at its hour, on coming back to the app, or by `look`.

    A machine that slept through the hour may be late with the timer, so the other two look as well.
    """

    turned = Signal()

    def __init__(self, now: Callable[[], Moment], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._day = now().day
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # a timer of hours may be wrong by a twentieth, unless it is told to keep the second
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.look)
        self._wait()

    def look(self) -> None:
        """Compare the day with the last one seen."""
        day = self._now().day
        if day != self._day:
            self._day = day
            self.turned.emit()
        self._wait()

    def _wait(self) -> None:
        left = until_next_day(self._now())
        self._timer.start(round(left.total_seconds() * 1_000) + AFTERWARDS_MS)
