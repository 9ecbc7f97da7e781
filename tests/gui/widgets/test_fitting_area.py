"""A scroll area that has a scroll bar only where its content needs one."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.question.prose import Prose
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.fitting_area import FittingArea

BAR = 10


class Text(QWidget):
    """Some lines of running text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.prose = Prose(theme, Role.STEM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.prose)
        column.addStretch(1)
        self.prose.show_html("<p>" + "Every region keeps its own logs for ninety days. " * 8 + "</p>")


@pytest.fixture
def area(theme: Theme, qtbot: QtBot) -> FittingArea:
    made = FittingArea(Text(theme))
    qtbot.addWidget(made)
    made.resize(400, 60)
    made.show()
    return made


def has_bar(area: FittingArea) -> bool:
    return area.verticalScrollBar().isVisible()


def width_that_a_bar_would_make_too_narrow(area: FittingArea) -> int:
    height = area.content.heightForWidth
    return next(width for width in range(300, 500) if height(width - BAR) > height(width))


def test_a_bar_goes_once_the_content_fits_without_it(area: FittingArea, qtbot: QtBot) -> None:
    assert has_bar(area)
    width = width_that_a_bar_would_make_too_narrow(area)
    area.resize(width, area.content.heightForWidth(width))
    qtbot.wait(1)
    assert not has_bar(area)
    assert area.content.height() == area.height()


def test_what_the_content_needed_when_it_was_narrow_is_forgotten(area: FittingArea, qtbot: QtBot) -> None:
    area.resize(200, 300)
    qtbot.wait(1)
    area.resize(600, 300)
    qtbot.wait(1)
    assert not has_bar(area)
    assert area.content.height() == 300


def test_a_bar_comes_with_more_content(area: FittingArea, qtbot: QtBot) -> None:
    area.resize(600, 300)
    assert not has_bar(area)
    text = area.content
    assert isinstance(text, Text)
    text.prose.show_html("<p>One line.</p>" * 30)
    qtbot.waitUntil(lambda: has_bar(area))
    assert area.verticalScrollBar().maximum() > 0
