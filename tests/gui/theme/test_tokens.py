"""Contrast as WCAG 2 counts it: 4.5 for text and 3.0 for graphics, on every ground a colour stands on."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor

from certstudy.gui.theme.tokens import (
    AREA_SLOTS,
    RoomInk,
    Tokens,
    dark,
    light,
)

TEXT, GRAPHIC = 4.5, 3.0
THEMES = {"light": light(), "dark": dark()}
ROOMS = {
    "light": light().room,
    "dark": dark().room,
}
GROUNDS = ("canvas", "rail", "surface", "sunken", "hover", "press")
# a verdict's words stand on these and on its own tint only
VERDICT_GROUNDS = ("canvas", "surface", "sunken", "hover")


def contrast(one: QColor, other: QColor) -> float:
    """The WCAG 2 contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


@pytest.fixture(params=THEMES)
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return THEMES[request.param]


@pytest.fixture(params=ROOMS)
def room(request: pytest.FixtureRequest) -> RoomInk:
    return ROOMS[request.param]


def test_the_measure_itself() -> None:
    """The two values everybody agrees on, and one in between."""
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#ffffff"), QColor("#ffffff")) == pytest.approx(1)
    assert contrast(QColor("#767676"), QColor("#ffffff")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3"])
def test_text_on_grounds(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(tokens.named(ink), tokens.named(ground)) >= TEXT


@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_on_grounds(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.line2, tokens.named(ground)) >= GRAPHIC


def test_text_on_ink(tokens: Tokens) -> None:
    assert contrast(tokens.on_ink, tokens.ink) >= TEXT
    assert contrast(tokens.on_ink, tokens.ink2) >= TEXT


@pytest.mark.parametrize("slot", range(AREA_SLOTS))
def test_areas(tokens: Tokens, slot: int) -> None:
    area = tokens.area(slot)
    assert contrast(area.text, area.tint) >= TEXT
    for ground in GROUNDS:
        assert contrast(area.graphic, tokens.named(ground)) >= GRAPHIC, ground


@pytest.mark.parametrize("verdict", ["right", "partly", "wrong", "flagged"])
def test_verdicts(tokens: Tokens, verdict: str) -> None:
    ink = tokens.verdict(verdict)
    assert contrast(ink.ink, ink.tint) >= TEXT
    for ground in VERDICT_GROUNDS:
        assert contrast(ink.ink, tokens.named(ground)) >= TEXT, ground
    for ground in GROUNDS:
        assert contrast(ink.ink, tokens.named(ground)) >= GRAPHIC, ground


@pytest.mark.parametrize(
    "kind",
    ["text", "name", "string", "number", "keyword", "comment", "punctuation", "inserted", "deleted"],
)
def test_code(tokens: Tokens, kind: str) -> None:
    assert contrast(getattr(tokens.code, kind), tokens.sunken) >= TEXT


def test_the_ramp_rises_from_the_ground_to_the_ink(tokens: Tokens) -> None:
    steps = [contrast(step, tokens.surface) for step in tokens.ramp]
    assert len(steps) == 5
    assert all(later > earlier for earlier, later in pairwise(steps))
    assert tokens.ramp[-1] == tokens.ink


def test_reading_in_the_exam_room(room: RoomInk) -> None:
    for ground in (room.page, room.tool, room.button, room.chosen):
        assert contrast(room.text, ground) >= TEXT
    assert contrast(room.text2, room.page) >= TEXT
    assert contrast(room.on_bar, room.bar) >= TEXT
    assert contrast(room.on_tool, room.tool) >= TEXT
    assert contrast(room.on_primary, room.primary) >= TEXT


def test_edges_in_the_exam_room(room: RoomInk) -> None:
    for ground in (room.page, room.button):
        assert contrast(room.edge, ground) >= GRAPHIC


def test_a_sixth_area_repeats_the_colours_hatched(tokens: Tokens) -> None:
    first, sixth = tokens.area(0), tokens.area(AREA_SLOTS)
    assert (sixth.graphic, sixth.text, sixth.tint) == (first.graphic, first.text, first.tint)
    assert (first.hatched, sixth.hatched) == (False, True)


def test_missed_looks_as_partly_and_verdicts_differ(tokens: Tokens) -> None:
    assert tokens.verdict("missed") == tokens.verdict("partly")
    inks = {tokens.verdict(name).ink.name() for name in ("right", "partly", "wrong", "flagged")}
    assert len(inks) == 4
