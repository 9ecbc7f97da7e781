"""When we are wrong: the learner keeps everything and can read and copy what happened."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.dialog import Dialog
from certstudy.present.words import _


class CrashDialog(Dialog):
    """Shows a report that was already written to `place`."""

    def __init__(self, theme: Theme, report: str, place: str, parent: QWidget | None) -> None:
        words = _("A fault in the app, not yours. Every answer you gave is saved. The report is in {place}.")
        super().__init__(theme, _("Something went wrong in the app"), words.format(place=place), parent)
        self.text = QPlainTextEdit(report)
        self.text.setObjectName("note")
        self.text.setReadOnly(True)
        self.text.setFont(theme.font(Role.CODE))
        self.text.setMinimumSize(theme.px(560), theme.px(220))
        self.text.setAccessibleName(_("Report"))
        self.body.addWidget(self.text)
        copy = self.verb(_("Copy the report"))
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        self.verb(_("Go on"), "filled").setDefault(True)
