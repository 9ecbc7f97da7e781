"""The map of days: the latest weeks stay, arrows move by day and by week, shades follow the steps."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.activity_map import ActivityMap
from tests.gui.widgets.charts import progress

YEAR = progress().activity


@pytest.fixture
def days(theme: Theme, qtbot: QtBot) -> ActivityMap:
    made = ActivityMap(theme)
    made.set_year(YEAR)
    made.resize(22 + 20 * 16 + 3, made.sizeHint().height())
    qtbot.addWidget(made)
    return made


def test_as_many_weeks_as_fit_and_always_the_latest(days: ActivityMap) -> None:
    shown = days.marks_now()
    assert len(shown) == 19 * 7 + 1
    assert shown[-1].lines == YEAR.cells[-1].lines
    days.resize(2000, days.height())
    assert len(days.marks_now()) == len(YEAR.cells)


def test_the_table_holds_every_day_with_answers_also_hidden_ones(days: ActivityMap) -> None:
    answered = [cell.values for cell in YEAR.cells if cell.values[1] != "0"]
    assert list(days.table().rows) == answered


def test_arrows_move_by_day_and_by_week(days: ActivityMap, qtbot: QtBot) -> None:
    qtbot.keyClick(days, Qt.Key.Key_End)
    last = days.current
    for key, stands in (
        (Qt.Key.Key_Left, last - 7),
        (Qt.Key.Key_Down, last - 6),
        (Qt.Key.Key_Right, last - 6),
        (Qt.Key.Key_Up, last - 7),
        (Qt.Key.Key_Up, last - 8),
    ):
        qtbot.keyClick(days, key)
        assert days.current == stands


def test_a_day_has_the_shade_of_its_step(days: ActivityMap) -> None:
    picture, ramp = days.picture(1.0).toImage(), days.theme.tokens.ramp
    shades: Counter[int] = Counter()
    hidden = len(YEAR.cells) - len(days.marks_now())
    for cell, mark in zip(YEAR.cells[hidden:], days.marks_now(), strict=True):
        assert picture.pixelColor(mark.rect.center().toPoint()) == ramp[cell.step]
        shades[cell.step] += 1
    assert len(shades) >= 4


def test_it_is_read_out_as_a_sum(days: ActivityMap) -> None:
    assert days.accessibleDescription() == YEAR.summary
    assert "in a row" in YEAR.summary
