"""The time used after each question of a mock exam, beside what an even pace would have used."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.painting import LEFT, RIGHT, dashed, dot, hline, stroke, text, width_of
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.mock_facts import PaceView
from certstudy.present.table import Table
from certstudy.present.words import _, minutes

HEIGHT, FOOT, TOP = 132, 20, 6


class PacePlot(Plot):
    """PacePlot(theme).show_pace(view): a line over the questions, dashed the even pace."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._view = PaceView((), 0.0, "")
        self.setAccessibleName(_("Pace"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pace(self, view: PaceView) -> None:
        """Shows the minutes used after each question."""
        self._view = view
        self.setAccessibleDescription(view.summary)
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(320), self.theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(180), self.theme.px(HEIGHT))

    @override
    def arrange(self) -> None:
        px, n = self.theme.px, len(self._view.used)
        for k, used in enumerate(self._view.used, 1):
            spot = self._spot(k, used)
            rect = QRectF(spot.x() - px(5), spot.y() - px(5), px(10), px(10))
            step = self._wide() / max(1, n)
            reach = QRectF(spot.x() - step, 0, step, self._foot())
            head = _("After question {k}: {used}").format(k=k, used=minutes(used))
            even = _("Even pace: {even}").format(even=minutes(self._view.even * k / n))
            self.marks.append(Mark(rect, (head, even), "", reach))

    @override
    def draw(self, painter: QPainter) -> None:
        tokens, px, font = self.theme.tokens, self.theme.px, self.theme.font(Role.AXIS)
        n, used = len(self._view.used), self._view.used
        top, foot = px(TOP), self._foot()
        for share in (0.0, 0.5):
            hline(painter, 0, self.width(), top + share * (foot - top), tokens.line)
        hline(painter, 0, self.width(), foot, tokens.line2)
        if not n:
            return
        text(painter, QRectF(0, top + px(2), px(90), px(16)), minutes(self._most()), font, tokens.ink3, LEFT)
        dashed(painter, self._spot(0, 0.0), self._spot(n, self._view.even), tokens.ink3, 1)
        spots = [self._spot(0, 0.0), *(self._spot(k, minute) for k, minute in enumerate(used, 1))]
        stroke(painter, spots, tokens.ink, 2)
        dot(painter, spots[-1], px(4.5), tokens.ink, tokens.surface, 1.5)
        words, bold = minutes(used[-1]), self.theme.font(Role.FIGURE)
        wide = width_of(bold, words) + 2
        # below all of the line that is above it, else over the dot
        lowest = max(spot.y() for spot in spots if spot.x() >= self.width() - wide - px(8))
        at = lowest + px(6) if lowest + px(24) < foot else spots[-1].y() - px(26)
        text(painter, QRectF(self.width() - wide, at, wide, px(18)), words, bold, tokens.ink, RIGHT)
        axis = QRectF(0, foot + px(3), self.width(), px(16))
        text(painter, axis, _("question 1"), font, tokens.ink3, LEFT)
        text(painter, axis, str(n), font, tokens.ink3, RIGHT)

    @override
    def table(self) -> Table:
        n = len(self._view.used)
        rows = [
            (str(k), f"{used:.1f}", f"{self._view.even * k / n:.1f}")
            for k, used in enumerate(self._view.used, 1)
        ]
        return Table((_("Questions"), _("Minutes used"), _("Even pace")), tuple(rows))

    def _most(self) -> float:
        return max(self._view.even, *self._view.used, 1.0)

    def _wide(self) -> float:
        return self.width() - self.theme.px(8)

    def _foot(self) -> float:
        return self.height() - self.theme.px(FOOT)

    def _spot(self, k: int, minute: float) -> QPointF:
        top = self.theme.px(TOP)
        y = self._foot() - (self._foot() - top) * minute / self._most()
        return QPointF(self._wide() * k / max(1, len(self._view.used)), y)
