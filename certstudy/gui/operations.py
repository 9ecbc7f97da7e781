"""How the window runs use cases: at once on the answer path, or on the one worker thread for what is slow."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from certstudy.core.changes import Changes
from certstudy.core.errors import WorldError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class Operations(QObject):
    """Runs work, publishes what it changed and routes the world's faults.

    Signals: `changed(Changes)` once per use case that changed something; `failed(WorldError)` for the banner. Our own
    faults are not caught here: they reach the exception hook.
    """

    changed = Signal(Changes)
    failed = Signal(WorldError)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: ThreadPoolExecutor | None = None
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._open = True
        self._awaited = 0

    def perform(self, use_case: Callable[[], T]) -> T | None:
        """Run a quick use case now; None when the world failed it, which the banner then tells."""
        try:
            return use_case()
        except WorldError as fault:
            self.failed.emit(fault)
            return None

    def carry_out(self, use_case: Callable[[], Changes]) -> bool:
        """Run a quick use case now and tell the screens what it changed; False when the world failed it."""
        changes = self.perform(use_case)
        if changes is None:
            return False
        self.publish(changes)
        return True

    def publish(self, changes: Changes) -> None:
        """Tell the screens what a use case changed."""
        if changes:
            self.changed.emit(changes)

    def in_background(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WorldError], None] | None = None,
    ) -> None:
        """Run slow work on the worker thread; `done` gets its result on this thread."""

        def finish(future: "Future[T]") -> None:
            self._arrived.emit(lambda: self._settle(future, done, failed))

        if self._open:
            self._awaited += 1
            self._the_worker().submit(work).add_done_callback(finish)

    def settle(self) -> None:
        """Wait until the worker has nothing left to do, and take in what it found."""
        while self._open and self._awaited:
            # there is one worker: when it comes to this, all before it is done and on its way here
            self._the_worker().submit(_nothing).result()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def close(self) -> None:
        """Let running work end and take no more."""
        self._open = False
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)

    def _the_worker(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  # 20 ms after the first paint

        if self._worker is None:
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="certstudy-worker")
        return self._worker

    def _deliver(self, closure: Callable[[], None]) -> None:
        self._awaited -= 1
        if self._open:
            closure()

    def _settle(
        self, future: "Future[T]", done: Callable[[T], None], failed: Callable[[WorldError], None] | None
    ) -> None:
        if future.cancelled():
            return
        try:
            result = future.result()
        except WorldError as fault:
            if failed is None:
                self.failed.emit(fault)
            else:
                failed(fault)
            return
        done(result)


def _nothing() -> None:
    """Work that is done when its turn comes."""
