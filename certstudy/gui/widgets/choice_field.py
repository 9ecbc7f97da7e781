"""A list of which one is chosen."""

from PySide6.QtWidgets import QComboBox, QWidget

from certstudy.gui.widgets.unscrolled import FOCUS, Unscrolled


class ChoiceField(Unscrolled, QComboBox):
    """A QComboBox that the wheel does not change in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(FOCUS)
