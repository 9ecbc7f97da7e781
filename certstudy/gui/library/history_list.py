"""Earlier answers to a question, the newest first."""

from PySide6.QtWidgets import QGridLayout, QWidget

from certstudy.gui.question.verdict_icons import VERDICT_ICONS
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.present.library import PastAnswer


class HistoryList(QWidget):
    """`show_past(answers, words)`: the words stand where there is no answer yet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[PastAnswer, ...], str] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(2, 1)

    def show_past(self, past: tuple[PastAnswer, ...], words: str) -> None:
        """Renders the answers."""
        if (past, words) == self._shown:
            return
        self._shown = (past, words)
        empty(self._grid)
        self._grid.setHorizontalSpacing(self._theme.px(8))
        self._grid.setVerticalSpacing(self._theme.px(6))
        for row, answer in enumerate(past):
            self._add(row, answer)
        if words:
            self._grid.addWidget(Label(self._theme, words, Role.BODY, "ink3", wrap=True), 0, 0, 1, 4)

    def _add(self, row: int, answer: PastAnswer) -> None:
        theme, ink = self._theme, answer.verdict.value
        self._grid.addWidget(IconView(theme, VERDICT_ICONS[answer.verdict], ink, 14), row, 0)
        self._grid.addWidget(Label(theme, answer.headline, Role.CONTROL), row, 1)
        self._grid.addWidget(Label(theme, answer.detail, Role.CAPTION, "ink3", wrap=True), row, 2)
        self._grid.addWidget(Label(theme, answer.when, Role.CAPTION, "ink2"), row, 3)
