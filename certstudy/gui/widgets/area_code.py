"""The two letters of a skill area on its tint."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import CENTRE, box, hatch, text
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.chart import AreaTag

WIDTH, HEIGHT = 26, 18


def paint_area_code(painter: QPainter, theme: Theme, rect: QRectF, area: AreaTag) -> None:
    """Draws the badge; delegates use it in rows."""
    ink = theme.tokens.area(area.slot)
    radius = theme.metrics.radius_tile
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box(painter, rect, radius, ink.tint)
    if ink.hatched:
        hatch(painter, rect, radius, theme.blend(ink.graphic, 0.3))
    text(painter, rect, area.code, theme.font(Role.TILE), ink.text, CENTRE)


class AreaCode(QWidget):
    """The badge as a widget: full name as tooltip and accessible name."""

    def __init__(self, theme: Theme, area: AreaTag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.set_area(area)

    def set_area(self, area: AreaTag) -> None:
        """Shows another area."""
        self._area = area
        self.setToolTip(plain_tip(area.name))
        self.setAccessibleName(area.name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_area_code(QPainter(self), self._theme, QRectF(self.rect()), self._area)
