"""The values of a chart as a table, for who would rather read figures."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.dialog import Dialog
from certstudy.present.table import Table, is_figure
from certstudy.present.words import _

ROW, PADDING, WIDTH = 32, 5, 640
LEAST_ROWS, MOST_ROWS = 3, 12


class _Rows(QStyledItemDelegate):
    """Room at the sides of a cell and a line below it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell, tokens = QRect(option.rect), self._theme.tokens
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, tokens.press)
        side = self._theme.px(PADDING)
        option.rect = cell.adjusted(side, 0, -side, 0)
        super().paint(painter, option, index)
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, tokens.line)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(2 * self._theme.px(PADDING), 0)


class ChartTable(Dialog):
    """ChartTable(theme, "Mock scores", table, window).open(); Escape closes it."""

    def __init__(self, theme: Theme, title: str, table: Table, parent: QWidget | None) -> None:
        super().__init__(theme, title, "", parent)
        self._table = table
        self.grid = QTableWidget(len(table.rows), len(table.heads))
        self.grid.setAccessibleName(title)
        self._fill()
        self._dress()
        self.body.addWidget(self.grid)
        self.verb(_("Close"), "filled").setDefault(True)
        self.grid.setFocus()

    def _fill(self) -> None:
        for column, words in enumerate(self._table.heads):
            figures = all(is_figure(row[column]) for row in self._table.rows if row[column])
            across = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
            align = across | Qt.AlignmentFlag.AlignVCenter
            head = QTableWidgetItem(words)
            head.setTextAlignment(align)
            self.grid.setHorizontalHeaderItem(column, head)
            for index, row in enumerate(self._table.rows):
                item = QTableWidgetItem(row[column])
                item.setTextAlignment(align)
                self.grid.setItem(index, column, item)

    def _dress(self) -> None:
        theme, grid = self.theme, self.grid
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        grid.setTabKeyNavigation(False)
        grid.setCornerButtonEnabled(False)
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setFont(theme.font(Role.BODY))
        grid.horizontalHeader().setFont(theme.font(Role.LABEL))
        grid.verticalHeader().hide()
        grid.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        grid.setShowGrid(False)
        grid.setItemDelegate(_Rows(theme, grid))
        widths = grid.horizontalHeader()
        widths.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        widths.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        rows = min(MOST_ROWS, max(LEAST_ROWS, len(self._table.rows)))
        grid.setMinimumHeight(theme.px(ROW) * (rows + 1) + 4)
        self.setMinimumWidth(theme.px(WIDTH))
