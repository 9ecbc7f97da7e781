"""Pictures: drawn sharp and in the theme's colours; a broken one is told."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from certstudy.core.errors import ContentError
from certstudy.core.picture import Picture
from certstudy.gui.question.pictures import Pictures, drawing_inks
from certstudy.gui.theme import Scheme, Theme
from certstudy.gui.theme.tokens import dark, light
from tests.gui.question.answers.conftest import DRAWING

PICTURE = Picture("assets/x.svg", "A box", 300, 100)
SIZE = QSize(300, 100)


def colour(pictures: Pictures, x: int, y: int) -> QColor:
    return pictures.pixmap(PICTURE, SIZE, 1.0).toImage().pixelColor(x, y)


def test_a_drawing_takes_the_colours_of_the_theme(theme: Theme) -> None:
    pictures = Pictures(theme, lambda _src: DRAWING)
    assert colour(pictures, 50, 50) == light().areas[2].graphic
    assert colour(pictures, 200, 50) == light().surface
    theme.set_scheme(Scheme.DARK)
    assert colour(pictures, 50, 50) == dark().areas[2].graphic
    assert colour(pictures, 200, 50) == dark().surface


def test_every_drawing_colour_is_told_from_the_others() -> None:
    names = [ink.name() for ink in drawing_inks(light())]
    assert len(set(names)) >= len(names) - 2


def test_a_picture_with_a_dark_twin_is_shown_as_it_is(theme: Theme) -> None:
    read: list[str] = []

    def bytes_of(src: str) -> bytes:
        read.append(src)
        return DRAWING

    pictures = Pictures(theme, bytes_of)
    twin = Picture("assets/x.svg", "A box", 300, 100, dark="assets/x-dark.svg")
    theme.set_scheme(Scheme.DARK)
    pixmap = pictures.pixmap(twin, SIZE, 1.0)
    assert read == ["assets/x-dark.svg"]
    assert pixmap.toImage().pixelColor(50, 50) == QColor("#2850DB")


def test_a_picture_is_read_once_and_drawn_sharp(theme: Theme) -> None:
    read: list[str] = []

    def bytes_of(src: str) -> bytes:
        read.append(src)
        return DRAWING

    pictures = Pictures(theme, bytes_of)
    first = pictures.pixmap(PICTURE, SIZE, 2.0)
    assert (first.width(), first.devicePixelRatio()) == (600, 2.0)
    assert pictures.pixmap(PICTURE, SIZE, 2.0).cacheKey() == first.cacheKey()
    assert read == ["assets/x.svg"]


@pytest.mark.parametrize("bad", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a" + b"\0" * 20])
def test_a_broken_photograph_is_told(theme: Theme, bad: bytes) -> None:
    pictures = Pictures(theme, lambda _src: bad)
    for src in ("assets/x.png", "assets/x.svg"):
        with pytest.raises(ContentError):
            pictures.pixmap(Picture(src, "x", 10, 10), SIZE, 1.0)
