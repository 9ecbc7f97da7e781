"""The focus ring: 2 px of ink, 2 px outside the focused widget, shown when the keyboard brought the focus."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFocusFrame,
    QProxyStyle,
    QScrollArea,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from certstudy.gui.override import override
from certstudy.gui.theme.metrics import RING_MARGIN, RING_STROKE
from certstudy.gui.theme.reasons import KEYBOARD_REASONS, PASSING_REASONS, TAB_REASONS


class RingStyle(QProxyStyle):
    """Gives the ring's frame its margin; only the ring uses it, so no other widget pays for it."""

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return RING_MARGIN
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)


class FocusRing(QFocusFrame):
    """One ring per application; it follows the focused widget and is clipped by scroll areas only."""

    def __init__(self) -> None:
        super().__init__()
        self._style = RingStyle("fusion")
        self._style.setParent(self)
        self.setStyle(self._style)
        self._colour = QColor()
        self._radius = 0.0

    def follow(self, widget: QWidget, colour: QColor, radius: float, reason: Qt.FocusReason) -> None:
        """Shows the ring around the widget if the keyboard brought the focus, and hides it for the pointer."""
        if reason in PASSING_REASONS:
            return
        self._colour, self._radius = colour, radius
        if reason in TAB_REASONS:
            _reveal(widget)
        if reason in KEYBOARD_REASONS:
            self.setWidget(widget)
            self.update()
        else:
            self.leave(self.widget())

    def leave(self, widget: QWidget | None) -> None:
        """Hides the ring if it is around this widget."""
        if widget is not None and self.widget() is widget:
            self.setWidget(None)  # type: ignore[arg-type]  # Qt takes a null pointer to let go

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, RING_STROKE))
        half = RING_STROKE / 2
        radius = self._radius + RING_MARGIN - half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)


def _reveal(widget: QWidget) -> None:
    """Scrolls it into sight: Qt does so only when Tab was pressed within the same area."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget)
        area = area.parentWidget()
