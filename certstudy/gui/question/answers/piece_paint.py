"""How pieces are drawn in practice and in the exam room."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.metrics import CHOSEN_STROKE, TILE_STROKE
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets.painting import CENTRE, box, text
from certstudy.present.chart import Verdict

TILE, RADIUS = 24, 2
DASH = [4.0, 3.0]


class PieceLook(NamedTuple):
    """Lit = it will be given, or will take what is carried."""

    used: bool = False
    placed: bool = False
    empty: bool = False
    lit: bool = False
    over: bool = False
    verdict: Verdict | None = None


def paint_ground(
    painter: QPainter, theme: Theme, rect: QRectF, look: PieceLook, room: RoomInk | None
) -> None:
    """The piece's own box; a dashed one where something is wanted."""
    if room is not None:
        _paint_room_ground(painter, rect, look, room)
        return
    tokens, radius = theme.tokens, theme.metrics.radius_row
    hover = tokens.hover if look.over else None
    if look.verdict is not None and not look.empty:
        box(painter, rect, radius, tokens.surface, tokens.verdict(look.verdict).ink, TILE_STROKE)
    elif look.lit:
        box(painter, rect, radius, hover or tokens.surface, tokens.ink, CHOSEN_STROKE)
    elif look.empty:
        box(painter, rect, radius, hover, tokens.line2, dash=DASH)
    elif look.used:
        box(painter, rect, radius, hover, tokens.line)
    else:
        box(painter, rect, radius, hover or tokens.surface, tokens.line2 if look.placed else tokens.line)


def _paint_room_ground(painter: QPainter, rect: QRectF, look: PieceLook, room: RoomInk) -> None:
    over = room.chosen if look.over else None
    if look.lit:
        box(painter, rect, RADIUS, room.chosen, room.text, CHOSEN_STROKE)
    elif look.empty:
        box(painter, rect, RADIUS, over, room.edge, dash=DASH)
    elif look.used:
        box(painter, rect, RADIUS, over, room.line)
    else:
        box(painter, rect, RADIUS, over or (room.chosen if look.placed else room.button), room.edge)


def paint_sign(
    painter: QPainter, theme: Theme, rect: QRectF, sign: str, look: PieceLook, room: RoomInk | None
) -> None:
    """The letter or number in its tile; in the exam room without one."""
    if room is not None:
        text(painter, rect, sign, theme.font(Role.STEM), room.text if look.placed else room.text2, CENTRE)
        return
    tokens = theme.tokens
    filled = look.placed or (look.lit and not look.empty)
    edge = tokens.ink if filled else tokens.line if look.used else tokens.line2
    box(painter, rect, theme.px(5), tokens.ink if filled else None, edge, TILE_STROKE)
    ink = tokens.on_ink if filled else tokens.ink3 if look.used else tokens.ink2
    text(painter, rect, sign, theme.font(Role.LETTER), ink, CENTRE)


def paint_use(painter: QPainter, theme: Theme, rect: QRectF, words: str, room: RoomInk | None) -> None:
    """Where a piece is used, at its end."""
    if room is not None:
        text(painter, rect, words, theme.font(Role.STEM), room.text2, CENTRE)
        return
    box(painter, rect, theme.px(4), theme.tokens.ink)
    text(painter, rect, words, theme.font(Role.LETTER), theme.tokens.on_ink, CENTRE)
