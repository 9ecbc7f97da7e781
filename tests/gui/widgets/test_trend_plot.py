"""Small multiples: one scale for all, rows when narrow, arrows within and between areas."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.trend_plot import TrendPlot
from certstudy.present.chart import Span, Trend, TrendPoint
from tests.gui.widgets.charts import AREAS, progress

TRENDS = progress().trends


@pytest.fixture
def plot(theme: Theme, qtbot: QtBot) -> TrendPlot:
    made = TrendPlot(theme)
    made.set_trends(TRENDS)
    made.resize(972, made.heightForWidth(972))
    qtbot.addWidget(made)
    return made


def line(area: int, *values: float) -> Trend:
    points = tuple(TrendPoint(day, Span(v - 5, v, v + 5), f"day {day}") for day, v in enumerate(values))
    return Trend(AREAS[area], points, "" if points else "no answers yet")


def test_all_areas_share_one_scale(plot: TrendPlot) -> None:
    plot.set_trends((line(0, 50, 60), line(1, 60, 90)))
    first, second = plot.marks_now()[1].rect.center(), plot.marks_now()[2].rect.center()
    assert first.y() == second.y()
    assert plot.marks_now()[3].rect.center().y() < first.y()


def test_narrow_it_breaks_into_balanced_rows(plot: TrendPlot) -> None:
    assert plot.heightForWidth(600) == 2 * plot.heightForWidth(972) + 14
    tops: dict[float, set[int]] = {}
    plot.resize(600, plot.heightForWidth(600))
    for trend, mark in zip((t for t in TRENDS for _ in t.points), plot.marks_now(), strict=True):
        tops.setdefault(mark.reach.top() if mark.reach else 0.0, set()).add(trend.area.slot)
    assert list(tops.values()) == [{0, 1, 2}, {3, 4}]


def test_up_and_down_lead_to_the_same_week_of_the_next_area(plot: TrendPlot, qtbot: QtBot) -> None:
    weeks = len(TRENDS[0].points)
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    for key, stands in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, weeks + 1),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_End, 5 * weeks - 1),
        (Qt.Key.Key_Down, 5 * weeks - 1),
    ):
        qtbot.keyClick(plot, key)
        assert plot.current == stands


def test_a_shorter_area_is_entered_at_its_last_week(plot: TrendPlot, qtbot: QtBot) -> None:
    plot.set_trends((line(0, 50, 60, 70), line(1), line(2, 60)))
    plot.walk_to(2)
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert plot.marks_now()[plot.current].lines == ("Source control", "no answers yet")
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert plot.marks_now()[plot.current].lines[0] == "Pipelines, day 0"


def test_a_point_says_value_range_and_what_it_rests_on(plot: TrendPlot) -> None:
    head, likely, rests = plot.marks_now()[11].lines
    span = TRENDS[0].points[-1].span
    assert head == "Area 0, today"
    assert likely == f"{round(span.value)}\u202f%, 8 in 10: {round(span.low)}–{round(span.high)}"
    assert rests.endswith("first answers so far")


def test_only_the_latest_value_of_each_area_is_read_out_unasked(plot: TrendPlot) -> None:
    assert plot.accessibleDescription().count("today") == 5
    assert "7 Sep" not in plot.accessibleDescription()


def test_the_table_has_a_row_per_point_with_sortable_days(plot: TrendPlot) -> None:
    rows = plot.table().rows
    assert len(rows) == 60
    assert rows[0][1] == "2026-09-07"
    assert rows[11][1] == "2026-11-23"


def test_where_a_name_would_not_fit_the_ranges_go_first(
    plot: TrendPlot, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(
        "certstudy.gui.widgets.trend_plot.text", lambda _painter, _rect, words, *_rest: written.append(words)
    )
    plot.set_trends(tuple(line(area, 99, 100) for area in range(5)))
    plot.resize(930, plot.heightForWidth(930))
    plot.grab()
    names = {area.name for area in AREAS[:5]}
    assert names <= set(written)
    assert not any(words.startswith("±") for words in written)
    written.clear()
    plot.resize(1300, plot.heightForWidth(1300))
    plot.grab()
    assert sum(words.startswith("±") for words in written) == 5
