"""What the seats of a session's plan mean, with how many there are."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.painting import LEFT, box, stroke, text, width_of
from certstudy.present.chart import PlanMark


class LegendEntry(QWidget):
    """A small seat in ink and the words beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark: PlanMark = "review"
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_entry(self, mark: PlanMark, words: str) -> None:
        """Renders one kind of seat."""
        self._mark, self._words = mark, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        wide = width_of(self._theme.font(Role.CAPTION), self._words)
        return QSize(int(wide + self._theme.px(17) + 2), self._theme.px(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(10)
        seat = QRectF(0, (self.height() - side) / 2, side, side)
        if self._mark == "new":
            box(painter, seat, px(2), None, tokens.ink2, 1.5)
        else:
            box(painter, seat, px(2), tokens.ink2)
        if self._mark == "missed":
            arm = side / 4
            for sign in (1, -1):
                ends = [seat.center() + QPointF(-arm, -arm * sign), seat.center() + QPointF(arm, arm * sign)]
                stroke(painter, ends, tokens.surface, 1.5)
        words = QRectF(px(17), 0, self.width() - px(17), self.height())
        text(painter, words, self._words, self._theme.font(Role.CAPTION), tokens.ink2, LEFT)


class PlanLegend(Flow):
    """The kinds of seat that the plan holds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._entries = tuple(LegendEntry(theme) for _kind in range(3))
        super().__init__(theme, self._entries, 16, parent)

    def show_rows(self, rows: tuple[tuple[PlanMark, str], ...]) -> None:
        """Renders (mark, words) for each kind."""
        for index, entry in enumerate(self._entries):
            entry.setVisible(index < len(rows))
            if index < len(rows):
                entry.show_entry(*rows[index])
