"""Counts the time a sitting is on the screen: monotonic steps, so that neither a clock set anew nor a sleep counts."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

# a step longer than this is a machine that slept or a window that hung, not thought
LONGEST_STEP_MS = 2000
STEP_MS = 1000


class Stopwatch(QObject):
    """`ticked(milliseconds)` about once a second while it runs; a step counts at most two seconds.

    What went by beyond them is told by `slept(milliseconds)`, right after the step.
    """

    ticked = Signal(int)
    slept = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self.flush)
        self._last = 0.0
        self._last_in_all = 0.0

    def start(self) -> None:
        """Run from now on."""
        self._last, self._last_in_all = time.monotonic(), _with_sleep()
        self._timer.start()

    def stop(self) -> None:
        """Count what has passed and stand still."""
        if self._timer.isActive():
            self.flush()
            self._timer.stop()

    @property
    def rested(self) -> int:
        """Milliseconds since it stood still, also while the machine slept; 0 while it runs or before it ever did."""
        if self.running or not self._last_in_all:
            return 0
        return round(1000 * max(0.0, _with_sleep() - self._last_in_all))

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self._timer.isActive()

    def flush(self) -> None:
        """Tell of the time since the latest step."""
        now, in_all = time.monotonic(), _with_sleep()
        passed = min(LONGEST_STEP_MS, round(1000 * (now - self._last)))
        slept = round(1000 * max(now - self._last, in_all - self._last_in_all)) - passed
        self._last, self._last_in_all = now, in_all
        if passed > 0:
            self.ticked.emit(passed)
        if slept >= LONGEST_STEP_MS:
            self.slept.emit(slept)


def _with_sleep() -> float:
    """Seconds of a steady clock that a sleeping machine does not stop, where there is one."""
    clock = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if clock is None else time.clock_gettime(clock)
