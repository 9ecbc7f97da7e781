"""Schemes of high contrast for the exam room; while one is worn it dresses the whole window."""

from collections.abc import Mapping

from PySide6.QtGui import QColor

from certstudy.core.preferences import RoomColours
from certstudy.gui.theme import tokens as palettes
from certstudy.gui.theme.tokens import CodeInk, RoomInk, Tokens

# scheme: dark or not, ground, ink, ground of tools, ground of what is chosen
_SCHEMES: Mapping[RoomColours, tuple[bool, str, str, str, str]] = {
    RoomColours.CREAM: (False, "#FFF8E1", "#000000", "#F3E9C8", "#E6D9AE"),
    RoomColours.YELLOW: (True, "#000000", "#FFE34D", "#1C1A08", "#3D3810"),
    RoomColours.CONTRAST: (True, "#000000", "#FFFFFF", "#1A1A1A", "#3A3A3A"),
}


def dressed(tokens: Tokens, colours: RoomColours) -> Tokens:
    """The tokens in a scheme; the same ones for the usual colours."""
    if colours not in _SCHEMES:
        return tokens
    dark, *named = _SCHEMES[colours]
    ground, ink, tool, chosen = map(QColor, named)
    base = palettes.dark() if dark else palettes.light()
    room = RoomInk(
        page=ground,
        text=ink,
        text2=ink,
        bar=ink,
        on_bar=ground,
        tool=tool,
        on_tool=ink,
        line=ink,
        edge=ink,
        button=ground,
        chosen=chosen,
        primary=ink,
        on_primary=ground,
    )
    return base._replace(
        canvas=ground,
        rail=ground,
        surface=ground,
        sunken=tool,
        hover=tool,
        press=chosen,
        line=ink,
        line2=ink,
        ink=ink,
        ink2=ink,
        ink3=ink,
        on_ink=ground,
        code=CodeInk(*(ink for _ in CodeInk._fields)),
        room=room,
    )
