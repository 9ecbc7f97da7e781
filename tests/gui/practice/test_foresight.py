"""What is made ready unseen, while the learner reads, is what is shown after the next step, to the pixel."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from certstudy.gui.practice.board import Board
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
    _wait_until_ahead(qtbot, page)
    assert _checked(qtbot, page) == plain


def test_another_answer_than_foreseen_is_shown_as_it_is(qtbot: QtBot, page: QuizPage) -> None:
    _choose(qtbot, page, Qt.Key.Key_2)
    plain = _checked(qtbot, page)
    qtbot.keyClick(page, Qt.Key.Key_U)
    _choose(qtbot, page, Qt.Key.Key_1)
    _wait_until_ahead(qtbot, page)
    _choose(qtbot, page, Qt.Key.Key_2)
    assert _checked(qtbot, page) == plain


def test_another_look_forgets_what_was_foreseen(qtbot: QtBot, page: QuizPage, theme: Theme) -> None:
    _choose(qtbot, page, None)
    light = _checked(qtbot, page)
    qtbot.keyClick(page, Qt.Key.Key_U)
    _wait_until_ahead(qtbot, page)
    theme.set_scheme(Scheme.DARK)
    dark = _checked(qtbot, page)
    assert dark != light
    qtbot.keyClick(page, Qt.Key.Key_U)
    assert _checked(qtbot, page) == dark


def test_foreseeing_stores_nothing(qtbot: QtBot, page: QuizPage, learner: FakeDesk) -> None:
    _wait_until_ahead(qtbot, page)
    assert not page.controller.checked
    assert not page.board.feedback.isVisible()
    assert not learner.record.days()


def test_the_next_question_looks_the_same_however_soon_one_goes_on(qtbot: QtBot, page: QuizPage) -> None:
    _choose(qtbot, page, None)
    _checked(qtbot, page)
    plain = _gone_on(qtbot, page)
    for _step in range(2):
        qtbot.keyClick(page, Qt.Key.Key_U)
    _choose(qtbot, page, None)
    _checked(qtbot, page)
    _wait_until_ahead(qtbot, page)
    assert page.controller.checked
    assert _gone_on(qtbot, page) == plain


def test_one_board_is_seen_at_a_time(qtbot: QtBot, page: QuizPage) -> None:
    for _turn in range(2):
        for key in (Qt.Key.Key_0, Qt.Key.Key_Return):
            _wait_until_ahead(qtbot, page)
            qtbot.keyClick(page, key)
            assert [board for board in page.findChildren(Board) if board.isVisible()] == [page.board]


def _wait_until_ahead(qtbot: QtBot, page: QuizPage) -> None:
    """Until the board that is not seen shows the next step: the verdict, or the question after it."""
    qtbot.waitUntil(lambda: not page._idle.isActive())
    sitting = page.controller.sitting
    unseen = [board.question_id for board in page.findChildren(Board) if board is not page.board]
    assert unseen == [sitting.current]


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


def _gone_on(qtbot: QtBot, page: QuizPage) -> QImage:
    qtbot.keyClick(page, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert not page.controller.checked
    return page.board.grab().toImage()
