"""Gaps, regions and the typed line are legible on their ground in both themes and in the exam room."""

from collections import Counter

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QWidget

from certstudy.core.response import Response, Written, filled
from certstudy.core.tasks import Task
from certstudy.gui.question.answers.gap_choice import GapChoice
from certstudy.gui.question.answers.hotspot import BADGE, Spot
from certstudy.gui.theme import Scheme, Theme
from tests.core.tasks.samples import GAPS, HOTSPOT, SHORT
from tests.gui.question.answers.conftest import Stage, Staged
from tests.gui.question.answers.test_look import settle
from tests.gui.theme.test_tokens import TEXT, contrast

HALF: dict[str, tuple[Task, Response, type[QWidget]]] = {
    "gaps": (GAPS, filled({"act": "0"}), GapChoice),
    "regions": (HOTSPOT, frozenset(("left",)), Spot),
    "typed": (SHORT, Written("git reflog"), QLineEdit),
}


def legibility(stage: Stage, part: QWidget) -> float:
    """The contrast of the commonest colour with what differs most from it, where the part has its text."""
    inner = part.rect().adjusted(4, 4, -4, -4)
    if isinstance(part, Spot):
        size = part.theme.px(BADGE)
        inner = QRect(1, 1, size - 2, size - 2)
    image = stage.area.grab(QRect(part.mapTo(stage.area, inner.topLeft()), inner.size())).toImage()
    pixels = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    ground = QColor(pixels.most_common(1)[0][0])
    return max(contrast(QColor(pixel), ground) for pixel in pixels)


@pytest.mark.parametrize("kind", HALF)
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("in_room", [False, True], ids=["practice", "room"])
def test_fields_are_legible(staged: Staged, theme: Theme, kind: str, scheme: Scheme, in_room: bool) -> None:
    theme.set_scheme(scheme)
    task, response, part_type = HALF[kind]
    stage = staged(task, response, in_room=in_room)
    settle(stage)
    parts = [part for part in stage.area.findChildren(part_type) if part.isVisible()]
    assert parts
    for part in parts:
        assert legibility(stage, part) >= TEXT, part.accessibleName()


@pytest.mark.parametrize("kind", HALF)
@pytest.mark.parametrize("checked", [False, True])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 340), (1.0, 860), (2.0, 564)])
def test_everything_fits_its_place(
    staged: Staged, theme: Theme, kind: str, checked: bool, scale: float, width: int
) -> None:
    theme.set_scale(scale)
    task, response, part_type = HALF[kind]
    stage = staged(task, response, width=width)
    stage.render(checked=checked)
    settle(stage)
    assert stage.area.width() == width
    for part in stage.area.findChildren(part_type):
        if part.isVisible() and part_type is not GapChoice:
            inside = QRect(part.mapTo(stage.area, part.rect().topLeft()), part.size())
            assert stage.area.rect().adjusted(-part.height(), -part.height(), 1, 1).contains(inside)
