"""Bars of minutes: heights in proportion, today and the exam always named."""

from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.day_bars import DayBars
from certstudy.present.chart import DayBar
from tests.gui.widgets.charts import DAYS


def bars(theme: Theme, qtbot: QtBot, days: tuple[DayBar, ...], goal: float = 40) -> DayBars:
    made = DayBars(theme)
    made.set_days(days, goal)
    made.resize(440, made.sizeHint().height())
    qtbot.addWidget(made)
    return made


def test_bars_are_as_high_as_their_minutes(theme: Theme, qtbot: QtBot) -> None:
    made = bars(theme, qtbot, tuple(DayBar(minutes, str(minutes), "done") for minutes in (20, 40, 80)))
    heights = [mark.rect.height() for mark in made.marks_now()]
    assert heights[1] == heights[2] / 2
    assert heights[0] == heights[2] / 4


def test_a_goal_above_all_days_keeps_the_scale(theme: Theme, qtbot: QtBot) -> None:
    low = bars(theme, qtbot, (DayBar(20, "20", "done"),), goal=80)
    high = bars(theme, qtbot, (DayBar(20, "20", "done"),), goal=20)
    assert low.marks_now()[0].rect.height() == high.marks_now()[0].rect.height() / 4


def test_a_mark_says_what_is_special_about_its_day(theme: Theme, qtbot: QtBot) -> None:
    made = bars(theme, qtbot, DAYS)
    assert made.marks_now()[4].lines == ("25 Nov: mock exam", "mock")
    assert [row[2] for row in made.table().rows] == ["done", "done", "today", "goal", "goal", "exam"]


def test_goals_are_not_read_out_one_by_one(theme: Theme, qtbot: QtBot) -> None:
    made = bars(theme, qtbot, DAYS)
    assert "goal" not in made.accessibleDescription()
    assert "23 Nov: 9 min" in made.accessibleDescription()
