"""The curve of the predicted score: what it says and where it puts the pass line."""

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.readiness_plot import ReadinessPlot
from tests.gui.widgets.charts import DENSITY


def plot(theme: Theme, qtbot: QtBot) -> ReadinessPlot:
    made = ReadinessPlot(theme)
    made.set_density(DENSITY)
    made.resize(352, made.sizeHint().height())
    qtbot.addWidget(made)
    return made


def test_it_says_what_is_expected_and_what_it_takes(theme: Theme, qtbot: QtBot) -> None:
    assert [mark.lines for mark in plot(theme, qtbot).marks_now()] == [
        ("700 to pass",),
        ("Expected score 738", "8 in 10 such exams: 638–838"),
    ]


def test_the_pass_line_parts_two_shades(theme: Theme, qtbot: QtBot) -> None:
    made = plot(theme, qtbot)
    picture, line = made.picture(1.0).toImage(), made.marks_now()[0].rect.center()
    low = QPointF(line.x(), made.height() * 0.6)
    left, right = (picture.pixelColor((low + QPointF(step, 0)).toPoint()) for step in (-8, 8))
    assert (left, right) == (theme.tokens.ramp[0], theme.tokens.ramp[2])


def test_the_table_holds_the_four_scores(theme: Theme, qtbot: QtBot) -> None:
    assert [row[1] for row in plot(theme, qtbot).table().rows] == ["738", "638", "838", "700"]


def test_without_a_forecast_it_takes_no_room_and_no_focus(theme: Theme, qtbot: QtBot) -> None:
    made = plot(theme, qtbot)
    assert made.focusPolicy() == Qt.FocusPolicy.StrongFocus
    made.set_density(None)
    assert made.sizeHint().height() == 0
    assert made.focusPolicy() == Qt.FocusPolicy.NoFocus
