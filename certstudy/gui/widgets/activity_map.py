"""The days studied as a map of weeks: the darker, the more minutes; as many weeks as fit, the latest at the right."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import LEFT, RIGHT, box, text, width_of
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.chart import ActivityYear, DayCell
from certstudy.present.table import Table
from certstudy.present.words import _

CELL, GAP = 13, 3
MONTHS, GUTTER, LEGEND, LEGEND_CELL = 20, 22, 25, 11
FEWEST_WEEKS = 8
DAYS = 7
_EMPTY = ActivityYear(0, (), (), ("",) * DAYS, "", "")
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ActivityMap(Plot):
    """ActivityMap(theme).set_year(year): one cell per day, today ringed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._year = _EMPTY
        self._shown: tuple[DayCell, ...] = ()
        self.setAccessibleName(_("Activity"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_year(self, year: ActivityYear) -> None:
        """Shows the days of a span of weeks."""
        self._year = year
        self.setAccessibleDescription(year.summary)
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._wide(26), self._tall())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(FEWEST_WEEKS), self._tall())

    @override
    def step_from(self, index: int, key: Qt.Key) -> int:
        """The neighbour in the map; the same day of the week before or after for left and right."""
        here, (weeks, days) = self._shown[index], _STEPS[key]
        place = (here.week + weeks) * DAYS + here.weekday + days
        at = {cell.week * DAYS + cell.weekday: i for i, cell in enumerate(self._shown)}
        return at.get(place, index)

    @override
    def arrange(self) -> None:
        px, hidden = self.theme.px, self._hidden()
        self._shown = tuple(cell for cell in self._year.cells if cell.week >= hidden)
        for cell in self._shown:
            left = self._left() + (cell.week - hidden) * self._pitch()
            rect = QRectF(left, px(MONTHS) + cell.weekday * self._pitch(), px(CELL), px(CELL))
            self.marks.append(Mark(rect, cell.lines, reach=rect.adjusted(0, 0, px(GAP), px(GAP))))

    @override
    def draw(self, painter: QPainter) -> None:
        tokens, px = self.theme.tokens, self.theme.px
        self._draw_names(painter)
        for cell, mark in zip(self._shown, self.marks, strict=True):
            box(painter, mark.rect, px(3), tokens.ramp[cell.step])
            if cell.today:
                around = mark.rect.adjusted(-2.5, -2.5, 2.5, 2.5)
                box(painter, around, px(5), None, tokens.ink, 1.5)
        self._draw_legend(painter)

    @override
    def table(self) -> Table:
        rows = tuple(
            cell.values for cell in self._year.cells if any(v not in ("", "0") for v in cell.values[1:])
        )
        return Table((_("Day"), _("Answers"), _("Minutes")), rows)

    def _draw_names(self, painter: QPainter) -> None:
        px, font, ink = self.theme.px, self.theme.font(Role.AXIS), self.theme.tokens.ink3
        for row, name in enumerate(self._year.weekdays):
            top = px(MONTHS) + row * self._pitch() + px(CELL) / 2 - px(8)
            text(painter, QRectF(0, top, self._left(), px(16)), name, font, ink, LEFT)
        free = 0.0
        for week, name in self._year.months:
            left = self._left() + (week - self._hidden()) * self._pitch()
            wide = width_of(font, name)
            if week >= self._hidden() and left >= free and left + wide <= self.width():
                text(painter, QRectF(left, 0, wide + 2, px(16)), name, font, ink, LEFT)
                free = left + wide + px(6)

    def _draw_legend(self, painter: QPainter) -> None:
        """From no minutes to the most, right-aligned with the last week."""
        px, tokens, font = self.theme.px, self.theme.tokens, self.theme.font(Role.AXIS)
        top = self.height() - px(16)
        left: float = self._left()
        for words, after in ((self._year.least, False), (self._year.most, True)):
            if after:
                for ink in tokens.ramp:
                    square = QRectF(
                        left, top + (px(16) - px(LEGEND_CELL)) / 2, px(LEGEND_CELL), px(LEGEND_CELL)
                    )
                    box(painter, square, px(2.5), ink)
                    left += px(LEGEND_CELL) + px(GAP)
                left += px(3)
            wide = width_of(font, words)
            text(
                painter,
                QRectF(left, top, wide + 2, px(16)),
                words,
                font,
                tokens.ink3,
                RIGHT if after else LEFT,
            )
            left += wide + px(6)

    def _hidden(self) -> int:
        """How many of the oldest weeks find no room."""
        fit = max(1, (self.width() - self._left() - 3 + self.theme.px(GAP)) // self._pitch())
        return max(0, self._year.weeks - fit)

    def _wide(self, weeks: int) -> int:
        return self._left() + weeks * self._pitch() + 3

    def _tall(self) -> int:
        px = self.theme.px
        return px(MONTHS) + DAYS * self._pitch() + px(LEGEND)

    def _left(self) -> int:
        font = self.theme.font(Role.AXIS)
        names = max((width_of(font, name) for name in self._year.weekdays), default=0.0)
        return max(self.theme.px(GUTTER), int(names) + self.theme.px(8))

    def _pitch(self) -> int:
        return self.theme.px(CELL) + self.theme.px(GAP)
