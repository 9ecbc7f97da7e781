"""Each skill area's share right over time as a small multiple: one scale, a line with its range, the latest marked."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.tokens import AreaInk
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.area_code import HEIGHT as CODE_H
from certstudy.gui.widgets.area_code import WIDTH as CODE_W
from certstudy.gui.widgets.area_code import paint_area_code
from certstudy.gui.widgets.painting import (
    CENTRE,
    LEFT,
    NO_PEN,
    RIGHT,
    dashed,
    dot,
    elided,
    hline,
    stroke,
    text,
    width_of,
)
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.chart import Trend, TrendPoint
from certstudy.present.table import Table, iso_day
from certstudy.present.words import NARROW, _

GUTTER, GAP, NARROWEST = 30, 14, 158
HEAD, TALL, FOOT, ROW_GAP = 28, 90, 22, 14
GRID = 20
BAND = 0.18
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where one area's multiple stands, and the scales all of them share (day to x, per cent to y)."""

    plot: QRectF
    first: float
    last: float
    low: float

    def at(self, x: float, value: float) -> QPointF:
        wide = self.last - self.first
        part = (x - self.first) / wide if wide else 1.0
        high = (min(100.0, max(self.low, value)) - self.low) / (100.0 - self.low)
        return QPointF(
            self.plot.left() + part * self.plot.width(), self.plot.bottom() - high * self.plot.height()
        )


class TrendPlot(Plot):
    """TrendPlot(theme).set_trends(trends): values in per cent, dashed at the tick; breaks into rows when narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._trends: tuple[Trend, ...] = ()
        self._tick = 70.0
        self._owners: list[int] = []
        self.setAccessibleName(_("Right on new questions"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_trends(self, trends: tuple[Trend, ...], tick: float = 70.0) -> None:
        """Shows one multiple per area; points rise in time."""
        self._trends, self._tick = trends, tick
        self.setAccessibleDescription("; ".join(map(_spoken, trends)))
        self.refresh()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._trends) // self._columns(width))
        return max(0, rows * (self._row_height() + self.theme.px(ROW_GAP)) - self.theme.px(ROW_GAP))

    @override
    def sizeHint(self) -> QSize:
        wide = self.theme.px(GUTTER) + (self.theme.px(NARROWEST) + self.theme.px(GAP)) * len(self._trends)
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(GUTTER + NARROWEST), self._row_height())

    @override
    def step_from(self, index: int, key: Qt.Key) -> int:
        if key in _SIDEWAYS:
            return index + _SIDEWAYS[key]
        owner = self._owners[index] + (1 if key == Qt.Key.Key_Down else -1)
        place = index - self._owners.index(self._owners[index])
        if owner not in self._owners:
            return index
        return min(self._owners.index(owner) + place, len(self._owners) - 1 - self._owners[::-1].index(owner))

    @override
    def arrange(self) -> None:
        self._owners = []
        for index, trend in enumerate(self._trends):
            frame = self._frame(index)
            found = self._marks_of(trend, frame)
            self.marks.extend(found)
            self._owners.extend([index] * len(found))

    @override
    def draw(self, painter: QPainter) -> None:
        for index, trend in enumerate(self._trends):
            frame = self._frame(index)
            self._draw_head(painter, trend, frame.plot)
            self._draw_grid(painter, trend, frame, labelled=index % self._columns(self.width()) == 0)
            if trend.points:
                self._draw_line(painter, trend, frame)
            else:
                self._draw_note(painter, trend.note, frame)

    @override
    def table(self) -> Table:
        heads = (_("Area"), _("Day"), _("Per cent"), _("From"), _("To"), _("Note"))
        rows = []
        for trend in self._trends:
            for point in trend.points:
                ends = (point.span.value, point.span.low, point.span.high)
                rows.append((trend.area.name, iso_day(point.x), *(f"{end:.1f}" for end in ends), point.note))
            if not trend.points:
                rows.append((trend.area.name, "", "", "", "", trend.note))
        return Table(heads, tuple(rows))

    def _marks_of(self, trend: Trend, frame: _Frame) -> list[Mark]:
        px = self.theme.px
        if not trend.points:
            return [Mark(frame.plot, (trend.area.name, trend.note))]
        spots = [frame.at(point.x, point.span.value) for point in trend.points]
        edges = [frame.plot.left(), *((a.x() + b.x()) / 2 for a, b in pairwise(spots))]
        edges.append(frame.plot.right() + px(6))
        marks = []
        for place, (point, spot) in enumerate(zip(trend.points, spots, strict=True)):
            rect = QRectF(spot.x() - px(4), spot.y() - px(4), px(8), px(8))
            reach = QRectF(
                edges[place], frame.plot.top(), edges[place + 1] - edges[place], frame.plot.height()
            )
            marks.append(Mark(rect, _lines(trend, point), reach=reach))
        return marks

    def _draw_head(self, painter: QPainter, trend: Trend, plot: QRectF) -> None:
        tokens, px = self.theme.tokens, self.theme.px
        line = QRectF(plot.left(), plot.top() - px(HEAD), plot.width(), px(20))
        code = QRectF(line.left(), line.center().y() - px(CODE_H) / 2, px(CODE_W), px(CODE_H))
        paint_area_code(painter, self.theme, code, trend.area)
        right = line.right()
        if trend.points:
            for words, role, ink in self._figures(trend):
                wide = width_of(self.theme.font(role), words)
                text(
                    painter,
                    QRectF(right - wide - 2, line.top(), wide + 2, line.height()),
                    words,
                    self.theme.font(role),
                    ink,
                    RIGHT,
                )
                right -= wide + px(5)
        font, left = self.theme.font(Role.CONTROL), code.right() + px(6)
        name = elided(font, trend.area.name, right - left)
        text(painter, QRectF(left, line.top(), right - left + 2, line.height()), name, font, tokens.ink, LEFT)

    def _draw_note(self, painter: QPainter, note: str, frame: _Frame) -> None:
        """Between the two highest lines, so that none runs through it."""
        caption, room = self.theme.font(Role.CAPTION), QRectF(frame.plot)
        room.setBottom(frame.at(0.0, 100.0 - GRID).y())
        text(painter, room, elided(caption, note, room.width()), caption, self.theme.tokens.ink3, CENTRE)

    def _figures(self, trend: Trend) -> tuple[tuple[str, Role, QColor], ...]:
        """The latest value at the right, with its range where every area's name leaves room for one."""
        tokens, latest = self.theme.tokens, trend.points[-1].span
        value = (str(round(latest.value)), Role.STAT, tokens.ink)
        if self._cramped():
            return (value,)
        return ((_range(trend), Role.AXIS, tokens.ink3), value)

    def _cramped(self) -> bool:
        px, type_ = self.theme.px, self.theme.font
        room = self._frame(0).plot.width() - px(CODE_W + 6)
        return any(
            width_of(type_(Role.CONTROL), trend.area.name)
            + width_of(type_(Role.STAT), str(round(trend.points[-1].span.value)))
            + width_of(type_(Role.AXIS), _range(trend))
            + 2 * px(5)
            > room
            for trend in self._trends
            if trend.points
        )

    def _draw_grid(self, painter: QPainter, trend: Trend, frame: _Frame, labelled: bool) -> None:
        tokens, px, plot, font = self.theme.tokens, self.theme.px, frame.plot, self.theme.font(Role.AXIS)
        value = frame.low
        while value <= 100.0:
            y = frame.at(0.0, value).y()
            hline(painter, plot.left(), plot.right(), y, tokens.line)
            if labelled:
                cell = QRectF(plot.left() - px(GUTTER), y - px(8), px(GUTTER) - px(8), px(16))
                text(painter, cell, str(round(value)), font, tokens.ink3, RIGHT)
            value += GRID
        passing = round(frame.at(0.0, self._tick).y()) + 0.5
        dashed(painter, QPointF(plot.left(), passing), QPointF(plot.right(), passing), tokens.ink2, 1)
        foot = QRectF(plot.left(), plot.bottom() + px(5), plot.width(), px(16))
        if trend.points:
            first, latest = trend.points[0], trend.points[-1]
            text(painter, foot, latest.label, font, tokens.ink3, RIGHT)
            starts = frame.at(first.x, 0.0).x()
            room = plot.right() - starts - width_of(font, latest.label) - px(8)
            if len(trend.points) > 1 and width_of(font, first.label) <= room:
                foot.setLeft(starts)
                text(painter, foot, first.label, font, tokens.ink3, LEFT)

    def _draw_line(self, painter: QPainter, trend: Trend, frame: _Frame) -> None:
        tokens, px, ink = self.theme.tokens, self.theme.px, self.theme.tokens.area(trend.area.slot)
        upper = [frame.at(point.x, point.span.high) for point in trend.points]
        lower = [frame.at(point.x, point.span.low) for point in trend.points]
        line = [frame.at(point.x, point.span.value) for point in trend.points]
        if len(line) > 1:
            self._draw_band(painter, QPolygonF([*upper, *reversed(lower)]), ink)
            stroke(painter, line, ink.graphic, 2)
        else:
            stroke(painter, [upper[0], lower[0]], self.theme.blend(ink.graphic, 0.4), px(4))
        dot(painter, line[-1], px(4.5), ink.graphic, tokens.surface, 1.5)

    def _draw_band(self, painter: QPainter, band: QPolygonF, ink: AreaInk) -> None:
        painter.setPen(NO_PEN)
        painter.setBrush(self.theme.blend(ink.graphic, BAND))
        painter.drawPolygon(band)
        if ink.hatched:
            painter.setBrush(Qt.BrushStyle.BDiagPattern)
            painter.drawPolygon(band)

    def _frame(self, index: int) -> _Frame:
        px, columns = self.theme.px, self._columns(self.width())
        row, column = divmod(index, columns)
        wide = (self.width() - px(GUTTER) - px(6) - px(GAP) * (columns - 1)) / columns
        left = px(GUTTER) + column * (wide + px(GAP))
        top = row * (self._row_height() + px(ROW_GAP)) + px(HEAD)
        points = [point for trend in self._trends for point in trend.points]
        days = [point.x for point in points] or [0.0]
        lowest = min((point.span.low for point in points), default=40.0)
        low = max(0.0, min(40.0, lowest // GRID * GRID))
        return _Frame(QRectF(left, top, wide, px(TALL)), min(days), max(days), low)

    def _columns(self, width: int) -> int:
        px = self.theme.px
        fit = (width - px(GUTTER) - px(6) + px(GAP)) // (px(NARROWEST) + px(GAP))
        rows = -(-len(self._trends) // max(1, fit))
        return -(-len(self._trends) // max(1, rows)) or 1

    def _row_height(self) -> int:
        return self.theme.px(HEAD) + self.theme.px(TALL) + self.theme.px(FOOT)


def _range(trend: Trend) -> str:
    """Half the width of the latest range."""
    latest = trend.points[-1].span
    return f"±{round((latest.high - latest.low) / 2)}"


def _lines(trend: Trend, point: TrendPoint) -> tuple[str, ...]:
    span = point.span
    likely = _("{value}, 8 in 10: {low}–{high}").format(
        value=f"{round(span.value)}{NARROW}%", low=round(span.low), high=round(span.high)
    )
    return tuple(line for line in (f"{trend.area.name}, {point.label}", likely, point.note) if line)


def _spoken(trend: Trend) -> str:
    if not trend.points:
        return f"{trend.area.name}: {trend.note}"
    return ", ".join(_lines(trend, trend.points[-1]))
