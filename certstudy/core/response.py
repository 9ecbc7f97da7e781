"""What a learner answers: options picked, items arranged, cells filled, words written.

The empty response is the same for every kind of question: `NOTHING`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Picked = frozenset[str]
"""Ids of options or regions, in no order."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """Ids of items from first to last."""

    items: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was placed."""
        return bool(self.items)

    def placed(self, item: str, at: int) -> "Arranged":
        """With an item put, or moved, to a place counted from 0; places beyond the end mean the end."""
        others = [other for other in self.items if other != item]
        others.insert(max(0, at), item)
        return Arranged(tuple(others))

    def without(self, item: str) -> "Arranged":
        """With an item taken out."""
        return Arranged(tuple(other for other in self.items if other != item))


@dataclass(frozen=True, slots=True)
class Filled:
    """A value for each cell that was filled (a row of a table, a gap in a text), in order of the cells' ids."""

    cells: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        """Whether any cell was filled."""
        return bool(self.cells)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Cells with their values."""
        return iter(self.cells)

    def __len__(self) -> int:
        """How many cells were filled."""
        return len(self.cells)

    def get(self, cell: str) -> str | None:
        """The value of a cell, None while it is empty."""
        return dict(self.cells).get(cell)

    def put(self, cell: str, value: str | None, once: bool = False) -> "Filled":
        """With a value in a cell, None to empty it; a value that may stand `once` leaves the cell it stood in."""
        kept = {name: text for name, text in self.cells if not (once and text == value)}
        held = {**kept, cell: value}
        return filled({name: text for name, text in held.items() if text is not None})


@dataclass(frozen=True, slots=True)
class Written:
    """A line that was typed."""

    text: str = ""

    def __bool__(self) -> bool:
        """Whether it holds more than blanks."""
        return bool(self.text.strip())


Response = Picked | Arranged | Filled | Written

NOTHING: Response = frozenset()


def toggled(picked: Picked, name: str, most: int) -> Picked:
    """What is picked after a press on an option or region.

    A single one moves and is never taken back by its own press, as with radio buttons: a double click chooses.
    With several, a press on one more than allowed changes nothing.
    """
    if most == 1:
        return frozenset((name,))
    if name in picked:
        return picked - {name}
    return picked | {name} if len(picked) < most else picked


def filled(cells: Mapping[str, str]) -> Filled:
    """Filled cells in their one order, so that equal answers are equal values."""
    return Filled(tuple(sorted(cells.items())))
