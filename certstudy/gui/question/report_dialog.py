"""Reports an error in a question: its lines to mend, a remark, and the patch that comes of both."""

from pathlib import Path

from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from certstudy.core.question import QuestionSource
from certstudy.gui.files import ask_where
from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.dialog import Dialog
from certstudy.gui.widgets.label import Label
from certstudy.present.words import _
from certstudy.study.report import patch

COLUMNS, LINES = 92, 18


class ReportDialog(Dialog):
    """ReportDialog(theme, source, parent).open(); the buttons wait until something is mended or said."""

    def __init__(self, theme: Theme, source: QuestionSource, parent: QWidget | None = None) -> None:
        words = _("Mend the text, or say what is wrong. Send the patch to the authors of the content pack.")
        super().__init__(theme, _("Report a mistake"), words, parent)
        self._source, self._handed_on = source, ""
        self.text = self._field(
            _("The question in {file}, line {n}").format(file=source.path, n=source.first)
        )
        self.text.setFont(theme.font(Role.CODE))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setPlainText(source.block.replace("\r\n", "\n"))
        self.remark = self._field(_("What is wrong, and where one can read it"))
        self.remark.setFixedHeight(theme.px(64))
        self.said = Label(theme, "", Role.CAPTION, "ink3", wrap=True)
        self.body.addWidget(self.said)
        self.verb(_("Close"))
        self.save = self._act(_("Save the patch…"), "download")
        self.copy = self._act(_("Copy the patch"), "copy")
        self.save.clicked.connect(self._ask_where)
        self.copy.clicked.connect(self._copy)
        for field in (self.text, self.remark):
            field.textChanged.connect(self._consider)
        self._consider()
        self._size()
        self.remark.setFocus()

    def patch(self) -> str:
        """The patch as it stands, empty while nothing is mended or said."""
        return patch(self._source, self.text.toPlainText(), self.remark.toPlainText())

    def write(self, path: Path) -> bool:
        """Save the patch; False, with the reason in the dialog, if the file cannot be written."""
        try:
            path.write_bytes(self.patch().encode())
        except OSError as fault:
            reason = fault.strerror or str(fault)
            self.said.setText(
                _("The patch was not written: {reason}. Choose another folder.").format(reason=reason)
            )
            return False
        self._handed_on = self.patch()
        self.said.setText(_("Saved as {file}.").format(file=path.name))
        return True

    @override
    def reject(self) -> None:
        if self.patch() in ("", self._handed_on):
            super().reject()
        else:
            self._ask_whether()

    def _ask_whether(self) -> None:
        """What was written was neither copied nor saved as it stands."""
        asked = Dialog(
            self.theme, _("Discard the report?"), _("What you wrote is neither copied nor saved."), self
        )
        asked.verb(_("Keep writing"), "filled")
        asked.verb(_("Discard"), "danger", accepts=True)
        asked.accepted.connect(lambda: self.done(Dialog.DialogCode.Rejected.value))
        asked.open()

    def _field(self, name: str) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setObjectName("note")
        field.setTabChangesFocus(True)
        field.setAccessibleName(name)
        label = Label(self.theme, name, Role.LABEL, "ink2", wrap=True)
        label.setBuddy(field)
        self.body.addWidget(label)
        self.body.addWidget(field)
        return field

    def _act(self, words: str, icon: str) -> Button:
        """A verb that keeps the dialog open."""
        button = self.verb(words, "filled" if icon == "copy" else "plain")
        button.clicked.disconnect()
        button.set_icon_name(icon)
        return button

    def _size(self) -> None:
        """Wide and high enough for a question where the screen allows it, and for the verbs."""
        screen = QGuiApplication.primaryScreen().availableSize()
        font = QFontMetricsF(self.text.font())
        wide = int(font.horizontalAdvance("0") * COLUMNS)
        high = int(font.lineSpacing() * LINES)
        self.text.setMinimumSize(min(wide, screen.width() * 2 // 3), min(high, screen.height() * 2 // 5))
        self.setMinimumWidth(self.minimumSizeHint().width())

    def _consider(self) -> None:
        reason = "" if self.patch() else _("Mend the text or say what is wrong first.")
        for button in (self.save, self.copy):
            button.set_off(reason)
        self.said.setText(reason)

    def _copy(self) -> None:
        self._handed_on = self.patch()
        QGuiApplication.clipboard().setText(self._handed_on)
        self.said.setText(_("Copied. Paste it into a message or an issue."))

    def _ask_where(self) -> None:
        path = ask_where(self, _("Save the patch"), self._source.question, _("Patches (*.patch)"))
        if path is not None:
            self.write(path)
