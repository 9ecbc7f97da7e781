"""A whole number with small steps; told of when it is done, not at every typed digit."""

from PySide6.QtWidgets import QSpinBox, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.widgets.unscrolled import FOCUS, Unscrolled

_NOTHING = " "


class NumberField(Unscrolled, QSpinBox):
    """NumberField(theme, 5, 60): the style sheet leaves the text at the edge, so the margin is set here."""

    def __init__(self, theme: Theme, lowest: int, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(FOCUS)
        self.setRange(lowest, highest)
        self.setKeyboardTracking(False)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        self.lineEdit().setTextMargins(self._theme.px(8), 0, 0, 0)
        self.setMinimumWidth(self._theme.px(104))


class OpenNumberField(NumberField):
    """OpenNumberField(theme, 0, 1000, near=700): empty until a number is given; the first step leads to `near`."""

    def __init__(self, theme: Theme, lowest: int, highest: int, near: int) -> None:
        # Qt shows its special text at the least value: one below is kept for "no number"
        super().__init__(theme, lowest - 1, highest)
        self._near = near
        self.setSpecialValueText(_NOTHING)
        self.setKeyboardTracking(True)
        self.setValue(self.minimum())
        self.lineEdit().textEdited.connect(self._heed)

    def given(self) -> int | None:
        """The number, None while there is none."""
        return None if self.value() == self.minimum() else self.value()

    @override
    def stepBy(self, steps: int) -> None:
        if self.given() is None:
            self.setValue(self._near)
        else:
            super().stepBy(steps)

    def _heed(self, text: str) -> None:
        """An emptied field holds no number; Qt would bring the last one back."""
        if not text.strip():
            self.setValue(self.minimum())
