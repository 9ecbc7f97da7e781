"""What was foretold against what came true: on the diagonal both are the same."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import CENTRE, RIGHT, dashed, dot, hline, stroke, text
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.chart import Reliability
from certstudy.present.table import Table
from certstudy.present.words import NARROW, _, ngettext

HEIGHT, FOOT, TOP, GUTTER, SIDE = 176, 24, 8, 34, 12
EVERY, HALF = 25, 50


class CalibrationPlot(Plot):
    """CalibrationPlot(theme).set_bins(bins), in per cent, from the least likely to the most."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._bins: tuple[Reliability, ...] = ()
        self.setAccessibleName(_("Foretold and come true"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bins(self, bins: tuple[Reliability, ...]) -> None:
        """Shows groups of answers."""
        self._bins = bins
        self.setAccessibleDescription("; ".join(", ".join(_lines(found)) for found in bins))
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(320), self.theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(HEIGHT))

    @override
    def arrange(self) -> None:
        reach = self.theme.px(7)
        for found in self._bins:
            spot = self._spot(found.foretold, found.true)
            rect = QRectF(spot.x() - reach, spot.y() - reach, 2 * reach, 2 * reach)
            self.marks.append(Mark(rect, _lines(found)))

    @override
    def draw(self, painter: QPainter) -> None:
        tokens, px, axis = self.theme.tokens, self.theme.px, self.theme.font(Role.AXIS)
        for value in range(0, 101, EVERY):
            spot = self._spot(value, value)
            hline(painter, px(GUTTER), self.width() - px(SIDE), spot.y(), tokens.line)
            if value % HALF == 0:
                cell = QRectF(0, spot.y() - px(8), px(GUTTER) - px(8), px(16))
                text(painter, cell, str(value), axis, tokens.ink3, RIGHT)
                foot = QRectF(spot.x() - px(24), self.height() - px(FOOT) + px(6), px(48), px(16))
                text(painter, foot, f"{value}{NARROW}%", axis, tokens.ink3, CENTRE)
        dashed(painter, self._spot(0, 0), self._spot(100, 100), tokens.ink3, 1.25)
        spots = [self._spot(found.foretold, found.true) for found in self._bins]
        if len(spots) > 1:
            stroke(painter, spots, tokens.ink2, 1.25)
        for spot in spots:
            dot(painter, spot, px(5), tokens.ink, tokens.surface, 1.5)

    @override
    def table(self) -> Table:
        rows = tuple((f"{b.foretold:.1f}", f"{b.true:.1f}", str(b.answers)) for b in self._bins)
        return Table((_("Foretold, per cent"), _("Came true, per cent"), _("Answers")), rows)

    def _spot(self, foretold: float, true: float) -> QPointF:
        px = self.theme.px
        left, right = px(GUTTER) + px(SIDE), self.width() - 2 * px(SIDE)
        top, foot = px(TOP), self.height() - px(FOOT)
        return QPointF(left + (right - left) * foretold / 100, foot - (foot - top) * true / 100)


def _lines(found: Reliability) -> tuple[str, ...]:
    said = _("Foretold {p}").format(p=f"{found.foretold:.0f}{NARROW}%")
    came = _("came true {p}").format(p=f"{found.true:.0f}{NARROW}%")
    count = ngettext("{n} answer", "{n} answers", found.answers).format(n=found.answers)
    return said, came, count
