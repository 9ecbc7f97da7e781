"""Minutes a day on the way to the exam: what was done, today, the goal of the days left."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import CENTRE, box, dashed, hline, text, width_of
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.chart import DayBar
from certstudy.present.table import Table
from certstudy.present.words import _

HEIGHT, HEAD, AXIS = 126, 18, 20
FILL, WIDEST = 0.72, 16
LEAST_SCALE = 10.0


class DayBars(Plot):
    """DayBars(theme).set_days(bars, goal) with the goal in minutes a day."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._bars: tuple[DayBar, ...] = ()
        self._goal = 0.0
        self.setAccessibleName(_("Minutes a day"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_days(self, bars: tuple[DayBar, ...], goal: float) -> None:
        """Shows days, oldest first."""
        self._bars, self._goal = bars, goal
        self.setAccessibleDescription("; ".join(bar.label for bar in bars if bar.kind != "planned"))
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(440), self.theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(HEIGHT))

    @override
    def arrange(self) -> None:
        foot, px = self._foot(), self.theme.px
        slot = self.width() / max(1, len(self._bars))
        wide = min(px(WIDEST), max(2.0, slot * FILL))
        highest = max([self._goal, LEAST_SCALE, *(bar.minutes for bar in self._bars)])
        for index, bar in enumerate(self._bars):
            tall = max(2.0, (foot - px(HEAD)) * bar.minutes / highest)
            middle = slot * (index + 0.5)
            rect = QRectF(middle - wide / 2, foot - tall, wide, tall)
            if bar.kind == "exam":
                rect = QRectF(middle - 2, 0, 4, foot)
            reach = QRectF(slot * index, 0, slot, foot)
            self.marks.append(Mark(rect, tuple(line for line in (bar.label, bar.mark) if line), reach=reach))

    @override
    def draw(self, painter: QPainter) -> None:
        tokens, px, foot = self.theme.tokens, self.theme.px, self._foot()
        if self._goal:
            highest = max([self._goal, LEAST_SCALE, *(bar.minutes for bar in self._bars)])
            goal = round(foot - (foot - px(HEAD)) * self._goal / highest) + 0.5
            dashed(painter, QPointF(0, goal), QPointF(self.width(), goal), tokens.line2, 1)
        for bar, mark in zip(self._bars, self.marks, strict=True):
            if bar.kind == "exam":
                middle = mark.rect.center().x()
                dashed(painter, QPointF(middle, 0), QPointF(middle, foot), tokens.ink, 1.5)
            elif bar.minutes:
                fill, edge = self._inks(bar)
                box(painter, mark.rect, px(2.5), fill, edge)
            if bar.mark:
                self._label(
                    painter,
                    mark.rect.center().x(),
                    mark.rect.top() - px(HEAD),
                    bar.mark,
                    Role.AXIS,
                    tokens.ink2,
                )
        hline(painter, 0, self.width(), foot, tokens.line2)
        self._draw_axis(painter)

    @override
    def table(self) -> Table:
        kinds = {"done": _("done"), "today": _("today"), "planned": _("goal"), "exam": _("exam")}
        rows = tuple((bar.label, str(round(bar.minutes)), kinds[bar.kind]) for bar in self._bars)
        return Table((_("Day"), _("Minutes"), _("Kind")), rows)

    def _inks(self, bar: DayBar) -> tuple[QColor, QColor | None]:
        tokens = self.theme.tokens
        if bar.kind == "today":
            return tokens.ink, None
        if bar.kind == "done":
            return tokens.ramp[2], None
        return tokens.ramp[0], self.theme.blend(tokens.ramp[2], 0.6)

    def _draw_axis(self, painter: QPainter) -> None:
        """Labels under the baseline: today and the exam always, others where they leave room."""
        taken: list[tuple[float, float]] = []
        order = sorted(range(len(self._bars)), key=lambda i: self._bars[i].kind not in ("today", "exam"))
        for index in order:
            bar = self._bars[index]
            role = Role.AXIS_FIGURE if bar.kind in ("today", "exam") else Role.AXIS
            wide = width_of(self.theme.font(role), bar.axis) + self.theme.px(8)
            middle = self.marks[index].rect.center().x()
            left = min(max(0.0, middle - wide / 2), self.width() - wide)
            if bar.axis and not any(left < end and start < left + wide for start, end in taken):
                taken.append((left, left + wide))
                ink = self.theme.tokens.ink if role is Role.AXIS_FIGURE else self.theme.tokens.ink3
                self._label(painter, left + wide / 2, self._foot() + self.theme.px(4), bar.axis, role, ink)

    def _label(
        self, painter: QPainter, middle: float, top: float, words: str, role: Role, ink: QColor
    ) -> None:
        font = self.theme.font(role)
        wide = width_of(font, words) + 4
        text(painter, QRectF(middle - wide / 2, top, wide, self.theme.px(16)), words, font, ink, CENTRE)

    def _foot(self) -> float:
        return self.height() - self.theme.px(AXIS)
