"""A live change of the look reaches what is shown, what is hidden and what was never shown yet."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.mock.stem_text import StemText
from certstudy.gui.notes.reading_text import ReadingText
from certstudy.gui.question.code_view import CodeView
from certstudy.gui.theme import Role, Scheme, Theme
from certstudy.gui.widgets.label import Label


@pytest.fixture
def code(theme: Theme, qtbot: QtBot) -> CodeView:
    view = CodeView(theme)
    qtbot.addWidget(view)
    view.show_file("a.yaml", "steps:", ())
    return view


def ground(view: CodeView) -> QColor:
    viewport = view.text.viewport()
    return viewport.grab().toImage().pixelColor(viewport.width() - 2, viewport.height() - 2)


@pytest.mark.parametrize("hidden", [False, True])
def test_code_stands_on_the_ground_of_the_present_look(code: CodeView, theme: Theme, hidden: bool) -> None:
    code.show()
    assert ground(code) == theme.tokens.sunken
    code.setHidden(hidden)
    theme.set_scheme(Scheme.DARK)
    code.show()
    assert ground(code) == theme.tokens.sunken
    assert code.text.viewport().palette().text().color() == theme.tokens.code.text


def test_words_keep_their_ink_when_they_are_shown_only_after_the_change(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    words = Label(theme, "12 questions", parent=window)
    theme.set_scheme(Scheme.DARK)
    window.show()
    assert words.palette().windowText().color() == theme.tokens.ink


@pytest.mark.parametrize("role", [Role.STEM, Role.CONTEXT])
def test_texts_keep_their_type_when_the_type_grows(theme: Theme, qtbot: QtBot, role: Role) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reading, stem = ReadingText(theme, role, window), StemText(theme, role, "lead")
    stem.setParent(window)
    for text in (reading, stem):
        text.show_html("<p>A branch lives for a day.</p>")
        text.setGeometry(0, 0, 300, 200)
    window.show()
    theme.set_scale(1.5)
    qtbot.wait(1)
    assert reading.document().defaultFont() == theme.font(role)
    assert stem.document().defaultFont() == theme.font(role)
