"""The learner's own words on a question; kept when typing pauses and when the focus goes."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme import Theme
from certstudy.present.words import _

PAUSE_MS = 1500


class NoteField(QPlainTextEdit):
    """`show_note(question, text)`; `written(question, text)` whenever there is something new to keep."""

    written = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._question, self._kept = theme, "", ""
        self.setObjectName("note")
        self.setAccessibleName(_("My note"))
        self.setPlaceholderText(_("Add a note to this question"))
        self.setTabChangesFocus(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.textChanged.connect(self._pause.start)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_note(self, question: str, note: str) -> None:
        """Shows a question's note; what is being typed on the same question stays."""
        if question == self._question and (self.hasFocus() or note == self._kept):
            return
        self.keep()
        self._question, self._kept = question, note
        self.setPlainText(note)
        self._pause.stop()

    @property
    def question(self) -> str:
        """The question whose note is shown."""
        return self._question

    def keep(self) -> None:
        """Says what is new, if anything is."""
        self._pause.stop()
        words = self.toPlainText().strip()
        if self._question and words != self._kept:
            self._kept = words
            self.written.emit(self._question, words)

    def restyle(self) -> None:
        """Takes its height from the theme again."""
        self.setFixedHeight(self._theme.px(72))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()
