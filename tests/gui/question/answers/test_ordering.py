"""The build list: actions added, moved and taken out by click, carrying and keys."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from certstudy.core.response import NOTHING, Arranged
from certstudy.gui.question.answers.ordering import OrderingAnswer
from certstudy.gui.question.answers.piece import Piece
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.option_row import OptionRow
from tests.gui.question.answers.carrying import carry, hold
from tests.gui.question.answers.conftest import Stage, Staged
from tests.gui.question.answers.reading import checked, name, role
from tests.gui.question.answers.tasks import STEPS

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def answer(stage: Stage) -> OrderingAnswer:
    return cast("OrderingAnswer", stage.area.current)


def pool(stage: Stage, step: str) -> Piece:
    return next(piece for piece in answer(stage).board.pool.pieces if piece.item.id == step)


def places(stage: Stage) -> list[Piece]:
    return answer(stage).board.order.pieces


def rows(stage: Stage, card: int) -> list[str]:
    shown: list[OptionRow] = list(answer(stage).review.lists[card].rows)
    return [row.accessibleName() for row in shown if row.isVisible()]


def test_clicks_add_in_turn_and_take_out_again(staged: Staged) -> None:
    stage = staged(STEPS)
    for step in ("mint", "swap"):
        QTest.mouseClick(pool(stage, step), LEFT)
    assert stage.response == Arranged(("mint", "swap"))
    QTest.mouseClick(places(stage)[0], LEFT)
    assert stage.response == Arranged(("swap",))
    QTest.mouseClick(pool(stage, "swap"), LEFT)
    assert stage.response == NOTHING


def test_letters_add_and_take_out(staged: Staged) -> None:
    stage = staged(STEPS)
    assert stage.area.reachable == 6
    for place in (1, 2, 0, 1):
        stage.area.press(place)
    assert stage.response == Arranged(("swap", "stop"))


def test_a_full_order_takes_no_further_action(staged: Staged) -> None:
    stage = staged(STEPS, Arranged(("mint", "swap", "stop", "wipe")))
    stage.area.press(4)
    assert not stage.given


def test_the_arrows_at_a_place_move_its_action(staged: Staged) -> None:
    stage = staged(STEPS, Arranged(("mint", "swap", "stop")))
    middle = places(stage)[1]
    right = middle.width() - 12
    QTest.mouseClick(middle, LEFT, pos=QPoint(right, middle.height() // 4))
    assert stage.response == Arranged(("swap", "mint", "stop"))
    QTest.mouseClick(middle, LEFT, pos=QPoint(right, middle.height() * 3 // 4))
    assert stage.response == Arranged(("swap", "stop", "mint"))
    stage.given.clear()
    QTest.mouseClick(places(stage)[0], LEFT, pos=QPoint(right, 8))
    assert not stage.given


@pytest.mark.parametrize("mods", [ALT, Qt.KeyboardModifier.ControlModifier])
def test_keys_move_the_action_and_the_focus_with_it(staged: Staged, mods: Qt.KeyboardModifier) -> None:
    stage = staged(STEPS, Arranged(("mint", "swap", "stop")))
    places(stage)[0].setFocus()
    QTest.keyClick(places(stage)[0], KEY.Key_Down, mods)
    assert stage.response == Arranged(("swap", "mint", "stop"))
    assert places(stage)[1].hasFocus()
    QTest.keyClick(places(stage)[1], KEY.Key_Up, mods)
    assert stage.response == Arranged(("mint", "swap", "stop"))
    QTest.keyClick(places(stage)[0], KEY.Key_Up, mods)
    assert places(stage)[0].hasFocus()


@pytest.mark.parametrize("on_a_spare_action", [False, True])
def test_keys_move_what_was_added_last_from_elsewhere(staged: Staged, on_a_spare_action: bool) -> None:
    stage = staged(STEPS, Arranged(("mint", "swap", "stop")))
    pool = answer(stage).board.pool.pieces
    spare = next(piece for piece in pool if piece.item.id not in ("mint", "swap", "stop"))
    (spare if on_a_spare_action else stage.area).setFocus()
    QTest.keyClick(spare if on_a_spare_action else stage.area, KEY.Key_Up, ALT)
    assert stage.response == Arranged(("mint", "stop", "swap"))
    assert places(stage)[1].hasFocus()


def test_arrows_walk_and_delete_takes_out(staged: Staged) -> None:
    stage = staged(STEPS, Arranged(("mint", "swap")))
    QTest.keyClick(stage.area, KEY.Key_Down)
    first = answer(stage).board.pool.pieces[0]
    assert first.hasFocus()
    QTest.keyClick(first, KEY.Key_Right)
    assert places(stage)[0].hasFocus()
    QTest.keyClick(places(stage)[0], KEY.Key_Down)
    QTest.keyClick(places(stage)[1], KEY.Key_Down)
    assert places(stage)[1].hasFocus()
    QTest.keyClick(places(stage)[1], KEY.Key_Delete)
    assert stage.response == Arranged(("mint",))
    assert places(stage)[0].hasFocus()
    QTest.keyClick(places(stage)[0], KEY.Key_Backspace)
    assert stage.response == NOTHING
    assert first.hasFocus()
    QTest.keyClick(first, KEY.Key_End)
    QTest.keyClick(answer(stage).board.pool.pieces[-1], KEY.Key_Space)
    assert stage.response == Arranged(("wait",))


def test_tab_stops_once_in_each_column(staged: Staged) -> None:
    stage = staged(STEPS, Arranged(("mint", "swap")))
    for column in (answer(stage).board.pool, answer(stage).board.order):
        stops = [piece for piece in column.pieces if piece.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert len(stops) == 1


def test_carrying_an_action_between_others_makes_room(staged: Staged) -> None:
    stage = staged(STEPS, Arranged(("mint", "wipe")))
    carry(pool(stage, "swap"), places(stage)[1])
    assert stage.response == Arranged(("mint", "swap", "wipe"))
    carry(places(stage)[2], places(stage)[0])
    assert stage.response == Arranged(("wipe", "mint", "swap"))


def test_carrying_to_a_far_place_takes_the_next_free_one(staged: Staged) -> None:
    stage = staged(STEPS, Arranged(("mint",)))
    carry(pool(stage, "swap"), places(stage)[3])
    assert stage.response == Arranged(("mint", "swap"))


def test_in_a_full_order_what_is_carried_replaces(staged: Staged) -> None:
    stage = staged(STEPS, Arranged(("mint", "swap", "mail", "wipe")))
    carry(pool(stage, "stop"), places(stage)[2])
    assert stage.response == Arranged(("mint", "swap", "stop", "wipe"))


def test_carrying_back_takes_out_and_elsewhere_nothing_happens(staged: Staged) -> None:
    stage = staged(STEPS, Arranged(("mint", "swap")))
    carry(places(stage)[0], answer(stage).board, QPoint(2000, 2000))
    assert not stage.given
    carry(places(stage)[0], pool(stage, "mail"))
    assert stage.response == Arranged(("swap",))


def test_escape_puts_back_what_is_carried(staged: Staged) -> None:
    stage = staged(STEPS)
    with hold(pool(stage, "mint"), places(stage)[0]) as piece:
        QTest.keyClick(piece, KEY.Key_Escape)
    assert not stage.given


def test_names_say_place_and_state(staged: Staged) -> None:
    stage = staged(STEPS, Arranged(("mint",)))
    assert name(answer(stage).board.pool) == "Actions"
    assert role(answer(stage).board.order) is QAccessible.Role.Grouping
    used, free = pool(stage, "mint"), pool(stage, "mail")
    assert (role(used), name(used), checked(used)) == (
        QAccessible.Role.CheckBox, "B. Create the key, at place 1", True,
    )  # fmt: skip
    assert (name(free), checked(free)) == ("E. Send the key by mail", False)
    assert [name(place) for place in places(stage)][:2] == ["Place 1: Create the key", "Place 2, empty"]


@pytest.mark.parametrize("in_room", [False, True])
def test_letters_stay_with_their_actions_and_nothing_moves(staged: Staged, in_room: bool) -> None:
    stage = staged(STEPS, width=600, in_room=in_room)
    before = [(piece.item.sign, piece.item.id, piece.geometry()) for piece in answer(stage).board.pool.pieces]
    order = [place.geometry() for place in places(stage)]
    stage.respond(Arranged(("wipe", "stop", "mint", "mail")))
    QApplication.processEvents()
    after = [(piece.item.sign, piece.item.id, piece.geometry()) for piece in answer(stage).board.pool.pieces]
    assert after == before
    assert [place.geometry() for place in places(stage)] == order
    for place in places(stage):
        assert place.height() >= place.lines(place.text_width(place.width()))


def test_the_check_tells_ones_own_order_the_right_one_and_the_decoys(staged: Staged) -> None:
    stage = staged(STEPS, Arranged(("stop", "wipe", "mail")))
    stage.render(checked=True)
    assert not answer(stage).board.isVisible()
    own = rows(stage, 0)
    assert [line.rsplit(" ", 1)[1] for line in own] == ["Right", "Wrong", "Wrong", "Missed"]
    assert [row.accessibleDescription() for row in answer(stage).review.lists[0].rows] == [
        "", "Belongs at place 4.", "Not needed.", "",
    ]  # fmt: skip
    assert [line.split(" ", 2)[1] for line in rows(stage, 1)] == ["Stop", "Create", "Put", "Delete"]
    assert answer(stage).review.lists[1].rows[1].accessibleDescription() == "It has to be there."
    assert rows(stage, 2) == ["E. Send the key by mail Wrong", "F. Wait a day"]


def test_another_right_order_is_right(staged: Staged) -> None:
    stage = staged(STEPS, Arranged(("stop", "mint", "swap", "wipe")))
    stage.render(checked=True)
    assert all(line.endswith("Right") for line in rows(stage, 0))
    assert answer(stage).review.lists[0].rows[0].accessibleDescription() == "First."
    assert rows(stage, 1) == []


def test_nothing_is_told_of_an_order_not_given(staged: Staged) -> None:
    stage = staged(STEPS)
    stage.render(checked=True)
    assert rows(stage, 0) == []
    assert len(rows(stage, 1)) == 4


def test_after_an_undo_the_same_question_can_be_answered_again(staged: Staged) -> None:
    stage = staged(STEPS, Arranged(("mint",)))
    stage.render(checked=True)
    stage.area.press(0)
    assert not stage.given
    stage.response = NOTHING
    stage.render()
    stage.area.press(0)
    assert stage.response == Arranged(("stop",))


@pytest.mark.parametrize(("width", "beside"), [(700, True), (480, False)])
def test_columns_stand_beside_each_other_where_there_is_room(
    staged: Staged, theme: Theme, width: int, beside: bool
) -> None:
    stage = staged(STEPS, width=width)
    board = answer(stage).board
    assert (board.order.y() == board.pool.y()) is beside
    assert not board.order.geometry().intersects(board.pool.geometry())
