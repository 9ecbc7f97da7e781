"""What every chart does: keys and pointer find its marks, words come with them, the picture is drawn once."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from certstudy.gui.override import override
from certstudy.gui.theme import Scheme, Theme
from certstudy.gui.widgets.chart_table import ChartTable
from certstudy.gui.widgets.chart_tooltip import ChartTooltip
from certstudy.gui.widgets.plot import Mark, Plot


class Bars(Plot):
    """Three bars of 40 px; the last opens something."""

    names: tuple[str, ...] = ("one", "two", "three")
    drawn = 0

    @override
    def arrange(self) -> None:
        for place, name in enumerate(self.names):
            rect = QRectF(40 * place, 40, 30, 60)
            opens = name if name == "three" else ""
            self.marks.append(Mark(rect, (name, f"value {place}"), opens, rect.adjusted(0, -40, 0, 0)))

    @override
    def draw(self, painter: QPainter) -> None:
        self.drawn += 1
        for mark in self.marks:
            painter.fillRect(mark.rect, self.theme.tokens.ink)


@pytest.fixture
def bars(qtbot: QtBot, theme: Theme) -> Bars:
    made = Bars(theme)
    made.setAccessibleName("Bars")
    made.resize(120, 100)
    qtbot.addWidget(made)
    made.show()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def tip(bars: Bars) -> ChartTooltip | None:
    found = bars.findChild(ChartTooltip)
    return found if found is not None and found.isVisible() else None


def hover(bars: Bars, x: int, y: int) -> None:
    at = QPointF(x, y)
    none, still = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, bars.mapToGlobal(at), none, none, still)
    QApplication.sendEvent(bars, event)


def test_arrows_walk_and_stop_at_the_ends(bars: Bars, qtbot: QtBot) -> None:
    assert bars.current == -1
    seen = []
    keys = Qt.Key
    for key in (keys.Key_Right, keys.Key_Right, keys.Key_Down, keys.Key_Right, keys.Key_Left, keys.Key_Home):
        qtbot.keyClick(bars, key)
        seen.append(bars.current)
    assert seen == [0, 1, 2, 2, 1, 0]
    qtbot.keyClick(bars, keys.Key_End)
    assert bars.current == 2


def test_walking_says_where_it_stands_at_once(bars: Bars, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bars.walked) as walked:
        qtbot.keyClick(bars, Qt.Key.Key_Right)
    assert walked.args == [QRectF(0, 40, 30, 60)]
    assert tip(bars) is not None
    qtbot.keyClick(bars, Qt.Key.Key_Escape)
    assert tip(bars) is None


def test_the_tooltip_goes_with_the_focus(bars: Bars, qtbot: QtBot) -> None:
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    bars.clearFocus()
    assert tip(bars) is None


def test_the_pointer_finds_a_mark_by_its_reach_after_a_while(bars: Bars, qtbot: QtBot) -> None:
    hover(bars, 50, 10)
    assert bars.current == 1
    assert tip(bars) is None
    qtbot.waitUntil(lambda: tip(bars) is not None)
    hover(bars, 35, 10)
    assert bars.current == -1
    assert tip(bars) is None


def test_only_a_mark_that_opens_invites_to_click(bars: Bars) -> None:
    hover(bars, 10, 50)
    assert bars.cursor().shape() == Qt.CursorShape.ArrowCursor
    hover(bars, 90, 50)
    assert bars.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_enter_and_click_open_a_mark(bars: Bars, qtbot: QtBot) -> None:
    opened: list[str] = []
    bars.opened.connect(opened.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(bars, key)
    assert opened == ["three", "three"]
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(10, 50))
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(90, 50))
    assert opened == ["three"] * 3


def test_a_value_with_fewer_marks_leaves_one_standing_on_none_beyond(bars: Bars, qtbot: QtBot) -> None:
    qtbot.keyClick(bars, Qt.Key.Key_End)
    bars.names = ("one",)
    bars.refresh()
    assert len(bars.marks_now()) == 1
    assert bars.current == 0


def test_t_shows_the_values_as_a_table(bars: Bars, qtbot: QtBot) -> None:
    qtbot.keyClick(bars, Qt.Key.Key_T)
    table = bars.findChild(ChartTable)
    assert table is not None
    assert table.isVisible()
    assert table.grid.rowCount() == 3
    assert table.grid.model().index(1, 0).data() == "two; value 1"
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert not table.isVisible()


def test_the_picture_is_drawn_once_per_value_size_and_look(bars: Bars, theme: Theme) -> None:
    bars.grab()
    before = bars.drawn
    bars.walk_to(1)
    bars.grab()
    assert bars.drawn == before
    theme.set_scheme(Scheme.DARK)
    bars.grab()
    assert bars.drawn == before + 1
    bars.resize(130, 100)
    bars.grab()
    assert bars.drawn == before + 2
    bars.refresh()
    bars.grab()
    assert bars.drawn == before + 3


def test_the_mark_one_stands_on_is_ringed(bars: Bars) -> None:
    bars.walk_to(1)
    beside = QPoint(71, 60)
    ink = bars.theme.tokens.ink
    assert bars.grab().toImage().pixelColor(beside) == ink
    bars.walk_to(0)
    assert bars.grab().toImage().pixelColor(beside) != ink
