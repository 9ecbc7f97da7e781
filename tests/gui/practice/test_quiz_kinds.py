"""Statements, orders and matches in practice: the screen's keys and the widgets' own stay out of each other's way."""

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from certstudy.core.question import Kind
from certstudy.core.response import Arranged, Written, filled
from certstudy.core.tasks import Task
from certstudy.gui.practice.quiz_page import QuizPage
from certstudy.gui.question.answers.matching import MatchingAnswer
from certstudy.gui.widgets.key_hint import KeyHint
from certstudy.gui.window import Window
from certstudy.study.practice import Mode, Request
from tests.core.tasks.samples import GAPS, SHORT
from tests.fakes import FakeCatalog, FakeDesk, fake_desk
from tests.families import series_questions
from tests.gui.question.answers.tasks import CLAIMS, STEPS, matching

KEY = Qt.Key
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
TASKS: dict[Kind, Task] = {Kind.STATEMENTS: CLAIMS, Kind.ORDER: STEPS, Kind.MATCH: matching(reuse=False)}
OTHERS: dict[Kind, Task] = {Kind.DROPDOWN: GAPS, Kind.SHORT: SHORT}


@pytest.fixture
def learner() -> FakeDesk:
    """A bank whose first questions are of these kinds, not shuffled."""
    made = fake_desk()
    questions = [*(made.catalog.question(entry.id) for entry in made.catalog.entries), series_questions()[0]]
    for place, (kind, task) in enumerate((TASKS | OTHERS).items()):
        questions[place] = replace(questions[place], kind=kind, task=task, shuffle=False, exhibits=())
    catalog = FakeCatalog(made.catalog.syllabus, questions)
    return replace(made, catalog=catalog, desk=replace(made.desk, catalog=catalog))


@pytest.fixture
def asked(qtbot: QtBot, window: Window, learner: FakeDesk) -> "Asked":
    with qtbot.waitActive(window):
        window.activateWindow()
    return Asked(window, learner)


class Asked:
    """A sitting of one question of a kind, answered by keys wherever the focus is."""

    def __init__(self, window: Window, learner: FakeDesk) -> None:
        self.window, self._learner = window, learner

    def of(self, kind: Kind) -> QuizPage:
        page = self.show(kind)
        page.setFocus()
        return page

    def show(self, kind: Kind) -> QuizPage:
        question = next(entry.id for entry in self._learner.catalog.entries if entry.kind is kind)
        self.window.practise(Request(Mode.SELECTION, 1, questions=(question,)))
        return cast("QuizPage", self.window.page)

    def press(self, *keys: Qt.Key, mods: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key, mods)


def test_statements_by_keys_alone(asked: Asked) -> None:
    page = asked.of(Kind.STATEMENTS)
    asked.press(KEY.Key_Return)
    assert not page.controller.checked
    asked.press(KEY.Key_Y, KEY.Key_N, KEY.Key_N)
    assert page.controller.response == filled({"pr": "yes", "tag": "no", "docs": "no"})
    assert not page.window().findChildren(QDialog)
    asked.press(KEY.Key_L, KEY.Key_Return)
    assert page.controller.checked
    assert page.controller.sitting.answers[-1].credit == 1.0
    asked.press(KEY.Key_N)
    assert page.board.feedback.note.hasFocus()


def test_a_proposed_solution_by_yes_and_no(asked: Asked) -> None:
    page = asked.of(Kind.SERIES)
    asked.press(KEY.Key_Y)
    assert page.controller.response == frozenset({"yes"})
    asked.press(KEY.Key_N)
    assert page.controller.response == frozenset({"no"})
    assert not page.window().findChildren(QDialog)
    hints = [hint.accessibleName() for hint in page.foot.findChildren(KeyHint) if hint.isVisible()]
    assert hints[0] == "Y N choose"
    asked.press(KEY.Key_Return)
    assert page.controller.sitting.answers[-1].credit == 1.0
    asked.press(KEY.Key_N)
    assert page.board.feedback.note.hasFocus()


def test_an_order_by_keys_alone(asked: Asked) -> None:
    page = asked.of(Kind.ORDER)
    asked.press(KEY.Key_C, KEY.Key_B, KEY.Key_1, KEY.Key_D)
    assert page.controller.response == Arranged(("swap", "mint", "stop", "wipe"))
    asked.press(KEY.Key_Down, KEY.Key_Right)
    asked.press(KEY.Key_Down, mods=ALT)
    assert page.controller.response == Arranged(("mint", "swap", "stop", "wipe"))
    asked.press(KEY.Key_F)
    assert not page.controller.flagged
    asked.press(KEY.Key_M)
    assert page.controller.flagged
    asked.press(KEY.Key_Return)
    assert page.controller.sitting.answers[-1].credit == 1.0


def test_a_match_by_keys_alone(asked: Asked) -> None:
    page = asked.of(Kind.MATCH)
    asked.press(KEY.Key_B, KEY.Key_A, KEY.Key_3)
    assert page.controller.response == filled({"one": "squash", "all": "merge", "flat": "rebase"})
    asked.press(KEY.Key_Delete)
    assert not page.controller.complete
    asked.press(KEY.Key_C, KEY.Key_Return)
    assert page.controller.sitting.answers[-1].credit == 1.0


def test_escape_lets_go_before_it_leaves(asked: Asked) -> None:
    page = asked.of(Kind.MATCH)
    answer = cast("MatchingAnswer", page.board.question.answer.current)
    QTest.mouseClick(answer.tray.pieces[0], Qt.MouseButton.LeftButton)
    asked.press(KEY.Key_Escape)
    assert asked.window.here == "quiz"
    asked.press(KEY.Key_Escape)
    assert asked.window.here == "today"


def test_what_is_typed_goes_into_the_line_from_the_first_key_on(asked: Asked) -> None:
    page = asked.show(Kind.SHORT)
    asked.press(KEY.Key_M)
    asked.window.go("today")
    asked.window.resume(page.controller.sitting.record.id, mock=False)
    asked.press(KEY.Key_N)
    assert page.controller.response == Written("mn")
    assert not page.controller.flagged


@pytest.mark.parametrize("kind", [*TASKS, Kind.SINGLE])
def test_enter_checks_and_goes_on_from_inside_the_answer(asked: Asked, kind: Kind) -> None:
    page = asked.of(kind)
    page.controller.respond(page.controller.question.task.model)
    page.refresh()
    page.board.question.answer.focus_first()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.board.question.answer.isAncestorOf(focused)
    asked.press(KEY.Key_Return)
    assert page.controller.checked
    asked.press(KEY.Key_Return)
    assert page.controller.finished


@pytest.mark.parametrize("kind", TASKS)
def test_dont_know_and_undo(asked: Asked, kind: Kind) -> None:
    page = asked.of(kind)
    asked.press(KEY.Key_0)
    assert page.controller.checked
    assert page.controller.sitting.answers[-1].points == 0
    asked.press(KEY.Key_U)
    assert not page.controller.checked
    assert not page.controller.response


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (Kind.STATEMENTS, ["Y N judge", "Up Down row"]),
        (Kind.ORDER, ["A–F add", "Alt Up move"]),
        (Kind.MATCH, ["A–D give", "Space list"]),
        (Kind.DROPDOWN, ["1–2 open a list"]),
    ],
)
def test_the_foot_tells_the_keys_of_the_kind(asked: Asked, kind: Kind, told: list[str]) -> None:
    page = asked.of(kind)
    hints = [hint.accessibleName() for hint in page.foot.findChildren(KeyHint) if hint.isVisible()]
    assert hints == [*told, "M flag", "? all keys"]


def test_what_wraps_in_its_column_is_not_cut_off(qtbot: QtBot, asked: Asked, learner: FakeDesk) -> None:
    """The question's own column is narrower than the window, so its texts wrap earlier and it is higher."""
    question = next(entry.id for entry in learner.catalog.entries if entry.kind is Kind.ORDER)
    steps = tuple(
        replace(step, text="A step that is told in quite so many words that it has to wrap")
        for step in STEPS.steps
    )
    made = replace(learner.catalog.question(question), task=replace(STEPS, steps=steps))
    learner.catalog.replace(made)
    for height in range(600, 700, 16):
        asked.window.resize(1280, height)
        panel = asked.show(Kind.ORDER).board.question
        QApplication.processEvents()
        assert panel.height() >= panel.heightForWidth(panel.width())
