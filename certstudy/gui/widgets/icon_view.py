"""An icon that stands beside words; it says nothing to a screen reader because the words do."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.theme import Theme


class IconView(QWidget):
    """IconView(theme, "check", "right", size=20)."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        ink: str = "ink2",
        size: int = 18,
        filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._ink, self._size, self._filled = theme, name, ink, size, filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_icon(self, name: str, ink: str, filled: bool = False) -> None:
        """Another icon or ink."""
        self._name, self._ink, self._filled = name, ink, filled
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._size), self._theme.px(self._size))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), self._name, rect, self._theme.tokens.named(self._ink), self._filled)
