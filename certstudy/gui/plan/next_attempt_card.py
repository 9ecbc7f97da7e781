"""After a failed attempt: when the next may be sat, what the time until then is best spent on."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.today.worth_card import WorthButton
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.line import Line
from certstudy.present.recovery import RecoveryView
from certstudy.present.words import _


class NextAttemptCard(Card):
    """Rendered whole from a view: `changed({"exam_date": day})` when its day is taken, `practised(area)`."""

    changed = Signal(object)
    practised = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("The next attempt"), parent=parent)
        self._day: date | None = None
        self.words = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self.take = Button(theme, " ", "filled")
        self._unit = Label(theme, "", Role.CAPTION, "ink3", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addWidget(self.words)
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(Line(theme))
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(Label(theme, _("Where the time raises the chance most"), Role.LABEL, "ink3"))
        self.body.addWidget(self._unit)
        self.body.addSpacing(theme.px(4))
        self.body.addLayout(self._rows)
        self.take.clicked.connect(self._take)

    def show_view(self, view: RecoveryView) -> None:
        """Renders the way to the next attempt."""
        self._day = view.day
        self.words.setText(" ".join(view.sentences))
        self.take.setText(view.action)
        self.take.setVisible(view.day is not None)
        self._unit.setText(view.unit)
        empty(self._rows)
        for row in view.rows:
            button = WorthButton(self._theme)
            button.show_row(row)
            button.clicked.connect(lambda _on=False, scope=row.scope: self.practised.emit(scope))
            self._rows.addWidget(button)

    def _take(self) -> None:
        if self._day is not None:
            self.changed.emit({"exam_date": self._day})
