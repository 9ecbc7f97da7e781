"""Parts side by side that go under each other where the window is narrow or the text large."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme


class Columns(QWidget):
    """Columns(theme, folds_below=760): `add(part, stretch)` from left to right; the width is at 100 % text size."""

    def __init__(self, theme: Theme, folds_below: int = 760, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._folds_below = theme, folds_below
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self.restyle)
        self.restyle()

    def add(self, part: QWidget, stretch: int = 1) -> None:
        """One more part at the right."""
        self._layout.addWidget(part, stretch)

    @property
    def folded(self) -> bool:
        """Whether the parts stand under each other."""
        return self._layout.direction() == QBoxLayout.Direction.TopToBottom

    def restyle(self) -> None:
        """Takes its gap and its limit from the theme again."""
        self._layout.setSpacing(self._theme.metrics.card_gap)
        self._fold()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < self._theme.px(self._folds_below)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._layout.direction():
            self._layout.setDirection(direction)
