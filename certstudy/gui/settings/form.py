"""Rows of a settings card: a title with a line of explanation, and the control at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.label import Label


class FormRow(QWidget):
    """FormRow(theme, "Minutes a day", "What you can give on a usual evening.", field)."""

    def __init__(self, theme: Theme, title: str, help_text: str, field: QWidget) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(theme, title, Role.CONTROL, wrap=True))
        if help_text:
            words.addWidget(Label(theme, help_text, Role.CAPTION, "ink3", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        row.setSpacing(theme.px(16))
        row.addLayout(words, 1)
        row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        field.setAccessibleName(title)
        field.setAccessibleDescription(help_text)
