"""What a screen reader is told of a widget."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def role(widget: QWidget) -> QAccessible.Role:
    """Its role."""
    return QAccessible.queryAccessibleInterface(widget).role()


def name(widget: QWidget) -> str:
    """Its name as Qt hands it on."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def checked(widget: QWidget) -> bool:
    """Whether its state says that it is on."""
    return bool(QAccessible.queryAccessibleInterface(widget).state().checked)
