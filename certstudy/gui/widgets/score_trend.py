"""The score that was to be expected, week by week, with the range of 8 in 10 and the line to pass."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import LEFT, NO_PEN, RIGHT, dashed, dot, hline, stroke, text, width_of
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.chart import ScorePoint
from certstudy.present.table import Table, iso_day
from certstudy.present.words import _

HEIGHT, FOOT, TOP, GUTTER = 176, 24, 8, 34
GRID, TALLEST = 100, 6
ROOM = 44


class ScoreTrend(Plot):
    """ScoreTrend(theme).set_scores(points, pass_mark): oldest first, on the exam's scale."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._points: tuple[ScorePoint, ...] = ()
        self._pass = 700.0
        self.setAccessibleName(_("Expected score"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_scores(self, points: tuple[ScorePoint, ...], pass_mark: float) -> None:
        """Shows a line with its range."""
        self._points, self._pass = points, pass_mark
        self.setAccessibleDescription("; ".join(", ".join(_lines(point)) for point in points))
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(420), self.theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(220), self.theme.px(HEIGHT))

    @override
    def arrange(self) -> None:
        spots, reach = [self._spot(point) for point in self._points], self.theme.px(6)
        for place, (point, spot) in enumerate(zip(self._points, spots, strict=True)):
            left = (spots[place - 1].x() + spot.x()) / 2 if place else 0.0
            right = (spots[place + 1].x() + spot.x()) / 2 if place + 1 < len(spots) else float(self.width())
            rect = QRectF(spot.x() - reach, spot.y() - reach, 2 * reach, 2 * reach)
            self.marks.append(Mark(rect, _lines(point), reach=QRectF(left, 0, right - left, self._foot())))

    @override
    def draw(self, painter: QPainter) -> None:
        if not self._points:
            return
        tokens, px = self.theme.tokens, self.theme.px
        spots = [self._spot(point) for point in self._points]
        xs = [spot.x() for spot in spots]
        lows = [QPointF(x, self._y(p.span.low)) for x, p in zip(xs, self._points, strict=True)]
        highs = [QPointF(x, self._y(p.span.high)) for x, p in zip(xs, self._points, strict=True)]
        painter.setPen(NO_PEN)
        painter.setBrush(tokens.ramp[0])
        painter.drawPolygon(QPolygonF([*highs, *reversed(lows)]))
        self._draw_scale(painter)
        if len(spots) > 1:
            stroke(painter, spots, tokens.ink2, 1.75)
        dot(painter, spots[-1], px(5.5), tokens.ink, tokens.surface, 1.5)
        words, font = str(round(self._points[-1].span.value)), self.theme.font(Role.FIGURE)
        cell = QRectF(spots[-1].x() + px(10), spots[-1].y() - px(10), px(ROOM), px(20))
        text(painter, cell, words, font, tokens.ink, LEFT)
        self._draw_days(painter, xs)

    @override
    def table(self) -> Table:
        rows = tuple(
            (
                iso_day(point.x),
                *(str(round(end)) for end in (point.span.value, point.span.low, point.span.high)),
            )
            for point in self._points
        )
        return Table((_("Day"), _("Score"), _("From"), _("To")), rows)

    def _draw_scale(self, painter: QPainter) -> None:
        tokens, px, axis = self.theme.tokens, self.theme.px, self.theme.font(Role.AXIS)
        low, high = self._ends()
        every = GRID if (high - low) / GRID <= TALLEST else 2 * GRID
        line = round(self._y(self._pass)) + 0.5
        score = low
        while score <= high:
            y = self._y(score)
            hline(painter, px(GUTTER), self.width(), y, tokens.line)
            if abs(y - line) >= px(13):
                cell = QRectF(0, y - px(8), px(GUTTER) - px(8), px(16))
                text(painter, cell, str(round(score)), axis, tokens.ink3, RIGHT)
            score += every
        dashed(painter, QPointF(px(GUTTER), line), QPointF(self.width(), line), tokens.ink, 1.5)
        cell = QRectF(0, line - px(8), px(GUTTER) - px(8), px(16))
        text(painter, cell, str(round(self._pass)), self.theme.font(Role.AXIS_FIGURE), tokens.ink, RIGHT)

    def _draw_days(self, painter: QPainter, xs: list[float]) -> None:
        font, px = self.theme.font(Role.AXIS), self.theme.px
        first, last = self._points[0].label, self._points[-1].label
        wide = width_of(font, last) + 2
        cells = [(QRectF(xs[-1] - wide / 2, self._foot() + px(6), wide, px(16)), last)]
        start = width_of(font, first) + 2
        if xs[0] + start < xs[-1] - wide:
            cells.append((QRectF(xs[0], self._foot() + px(6), start, px(16)), first))
        for cell, words in cells:
            text(painter, cell, words, font, self.theme.tokens.ink3, LEFT)

    def _spot(self, point: ScorePoint) -> QPointF:
        px = self.theme.px
        left, right = px(GUTTER) + px(4), self.width() - px(ROOM)
        first, last = self._points[0].x, self._points[-1].x
        part = (point.x - first) / (last - first) if last > first else 1.0
        return QPointF(left + part * (right - left), self._y(point.span.value))

    def _ends(self) -> tuple[float, float]:
        low = min([self._pass - 2 * GRID, *(point.span.low for point in self._points)]) // GRID * GRID
        high = -(-max([self._pass + 2 * GRID, *(p.span.high for p in self._points)]) // GRID) * GRID
        return max(0.0, low), high

    def _y(self, score: float) -> float:
        low, high = self._ends()
        top = self.theme.px(TOP)
        return self._foot() - (self._foot() - top) * (score - low) / (high - low)

    def _foot(self) -> float:
        return self.height() - self.theme.px(FOOT)


def _lines(point: ScorePoint) -> tuple[str, ...]:
    span = point.span
    head = _("{day}: expected {score}").format(day=point.label, score=round(span.value))
    return head, _("8 in 10: {low}–{high}").format(low=round(span.low), high=round(span.high))
