"""Reads on the worker of which only the last one asked for counts."""

from collections.abc import Callable
from typing import Generic, TypeVar

from certstudy.gui.operations import Operations

T = TypeVar("T")


class Latest(Generic[T]):
    """`done` gets what the newest request found; what older ones find is dropped, wherever they stand."""

    def __init__(self, operations: Operations, done: Callable[[T], None]) -> None:
        self._operations, self._done = operations, done
        self._turn = 0

    def ask(self, read: Callable[[], T]) -> None:
        """Read on the worker; what was asked for before no longer counts, and is not begun any more."""
        self._turn += 1
        turn = self._turn
        self._operations.in_background(
            lambda: (read(),) if turn == self._turn else (), lambda found: self._arrived(turn, found)
        )

    def drop(self) -> None:
        """Let nothing arrive that was asked for so far."""
        self._turn += 1

    def _arrived(self, turn: int, found: tuple[T] | tuple[()]) -> None:
        if turn == self._turn and found:
            self._done(found[0])
