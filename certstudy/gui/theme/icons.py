"""Draws Lucide icons as paths: sharp at every size and ratio, any colour, without the SVG module.

The module would cost about 18 ms before the first picture; the icons use only lines, arcs and curves.
"""

import math
import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QWidget

from certstudy.gui.theme.resources import resource_folder

GRID = 24.0
STROKE = 1.75
STROKE_AT = 18.0
_ELEMENT = re.compile(r"<(path|circle|line|rect)\s([^>]*?)/?>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([a-z0-9]+)="([^"]*)"')
_PIECE = re.compile(r"[A-Za-z]|-?(?:\d*\.\d+|\d+)")
_ARGUMENTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "q": 4, "a": 7, "z": 0}


@cache
def icon_path(name: str) -> QPainterPath:
    """The outline of an icon on its 24 by 24 grid."""
    text = (resource_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    path = QPainterPath()
    for kind, attributes in _ELEMENT.findall(text):
        values = dict(_ATTRIBUTE.findall(attributes))
        if kind == "path":
            path.addPath(_parsed(values["d"]))
        else:
            _add_shape(path, kind, {key: float(value) for key, value in values.items() if key != "class"})
    return path


def _add_shape(path: QPainterPath, kind: str, at: dict[str, float]) -> None:
    if kind == "circle":
        path.addEllipse(QPointF(at["cx"], at["cy"]), at["r"], at["r"])
    elif kind == "line":
        path.moveTo(at["x1"], at["y1"])
        path.lineTo(at["x2"], at["y2"])
    else:
        rect = QRectF(at.get("x", 0), at.get("y", 0), at["width"], at["height"])
        path.addRoundedRect(rect, at.get("rx", 0), at.get("rx", 0))


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    pieces = _PIECE.findall(data)
    index, command = 0, "m"
    while index < len(pieces):
        if pieces[index].isalpha():
            command = pieces[index]
            index += 1
        count = _ARGUMENTS[command.lower()]
        yield command, [float(piece) for piece in pieces[index : index + count]]
        index += count
        if command in "mM":
            command = "l" if command == "m" else "L"


def _parsed(data: str) -> QPainterPath:
    path = QPainterPath()
    for command, numbers in _commands(data):
        here = path.currentPosition()
        kind = command.lower()
        origin = here if command.islower() else QPointF()
        if kind == "z":
            path.closeSubpath()
        elif kind == "h":
            path.lineTo(origin.x() + numbers[0], here.y())
        elif kind == "v":
            path.lineTo(here.x(), origin.y() + numbers[0])
        elif kind == "a":
            end = QPointF(origin.x() + numbers[5], origin.y() + numbers[6])
            _add_arc(path, here, end, numbers)
        else:
            _add_points(path, kind, origin, numbers)
    return path


def _add_points(path: QPainterPath, kind: str, origin: QPointF, numbers: list[float]) -> None:
    points = [origin + QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    if kind == "m":
        path.moveTo(points[0])
    elif kind == "l":
        path.lineTo(points[0])
    elif kind == "c":
        path.cubicTo(points[0], points[1], points[2])
    else:
        path.quadTo(points[0], points[1])


def _add_arc(path: QPainterPath, start: QPointF, end: QPointF, numbers: list[float]) -> None:
    """An unrotated elliptical arc from endpoints to centre (SVG 1.1, appendix F.6.5)."""
    rx, ry, large, sweep = numbers[0], numbers[1], numbers[3] != 0, numbers[4] != 0
    dx, dy = (start.x() - end.x()) / 2, (start.y() - end.y()) / 2
    size = math.sqrt((dx / rx) ** 2 + (dy / ry) ** 2)
    if size > 1:
        rx, ry = rx * size, ry * size
    square = (rx * dy) ** 2 + (ry * dx) ** 2
    factor = math.sqrt(max(0.0, ((rx * ry) ** 2 - square) / square)) * (-1 if large == sweep else 1)
    cx = factor * rx * dy / ry + (start.x() + end.x()) / 2
    cy = -factor * ry * dx / rx + (start.y() + end.y()) / 2
    first = math.atan2((start.y() - cy) / ry, (start.x() - cx) / rx)
    span = math.atan2((end.y() - cy) / ry, (end.x() - cx) / rx) - first
    if sweep and span < 0:
        span += 2 * math.pi
    elif not sweep and span > 0:
        span -= 2 * math.pi
    path.arcTo(QRectF(cx - rx, cy - ry, 2 * rx, 2 * ry), -math.degrees(first), -math.degrees(span))


def _picture(name: str, size: float, colour: QColor, filled: bool, ratio: float) -> QPixmap:
    """An icon as it is drawn in a square of that size, kept by Qt."""
    key, found = f"{name} {size} {colour.rgba()} {filled} {ratio}", QPixmap()
    if not QPixmapCache.find(key, found):
        found = QPixmap(QSizeF(size, size).toSize() * ratio)
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        paint_icon(painter, name, QRectF(0, 0, size, size), colour, filled)
        painter.end()
        QPixmapCache.insert(key, found)
    return found


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor, filled: bool = False) -> None:
    """Draws an icon into a square; the stroke grows with it as the design's 1.75 px at 18 px."""
    size = rect.width()
    device = painter.device()
    if isinstance(device, QWidget) and rect.topLeft() == rect.topLeft().toPoint().toPointF():
        painter.drawPixmap(rect.topLeft(), _picture(name, size, colour, filled, device.devicePixelRatioF()))
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(size / GRID, size / GRID)
    width = STROKE * max(1.0, size / STROKE_AT) * GRID / size
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, cap, join))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(icon_path(name))
    painter.restore()
