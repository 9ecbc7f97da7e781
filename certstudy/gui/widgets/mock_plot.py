"""Mock scores over time against the line to pass, each with the range another form could give."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import CENTRE, LEFT, RIGHT, dashed, dot, hline, stroke, text, width_of
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.chart import ScorePoint
from certstudy.present.table import Table, iso_day
from certstudy.present.words import _

HEIGHT, FOOT, TOP = 152, 24, 8
GUTTER, SIDE, NEAREST = 34, 16, 46
GRID, MOST_LINES = 100, 6
SERIF = 5


class MockPlot(Plot):
    """MockPlot(theme).set_scores(points): oldest first, a predicted one last and dashed; a mark opens its result."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._points: tuple[ScorePoint, ...] = ()
        self._pass = 700.0
        self._low, self._high = 0.0, 1000.0
        self._spots: list[QPointF] = []
        self.setAccessibleName(_("Mock scores"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_scores(self, points: tuple[ScorePoint, ...], pass_mark: float = 700.0) -> None:
        """Shows scores on the exam's scale."""
        self._points, self._pass = points, pass_mark
        self._low, self._high = _ends(points, pass_mark)
        self.setAccessibleDescription("; ".join(", ".join(_lines(point)) for point in points))
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(396), self.theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(220), self.theme.px(HEIGHT))

    @override
    def arrange(self) -> None:
        px = self.theme.px
        spots = self._spots = self._placed()
        edges = [0.0, *((a.x() + b.x()) / 2 for a, b in pairwise(spots)), self.width()]
        for place, (point, spot) in enumerate(zip(self._points, spots, strict=True)):
            rect = QRectF(spot.x() - px(6), spot.y() - px(6), px(12), px(12))
            reach = QRectF(edges[place], 0, edges[place + 1] - edges[place], self._foot())
            self.marks.append(Mark(rect, _lines(point), point.id, reach))

    @override
    def draw(self, painter: QPainter) -> None:
        self._draw_scale(painter)
        spots, ink2 = self._spots, self.theme.tokens.ink2
        sat = [spot for point, spot in zip(self._points, spots, strict=True) if not point.predicted]
        if len(sat) > 1:
            stroke(painter, sat, ink2, 1.25)
        latest = len(sat) - 1
        for place, (point, spot) in enumerate(zip(self._points, spots, strict=True)):
            self._draw_whisker(painter, point, spot.x())
            self._draw_point(painter, point, spot, filled=place == latest)
        self._draw_figures(painter, spots, latest)
        self._draw_days(painter, spots, latest)

    @override
    def table(self) -> Table:
        rows = []
        for point in self._points:
            ends = (point.span.value, point.span.low, point.span.high)
            kind = _("predicted") if point.predicted else _("mock exam")
            rows.append((iso_day(point.x), *(str(round(score)) for score in ends), kind))
        return Table((_("Day"), _("Score"), _("From"), _("To"), _("Kind")), tuple(rows))

    def _draw_scale(self, painter: QPainter) -> None:
        tokens, px = self.theme.tokens, self.theme.px
        low, high = self._low, self._high
        every = GRID if (high - low) / GRID <= MOST_LINES else 2 * GRID
        line = round(self._y(self._pass)) + 0.5
        dashed(painter, QPointF(px(GUTTER), line), QPointF(self.width(), line), tokens.ink, 1.5)
        self._draw_label(painter, line, str(round(self._pass)), Role.AXIS_FIGURE)
        score = low
        while score <= high:
            y = self._y(score)
            if abs(y - line) > 1:
                hline(painter, px(GUTTER), self.width(), y, tokens.line)
            if abs(y - line) >= px(13):
                self._draw_label(painter, y, str(round(score)), Role.AXIS)
            score += every

    def _draw_label(self, painter: QPainter, y: float, words: str, role: Role) -> None:
        px, tokens = self.theme.px, self.theme.tokens
        cell = QRectF(0, y - px(8), px(GUTTER) - px(8), px(16))
        ink = tokens.ink if role is Role.AXIS_FIGURE else tokens.ink3
        text(painter, cell, words, self.theme.font(role), ink, RIGHT)

    def _draw_whisker(self, painter: QPainter, point: ScorePoint, x: float) -> None:
        pen = QPen(self.theme.tokens.line2, 1.5)
        if point.predicted:
            pen.setDashPattern([2, 2])
        painter.setPen(pen)
        ends, arm = (self._y(point.span.low), self._y(point.span.high)), self.theme.px(SERIF)
        painter.drawLine(QPointF(x, ends[0]), QPointF(x, ends[1]))
        pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        for y in ends:
            painter.drawLine(QPointF(x - arm, y), QPointF(x + arm, y))

    def _draw_point(self, painter: QPainter, point: ScorePoint, spot: QPointF, filled: bool) -> None:
        tokens, px = self.theme.tokens, self.theme.px
        if point.predicted:
            pen = QPen(tokens.line2, 1.5)
            pen.setDashPattern([1.5, 1.5])
            painter.setPen(pen)
            painter.setBrush(tokens.surface)
            painter.drawEllipse(spot, px(5), px(5))
        else:
            dot(painter, spot, px(5.5), tokens.ink if filled else tokens.surface, tokens.ink, 1.75)

    def _draw_figures(self, painter: QPainter, spots: list[QPointF], latest: int) -> None:
        """The score beside each dot, right and low of it, where the next dot leaves room; the latest always."""
        tokens, px = self.theme.tokens, self.theme.px
        for place, (point, spot) in enumerate(zip(self._points, spots, strict=True)):
            role = Role.AXIS if point.predicted else Role.FIGURE
            words, font = str(round(point.span.value)), self.theme.font(role)
            wide = width_of(font, words) + 2
            ends = spots[place + 1].x() - px(8) if place + 1 < len(spots) else float(self.width())
            right = spot.x() + px(9) + wide <= ends
            if not right and place != latest and not point.predicted:
                continue
            left = spot.x() + px(9) if right else spot.x() - px(9) - wide
            cell = QRectF(left, spot.y() + px(3), wide, px(18))
            text(painter, cell, words, font, tokens.ink3 if point.predicted else tokens.ink, LEFT)

    def _draw_days(self, painter: QPainter, spots: list[QPointF], latest: int) -> None:
        font, px = self.theme.font(Role.AXIS), self.theme.px
        taken: list[tuple[float, float]] = []
        order = [latest, len(spots) - 1, *range(len(spots))] if spots else []
        for place in dict.fromkeys(index for index in order if index >= 0):
            words = self._points[place].label
            wide = width_of(font, words) + px(6)
            left = min(max(px(GUTTER) - px(8), spots[place].x() - wide / 2), self.width() - wide)
            if not any(left < end and start < left + wide for start, end in taken):
                taken.append((left, left + wide))
                cell = QRectF(left, self._foot() + px(6), wide, px(16))
                text(painter, cell, words, font, self.theme.tokens.ink3, CENTRE)

    def _placed(self) -> list[QPointF]:
        """Dots by day, pushed apart where they would touch, evenly spread where even that does not fit."""
        if not self._points:
            return []
        px, days = self.theme.px, [point.x for point in self._points]
        left, right = px(GUTTER) + px(SIDE), self.width() - px(SIDE) - px(12)
        span = days[-1] - days[0]
        xs = [left + (right - left) * (day - days[0]) / span if span else left for day in days]
        near = px(NEAREST)
        for place in range(1, len(xs)):
            xs[place] = max(xs[place], xs[place - 1] + near)
        if xs[-1] > right:
            xs[-1] = right
            for place in range(len(xs) - 2, -1, -1):
                xs[place] = min(xs[place], xs[place + 1] - near)
        if xs[0] < left:
            xs = [left + (right - left) * place / max(1, len(xs) - 1) for place in range(len(xs))]
        return [QPointF(x, self._y(point.span.value)) for x, point in zip(xs, self._points, strict=True)]

    def _y(self, score: float) -> float:
        foot = self._foot()
        return foot - (foot - self.theme.px(TOP)) * (score - self._low) / (self._high - self._low)

    def _foot(self) -> float:
        return self.height() - self.theme.px(FOOT)


def _ends(points: tuple[ScorePoint, ...], pass_mark: float) -> tuple[float, float]:
    """The scores at the ends of the scale."""
    low = min([pass_mark - 2 * GRID, *(point.span.low for point in points)]) // GRID * GRID
    high = -(-max([pass_mark + 2 * GRID, *(point.span.high for point in points)]) // GRID) * GRID
    return max(0.0, low), min(1000.0, high)


def _lines(point: ScorePoint) -> tuple[str, ...]:
    span = point.span
    if point.predicted:
        head = _("{day}: predicted {score}").format(day=point.label, score=round(span.value))
    else:
        head = _("{day}: {score}").format(day=point.label, score=round(span.value))
    return head, _("8 in 10: {low}–{high}").format(low=round(span.low), high=round(span.high))
