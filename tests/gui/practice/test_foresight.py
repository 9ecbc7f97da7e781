"""What is laid out while the learner reads is what is shown after the check, to the pixel."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from certstudy.gui.practice.quiz_page import QuizPage
from certstudy.gui.theme import Scheme, Theme
from certstudy.gui.window import Window
from certstudy.study.practice import Mode, Request
from tests.fakes import FakeDesk

# None is "don't know": nothing is chosen
ANSWERS = (None, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


@pytest.fixture
def page(window: Window) -> QuizPage:
    window.resize(1280, 800)
    window.practise(Request(Mode.MIX, 12))
    QApplication.processEvents()
    return cast("QuizPage", window.page)


@pytest.mark.parametrize("key", ANSWERS)
def test_foreseen_or_not_it_looks_the_same(qtbot: QtBot, page: QuizPage, key: Qt.Key | None) -> None:
    _choose(qtbot, page, key)
    plain = _checked(qtbot, page)
    qtbot.keyClick(page, Qt.Key.Key_U)
    _choose(qtbot, page, key)
    page.board.foresee(page.controller.foreseen())
    assert _checked(qtbot, page) == plain


def test_another_answer_than_foreseen_is_shown_as_it_is(qtbot: QtBot, page: QuizPage) -> None:
    _choose(qtbot, page, Qt.Key.Key_2)
    plain = _checked(qtbot, page)
    qtbot.keyClick(page, Qt.Key.Key_U)
    _choose(qtbot, page, Qt.Key.Key_1)
    page.board.foresee(page.controller.foreseen())
    _choose(qtbot, page, Qt.Key.Key_2)
    assert _checked(qtbot, page) == plain


def test_another_look_forgets_what_was_foreseen(qtbot: QtBot, page: QuizPage, theme: Theme) -> None:
    _choose(qtbot, page, None)
    light = _checked(qtbot, page)
    qtbot.keyClick(page, Qt.Key.Key_U)
    page.board.foresee(page.controller.foreseen())
    theme.set_scheme(Scheme.DARK)
    dark = _checked(qtbot, page)
    assert dark != light
    qtbot.keyClick(page, Qt.Key.Key_U)
    assert _checked(qtbot, page) == dark


def test_foreseeing_stores_nothing(page: QuizPage, learner: FakeDesk) -> None:
    page.board.foresee(page.controller.foreseen())
    assert not page.controller.checked
    assert not page.board.feedback.isVisible()
    assert not learner.record.days()


def _choose(qtbot: QtBot, page: QuizPage, key: Qt.Key | None) -> None:
    if key is not None:
        qtbot.keyClick(page, key)
    QApplication.processEvents()


def _checked(qtbot: QtBot, page: QuizPage) -> QImage:
    """The board once the answer is checked; the time spent is left out of it."""
    page.controller.milliseconds = 0
    qtbot.keyClick(page, Qt.Key.Key_Return if page.controller.complete else Qt.Key.Key_0)
    QApplication.processEvents()
    assert page.controller.checked
    return page.board.grab().toImage()
