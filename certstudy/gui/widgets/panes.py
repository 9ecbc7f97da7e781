"""Several widgets in one place, of which one is seen."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from certstudy.gui.override import override


class Panes(QWidget):
    """Each is as large as the whole; `show_only` changes between them.

    A QStackedWidget would switch updates off and on meanwhile, after which Qt paints what scrolls twice.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panes: list[QWidget] = []

    def add(self, pane: QWidget) -> None:
        """One more, not seen yet."""
        pane.setParent(self)
        pane.setGeometry(self.rect())
        # else it would be seen together with its parent
        pane.hide()
        self._panes.append(pane)

    def show_only(self, pane: QWidget) -> None:
        """Shows that one."""
        if not pane.isHidden():
            return
        pane.show()
        for other in self._panes:
            if other is not pane:
                other.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for pane in self._panes:
            pane.setGeometry(self.rect())
