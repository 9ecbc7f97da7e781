"""The predicted score as a curve: what lies below the pass line, what above, and the range of 8 in 10."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import (
    CENTRE,
    LEFT,
    NO_BRUSH,
    RIGHT,
    dashed,
    dot,
    hline,
    stroke,
    text,
    width_of,
)
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.chart import ScoreDensity
from certstudy.present.table import Table
from certstudy.present.words import _

HEIGHT, HEAD, CURVE, AXIS = 118, 16, 68, 18
TICK = 100


class ReadinessPlot(Plot):
    """ReadinessPlot(theme).set_density(density); None takes no height."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._density: ScoreDensity | None = None
        self.setAccessibleName(_("Predicted score"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_density(None)

    def set_density(self, density: ScoreDensity | None) -> None:
        """Shows a forecast."""
        self._density = density
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if density else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(". ".join(", ".join(m.lines) for m in self._said()))
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(352), self.theme.px(HEIGHT) if self._density else 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.sizeHint().height())

    @override
    def arrange(self) -> None:
        self.marks.extend(self._said())

    @override
    def draw(self, painter: QPainter) -> None:
        density, tokens = self._density, self.theme.tokens
        if density is None:
            return
        line, foot = self._x(density.pass_mark), self._foot()
        curve, area = self._paths(density)
        for left, right, colour in ((0.0, line, tokens.ramp[0]), (line, float(self.width()), tokens.ramp[2])):
            # cut and not clipped: vector drawings know no clipping
            part = QPainterPath()
            part.addRect(QRectF(left, 0, right - left, foot))
            painter.fillPath(area.intersected(part), colour)
        painter.setPen(QPen(tokens.ink2, 1.5))
        painter.setBrush(NO_BRUSH)
        painter.drawPath(curve)
        hline(painter, 0, self.width(), foot, tokens.line2)
        self._draw_axis(painter, density)
        self._draw_pass(painter, density, line)
        self._draw_range(painter, density)

    @override
    def table(self) -> Table:
        density = self._density
        if density is None:
            return Table((_("Figure"), _("Score")), ())
        rows = (
            (_("Expected score"), density.span.value),
            (_("8 in 10 from"), density.span.low),
            (_("8 in 10 to"), density.span.high),
            (_("To pass"), density.pass_mark),
        )
        return Table((_("Figure"), _("Score")), tuple((name, str(round(score))) for name, score in rows))

    def _draw_axis(self, painter: QPainter, density: ScoreDensity) -> None:
        font, px = self.theme.font(Role.AXIS), self.theme.px
        low, high = density.points[0][0], density.points[-1][0]
        room = self._x(low + TICK) - self._x(low)
        every = TICK if room >= width_of(font, "0000") + px(8) else 2 * TICK
        score = -(-int(low) // every) * every
        while score <= high:
            wide = width_of(font, str(score))
            left = self._x(score) - wide / 2
            if left >= 0 and left + wide <= self.width():
                cell = QRectF(left - px(4), self._foot() + px(3), wide + px(8), px(AXIS - 3))
                text(painter, cell, str(score), font, self.theme.tokens.ink3, CENTRE)
            score += every

    def _draw_pass(self, painter: QPainter, density: ScoreDensity, line: float) -> None:
        tokens, px, font = self.theme.tokens, self.theme.px, self.theme.font(Role.CAPTION_FIGURE)
        dashed(painter, QPointF(line, 0), QPointF(line, self._foot()), tokens.ink, 1.5)
        words = self._pass_words(density)
        wide = width_of(font, words) + px(6)
        fits_left = line >= wide
        cell = QRectF(line - wide - 1 if fits_left else line + px(6), 0, wide - px(5), px(HEAD))
        text(painter, cell, words, font, tokens.ink, RIGHT if fits_left else LEFT)

    def _draw_range(self, painter: QPainter, density: ScoreDensity) -> None:
        tokens, px, span = self.theme.tokens, self.theme.px, density.span
        ends = [QPointF(self._x(score), self._bar()) for score in (span.low, span.high)]
        stroke(painter, ends, tokens.ink2, px(4))
        dot(painter, QPointF(self._x(span.value), self._bar()), px(5.5), tokens.ink, tokens.surface, 1.5)

    def _paths(self, density: ScoreDensity) -> tuple[QPainterPath, QPainterPath]:
        """The curve, and the area under it."""
        highest = max(value for _score, value in density.points)
        foot, tall = self._foot(), self.theme.px(CURVE)
        points = [QPointF(self._x(score), foot - tall * value / highest) for score, value in density.points]
        curve = QPainterPath(points[0])
        for point in points[1:]:
            curve.lineTo(point)
        area = QPainterPath(curve)
        area.lineTo(points[-1].x(), foot)
        area.lineTo(points[0].x(), foot)
        area.closeSubpath()
        return curve, area

    def _x(self, score: float) -> float:
        assert self._density is not None
        low, high = self._density.points[0][0], self._density.points[-1][0]
        return self.width() * (score - low) / (high - low)

    def _foot(self) -> float:
        return self.theme.px(HEAD) + self.theme.px(CURVE)

    def _bar(self) -> float:
        return self.height() - self.theme.px(8)

    def _said(self) -> list[Mark]:
        density, px = self._density, self.theme.px
        if density is None:
            return []
        span, line = density.span, self._x(density.pass_mark)
        expected = _("Expected score {score}").format(score=round(span.value))
        likely = _("8 in 10 such exams: {low}–{high}").format(low=round(span.low), high=round(span.high))
        low, high = self._x(span.low), self._x(span.high)
        bar = QRectF(low, self._bar() - px(5), high - low, px(10))
        thin = QRectF(line - px(6), 0, px(12), self._foot())
        passing = Mark(QRectF(line - px(2), 0, px(4), self._foot()), (self._pass_words(density),), reach=thin)
        return [passing, Mark(bar, (expected, likely), reach=QRectF(self.rect()))]

    @staticmethod
    def _pass_words(density: ScoreDensity) -> str:
        return _("{score} to pass").format(score=round(density.pass_mark))
