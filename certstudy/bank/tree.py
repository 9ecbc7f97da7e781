"""Mappings and sequences of a YAML file that remember where they and their parts stood."""

from collections.abc import Sequence
from typing import Any, Protocol

from certstudy.bank.problem import Place

Path = tuple[str | int, ...]


class Mark(Protocol):
    """A point in a file, line and column counted from 0."""

    @property
    def line(self) -> int:
        """Lines before it."""
        ...

    @property
    def column(self) -> int:
        """Characters before it on its line."""
        ...


class Map(dict[str, Any]):
    """A mapping; `marks` holds for each key where it and its value begin, `end` where the mapping is over."""

    __slots__ = ("end", "marks", "start")

    def __init__(self, start: Mark) -> None:
        """Begin empty at a place."""
        self.start = start
        self.end = start
        self.marks: dict[str, tuple[Mark, Mark]] = {}


class Seq(list[Any]):
    """A sequence; `marks` holds where each item begins."""

    __slots__ = ("marks", "start")

    def __init__(self, start: Mark) -> None:
        """Begin empty at a place."""
        self.start = start
        self.marks: list[Mark] = []


def place(file: str, mark: Mark) -> Place:
    """A mark counted as people count."""
    return Place(file, mark.line + 1, mark.column + 1)


def find(root: Map | Seq, path: Sequence[str | int], key: bool = False) -> Mark:
    """Where the value at a path begins, or its key; of a path that leads nowhere, the last step that exists."""
    mark, node = root.start, root
    for depth, step in enumerate(path):
        if isinstance(node, Map) and step in node.marks:
            marks = node.marks[str(step)]
            mark = marks[0] if key and depth == len(path) - 1 else marks[1]
            node = node[str(step)]
        elif isinstance(node, Seq) and isinstance(step, int) and step < len(node):
            mark, node = node.marks[step], node[step]
        else:
            break
    return mark
