"""Rows of estimates: dot inside range, tick where it belongs, words for what is not known."""

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.range_rows import RangeRows
from certstudy.present.chart import AreaSpan, Span
from tests.gui.widgets.charts import AREAS, ROWS


def rows(theme: Theme, qtbot: QtBot, *spans: AreaSpan, width: int = 352) -> RangeRows:
    made = RangeRows(theme)
    made.set_rows(spans)
    made.resize(width, made.sizeHint().height())
    qtbot.addWidget(made)
    return made


def columns(picture: QImage, y: int, colour: QColor) -> list[int]:
    """Where a colour stands in a row of pixels, right of the area's code."""
    return [x for x in range(40, picture.width()) if picture.pixelColor(x, y) == colour]


def test_a_higher_value_stands_further_right(theme: Theme, qtbot: QtBot) -> None:
    dots = []
    for value in (20, 50, 90):
        made = rows(theme, qtbot, AreaSpan(AREAS[2], Span(value - 5, value, value + 5), "0", "0"))
        found = columns(made.picture(1.0).toImage(), made.height() // 2, theme.tokens.area(2).graphic)
        dots.append(sum(found) / len(found))
    assert dots == sorted(dots)
    assert abs((dots[2] - dots[0]) / (dots[1] - dots[0]) - 70 / 30) < 0.1


def test_an_area_without_answers_says_so_in_place_of_figures(theme: Theme, qtbot: QtBot) -> None:
    made = rows(theme, qtbot, *ROWS)
    assert made.marks_now()[4].lines == ("Instrumentation", "no answers yet")
    assert made.marks_now()[0].lines == ("Processes", "78\u202f%, 8 in 10: 69–86", "34 first answers")
    assert made.table().rows[4] == ("Instrumentation", "", "", "", "no answers yet")
    assert made.table().rows[0] == ("Processes", "78.0", "69.0", "86.0", "34 first answers")


def test_roomy_rows_stand_further_apart(theme: Theme, qtbot: QtBot) -> None:
    tight, roomy = RangeRows(theme), RangeRows(theme, roomy=True)
    for made in (tight, roomy):
        made.set_rows(ROWS)
        qtbot.addWidget(made)
    assert roomy.sizeHint().height() > tight.sizeHint().height()
    assert tight.sizeHint().height() == 23 * len(ROWS)
