"""A live change of the look reaches what is shown, what is hidden and what was never shown yet."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.question.code_view import CodeView
from certstudy.gui.theme import Scheme, Theme
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
