"""Shows the focus ring around widgets that paint themselves, and has them painted anew under the pointer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object
_KEEPING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Ringed(_Base):
    """Mixed in before a widget class: holds the theme and asks it for the focus ring."""

    theme: Theme

    def ring_radius(self) -> float:
        """Corner radius of the painted shape, which the ring follows."""
        return self.theme.metrics.radius_control

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.theme.ring(self, self.ring_radius(), event.reason())
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _KEEPING:
            self.theme.unring(self)
        self.update()
