"""A picture as wide as its place, with its description for a screen reader."""

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from certstudy.core.errors import ContentError
from certstudy.core.picture import Picture
from certstudy.gui.override import override
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.painting import CENTRE, box
from certstudy.gui.widgets.wrapping import Policy, height_follows_width

LARGEST_ZOOM = 3.0


class PictureView(QLabel):
    """Draws the picture scaled to its width times `zoom`, never beyond `LARGEST_ZOOM` of its own size.

    A label only for its role in the accessibility tree. `placed` tells that the picture's place has changed.
    """

    placed = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._pictures = theme, pictures
        self._picture: Picture | None = None
        self._fault = ""
        self.zoom = 1.0
        height_follows_width(self, down=Policy.Fixed)
        theme.changed.connect(self.update)

    def show_picture(self, picture: Picture) -> None:
        """Renders another picture, or the same one again."""
        if picture != self._picture:
            self._picture, self._fault = picture, ""
            self.zoom = 1.0
            self.setMinimumWidth(0)
            self.setAccessibleName(picture.alt)
            self.setToolTip("")
        self.updateGeometry()
        self.update()
        self.placed.emit()

    def fit(self, place: int) -> None:
        """Takes the width that the zoom asks for in a place that wide."""
        self.setMinimumWidth(round(self._width_at(round(place * self.zoom))) if self.zoom > 1.0 else 0)
        self.update()
        self.placed.emit()

    def whole_height(self, width: int) -> int:
        """Height of the whole picture, not enlarged, in a place that wide."""
        if self._picture is None:
            return 0
        return round(min(width, self._natural) * self._picture.height / self._picture.width)

    @property
    def scale(self) -> float:
        """Device-independent pixels for one pixel of the picture."""
        return self.area().width() / self._picture.width if self._picture else 1.0

    def area(self) -> QRectF:
        """Where the picture lies in the widget."""
        return self._area_at(self.width()) if self._picture is not None else QRectF()

    @override
    def heightForWidth(self, width: int) -> int:
        if self._picture is None:
            return 0
        return round(self._width_at(width) * self._picture.height / self._picture.width)

    @override
    def sizeHint(self) -> QSize:
        width = round(self._picture.width * self._theme.metrics.scale) if self._picture else 0
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = self._theme.px(160)
        return QSize(width, self.heightForWidth(width))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.placed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter, area = QPainter(self), self.area()
        try:
            pixmap = self._pixmap(area)
        except ContentError as fault:
            self._paint_description(painter, area, str(fault))
            return
        painter.drawPixmap(QPointF(0, 0), pixmap)
        box(painter, area, self._theme.metrics.radius_row, None, self._theme.tokens.line)

    def _paint_description(self, painter: QPainter, area: QRectF, fault: str) -> None:
        """A picture that cannot be drawn is told in words."""
        assert self._picture is not None
        tokens = self._theme.tokens
        box(painter, area, self._theme.metrics.radius_row, tokens.sunken, tokens.line)
        painter.setFont(self._theme.font(Role.BODY))
        painter.setPen(tokens.ink2)
        flags = CENTRE.value | 0x1000  # Qt.TextFlag.TextWordWrap, as drawText takes it with a rectangle
        inner = area.adjusted(12, 12, -12, -12)
        painter.drawText(inner, flags, f"{self._picture.alt}\n\n{fault}")

    def _pixmap(self, area: QRectF) -> QPixmap:
        assert self._picture is not None
        size = QSize(round(area.width()), round(area.height()))
        return self._pictures.pixmap(self._picture, size, self.devicePixelRatioF())

    def _area_at(self, width: int) -> QRectF:
        assert self._picture is not None
        wide = self._width_at(width)
        return QRectF(0, 0, wide, wide * self._picture.height / self._picture.width)

    @property
    def _natural(self) -> float:
        """The picture's own width at this text size."""
        return self._picture.width * self._theme.metrics.scale if self._picture else 0.0

    def _width_at(self, width: int) -> float:
        natural, largest = self._natural, self._natural * LARGEST_ZOOM
        return max(1.0, min(largest, min(width / max(self.zoom, 1.0), natural) * self.zoom))
