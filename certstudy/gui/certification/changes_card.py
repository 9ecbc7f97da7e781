"""What the outline's newest edition changed, or all since the learner passed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.area_code import AreaCode
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.chip import Tag
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.line import Line
from certstudy.present.certification import CertificationView, ChangeRow
from certstudy.present.words import _


class ChangesCard(Card):
    """Rendered whole from a view; `practise` begins a renewal session, `editions` lists all editions."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, " ", " ", parent=parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.practise = Button(theme, " ")
        self.editions = Button(theme, _("All editions"), "quiet")
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.body.addSpacing(theme.px(14))
        self.body.addWidget(Flow(theme, (self.practise, self.editions)))

    def show_view(self, view: CertificationView) -> None:
        """Renders the changes and what else there is to know."""
        if self.title is not None and self.aside is not None:
            self.title.setText(view.changes_title)
            self.aside.setText(view.changes_aside)
        empty(self._rows)
        for row in view.changes:
            self._rows.addWidget(Line(self._theme))
            self._rows.addWidget(self._row(row))
        for note in view.notes:
            self._rows.addWidget(Line(self._theme))
            self._rows.addWidget(self._note(note))
        self.practise.setText(view.practise)
        self.practise.setVisible(bool(view.practise))

    def _row(self, change: ChangeRow) -> QWidget:
        line, px = QWidget(), self._theme.px
        grid = QGridLayout(line)
        grid.setContentsMargins(0, px(6), 0, px(6))
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        grid.addWidget(AreaCode(self._theme, change.area), 0, 0, 2, 1)
        grid.addWidget(Label(self._theme, change.title, Role.CONTROL, wrap=True), 0, 1)
        grid.addWidget(Label(self._theme, change.detail, Role.CAPTION, "ink3", wrap=True), 1, 1)
        grid.addWidget(Tag(self._theme, change.kind), 0, 2, 2, 1)
        grid.addWidget(Label(self._theme, change.questions, Role.CAPTION, "ink2"), 0, 3, 2, 1)
        grid.setColumnStretch(1, 1)
        return line

    def _note(self, words: str) -> QWidget:
        line, px = QWidget(), self._theme.px
        row = QHBoxLayout(line)
        row.setContentsMargins(0, px(10), 0, px(4))
        row.setSpacing(px(8))
        row.addWidget(IconView(self._theme, "info", size=16))
        row.addWidget(Label(self._theme, words, Role.CAPTION, "ink2", wrap=True), 1)
        return line
