"""Gaps in code and in sentences: chosen by pointer or keys, named, and explained after the check."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from certstudy.core.preferences import RoomColours
from certstudy.core.response import NOTHING, filled
from certstudy.core.tasks import Filling, Gap, Gaps
from certstudy.gui.question.answers.answer import ROOM_MARGIN
from certstudy.gui.question.answers.gaps import GapsAnswer, fillings
from certstudy.gui.question.answers.reasons import gap_rows
from certstudy.gui.theme import Theme
from certstudy.present.task_view import GapsView
from certstudy.present.tasks import task_view
from tests.core.tasks.samples import GAPS
from tests.gui.question.answers.conftest import Stage, Staged

LONG = (
    "and(succeeded(), eq(dependencies.Plan.outputs['diff.check.hasChanges'], 'true'), ne(variables.x, 'y'))"
)
WIDE = Gaps(
    "condition: [[cond]] # " + "x" * 120,
    (Gap("cond", (Filling("0", LONG), Filling("1", "always()")), "0", "Because."),),
    "yaml",
)
PROSE = Gaps(
    "The lead time is [[lead]]. The cycle time is [[cycle]].",
    tuple(
        Gap(n, (Filling("0", "8 days"), Filling("1", "19 days")), "1", "Because.") for n in ("lead", "cycle")
    ),
)


def answer(stage: Stage) -> GapsAnswer:
    return cast("GapsAnswer", stage.area.current)


def test_a_filling_is_chosen_from_the_list(staged: Staged, qtbot: QtBot) -> None:
    stage = staged(GAPS)
    stage.area.press(0)
    choice = answer(stage).sheet.choices[0]
    view = cast("QListView", choice.view())
    qtbot.waitUntil(view.isVisible)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert stage.response == filled({"event": choice.itemData(1)})
    assert choice.accessibleName() == f"Gap 1 of 2: {choice.itemText(1)}"


def test_the_list_opens_with_its_first_filling_lit(staged: Staged, qtbot: QtBot) -> None:
    stage = staged(GAPS)
    stage.area.press(0)
    choice = answer(stage).sheet.choices[0]
    view = cast("QListView", choice.view())
    qtbot.waitUntil(view.isVisible)
    assert [index.row() for index in view.selectedIndexes()] == [0]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not view.isVisible())
    assert stage.given == []
    assert choice.currentIndex() == -1


def test_arrows_step_and_delete_empties(staged: Staged) -> None:
    stage = staged(GAPS)
    first, second = answer(stage).sheet.choices
    assert first.accessibleName() == "Gap 1 of 2: not chosen"
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert stage.response == filled({"event": "0", "act": "0"})
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert stage.response == filled({"event": "0", "act": "1"})
    QTest.keyClick(first, Qt.Key.Key_Delete)
    QTest.keyClick(second, Qt.Key.Key_Backspace)
    assert stage.response == NOTHING


def test_keys_of_the_screen_are_left_to_it(staged: Staged) -> None:
    stage = staged(GAPS)
    for key in (Qt.Key.Key_1, Qt.Key.Key_M, Qt.Key.Key_Return, Qt.Key.Key_P):
        QTest.keyClick(answer(stage).sheet.choices[0], key)
    assert stage.given == []


def test_once_checked_the_right_fillings_stand_in_the_text_with_their_reasons(staged: Staged) -> None:
    stage = staged(GAPS, filled({"act": "0", "event": "0"}))
    stage.render(checked=True)
    shown = answer(stage)
    assert not any(choice.isVisible() for choice in shown.sheet.choices)
    names = [row.accessibleName() for row in shown.reasons.rows]
    assert names == ["1. push Right", "2. stop, you chose run Wrong"]
    assert shown.reasons.rows[1].accessibleDescription() == "It stops."
    stage.area.press(0)
    assert stage.given == []


def test_a_wrong_filling_stands_in_the_text_before_the_right_one(staged: Staged, theme: Theme) -> None:
    checked = task_view(GAPS, filled({"act": "0", "event": "0"}), checked=True)
    assert isinstance(checked, GapsView)
    assert [fillings(gap) for gap in checked.gaps] == [
        (("right", "push"),),
        (("wrong", "run"), ("missed", "stop")),
    ]
    stage = staged(GAPS, filled({"act": "0", "event": "0"}))
    stage.render(checked=True)
    QApplication.processEvents()
    sheet = answer(stage).sheet
    image = sheet.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    wrong, missed = theme.tokens.verdict("wrong"), theme.tokens.verdict("missed")
    assert {wrong.ink.name(), missed.ink.name()} <= seen


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_fillings_stay_within_the_sentence(staged: Staged, theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    task = Gaps("It is [[x]].", (Gap("x", (Filling("0", LONG), Filling("1", LONG[::-1])), "1", "Because."),))
    stage = staged(task, filled({"x": "0"}), width=500)
    stage.render(checked=True)
    QApplication.processEvents()
    assert answer(stage).sheet.sizeHint().width() <= 500


@pytest.mark.parametrize("task", [GAPS, PROSE])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("in_room", [False, True])
def test_controls_lie_in_their_lines_and_beside_each_other(
    staged: Staged, theme: Theme, task: Gaps, scale: float, in_room: bool
) -> None:
    theme.set_scale(scale)
    stage = staged(task, in_room=in_room, width=900)
    QApplication.processEvents()
    sheet = answer(stage).sheet
    places = [choice.geometry() for choice in sheet.choices]
    assert not places[0].intersects(places[1])
    assert all(sheet.rect().contains(place) for place in places)
    assert all(place.height() >= theme.px(24) for place in places)


def test_code_wider_than_its_place_scrolls_and_a_long_filling_is_cut_not_clipped(staged: Staged) -> None:
    stage = staged(WIDE, filled({"cond": "0"}), width=500)
    QApplication.processEvents()
    sheet = answer(stage).sheet
    assert sheet.width() > stage.area.width()
    assert QRect(0, 0, sheet.width(), sheet.height()).contains(sheet.choices[0].geometry())
    assert sheet.choices[0].toolTip() == LONG


def test_answering_moves_nothing(staged: Staged) -> None:
    stage = staged(GAPS)
    QApplication.processEvents()
    before = [choice.geometry() for choice in answer(stage).sheet.choices]
    QTest.keyClick(answer(stage).sheet.choices[0], Qt.Key.Key_Down)
    QApplication.processEvents()
    assert [choice.geometry() for choice in answer(stage).sheet.choices] == before


@pytest.mark.parametrize("in_room", [False, True])
def test_the_frame_lies_around_code_that_goes_on_beyond_it(
    staged: Staged, theme: Theme, in_room: bool
) -> None:
    stage = staged(WIDE, in_room=in_room, width=500)
    QApplication.processEvents()
    choice = answer(stage).sheet.choices[0]
    middle = choice.mapTo(stage.area, choice.rect().center()).y()
    edge = theme.tokens.room.line if in_room else theme.tokens.line
    right = 500 - 1 - (ROOM_MARGIN if in_room else 0)
    assert stage.area.grab().toImage().pixelColor(right, middle) == edge


def test_in_the_exam_room_the_frame_begins_where_the_text_does(staged: Staged, theme: Theme) -> None:
    theme.set_scale(2.0)
    stage = staged(GAPS, in_room=True)
    QApplication.processEvents()
    left = answer(stage).sheet.mapTo(stage.area, QPoint(0, 0)).x()
    assert left == theme.px(ROOM_MARGIN) + 1


def test_reasons_set_fillings_as_code_only_where_they_are_code() -> None:
    code, prose = (cast("GapsView", task_view(task, NOTHING, checked=True)) for task in (GAPS, PROSE))
    assert gap_rows(code)[0].html.startswith("<code>push</code>")
    assert gap_rows(prose)[0].html.startswith("19 days")


@pytest.fixture
def undressed(theme: Theme) -> Iterator[Theme]:
    """The theme; what it wears is taken off at the end."""
    yield theme
    theme.wear(RoomColours.USUAL)


def test_code_takes_the_colours_chosen_in_the_exam_room(staged: Staged, undressed: Theme) -> None:
    undressed.wear(RoomColours.YELLOW)
    stage = staged(GAPS, in_room=True)
    QApplication.processEvents()
    undressed.wear(RoomColours.CONTRAST)
    stage.room = undressed.tokens.room
    stage.render()
    QApplication.processEvents()
    image = answer(stage).sheet.grab().toImage()
    pixels = (image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(image.height()))
    assert {colour.hsvSaturation() for colour in pixels} == {0}
