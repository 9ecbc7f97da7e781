"""Fields that the wheel leaves alone while the page scrolls under the pointer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from certstudy.gui.override import override

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object

# Qt's own policy of these fields gives them the focus at a turn of the wheel
FOCUS = Qt.FocusPolicy.StrongFocus


class Unscrolled(_Base):
    """Mixed in before a field's class: the wheel changes the value only where the learner has put the focus."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
