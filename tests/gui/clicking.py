"""Clicks as the system tells them."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


def double_click(widget: QWidget) -> None:
    """Press, release, and for the second press the word that it makes a double click, which QTest leaves out."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    press, release = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
    at = QPointF(widget.rect().center())
    for kind in (press, release, QEvent.Type.MouseButtonDblClick, release):
        held = none if kind is release else left
        where = QPointF(widget.mapToGlobal(at))
        event = QMouseEvent(kind, at, where, left, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)
