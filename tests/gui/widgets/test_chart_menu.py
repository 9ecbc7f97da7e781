"""The menu at a chart names what it belongs to and asks for what was chosen."""

from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.chart_menu import ChartMenu
from certstudy.gui.widgets.chart_table import ChartTable
from tests.gui.widgets.charts import mock_plot


def test_each_entry_does_what_it_says(theme: Theme, qtbot: QtBot) -> None:
    plot = mock_plot(theme)
    menu = ChartMenu(theme, plot)
    qtbot.addWidget(plot)
    qtbot.addWidget(menu)
    assert menu.accessibleName() == "Mock scores: table and files"
    table, picture, values = menu.menu_shown.actions()
    with qtbot.waitSignal(menu.picture_wanted) as wanted:
        picture.trigger()
    assert wanted.args == [plot]
    with qtbot.waitSignal(menu.table_wanted) as wanted:
        values.trigger()
    assert wanted.args == [plot]
    table.trigger()
    assert plot.findChild(ChartTable) is not None


def test_it_opens_below_its_button_with_icons(theme: Theme, qtbot: QtBot) -> None:
    plot = mock_plot(theme)
    menu = ChartMenu(theme, plot)
    qtbot.addWidget(plot)
    qtbot.addWidget(menu)
    menu.show()
    menu.click()
    assert menu.menu_shown.isVisible()
    assert not any(action.icon().isNull() for action in menu.menu_shown.actions())
    menu.menu_shown.close()
