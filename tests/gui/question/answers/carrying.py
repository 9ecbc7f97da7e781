"""Carries pieces with a pointer as a learner does: press, move in steps, let go."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from certstudy.gui.question.answers.piece import Piece

LEFT = Qt.MouseButton.LeftButton


@contextmanager
def hold(piece: Piece, target: QWidget, at: QPoint | None = None) -> Iterator[Piece]:
    """Carries a piece over a target, by default its middle, and lets go at the end."""
    start = QPoint(20, piece.height() // 2)
    there = piece.mapFromGlobal(target.mapToGlobal(at if at is not None else target.rect().center()))
    QTest.mousePress(piece, LEFT, pos=start)
    QTest.mouseMove(piece, start + QPoint(20, 4))
    QTest.mouseMove(piece, there)
    yield piece
    QTest.mouseRelease(piece, LEFT, pos=there)


def carry(piece: Piece, target: QWidget, at: QPoint | None = None) -> None:
    """Carries a piece to a target and lets go there."""
    with hold(piece, target, at):
        pass
