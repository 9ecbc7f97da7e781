"""Regions of a picture: clicked in their own shape, reached by keys, named, explained after the check."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar

from certstudy.gui.question.answers.answer import ROOM_MARGIN
from certstudy.gui.question.answers.hotspot import HotspotAnswer, Spot
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.button import Button
from tests.core.tasks.samples import HOTSPOT
from tests.gui.question.answers.conftest import Stage, Staged


def answer(stage: Stage) -> HotspotAnswer:
    return cast("HotspotAnswer", stage.area.current)


def click(stage: Stage, x: float, y: float) -> None:
    """A click at a point of the picture, wherever it is drawn."""
    shown = answer(stage)
    area, scale = shown.picture.area(), shown.picture.scale
    place = QPoint(round(area.x() + x * scale), round(area.y() + y * scale))
    target = shown.picture.childAt(place) or shown.picture
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(shown.picture, place))


@pytest.mark.parametrize("width", [300, 700])
@pytest.mark.parametrize(("x", "y", "region"), [(50, 50, "left"), (150, 50, "middle"), (250, 20, "right")])
def test_a_click_chooses_the_region_under_it(
    staged: Staged, width: int, x: float, y: float, region: str
) -> None:
    stage = staged(HOTSPOT, width=width)
    QApplication.processEvents()
    click(stage, x, y)
    assert stage.response == frozenset((region,))
    click(stage, x, y)
    assert stage.response == frozenset((region,))


def test_a_click_beside_every_region_chooses_nothing(staged: Staged) -> None:
    stage = staged(HOTSPOT)
    QApplication.processEvents()
    click(stage, 205, 90)
    click(stage, 112, 12)
    assert stage.given == []


def test_digits_space_and_arrows_reach_every_region(staged: Staged) -> None:
    stage = staged(HOTSPOT)
    stage.area.press(2)
    assert stage.response == frozenset(("right",))
    shown = answer(stage)
    stage.area.focus_first()
    QTest.keyClick(shown.spots[0], Qt.Key.Key_Right)
    QTest.keyClick(shown.spots[1], Qt.Key.Key_Space)
    assert stage.response == frozenset(("middle",))


def test_regions_are_named_and_tell_their_state(staged: Staged) -> None:
    stage = staged(HOTSPOT, frozenset(("left",)))
    spots: list[Spot] = answer(stage).spots
    assert [spot.accessibleName() for spot in spots] == ["Left", "Middle", "Right"]
    assert [spot.isChecked() for spot in spots] == [True, False, False]
    assert not any(spot.accessibleDescription() for spot in spots)
    assert answer(stage).picture.accessibleName() == "Three boxes"


def test_once_checked_each_region_has_its_mark_and_reason(staged: Staged) -> None:
    stage = staged(HOTSPOT, frozenset(("left",)))
    stage.render(checked=True)
    shown = answer(stage)
    assert [spot.accessibleName() for spot in shown.spots] == ["Left, Wrong", "Middle, Missed", "Right"]
    assert [row.accessibleName() for row in shown.reasons.rows] == [
        "1. Left Wrong",
        "2. Middle Missed",
        "3. Right",
    ]
    stage.area.press(1)
    QApplication.processEvents()
    click(stage, 150, 50)
    assert stage.given == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_regions_follow_the_picture_when_it_grows(staged: Staged, theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    stage = staged(HOTSPOT, width=900)
    QApplication.processEvents()
    picture = answer(stage).picture
    assert picture.scale == pytest.approx(scale)
    assert picture.rect().adjusted(-40, -40, 1, 1).contains(answer(stage).spots[2].geometry())


def test_in_the_exam_room_the_picture_begins_where_the_text_does(staged: Staged, theme: Theme) -> None:
    stage = staged(HOTSPOT, in_room=True)
    QApplication.processEvents()
    assert answer(stage).picture.mapTo(stage.area, QPoint(0, 0)).x() == theme.px(ROOM_MARGIN)


def test_a_picture_is_enlarged_with_its_regions_in_the_same_place(staged: Staged) -> None:
    stage = staged(HOTSPOT, width=240)
    QApplication.processEvents()
    shown = answer(stage)
    scale = shown.picture.scale
    larger = next(b for b in shown.findChildren(Button) if b.accessibleName() == "Larger")
    larger.click()
    larger.click()
    QApplication.processEvents()
    assert shown.picture.scale == pytest.approx(scale * 1.4 * 1.4, rel=0.01)
    QTest.keyClick(shown.spots[0], Qt.Key.Key_Left)
    assert not shown.spots[2].visibleRegion().isEmpty()
    click(stage, 250, 50)
    assert stage.response == frozenset(("right",))


def test_smaller_again_leaves_nothing_to_scroll(staged: Staged) -> None:
    stage = staged(HOTSPOT, width=240)
    shown = answer(stage)
    for name in ("Larger", "Larger", "Smaller", "Smaller"):
        next(b for b in shown.findChildren(Button) if b.accessibleName() == name).click()
        QApplication.processEvents()
    assert not any(bar.isVisible() for bar in shown.findChildren(QScrollBar))


def test_where_a_question_is_only_read_its_picture_can_still_be_enlarged(staged: Staged) -> None:
    stage = staged(HOTSPOT)
    stage.area.look_only()
    stage.render()
    stage.area.press(0)
    click(stage, 50, 50)
    assert stage.given == []
    assert all(button.isEnabled() for button in answer(stage).findChildren(Button))
