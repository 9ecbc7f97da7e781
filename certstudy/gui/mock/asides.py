"""Below the answer in the exam room: how sure one is, and a note on the question."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from certstudy.core.confidence import Confidence
from certstudy.gui.mock.ink import RoomButton, Words
from certstudy.gui.question.note_field import NoteField
from certstudy.gui.theme import Role, Theme
from certstudy.present.confidence import confidence_word
from certstudy.present.mock_room import RoomView
from certstudy.present.words import _


class Asides(QWidget):
    """`confided(confidence)` when a word is pressed, `noted(words)` when there is something new to keep."""

    confided = Signal(object)
    noted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.asks = True
        self._question = Words(theme, _("How sure are you?"), Role.BODY, "text2")
        self.buttons: dict[Confidence, RoomButton] = {}
        self._sure = QWidget()
        row = QHBoxLayout(self._sure)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._question)
        for confidence in Confidence:
            button = RoomButton(theme, confidence_word(confidence))
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, confidence=confidence: self.confided.emit(confidence))
            self.buttons[confidence] = button
            row.addWidget(button)
        row.addStretch(1)
        self._note_head = Words(theme, _("Note"), Role.LABEL, "text2")
        self.note = NoteField(theme)
        self.note.setPlaceholderText(_("For yourself; it is kept with the result"))
        self.note.written.connect(lambda _question, text: self.noted.emit(text))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._sure)
        self._column.addWidget(self._note_head)
        self._column.addWidget(self.note)
        self.open_note(False)
        theme.changed.connect(self.restyle)
        self.restyle()

    @property
    def note_open(self) -> bool:
        """Whether the note's field is shown."""
        return not self.note.isHidden()

    def show_view(self, view: RoomView) -> None:
        """Renders what the candidate said and wrote."""
        self._sure.setVisible(self.asks and view.question is not None)
        for confidence, button in self.buttons.items():
            button.setChecked(view.confidence is confidence)
        if view.question is not None:
            other = view.question.id != self.note.question
            self.note.show_note(view.question.id, view.note)
            if other:
                self.open_note(bool(view.note))

    def open_note(self, shown: bool) -> None:
        """Shows or hides the note's field."""
        self._note_head.setVisible(shown)
        self.note.setVisible(shown)

    def restyle(self) -> None:
        """Takes its gaps from the theme again."""
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(18), px(12), 0)
        self._column.setSpacing(px(6))
