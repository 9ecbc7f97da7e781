"""The exam's scale as a ruler: this score with its range, the earlier ones, and the line to pass."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import (
    CENTRE,
    LEFT,
    RIGHT,
    box,
    dashed,
    dot,
    hline,
    text,
    vline,
    width_of,
)
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.chart import ScorePoint
from certstudy.present.table import Table
from certstudy.present.words import _

HEIGHT, DOTS, AXIS = 98, 50, 62
TICK, LABEL = 20, 100
SIDE = 16


class ScoreRuler(Plot):
    """ScoreRuler(theme).set_scores(score, earlier); the scale is widened when a score lies outside 400 to 1000."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._score: ScorePoint | None = None
        self._earlier: tuple[ScorePoint, ...] = ()
        self._pass, self._low, self._high = 700.0, 400.0, 1000.0
        self.setAccessibleName(_("Score"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_scores(
        self, score: ScorePoint, earlier: tuple[ScorePoint, ...] = (), pass_mark: float = 700.0
    ) -> None:
        """Shows a score and, as hollow dots, the earlier ones, oldest first."""
        self._score, self._earlier, self._pass = score, earlier, pass_mark
        lowest = min(score.span.low, *(point.span.value for point in (score, *earlier)), 400.0)
        self._low = max(0.0, lowest // LABEL * LABEL)
        self._high = max(1000.0, score.span.value)
        self.setAccessibleDescription("; ".join(", ".join(self._lines(point)) for point in (*earlier, score)))
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(560), self.theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(240), self.theme.px(HEIGHT))

    @override
    def arrange(self) -> None:
        px = self.theme.px
        for point in self._earlier:
            self.marks.append(Mark(self._around(point, px(6)), self._lines(point), point.id))
        if self._score is not None:
            span, middle = self._score.span, px(DOTS)
            bar = QRectF(self._x(span.low), middle - px(8), self._x(span.high) - self._x(span.low), px(16))
            mark = Mark(self._around(self._score, px(9)), self._lines(self._score), self._score.id, bar)
            self.marks.append(mark)

    @override
    def draw(self, painter: QPainter) -> None:
        if self._score is None:
            return
        tokens, px = self.theme.tokens, self.theme.px
        self._draw_scale(painter)
        span, middle = self._score.span, px(DOTS)
        low, high = self._x(span.low), self._x(span.high)
        box(painter, QRectF(low, middle - px(4), high - low, px(8)), px(3), tokens.ramp[1])
        for index, point in enumerate(self._earlier):
            self._draw_earlier(painter, point, str(index + 1))
        line = self._x(self._pass)
        dashed(painter, QPointF(line, 0), QPointF(line, px(AXIS + 8)), tokens.ink, 1.5)
        dot(painter, QPointF(self._x(span.value), middle), px(7), tokens.ink, tokens.surface, 2)
        self._draw_words(painter, line)

    @override
    def table(self) -> Table:
        points = (*self._earlier, *((self._score,) if self._score is not None else ()))
        rows = []
        for point in points:
            ends = (point.span.value, point.span.low, point.span.high)
            rows.append((point.label, *(str(round(score)) for score in ends)))
        return Table((_("Mock exam"), _("Score"), _("From"), _("To")), tuple(rows))

    def _draw_scale(self, painter: QPainter) -> None:
        tokens, px, font = self.theme.tokens, self.theme.px, self.theme.font(Role.AXIS)
        axis = px(AXIS)
        hline(painter, self._x(self._low), self._x(self._high) + 1, axis, tokens.line2)
        step = self._x(self._low + TICK) - self._x(self._low)
        every = 1 if self._x(self._low + LABEL) - self._x(self._low) >= width_of(font, "0000") + px(6) else 2
        for index in range(round((self._high - self._low) / TICK) + 1):
            score = round(self._low) + index * TICK
            whole = score % LABEL == 0
            if whole or step >= 4:
                vline(painter, self._x(score), axis, axis + px(9 if whole else 4), tokens.line2)
            if whole and score // LABEL % every == 0:
                cell = QRectF(self._x(score) - px(24), axis + px(12), px(48), px(16))
                text(painter, cell, str(score), font, tokens.ink3, CENTRE)

    def _draw_earlier(self, painter: QPainter, point: ScorePoint, number: str) -> None:
        tokens, px, x = self.theme.tokens, self.theme.px, self._x(point.span.value)
        dot(painter, QPointF(x, px(DOTS)), px(4), tokens.surface, tokens.ink, 1.5)
        cell = QRectF(x - px(12), px(DOTS) - px(24), px(24), px(16))
        if not self._figure().intersects(cell.adjusted(px(8), 0, -px(8), 0)):
            text(painter, cell, number, self.theme.font(Role.AXIS), tokens.ink3, CENTRE)

    def _draw_words(self, painter: QPainter, line: float) -> None:
        """The pass line's name on one side of it and the score's figure above its dot, on the other if they meet."""
        assert self._score is not None
        tokens, px, font = self.theme.tokens, self.theme.px, self.theme.font(Role.CAPTION_FIGURE)
        words = _("{score} to pass").format(score=round(self._pass))
        wide = width_of(font, words) + px(7)
        fits_left = line - wide >= 0
        cell = QRectF(line - wide if fits_left else line + px(7), 0, wide - px(7), px(16))
        text(painter, cell, words, font, tokens.ink, RIGHT if fits_left else LEFT)
        figure = str(round(self._score.span.value))
        text(painter, self._figure(), figure, self.theme.font(Role.FIGURE), tokens.ink, LEFT)

    def _figure(self) -> QRectF:
        """Where the score's figure stands; earlier numbers keep clear of it."""
        assert self._score is not None
        px, here = self.theme.px, self._x(self._score.span.value)
        room = width_of(self.theme.font(Role.FIGURE), str(round(self._score.span.value))) + 2
        beside = here + px(7) if here >= self._x(self._pass) else here - room / 2
        return QRectF(min(beside, self.width() - room), px(DOTS) - px(31), room, px(20))

    def _around(self, point: ScorePoint, radius: float) -> QRectF:
        return QRectF(
            self._x(point.span.value) - radius, self.theme.px(DOTS) - radius, 2 * radius, 2 * radius
        )

    def _x(self, score: float) -> float:
        side = self.theme.px(SIDE)
        part = (min(self._high, max(self._low, score)) - self._low) / (self._high - self._low)
        return side + (self.width() - 2 * side - 1) * part

    @staticmethod
    def _lines(point: ScorePoint) -> tuple[str, ...]:
        span = point.span
        likely = _("another form: {low}–{high}, 8 times in 10")
        return (
            f"{point.label}: {round(span.value)}",
            likely.format(low=round(span.low), high=round(span.high)),
        )
