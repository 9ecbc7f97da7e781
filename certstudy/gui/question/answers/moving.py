"""Brings the keyboard's focus to a part of an answer, in sight."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

MARGIN = 24


def focus_on(widget: QWidget) -> None:
    """Focuses a widget by key, which shows the ring, and scrolls until it is in sight."""
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    reveal(widget, widget.rect())


def reveal(widget: QWidget, part: QRect) -> None:
    """Scrolls the area around a widget until a part of it is in sight."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    inner = area.widget() if isinstance(area, QScrollArea) else None
    if isinstance(area, QScrollArea) and inner is not None:
        for corner in (part.bottomLeft(), part.topLeft()):
            at = widget.mapTo(inner, corner)
            area.ensureVisible(at.x(), at.y(), 0, MARGIN)


def rove(stops: list[QWidget], here: QWidget) -> None:
    """Leaves one of the widgets for Tab to stop at; the others are reached from it by the arrows."""
    for stop in stops:
        policy = Qt.FocusPolicy.StrongFocus if stop is here else Qt.FocusPolicy.ClickFocus
        if stop.focusPolicy() != policy:
            stop.setFocusPolicy(policy)


def around(at: QPoint, margin: int) -> QRect:
    """A small square around a point."""
    return QRect(at.x() - margin, at.y() - margin, 2 * margin, 2 * margin)
