"""What is drawn: legible on its ground in themes and exam room, whole at any text size, large enough to hit."""

from collections import Counter
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from certstudy.core.preferences import RoomColours
from certstudy.core.response import Arranged, Response, filled
from certstudy.core.tasks import Task
from certstudy.gui.question.answers.match_row import MatchRow
from certstudy.gui.question.answers.piece import Piece
from certstudy.gui.question.answers.statement_row import StatementRow
from certstudy.gui.theme import Scheme, Theme
from certstudy.gui.widgets.option_row import OptionRow
from tests.gui.question.answers.conftest import Stage, Staged
from tests.gui.question.answers.tasks import CLAIMS, STEPS, matching
from tests.gui.theme.test_tokens import TEXT, contrast

HALF: dict[str, tuple[Task, Response]] = {
    "claims": (CLAIMS, filled({"pr": "yes", "tag": "yes"})),
    "steps": (STEPS, Arranged(("stop", "mail"))),
    "once": (matching(reuse=False), filled({"one": "squash", "all": "semi"})),
}
READ = (Piece, StatementRow, MatchRow, OptionRow)
LOOKS = [
    pytest.param(Scheme.LIGHT, False, False, id="light"),
    pytest.param(Scheme.DARK, False, False, id="dark"),
    pytest.param(Scheme.LIGHT, False, True, id="light-checked"),
    pytest.param(Scheme.DARK, False, True, id="dark-checked"),
    pytest.param(Scheme.LIGHT, True, False, id="room"),
    pytest.param(Scheme.DARK, True, False, id="room-dark"),
]


@pytest.fixture(params=HALF)
def half(request: pytest.FixtureRequest) -> tuple[Task, Response]:
    """A task and half an answer to it."""
    return HALF[request.param]


@pytest.fixture
def undressed(theme: Theme) -> Iterator[Theme]:
    """The theme; what it wears is taken off at the end."""
    yield theme
    theme.wear(RoomColours.USUAL)


def shown(
    staged: Staged, theme: Theme, half: tuple[Task, Response], in_room: bool, width: int = 700
) -> Stage:
    """Half an answer on the ground of its screen."""
    stage = staged(half[0], half[1], in_room=in_room, width=width)
    palette = stage.area.palette()
    palette.setColor(QPalette.ColorRole.Window, theme.tokens.room.page if in_room else theme.tokens.canvas)
    stage.area.setPalette(palette)
    settle(stage)
    return stage


def settle(stage: Stage) -> None:
    for _turn in range(3):
        QApplication.processEvents()
    stage.area.resize(stage.area.width(), max(200, stage.area.heightForWidth(stage.area.width())))
    for _turn in range(3):
        QApplication.processEvents()


def read(stage: Stage) -> list[QWidget]:
    """The parts with a text of their own."""
    return [part for part in stage.area.findChildren(QWidget) if isinstance(part, READ) and part.isVisible()]


def text_of(part: QWidget) -> QRect:
    """Where a part has its text."""
    left = part.text_left if isinstance(part, Piece) else 52
    width = part.text_width(part.width()) if isinstance(part, Piece) else 180
    return QRect(left, 8, width, part.height() - 16)


def legibility(stage: Stage, part: QWidget) -> float:
    """The contrast of the ground with what differs most from it, in the pixels of a part's text."""
    area = stage.area
    at = QRect(part.mapTo(area, text_of(part).topLeft()), text_of(part).size())
    image = area.grab(at).toImage()
    pixels = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    ground = QColor(pixels.most_common(1)[0][0])
    return max(contrast(QColor(pixel), ground) for pixel in pixels)


@pytest.mark.parametrize(("scheme", "in_room", "checked"), LOOKS)
def test_texts_are_legible(
    staged: Staged, theme: Theme, half: tuple[Task, Response], scheme: Scheme, in_room: bool, checked: bool
) -> None:
    theme.set_scheme(scheme)
    stage = shown(staged, theme, half, in_room)
    if checked:
        stage.render(checked=True)
        settle(stage)
    parts = [part for part in read(stage) if not (isinstance(part, Piece) and not part.item.html)]
    assert len(parts) >= 3
    for part in parts:
        assert legibility(stage, part) >= TEXT, part.accessibleName()


@pytest.mark.parametrize("colours", RoomColours)
def test_texts_are_legible_in_the_rooms_own_colours(
    staged: Staged, half: tuple[Task, Response], undressed: Theme, colours: RoomColours
) -> None:
    undressed.wear(colours)
    stage = shown(staged, undressed, half, in_room=True)
    for part in read(stage):
        if not (isinstance(part, Piece) and not part.item.html):
            assert legibility(stage, part) >= TEXT, part.accessibleName()


@pytest.mark.parametrize(
    ("in_room", "checked"), [(False, False), (False, True), (True, False)], ids=["asked", "checked", "room"]
)
@pytest.mark.parametrize(
    ("scale", "width"), [(1.0, 340), (1.0, 564), (1.0, 860), (1.5, 564), (2.0, 564), (2.0, 1180)]
)
def test_nothing_is_cut_off(
    staged: Staged,
    theme: Theme,
    half: tuple[Task, Response],
    scale: float,
    width: int,
    in_room: bool,
    checked: bool,
) -> None:
    theme.set_scale(scale)
    stage = shown(staged, theme, half, in_room, width)
    if checked:
        stage.render(checked=True)
        settle(stage)
    assert stage.area.width() == width
    for part in read(stage):
        assert part.height() >= part.heightForWidth(part.width()), part.accessibleName()
        if isinstance(part, Piece):
            assert part.height() >= part.lines(part.text_width(part.width())), part.accessibleName()
        inside = QRect(part.mapTo(stage.area, part.rect().topLeft()), part.size())
        assert stage.area.rect().contains(inside), part.accessibleName()
        beside = [
            other for other in cast("QWidget", part.parentWidget()).children() if isinstance(other, READ)
        ]
        assert not any(other.geometry().intersects(part.geometry()) for other in beside if other is not part)


@pytest.mark.parametrize("in_room", [False, True], ids=["practice", "room"])
def test_everything_that_is_pressed_is_large_enough(
    staged: Staged, theme: Theme, half: tuple[Task, Response], in_room: bool
) -> None:
    stage = shown(staged, theme, half, in_room)
    targets = [button for button in stage.area.findChildren(QAbstractButton) if button.isVisible()]
    assert len(targets) >= 6
    assert min(min(target.width(), target.height()) for target in targets) >= 32


def test_another_text_size_lays_out_again(staged: Staged, theme: Theme, half: tuple[Task, Response]) -> None:
    stage = shown(staged, theme, half, in_room=False)
    before = stage.area.heightForWidth(700)
    theme.set_scale(1.5)
    settle(stage)
    assert stage.area.heightForWidth(700) > before
    theme.set_scale(1.0)
    settle(stage)
    assert stage.area.heightForWidth(700) == before


@pytest.mark.parametrize("in_room", [False, True], ids=["practice", "room"])
def test_the_focus_is_seen(staged: Staged, theme: Theme, half: tuple[Task, Response], in_room: bool) -> None:
    stage = shown(staged, theme, half, in_room)
    window = stage.area.window()
    without = window.grab().toImage()
    stage.area.focus_first()
    settle(stage)
    assert window.grab().toImage() != without
