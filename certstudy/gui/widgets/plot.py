"""The base of all that is painted from data: one focus stop, marks for keys and pointer, the values as a table.

A subclass holds a value, fills `marks` in `arrange` and paints in `draw`; the base caches the picture and shows the
tooltip. To a screen reader it is a list with one item per mark (`plot_reader`); `plot_files` saves it.
"""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.widgets.painting import box
from certstudy.gui.widgets.ring import Ringed
from certstudy.present.table import Table

POINTER_DELAY = 120
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Mark(NamedTuple):
    """Something one can point at: where it is, what to say about it (title first), and its id if it opens.

    `reach` is where the pointer finds it, when that is larger than what is drawn.
    """

    rect: QRectF
    lines: tuple[str, ...]
    id: str = ""
    reach: QRectF | None = None


class Plot(Ringed, QWidget):
    """Base of the painted data widgets; `opened(id)` when a mark with an id is pressed, `walked(rect)` by keys."""

    opened = Signal(str)
    walked = Signal(QRectF)
    animates = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.marks: list[Mark] = []
        self._at = -1
        self._picture: QPixmap | None = None
        self._arranged: QSize | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._show_tip)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.refresh)

    def arrange(self) -> None:
        """Fills `marks` for the present size; called before drawing and hit tests, never while painting."""

    def draw(self, painter: QPainter) -> None:
        """Paints the whole widget."""

    def table(self) -> Table:
        """The values shown, for T, CSV and readers."""
        return Table(("",), tuple(("; ".join(mark.lines),) for mark in self.marks_now()))

    def refresh(self) -> None:
        """Paints anew: a value, the theme or the size changed."""
        self._picture = self._arranged = None
        self.updateGeometry()
        self.update()

    def marks_now(self) -> list[Mark]:
        """The marks of the present value and size."""
        if self._arranged != self.size():
            self._arranged = self.size()
            self.marks = []
            self.arrange()
            self._at = min(self._at, len(self.marks) - 1)
        return self.marks

    @property
    def current(self) -> int:
        """Index of the mark keys or pointer stand on, -1 for none."""
        return self._at

    def walk_to(self, index: int) -> None:
        """Stands on a mark, shows its tooltip at once and announces it."""
        marks = self.marks_now()
        if not marks:
            return
        self._at = max(0, min(len(marks) - 1, index))
        self.walked.emit(marks[self._at].rect)
        self._show_tip()
        self._announce()
        self.update()

    def step_from(self, index: int, key: Qt.Key) -> int:
        """The mark an arrow leads to; grids override it."""
        return index + (1 if key in _NEXT else -1)

    def picture(self, ratio: float) -> QPixmap:
        """The widget as it would be drawn at that device ratio, on a transparent ground."""
        self.marks_now()
        picture = QPixmap(QSize(int(self.width() * ratio), int(self.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint_on(painter)
        painter.end()
        return picture

    def paint_on(self, painter: QPainter) -> None:
        """Paints the present value on any device, without the mark one stands on."""
        self.marks_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)

    def show_table(self) -> None:
        """Opens the values as a table."""
        from certstudy.gui.widgets.chart_table import ChartTable  # noqa: PLC0415  # rarely wanted

        ChartTable(self.theme, self.accessibleName(), self.table(), self.window()).open()

    @override
    def ring_radius(self) -> float:
        return self.theme.metrics.radius_tile

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.animates:
            painter.setClipRect(event.rect())
            self.paint_on(painter)
        else:
            ratio = self.devicePixelRatioF()
            if self._picture is None or self._picture.devicePixelRatio() != ratio:
                self._picture = self.picture(ratio)
            painter.drawPixmap(0, 0, self._picture)
        if (self.hasFocus() or self.underMouse()) and 0 <= self._at < len(self.marks):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = self.marks[self._at].rect.adjusted(-2, -2, 2, 2)
            box(painter, rect, self.theme.px(4), None, self.theme.tokens.ink, 1.5)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = None
        super().resizeEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._mark_under(event.position())
        if index != self._at:
            self._at = index
            self._hide_tip()
            if index >= 0:
                self._wait.start(POINTER_DELAY)
            opens = index >= 0 and bool(self.marks[index].id)
            self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self._mark_under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0 and self.marks[index].id:
            self.opened.emit(self.marks[index].id)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._wait.stop()
        self._hide_tip()
        self.update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._hide_tip()
        super().wheelEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide_tip()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hide_tip()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, marks = Qt.Key(event.key()), self.marks_now()
        if key in _NEXT or key in _BACK:
            self.walk_to(0 if self._at < 0 else self.step_from(self._at, key))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.walk_to(0 if key == Qt.Key.Key_Home else len(marks) - 1)
        elif key == Qt.Key.Key_T and not event.modifiers():
            self.show_table()
        elif key in _OPEN and 0 <= self._at < len(marks) and marks[self._at].id:
            self.opened.emit(marks[self._at].id)
        else:
            self._hide_tip()
            super().keyPressEvent(event)

    def _mark_under(self, point: QPointF) -> int:
        for index, mark in enumerate(self.marks_now()):
            if (mark.reach or mark.rect).contains(point):
                return index
        return -1

    def _show_tip(self) -> None:
        from certstudy.gui.widgets.chart_tooltip import ChartTooltip  # noqa: PLC0415  # not needed to paint

        if 0 <= self._at < len(self.marks):
            mark = self.marks[self._at]
            anchor = self.mapToGlobal(QPoint(int(mark.rect.center().x()), int(mark.rect.top())))
            ChartTooltip.of(self.theme, self).show_lines(mark.lines, anchor)

    def _hide_tip(self) -> None:
        tip = self.findChild(QWidget, "chart-tooltip")
        if tip is not None:
            tip.hide()

    def _announce(self) -> None:
        from certstudy.gui.widgets.announce import announce  # noqa: PLC0415  # not needed to paint

        announce(self, ". ".join(self.marks[self._at].lines))
