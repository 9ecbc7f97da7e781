"""Rows and choices: given by clicks in either order, by carrying, by letters and from a list."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from certstudy.core.response import NOTHING, filled
from certstudy.gui.question.answers.match_row import Slot
from certstudy.gui.question.answers.matching import MatchingAnswer
from certstudy.gui.question.answers.piece import Piece, State
from tests.gui.question.answers.carrying import carry, hold
from tests.gui.question.answers.conftest import Stage, Staged
from tests.gui.question.answers.reading import name, role
from tests.gui.question.answers.tasks import matching

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
ONCE, AGAIN = matching(reuse=False), matching(reuse=True)


def answer(stage: Stage) -> MatchingAnswer:
    return cast("MatchingAnswer", stage.area.current)


def choice(stage: Stage, choice_id: str) -> Piece:
    return next(piece for piece in answer(stage).tray.pieces if piece.item.id == choice_id)


def slot(stage: Stage, place: int) -> Slot:
    return answer(stage).rows[place].slot


def test_choice_then_row(staged: Staged) -> None:
    stage = staged(ONCE)
    QTest.mouseClick(choice(stage, "merge"), LEFT)
    assert choice(stage, "merge").item.lit
    assert not stage.given
    QTest.mouseClick(slot(stage, 1), LEFT, pos=QPoint(20, 15))
    assert stage.response == filled({"all": "merge"})
    assert not choice(stage, "merge").item.lit


def test_row_then_choice(staged: Staged) -> None:
    stage = staged(ONCE)
    row = answer(stage).rows[2]
    QTest.mouseClick(row, LEFT, pos=QPoint(60, 20))
    assert row.slot.item.lit
    QTest.mouseClick(choice(stage, "semi"), LEFT)
    assert stage.response == filled({"flat": "semi"})
    assert not row.slot.item.lit


def test_a_second_click_or_escape_lets_go(staged: Staged) -> None:
    stage = staged(ONCE)
    for _press in range(2):
        QTest.mouseClick(choice(stage, "merge"), LEFT)
    QTest.mouseClick(slot(stage, 0), LEFT, pos=QPoint(20, 15))
    assert slot(stage, 0).item.lit
    QTest.keyClick(slot(stage, 0), KEY.Key_Escape)
    assert not slot(stage, 0).item.lit
    assert not stage.given


def test_letters_give_to_the_first_empty_row_and_go_on(staged: Staged) -> None:
    stage = staged(ONCE, filled({"one": "squash"}))
    assert stage.area.reachable == 4
    stage.area.press(0)
    stage.area.press(2)
    assert stage.response == filled({"one": "squash", "all": "merge", "flat": "rebase"})


def test_letters_give_to_the_row_with_the_focus(staged: Staged) -> None:
    stage = staged(ONCE)
    slot(stage, 2).setFocus()
    stage.area.press(3)
    assert stage.response == filled({"flat": "semi"})
    assert slot(stage, 2).hasFocus()


def test_a_choice_that_may_stand_once_moves(staged: Staged) -> None:
    stage = staged(ONCE, filled({"one": "merge"}))
    assert choice(stage, "merge").item.state is State.USED
    slot(stage, 1).setFocus()
    stage.area.press(0)
    assert stage.response == filled({"all": "merge"})
    assert len(answer(stage).tray.pieces) == 4


def test_a_choice_that_may_stand_again_stays(staged: Staged) -> None:
    stage = staged(AGAIN, filled({"one": "merge"}))
    assert choice(stage, "merge").item.state is State.FREE
    slot(stage, 1).setFocus()
    stage.area.press(0)
    assert stage.response == filled({"one": "merge", "all": "merge"})
    assert name(choice(stage, "merge")) == "A. Merge commit, given to 1, 2"


def test_carrying_gives_moves_and_takes_back(staged: Staged) -> None:
    stage = staged(ONCE)
    carry(choice(stage, "semi"), answer(stage).rows[1])
    assert stage.response == filled({"all": "semi"})
    carry(slot(stage, 1), slot(stage, 0))
    assert stage.response == filled({"one": "semi"})
    carry(slot(stage, 0), choice(stage, "rebase"))
    assert stage.response == NOTHING


def test_carrying_to_nowhere_changes_nothing(staged: Staged) -> None:
    stage = staged(ONCE, filled({"one": "semi"}))
    carry(slot(stage, 0), slot(stage, 0), QPoint(60, 10))
    carry(choice(stage, "merge"), answer(stage), QPoint(3000, 3000))
    carry(choice(stage, "merge"), choice(stage, "squash"))
    with hold(choice(stage, "merge"), slot(stage, 2)) as piece:
        QTest.keyClick(piece, KEY.Key_Escape)
    assert not stage.given


@pytest.mark.parametrize("way", ["space", "arrow", "alt+down", "f4"])
def test_the_list_of_a_slot(staged: Staged, qtbot: QtBot, way: str) -> None:
    stage = staged(ONCE, filled({"one": "merge"}))
    first = slot(stage, 0)
    first.setFocus()
    if way == "space":
        QTest.keyClick(first, KEY.Key_Space)
    elif way == "arrow":
        QTest.mouseClick(first, LEFT, pos=QPoint(first.width() - 12, first.height() // 2))
    elif way == "f4":
        QTest.keyClick(first, KEY.Key_F4)
    else:
        QTest.keyClick(first, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = answer(stage).menu
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    assert [act.text().lstrip("&") for act in menu.actions() if act.isCheckable()][:2] == [
        "A  Merge commit", "B  Squash commit",
    ]  # fmt: skip
    assert menu.actions()[0].isChecked()
    QTest.keyClick(menu, KEY.Key_D)
    assert stage.response == filled({"one": "semi"})


def test_the_list_empties_a_row(staged: Staged) -> None:
    stage = staged(ONCE, filled({"one": "merge"}))
    slot(stage, 0).opened.emit()
    menu = answer(stage).menu
    assert menu is not None
    menu.actions()[-1].trigger()
    assert stage.response == NOTHING
    menu.close()


def test_a_choice_taken_by_key_is_given_by_key(staged: Staged) -> None:
    stage = staged(ONCE)
    QTest.keyClick(choice(stage, "squash"), KEY.Key_Space)
    QTest.keyClick(slot(stage, 0), KEY.Key_Space)
    assert stage.response == filled({"one": "squash"})
    assert answer(stage).menu is None


def test_arrows_walk_rows_and_choices(staged: Staged) -> None:
    stage = staged(ONCE)
    tray = answer(stage).tray.pieces
    QTest.keyClick(stage.area, KEY.Key_Down)
    assert slot(stage, 0).hasFocus()
    QTest.keyClick(slot(stage, 0), KEY.Key_Up)
    assert tray[0].hasFocus()
    QTest.keyClick(tray[0], KEY.Key_Right)
    assert tray[1].hasFocus()
    QTest.keyClick(tray[1], KEY.Key_Down)
    QTest.keyClick(slot(stage, 0), KEY.Key_Down)
    assert slot(stage, 1).hasFocus()
    QTest.keyClick(slot(stage, 1), KEY.Key_End)
    assert slot(stage, 2).hasFocus()


def test_delete_empties_the_row(staged: Staged) -> None:
    stage = staged(ONCE, filled({"one": "merge", "all": "semi"}))
    slot(stage, 0).setFocus()
    QTest.keyClick(slot(stage, 0), KEY.Key_Delete)
    assert stage.response == filled({"all": "semi"})


def test_tab_stops_once_among_choices_and_once_among_rows(staged: Staged) -> None:
    stage = staged(ONCE)
    for pieces in (answer(stage).tray.pieces, [row.slot for row in answer(stage).rows]):
        assert len([piece for piece in pieces if piece.focusPolicy() & Qt.FocusPolicy.TabFocus]) == 1


def test_names_say_what_is_given(staged: Staged) -> None:
    stage = staged(ONCE, filled({"one": "merge"}))
    row = answer(stage).rows[0]
    assert (role(row), name(row)) == (
        QAccessible.Role.Grouping, "1. The history of main shows one commit for each pull request.",
    )  # fmt: skip
    assert role(row.slot) is QAccessible.Role.PushButton
    assert name(row.slot).endswith("pull request.: Merge commit")
    assert name(slot(stage, 1)).endswith(": nothing given")
    assert name(choice(stage, "merge")) == "A. Merge commit, given to 1"


def test_the_check_tells_what_is_right_and_why(staged: Staged) -> None:
    stage = staged(ONCE, filled({"one": "squash", "all": "semi"}))
    stage.render(checked=True)
    first, second, third = answer(stage).rows
    assert name(first).endswith("Right")
    assert name(second).endswith("Wrong")
    assert name(third).endswith("Missed")
    assert second.accessibleDescription() == "The right choice is Merge commit. A merge has two parents."
    for piece in (choice(stage, "merge"), second.slot):
        piece.click()
    stage.area.press(0)
    carry(choice(stage, "merge"), third)
    assert not stage.given


def test_nothing_moves_while_one_answers(staged: Staged) -> None:
    stage = staged(ONCE)
    parts = [*answer(stage).tray.pieces, *answer(stage).rows]
    before = [part.geometry() for part in parts]
    stage.respond(ONCE.model)
    QApplication.processEvents()
    assert [part.geometry() for part in parts] == before
