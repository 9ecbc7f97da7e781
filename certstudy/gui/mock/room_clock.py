"""Counts the exam's time while the room is on the screen, and notes the pauses in between."""

from PySide6.QtCore import QObject, QTimer, Signal

from certstudy.gui.mock.exam_controller import ExamController
from certstudy.gui.stopwatch import Stopwatch
from certstudy.study.mock_exam import SHORTEST_PAUSE_MS


class RoomClock(QObject):
    """`moved(words)` when time has passed, with what is to be announced; `woken(break_over)` after a pause; `ran_out`.

    It runs from `start` to `pause`; between two of them, and while the machine sleeps, the candidate is away.
    """

    moved = Signal(str)
    woken = Signal(bool)
    ran_out = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stopwatch = Stopwatch(self)
        self._controller: ExamController | None = None
        self._interrupted = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.ran_out)
        self.stopwatch.ticked.connect(self._count)
        self.stopwatch.slept.connect(self._sleep)

    def take(self, controller: ExamController | None) -> None:
        """Counts for another exam, or for none any more."""
        self._controller, self._interrupted = controller, False
        if controller is None:
            self.stop()

    def start(self) -> None:
        """Runs from now on; a time already used up runs out at once."""
        if self._controller is None:
            return
        rested = self.stopwatch.rested if self._interrupted else 0
        self._interrupted = False
        if rested >= SHORTEST_PAUSE_MS:
            self._controller.slept(rested)
            self.moved.emit("")
        if self._controller.exam.expired:
            self._soon.start()
        else:
            self.stopwatch.start()

    def pause(self) -> bool:
        """Counts what has passed and stands still; whether it ran."""
        ran = self.stopwatch.running
        self._interrupted = self._interrupted or ran
        self.stopwatch.stop()
        return ran

    def stop(self) -> None:
        """Stands still and tells nothing more."""
        self.stopwatch.blockSignals(True)
        self.stopwatch.stop()
        self.stopwatch.blockSignals(False)

    def flush(self) -> None:
        """Counts what has passed up to now."""
        if self.stopwatch.running:
            self.stopwatch.flush()

    def _count(self, milliseconds: int) -> None:
        if self._controller is None:
            return
        controller = self._controller
        self.moved.emit(controller.tick(milliseconds))
        self._end_if_expired(controller)

    def _sleep(self, milliseconds: int) -> None:
        if self._controller is None:
            return
        controller, resting = self._controller, self._controller.on_break
        controller.slept(milliseconds)
        if not controller.exam.expired:
            self.woken.emit(resting and not controller.on_break)
        self._end_if_expired(controller)

    def _end_if_expired(self, controller: ExamController) -> None:
        if controller.exam.expired and self.stopwatch.running:
            self.stop()
            self.ran_out.emit()
