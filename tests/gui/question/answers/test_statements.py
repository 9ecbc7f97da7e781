"""The table of statements: judged by pointer and keys, named, and explained after the check."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from certstudy.core.response import filled
from certstudy.gui.override import override
from certstudy.gui.question.answers.statements import StatementsAnswer
from tests.gui.question.answers.conftest import Stage, Staged
from tests.gui.question.answers.reading import checked, name, role
from tests.gui.question.answers.tasks import CLAIMS

KEY = Qt.Key


class Listener(QWidget):
    """The screen around an answer; hears the keys that are left to it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []
        self.column = QVBoxLayout(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.key())


def answer(stage: Stage) -> StatementsAnswer:
    return cast("StatementsAnswer", stage.area.current)


def focused(stage: Stage) -> str:
    """The row and circle that have the focus."""
    for row in answer(stage).rows:
        for cell in row.cells:
            if cell.hasFocus():
                return f"{row.view.id} {cell.value}"
    return ""


def test_a_click_judges_and_a_double_click_does_too(staged: Staged) -> None:
    stage = staged(CLAIMS)
    cell = answer(stage).rows[1].cell("no")
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert stage.response == filled({"tag": "no"})
    assert cell.isChecked()
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert stage.response == filled({"tag": "no"})


def test_y_and_n_judge_from_the_top_wherever_the_focus_is(staged: Staged) -> None:
    stage = staged(CLAIMS)
    for key in (KEY.Key_Y, KEY.Key_N, KEY.Key_N):
        QTest.keyClick(QApplication.focusWidget() or stage.area, key)
    assert stage.response == filled({"pr": "yes", "tag": "no", "docs": "no"})
    assert focused(stage) == "docs no"


def test_arrows_change_the_row_and_judge_in_it(staged: Staged) -> None:
    stage = staged(CLAIMS)
    QTest.keyClick(stage.area, KEY.Key_Down)
    assert focused(stage) == "pr yes"
    QTest.keyClick(answer(stage).rows[0].cell("yes"), KEY.Key_Right)
    assert focused(stage) == "pr no"
    QTest.keyClick(answer(stage).rows[0].cell("no"), KEY.Key_Left)
    assert stage.response == filled({"pr": "yes"})
    QTest.keyClick(answer(stage).rows[0].cell("yes"), KEY.Key_Up)
    assert focused(stage) == "docs yes"
    QTest.keyClick(answer(stage).rows[2].cell("yes"), KEY.Key_Space)
    QTest.keyClick(answer(stage).rows[2].cell("yes"), KEY.Key_Home)
    assert focused(stage) == "pr yes"
    QTest.keyClick(answer(stage).rows[0].cell("yes"), KEY.Key_Delete)
    assert stage.response == filled({"docs": "yes"})


def test_a_digit_goes_to_its_row_and_judges_nothing(staged: Staged) -> None:
    stage = staged(CLAIMS)
    assert stage.area.reachable == 3
    stage.area.press(1)
    assert focused(stage) == "tag yes"
    assert not stage.given


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_M, KEY.Key_J, KEY.Key_Escape])
def test_other_keys_are_left_to_the_screen(staged: Staged, qtbot: QtBot, key: Qt.Key) -> None:
    host, stage = Listener(), staged(CLAIMS)
    qtbot.addWidget(host)
    host.column.addWidget(stage.area)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    QTest.keyClick(answer(stage).rows[0].cell("yes"), key)
    assert host.heard == [key]
    assert not stage.given


def test_tab_stops_once_in_a_row(staged: Staged) -> None:
    stage = staged(CLAIMS, filled({"tag": "no"}))
    stops = [
        cell.value
        for row in answer(stage).rows
        for cell in row.cells
        if cell.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["yes", "no", "yes"]


def test_rows_are_groups_and_circles_say_their_state(staged: Staged) -> None:
    stage = staged(CLAIMS, filled({"tag": "no"}))
    row = answer(stage).rows[1]
    assert role(row) is QAccessible.Role.Grouping
    assert name(row) == "2. A tag starts it."
    assert [(role(cell), name(cell), checked(cell)) for cell in row.cells] == [
        (QAccessible.Role.RadioButton, "Yes", False),
        (QAccessible.Role.RadioButton, "No", True),
    ]


def test_the_check_tells_right_wrong_missed_and_why(staged: Staged) -> None:
    stage = staged(CLAIMS, filled({"pr": "yes", "tag": "yes"}))
    stage.render(checked=True)
    assert [name(row) for row in answer(stage).rows][:2] == [
        "1. A change of main starts the build job of a pull request. Right",
        "2. A tag starts it. Wrong",
    ]
    assert name(answer(stage).rows[2]).endswith("Missed")
    assert answer(stage).rows[1].accessibleDescription() == "The answer is no. Tags are not listed."
    assert name(answer(stage).rows[1].cell("no")) == "No, the right answer"


def test_nothing_can_be_answered_after_the_check(staged: Staged) -> None:
    stage = staged(CLAIMS, filled({"pr": "yes"}))
    stage.render(checked=True)
    cell = answer(stage).rows[1].cell("no")
    cell.click()
    QTest.keyClick(cell, KEY.Key_Y)
    stage.area.press(0)
    assert not stage.given


def test_nothing_moves_while_one_answers(staged: Staged) -> None:
    stage = staged(CLAIMS)
    before = [row.geometry() for row in answer(stage).rows], stage.area.heightForWidth(700)
    stage.respond(CLAIMS.model)
    QApplication.processEvents()
    assert ([row.geometry() for row in answer(stage).rows], stage.area.heightForWidth(700)) == before


def test_the_exam_room_tells_no_verdict(staged: Staged) -> None:
    stage = staged(CLAIMS, filled({"pr": "no"}), in_room=True)
    assert name(answer(stage).rows[0]).endswith("pull request.")
    assert not answer(stage).rows[0].accessibleDescription()
