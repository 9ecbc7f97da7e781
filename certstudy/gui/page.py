"""What every page of the window is: a widget that re-reads what it shows when something it shows has changed."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from certstudy.core.changes import Changes
from certstudy.gui.override import override


class Page(QWidget):
    """A page re-reads at once while it is visible and when next shown otherwise.

    A subclass names the changes that concern it and renders whole in `refresh`, which must be idempotent.
    """

    concerned_by = Changes.NOTHING

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True
        # a page takes the focus when it is shown, so that its keys work at once
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def refresh(self) -> None:
        """Read and render everything anew."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the focus where the keys of the page work; the window calls this when it shows the page."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def heed(self, changes: Changes) -> None:
        """Take note of a change; the window calls this for every page it holds."""
        if changes & self.concerned_by:
            self._stale = True
            if self.isVisible():
                self._renew()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._stale:
            return
        try:
            self._renew()
        except Exception as fault:  # noqa: BLE001 - whatever it is, it must not end in Qt's own code, which would crash
            QTimer.singleShot(0, partial(_raise, fault))

    def _renew(self) -> None:
        self._stale = False
        self.refresh()


def _raise(fault: Exception) -> None:
    """Raise where Python hears of it: the crash report is then written."""
    raise fault
