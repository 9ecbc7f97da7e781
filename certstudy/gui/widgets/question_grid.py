"""The questions of a form as numbered cells with their verdicts; each opens its question."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.option_paint import GLYPHS
from certstudy.gui.widgets.painting import CENTRE, NO_PEN, box, hline, text
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.gui.widgets.wrapping import Policy, height_follows_width
from certstudy.present.chart import GridCell, Verdict
from certstudy.present.table import Table
from certstudy.present.words import _

CELL_W, CELL_H, GAP_X, GAP_Y = 35, 36, 4, 6
CHOSEN_STROKE = 2


class QuestionGrid(Plot):
    """QuestionGrid(theme).set_cells(cells); `opened(id)` says which cell was pressed, `stood(id)` where keys stand."""

    stood = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._cells: tuple[GridCell, ...] = ()
        self.chosen = ""
        self.setAccessibleName(_("Questions"))
        height_follows_width(self, Policy.Expanding)
        self.walked.connect(lambda _rect: self.stood.emit(self.marks[self.current].id))

    def set_cells(self, cells: tuple[GridCell, ...]) -> None:
        """Shows cells in their order."""
        self._cells = cells
        counts = [
            (word, sum(cell.verdict == verdict for cell in cells)) for verdict, word in _words().items()
        ]
        self.setAccessibleDescription(", ".join(f"{word}: {count}" for word, count in counts if count))
        self.refresh()

    def choose(self, cell: str) -> None:
        """Marks the cell, by its id, whose question is shown."""
        self.chosen = cell
        self.refresh()

    @override
    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._cells) // self._columns(width)) if self._cells else 0
        return max(0, rows * (self.theme.px(CELL_H) + self.theme.px(GAP_Y)) - self.theme.px(GAP_Y))

    @override
    def sizeHint(self) -> QSize:
        wide = self.theme.px(CELL_W + GAP_X) * 25
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(CELL_W), self.theme.px(CELL_H) if self._cells else 0)

    @override
    def step_from(self, index: int, key: Qt.Key) -> int:
        columns = self._columns(self.width())
        step = {Qt.Key.Key_Down: columns, Qt.Key.Key_Up: -columns, Qt.Key.Key_Left: -1}.get(key, 1)
        return index + step if 0 <= index + step < len(self._cells) else index

    @override
    def arrange(self) -> None:
        px, columns = self.theme.px, self._columns(self.width())
        for index, cell in enumerate(self._cells):
            row, column = divmod(index, columns)
            left, top = column * (px(CELL_W) + px(GAP_X)), row * (px(CELL_H) + px(GAP_Y))
            rect = QRectF(left, top, px(CELL_W), px(CELL_H))
            self.marks.append(Mark(rect, self._lines(cell), cell.id))

    @override
    def draw(self, painter: QPainter) -> None:
        for cell, mark in zip(self._cells, self.marks, strict=True):
            self._draw_cell(painter, cell, mark.rect)

    @override
    def table(self) -> Table:
        words = _words()
        rows = tuple(
            (str(cell.number), cell.name, words[cell.verdict], _("yes") if cell.flagged else "")
            for cell in self._cells
        )
        return Table((_("Question"), _("Subject"), _("Verdict"), _("Marked")), rows)

    def _draw_cell(self, painter: QPainter, cell: GridCell, rect: QRectF) -> None:
        tokens, px = self.theme.tokens, self.theme.px
        plain = cell.verdict in (None, "right")
        ink = tokens.ink if cell.verdict is None else tokens.verdict(cell.verdict).ink
        fill = tokens.surface if plain or cell.verdict is None else tokens.verdict(cell.verdict).tint
        if cell.id == self.chosen:
            box(painter, rect, px(4), fill, tokens.ink, CHOSEN_STROKE)
        else:
            box(painter, rect, px(4), fill, tokens.line if plain else ink)
        if cell.flagged:
            self._draw_flag(painter, rect)
        upper = QRectF(rect.left(), rect.top() + px(3), rect.width(), px(16))
        text(painter, upper, str(cell.number), self.theme.font(Role.AXIS_LABEL), tokens.ink2, CENTRE)
        size, middle = px(11), rect.center().x()
        if cell.verdict is None:
            hline(painter, middle - px(4), middle + px(4), rect.top() + px(25), tokens.line2)
        else:
            square = QRectF(middle - size / 2, rect.top() + px(20), size, size)
            paint_icon(painter, GLYPHS[cell.verdict], square, ink)

    def _draw_flag(self, painter: QPainter, rect: QRectF) -> None:
        fold = self.theme.px(10)
        corner = [rect.topRight() + QPointF(-fold, 0), rect.topRight(), rect.topRight() + QPointF(0, fold)]
        painter.setPen(NO_PEN)
        painter.setBrush(self.theme.tokens.flagged.ink)
        painter.drawPolygon(QPolygonF(corner))

    def _columns(self, width: int) -> int:
        """As many as spread the cells evenly over the rows that the width asks for."""
        pitch = self.theme.px(CELL_W) + self.theme.px(GAP_X)
        most, count = max(1, (width + self.theme.px(GAP_X)) // pitch), max(1, len(self._cells))
        rows = -(-count // most)
        return -(-count // rows)

    @staticmethod
    def _lines(cell: GridCell) -> tuple[str, ...]:
        head = _("Question {n}, {verdict}").format(n=cell.number, verdict=_words()[cell.verdict])
        return tuple(line for line in (head, cell.name, _("Marked") if cell.flagged else "") if line)


def _words() -> dict[Verdict | None, str]:
    return {
        "right": _("right"),
        "partly": _("partly right"),
        "missed": _("missed"),
        "wrong": _("wrong"),
        None: _("not answered"),
    }
