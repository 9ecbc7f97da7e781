"""What painted widgets draw with: crisp boxes, text on a line, hatching."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform

from certstudy.gui.theme.tokens import AreaInk

NO_PEN = Qt.PenStyle.NoPen
NO_BRUSH = Qt.BrushStyle.NoBrush
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
    dash: list[float] | None = None,
) -> None:
    """A rounded box whose edge lies inside the rectangle, on half pixels; dash in pixels."""
    pen = QPen(edge, width) if edge is not None else QPen(NO_PEN)
    if edge is not None and dash:
        pen.setDashPattern([length / width for length in dash])
    inset = width / 2 if edge is not None else 0.0
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else NO_BRUSH)
    inner = rect.adjusted(inset, inset, -inset, -inset)
    rounding = max(0.0, radius - inset)
    painter.drawRoundedRect(inner, rounding, rounding)


def flat(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A plain rectangle.

    `QPainter.fillRect` also takes gradients by name: to find that none is meant, its first call loads 180 of them.
    """
    painter.setPen(NO_PEN)
    painter.setBrush(colour)
    painter.drawRect(rect)


def hatch(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """Lines at 45 degrees, 1 px every 4: tells a repeated area colour from the first."""
    brush = QBrush(colour, Qt.BrushStyle.BDiagPattern)
    brush.setTransform(QTransform.fromScale(0.5, 0.5))
    painter.setPen(NO_PEN)
    painter.setBrush(brush)
    painter.drawRoundedRect(rect, radius, radius)


def area_box(painter: QPainter, rect: QRectF, radius: float, ink: AreaInk, ground: QColor) -> None:
    """A solid seat in an area's colour, hatched with the ground when the colour is used a second time."""
    box(painter, rect, radius, ink.graphic)
    if ink.hatched:
        hatch(painter, rect, radius, ground)


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line of text in a rectangle."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, _in_one_line(align), words)


@cache
def _in_one_line(align: Qt.AlignmentFlag) -> int:
    return align.value | Qt.TextFlag.TextSingleLine.value


def width_of(font: QFont, words: str) -> float:
    """Advance of a text in pixels."""
    return QFontMetricsF(font).horizontalAdvance(words)


def elided(font: QFont, words: str, width: float) -> str:
    """The text, cut at its end with an ellipsis when it is wider."""
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)


def stroke(painter: QPainter, points: list[QPointF], colour: QColor, width: float) -> None:
    """An open line with round ends."""
    painter.setPen(
        QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(NO_BRUSH)
    painter.drawPolyline(points)


def hline(painter: QPainter, left: float, right: float, y: float, colour: QColor) -> None:
    """A crisp horizontal line of 1 px with its top edge at y."""
    flat(painter, QRectF(left, round(y), right - left, 1), colour)


def vline(painter: QPainter, x: float, top: float, bottom: float, colour: QColor) -> None:
    """A crisp vertical line of 1 px with its left edge at x."""
    flat(painter, QRectF(round(x), top, 1, bottom - top), colour)


def dashed(painter: QPainter, start: QPointF, end: QPointF, colour: QColor, width: float) -> None:
    """The dashed ink of a threshold: 3 px on, 3 px off."""
    pen = QPen(colour, width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([3 / width, 3 / width])
    painter.setPen(pen)
    painter.drawLine(start, end)


def dot(
    painter: QPainter,
    centre: QPointF,
    radius: float,
    fill: QColor,
    edge: QColor | None = None,
    width: float = 0.0,
) -> None:
    """A filled circle, with an edge of that width around it."""
    painter.setPen(QPen(edge, width) if edge is not None else QPen(NO_PEN))
    painter.setBrush(fill)
    painter.drawEllipse(centre, radius, radius)
