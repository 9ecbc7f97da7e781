"""The learner's own note while the question is still open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.dialog import Dialog
from certstudy.present.words import _


class NoteDialog(Dialog):
    """`kept(text)` when the note is kept."""

    kept = Signal(str)

    def __init__(self, theme: Theme, note: str, parent: QWidget | None) -> None:
        super().__init__(theme, _("My note"), "", parent)
        self.text = QPlainTextEdit(note)
        self.text.setObjectName("note")
        self.text.setAccessibleName(_("My note"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(theme.px(120))
        self.body.addWidget(self.text)
        self.verb(_("Leave as it was"))
        self.verb(_("Keep the note"), "filled", accepts=True)
        self.accepted.connect(lambda: self.kept.emit(self.text.toPlainText()))
        self.text.setFocus()
