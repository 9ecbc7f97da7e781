"""The same drawing of an icon as a QIcon, for menus, fields and standard buttons."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from certstudy.gui.override import override
from certstudy.gui.theme.icons import paint_icon


class LucideEngine(QIconEngine):
    """Lets menus, fields and standard buttons use the same drawing as a QIcon."""

    def __init__(self, name: str, colour: QColor, off: QColor, filled: bool = False) -> None:
        super().__init__()
        self._name, self._colour, self._off, self._filled = name, colour, off, filled

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._off if mode == QIcon.Mode.Disabled else self._colour
        paint_icon(painter, self._name, QRectF(rect), colour, self._filled)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        return LucideEngine(self._name, self._colour, self._off, self._filled)
