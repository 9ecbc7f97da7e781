"""Where the parts of the coverage map stand: areas side by side where they fit, groups wrapping inside an area."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels; indent is the room of an area's code before its groups, name the line above the seats."""

    seat: int
    seat_gap: int
    group_gap: int
    area_gap: int
    row_gap: int
    name: int
    indent: int


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the map: an area's code, a group's name or one of its seats, in the order of the outline."""

    kind: Literal["code", "name", "seat"]
    rect: QRectF
    area: int
    group: int = 0


def places(blocks: Sequence[Sequence[tuple[float, int]]], width: float, sizes: Sizes) -> list[Place]:
    """All parts for areas of groups of (width of the name, number of seats), within the width."""
    found: list[Place] = []
    left = top = bottom = 0.0
    for index, groups in enumerate(blocks):
        wide = sizes.indent + _wide(groups, sizes)
        if left and left + wide > width:
            left, top = 0.0, bottom + sizes.row_gap
        block = list(_area(index, groups, left, top, width, sizes))
        found.extend(block)
        bottom = max(bottom, *(place.rect.bottom() for place in block))
        left += wide + sizes.area_gap
    return found


def _area(
    index: int, groups: Sequence[tuple[float, int]], left: float, top: float, width: float, sizes: Sizes
) -> Iterator[Place]:
    yield Place("code", QRectF(left, top + sizes.name, sizes.indent, sizes.seat), index)
    start = x = left + sizes.indent
    low = top
    for number, (name, seats) in enumerate(groups):
        room = width - start
        per_line = max(1, int((room + sizes.seat_gap) // (sizes.seat + sizes.seat_gap)))
        wide = min(room, max(name, _seats_wide(min(seats, per_line), sizes)))
        if x > start and x + wide > width:
            x, top = start, low + sizes.row_gap
        yield Place("name", QRectF(x, top, wide, sizes.name - sizes.seat_gap), index, number)
        for seat in range(seats):
            row, column = divmod(seat, per_line)
            corner = (
                x + column * (sizes.seat + sizes.seat_gap),
                top + sizes.name + row * (sizes.seat + sizes.seat_gap),
            )
            yield Place("seat", QRectF(*corner, sizes.seat, sizes.seat), index, number)
        lines = -(-seats // per_line)
        low = max(low, top + sizes.name + lines * (sizes.seat + sizes.seat_gap) - sizes.seat_gap)
        x += wide + sizes.group_gap


def _wide(groups: Sequence[tuple[float, int]], sizes: Sizes) -> float:
    parts = [max(name, _seats_wide(seats, sizes)) for name, seats in groups]
    return sum(parts) + sizes.group_gap * max(0, len(parts) - 1)


def _seats_wide(seats: int, sizes: Sizes) -> float:
    return max(0, seats * (sizes.seat + sizes.seat_gap) - sizes.seat_gap)
