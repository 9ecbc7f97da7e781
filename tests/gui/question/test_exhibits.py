"""Exhibits: as high as what they show, wherever they stand."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.question.exhibits import Exhibits, TextPage
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.theme import Theme
from certstudy.present.question import ExhibitView
from tests.gui.question.answers.conftest import DRAWING

ROWS = "".join(
    f"<tr><td>Access mode of workspace {n}</td><td>Require permissions</td></tr>" for n in range(5)
)
TABLE = ExhibitView("Present state", html=f"<table>{ROWS}</table>")
LONGER = ExhibitView("Requirements", html="<p>Every region keeps its own logs for ninety days.</p>" * 12)


@pytest.fixture
def exhibits(theme: Theme, qtbot: QtBot) -> Iterator[Exhibits]:
    """In a column with more height than they need."""
    place = QWidget()
    qtbot.addWidget(place)
    made = Exhibits(theme, Pictures(theme, lambda _src: DRAWING))
    QVBoxLayout(place).addWidget(made)
    place.resize(560, 900)
    place.show()
    yield made
    place.close()


def shown_page(exhibits: Exhibits) -> TextPage:
    return next(page for page in exhibits.findChildren(TextPage) if page.isVisible())


def height_of_text(page: TextPage) -> int:
    text = page.widget()
    assert text is not None
    return text.heightForWidth(page.width())


@pytest.mark.parametrize("width", [560, 300])
def test_a_text_is_shown_whole_at_any_width(exhibits: Exhibits, qtbot: QtBot, width: int) -> None:
    exhibits.show_exhibits((TABLE,))
    exhibits.window().resize(width, 900)
    qtbot.wait(1)
    page = shown_page(exhibits)
    assert page.verticalScrollBar().maximum() == 0
    assert page.height() == height_of_text(page)


def test_larger_type_takes_more_height(exhibits: Exhibits, qtbot: QtBot, theme: Theme) -> None:
    exhibits.show_exhibits((TABLE,))
    theme.set_scale(1.5)
    qtbot.wait(1)
    page = shown_page(exhibits)
    assert page.verticalScrollBar().maximum() == 0
    assert page.height() == height_of_text(page)


def test_every_page_has_room_for_the_longest(exhibits: Exhibits, qtbot: QtBot) -> None:
    exhibits.show_exhibits((TABLE, LONGER))
    exhibits.next()
    qtbot.wait(1)
    assert shown_page(exhibits).verticalScrollBar().maximum() == 0


def test_with_too_little_room_a_text_scrolls(exhibits: Exhibits, qtbot: QtBot) -> None:
    exhibits.show_exhibits((LONGER,))
    exhibits.window().resize(560, 220)
    qtbot.wait(1)
    assert exhibits.window().height() == 220
    assert shown_page(exhibits).verticalScrollBar().maximum() > 0
