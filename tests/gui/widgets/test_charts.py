"""What holds for every chart, in both schemes, at every text size, wide and narrow."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Scheme, Theme
from certstudy.gui.widgets.plot import Plot
from tests.gui.widgets.charts import CHARTS

Make = Callable[[Theme], Plot]


class Look(NamedTuple):
    scheme: Scheme
    scale: float


LOOKS = [Look(scheme, scale) for scheme in (Scheme.LIGHT, Scheme.DARK) for scale in (1.0, 1.5, 2.0)]


@pytest.fixture(params=list(CHARTS.values()), ids=list(CHARTS))
def make(request: pytest.FixtureRequest) -> Make:
    found: Make = request.param
    return found


@pytest.fixture
def chart(make: Make, theme: Theme, qtbot: QtBot) -> Plot:
    made = make(theme)
    qtbot.addWidget(made)
    fit(made, made.sizeHint().width())
    return made


def fit(chart: Plot, width: int) -> None:
    """Gives a chart that width and the height it then wants, as a layout would."""
    tall = chart.heightForWidth(width) if chart.hasHeightForWidth() else chart.sizeHint().height()
    chart.resize(width, tall)


def picture(chart: Plot) -> QImage:
    return chart.picture(1.0).toImage()


def test_it_has_a_name_a_description_and_words_at_every_mark(chart: Plot) -> None:
    assert chart.accessibleName()
    assert chart.accessibleDescription()
    assert chart.marks_now()
    assert all(mark.lines and all(mark.lines) for mark in chart.marks_now())


def test_its_table_is_whole(chart: Plot) -> None:
    table = chart.table()
    assert table.rows
    assert all(len(row) == len(table.heads) for row in table.rows)
    assert all(table.heads)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.scheme.value}-{look.scale}")
@pytest.mark.parametrize("part", [1.0, 0.0, 2.0], ids=["as it likes", "least", "wide"])
def test_its_marks_lie_inside_it(chart: Plot, theme: Theme, look: Look, part: float) -> None:
    theme.set_scheme(look.scheme)
    theme.set_scale(look.scale)
    fit(chart, int(chart.sizeHint().width() * part) or chart.minimumSizeHint().width())
    whole = QRectF(chart.rect()).adjusted(-1, -1, 1, 1)
    assert all(whole.contains(mark.rect) for mark in chart.marks_now())
    assert not picture(chart).isNull()


def test_pointing_at_the_middle_of_a_mark_finds_that_mark(chart: Plot) -> None:
    marks = chart.marks_now()
    for index, mark in enumerate(marks):
        middle = mark.rect.center()
        found = next(i for i, other in enumerate(marks) if (other.reach or other.rect).contains(middle))
        assert found == index


def test_every_mark_is_reached_by_arrows(chart: Plot, qtbot: QtBot) -> None:
    reached = {0}
    waiting = [0]
    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    last = len(chart.marks_now()) - 1
    while waiting:
        here = waiting.pop()
        for key in arrows:
            there = max(0, min(last, chart.step_from(here, key)))
            if there not in reached:
                reached.add(there)
                waiting.append(there)
    assert len(reached) == last + 1


def test_the_schemes_and_the_sizes_look_different(chart: Plot, theme: Theme) -> None:
    light = picture(chart)
    theme.set_scheme(Scheme.DARK)
    dark = picture(chart)
    assert light != dark
    theme.set_scale(1.5)
    assert chart.sizeHint().height() > light.height()


def test_nothing_is_drawn_before_a_value_is_given(make: Make, theme: Theme, qtbot: QtBot) -> None:
    empty = type(make(theme))(theme)
    qtbot.addWidget(empty)
    empty.resize(400, 200)
    assert not empty.picture(1.0).isNull()
    assert empty.table().rows == ()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Return):
        qtbot.keyClick(empty, key)
    assert empty.current == -1
