"""Mock scores: in order of time, never on top of each other, the pass line among them."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.mock_plot import MockPlot
from certstudy.present.chart import ScorePoint, Span
from tests.gui.widgets.charts import progress


@pytest.fixture
def plot(theme: Theme, qtbot: QtBot) -> MockPlot:
    made = MockPlot(theme)
    made.set_scores(progress().mocks)
    made.resize(396, made.sizeHint().height())
    qtbot.addWidget(made)
    return made


def on_days(*days: int) -> tuple[ScorePoint, ...]:
    return tuple(ScorePoint(day, Span(600, 680, 760), f"day {day}", id=str(day)) for day in days)


def across(plot: MockPlot) -> list[float]:
    return [mark.rect.center().x() for mark in plot.marks_now()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(740_000, 740_060), min_size=1, max_size=30))
def test_dots_stay_in_order_and_apart_as_far_as_there_is_room(plot: MockPlot, days: list[int]) -> None:
    plot.set_scores(on_days(*sorted(days)))
    xs = across(plot)
    room = (396 - 34 - 16 - 16 - 12) / max(1, len(xs) - 1)
    nearest = min((b - a for a, b in pairwise(xs)), default=room)
    assert nearest >= min(46, room) - 0.01
    assert xs[0] >= 34
    assert xs[-1] <= 396


def test_time_is_in_proportion_where_it_can_be(plot: MockPlot) -> None:
    plot.set_scores(on_days(740_000, 740_020, 740_060))
    first, second, third = across(plot)
    assert (third - first) / (second - first) == pytest.approx(3)


def test_a_better_score_stands_higher_and_the_line_between_them(plot: MockPlot) -> None:
    plot.set_scores((ScorePoint(1, Span(500, 600, 700), "a"), ScorePoint(2, Span(700, 800, 900), "b")))
    low, high = (mark.rect.center().y() for mark in plot.marks_now())
    assert high < low
    between = plot.picture(1.0).toImage()
    ink = plot.theme.tokens.ink
    row = [between.pixelColor(x, round((low + high) / 2)) for x in range(40, 396)]
    assert row.count(ink) > 50


def test_a_dot_opens_its_result_and_a_prediction_opens_nothing(plot: MockPlot) -> None:
    assert [mark.id for mark in plot.marks_now()] == ["1", "2", "3", "4", ""]
    assert plot.marks_now()[0].lines == ("27 Sep: 580", "8 in 10: 453–707")
    assert plot.marks_now()[4].lines[0].startswith("19 Dec: predicted ")
