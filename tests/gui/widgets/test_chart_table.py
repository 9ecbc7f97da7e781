"""The table beside a chart: every cell, figures at the right, closed by Escape."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.chart_table import ChartTable
from certstudy.present.table import Table

TABLE = Table(("Area", "Per cent", "Note"), (("Pipelines", "71.0", "12 answers"), ("Security", "", "none")))


def test_it_shows_every_cell(qtbot: QtBot, theme: Theme) -> None:
    dialog = ChartTable(theme, "By area", TABLE, None)
    qtbot.addWidget(dialog)
    shown = dialog.grid.model()
    heads = tuple(shown.headerData(column, Qt.Orientation.Horizontal) for column in range(3))
    cells = tuple(tuple(shown.index(row, column).data() for column in range(3)) for row in range(2))
    assert Table(heads, cells) == TABLE
    assert dialog.accessibleName() == dialog.grid.accessibleName() == "By area"


def test_figures_stand_at_the_right(qtbot: QtBot, theme: Theme) -> None:
    dialog = ChartTable(theme, "By area", TABLE, None)
    qtbot.addWidget(dialog)
    shown, role = dialog.grid.model(), Qt.ItemDataRole.TextAlignmentRole
    aligned = [Qt.AlignmentFlag(shown.index(0, column).data(role)) for column in range(3)]
    right = [bool(flags & Qt.AlignmentFlag.AlignRight) for flags in aligned]
    assert right == [False, True, False]


def test_it_is_wide_enough_for_its_columns_and_escape_closes_it(qtbot: QtBot, theme: Theme) -> None:
    dialog = ChartTable(theme, "By area", TABLE, None)
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.grid.horizontalScrollBar().isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
