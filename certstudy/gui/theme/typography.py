"""Roles of text and the fonts that play them; no font name or size stands anywhere else."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtGui import QFont

SANS = "Inter"
DISPLAY = "Inter Display"
MONO = "JetBrains Mono"


class Face(NamedTuple):
    """A face at 100 %: weight 400 to 600, size, line height and spacing in pixels."""

    family: str
    weight: int
    size: float
    line: int
    spacing: float = 0.0


class Role(Enum):
    """What a text is for."""

    SCORE = Face(DISPLAY, 600, 56, 60, -2.0)
    HERO = Face(DISPLAY, 600, 44, 48, -1.4)
    HERO_UNIT = Face(DISPLAY, 600, 24, 48, -0.2)
    TITLE = Face(DISPLAY, 600, 26, 32, -0.4)
    VERDICT = Face(SANS, 600, 16, 22)
    STEM = Face(SANS, 400, 16, 25)
    HEADING = Face(SANS, 600, 15, 20, -0.1)
    QUESTION = Face(SANS, 600, 15, 23)
    CONTEXT = Face(SANS, 400, 15, 23)
    OPTION = Face(SANS, 400, 14, 22)
    OPTION_ANSWERED = Face(SANS, 500, 14, 22)
    CONTROL_LARGE = Face(SANS, 500, 14, 20)
    STAT = Face(SANS, 600, 14, 20)
    BODY = Face(SANS, 400, 13, 20)
    CONTROL = Face(SANS, 500, 13, 20)
    FIGURE = Face(SANS, 600, 13, 20)
    CAPTION = Face(SANS, 400, 12, 16)
    LABEL = Face(SANS, 500, 12, 16)
    CAPTION_FIGURE = Face(SANS, 600, 12, 16)
    AXIS = Face(SANS, 400, 11, 16)
    AXIS_LABEL = Face(SANS, 500, 11, 16)
    AXIS_FIGURE = Face(SANS, 600, 11, 16)
    TILE = Face(MONO, 600, 11, 16)
    STRIP_CODE = Face(MONO, 600, 12, 16)
    LETTER = Face(MONO, 400, 12, 16)
    KEY = Face(MONO, 400, 11, 16)
    TOKEN = Face(MONO, 400, 12, 16)
    CODE = Face(MONO, 400, 13, 20)


class Typography:
    """The fonts of one text size, each made once."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self._fonts: dict[Role, QFont] = {}

    def font(self, role: Role) -> QFont:
        """The font for a role."""
        font = self._fonts.get(role)
        if font is None:
            font = self._fonts[role] = self._make(role.value)
        return font

    def line(self, role: Role) -> int:
        """The line height of a role, in pixels."""
        return int(role.value.line * self.scale + 0.5)

    def size(self, role: Role) -> int:
        """The pixel size of a role's font."""
        return int(role.value.size * self.scale + 0.5)

    def _make(self, face: Face) -> QFont:
        font = QFont([face.family, SANS] if face.family == DISPLAY else [face.family])
        font.setPixelSize(int(face.size * self.scale + 0.5))
        font.setWeight(QFont.Weight(face.weight))
        if face.family == MONO:
            font.setStyleHint(QFont.StyleHint.Monospace)
            font.setFixedPitch(True)
        if face.spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spacing * self.scale)
        return font


def paper_font(pixels: int, code: bool = False) -> QFont:
    """The font of what is printed; the size of the text on the screen does not matter there."""
    font = QFont([MONO if code else SANS])
    font.setPixelSize(pixels)
    return font
