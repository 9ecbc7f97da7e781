"""How an option row is drawn in practice and in the exam room."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.metrics import CHOSEN_STROKE, TILE_STROKE
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import CENTRE, LEFT, box, text, width_of
from certstudy.present.chart import Verdict

Place = Literal["alone", "first", "middle", "last", "only"]
TILE, GLYPH, EDGE = 24, 15, 3
GLYPHS: dict[Verdict, str] = {"right": "check", "partly": "contrast", "missed": "circle-dashed", "wrong": "x"}


@dataclass(frozen=True, slots=True)
class RowLook:
    """Everything about a row's state that changes its picture; place "alone" = before checking."""

    letter: str
    multiple: bool
    chosen: bool
    struck: bool
    over: bool
    verdict: Verdict | None
    word: str
    place: Place


def paint_ground(painter: QPainter, theme: Theme, rect: QRectF, look: RowLook, edge_part: float) -> None:
    """The row's own box, or its part of the joined card; edge_part 0 to 1 grows the verdict's edge."""
    tokens, metrics = theme.tokens, theme.metrics
    if look.place != "alone":
        _paint_joined(painter, theme, rect, look, edge_part)
        return
    if look.struck:
        box(painter, rect, metrics.radius_row, None, tokens.line)
    elif look.chosen and look.verdict is None:
        box(painter, rect, metrics.radius_row, tokens.surface, tokens.ink, CHOSEN_STROKE)
    else:
        box(painter, rect, metrics.radius_row, tokens.hover if look.over else tokens.surface, tokens.line)
    if look.verdict is not None:
        shape = QPainterPath()
        shape.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), metrics.radius_row, metrics.radius_row)
        _paint_edge(painter, rect, shape, tokens.verdict(look.verdict).ink, edge_part)


def _paint_joined(painter: QPainter, theme: Theme, rect: QRectF, look: RowLook, edge_part: float) -> None:
    tokens, radius = theme.tokens, theme.metrics.radius_card
    above = 0 if look.place in ("first", "only") else radius * 2
    below = 0 if look.place in ("last", "only") else radius * 2
    painter.save()
    painter.setClipRect(rect)
    card = rect.adjusted(0, -above, 0, below)
    box(painter, card, radius, tokens.surface, tokens.line)
    if look.place in ("middle", "last"):
        painter.fillRect(QRectF(rect.left() + 1, rect.top(), rect.width() - 2, 1), tokens.line)
    if look.verdict is not None:
        shape = QPainterPath()
        shape.addRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        _paint_edge(painter, rect, shape, tokens.verdict(look.verdict).ink, edge_part)
    painter.restore()


def _paint_edge(painter: QPainter, rect: QRectF, shape: QPainterPath, ink: QColor, part: float) -> None:
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(QRectF(rect.left(), rect.top(), EDGE, rect.height() * part), ink)
    painter.restore()


def paint_tile(painter: QPainter, theme: Theme, at: QPointF, look: RowLook) -> None:
    """The letter's tile: round = choose one, square = choose several; filled = chosen."""
    tokens = theme.tokens
    size = theme.px(TILE)
    rect = QRectF(at.x(), at.y(), size, size)
    radius = theme.px(5) if look.multiple else size / 2
    filled = look.chosen and not look.struck
    edge = tokens.ink if filled else (tokens.line if look.struck else tokens.line2)
    box(painter, rect, radius, tokens.ink if filled else None, edge, TILE_STROKE)
    ink = tokens.on_ink if filled else (tokens.ink3 if look.struck else tokens.ink2)
    text(painter, rect, look.letter, theme.font(Role.LETTER), ink, CENTRE)


def verdict_width(theme: Theme, look: RowLook) -> float:
    """Room the verdict's glyph and word need at the right."""
    return word_width(theme, look.word) if look.verdict is not None else 0.0


def word_width(theme: Theme, word: str) -> float:
    """The same for a verdict's word."""
    return theme.px(GLYPH + 4 + 12) + width_of(theme.font(Role.CAPTION_FIGURE), word)


def paint_verdict(painter: QPainter, theme: Theme, right: float, middle: float, look: RowLook) -> None:
    """Glyph and word, ending at the right."""
    if look.verdict is None:
        return
    ink = theme.tokens.verdict(look.verdict).ink
    font, size = theme.font(Role.CAPTION_FIGURE), theme.px(GLYPH)
    wide = width_of(font, look.word)
    left = right - wide - theme.px(4) - size
    paint_icon(painter, GLYPHS[look.verdict], QRectF(left, middle - size / 2, size, size), ink)
    line = QRectF(right - wide, middle - size, wide + 2, 2 * size)
    text(painter, line, look.word, font, ink, LEFT)


def paint_room_row(painter: QPainter, theme: Theme, rect: QRectF, look: RowLook, room: RoomInk) -> None:
    """The exam room's plain row: a radio circle or a check box; the chosen one on grey."""
    if look.chosen:
        painter.fillRect(rect, room.chosen)
    size = theme.px(16)
    square = QRectF(rect.left() + theme.px(14), rect.top() + theme.px(15), size, size)
    painter.setPen(QPen(room.edge, 1.5))
    painter.setBrush(room.page)
    if not look.multiple:
        painter.drawEllipse(square)
        if look.chosen:
            inner = size * 0.22
            box(painter, square.adjusted(inner, inner, -inner, -inner), size, room.text)
        return
    if look.chosen:
        box(painter, square, 2, room.edge)
        paint_icon(painter, "check", square.adjusted(2, 2, -2, -2), room.page)
        return
    painter.drawRoundedRect(square, 2, 2)
