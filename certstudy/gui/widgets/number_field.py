"""A whole number with small steps; told of when it is done, not at every typed digit."""

from PySide6.QtWidgets import QSpinBox, QWidget

from certstudy.gui.theme.theme import Theme


class NumberField(QSpinBox):
    """NumberField(theme, 5, 60): the style sheet leaves the text at the edge, so the margin is set here."""

    def __init__(self, theme: Theme, lowest: int, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setRange(lowest, highest)
        self.setKeyboardTracking(False)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        self.lineEdit().setTextMargins(self._theme.px(8), 0, 0, 0)
        self.setMinimumWidth(self._theme.px(104))
