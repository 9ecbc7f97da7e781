"""What a candidate does with the question on the screen: answer, mark, strike out, note, highlight, look up."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from certstudy.core.confidence import Confidence
from certstudy.core.response import Response
from certstudy.gui.mock.exam_controller import ExamController
from certstudy.gui.mock.frame import RoomFrame
from certstudy.gui.mock.room_clock import RoomClock
from certstudy.gui.mock.stem_text import toggled_mark
from certstudy.gui.question.answers.moving import reveal
from certstudy.gui.room import Room
from certstudy.gui.widgets.announce import announce
from certstudy.present.words import _


class QuestionActs(QObject):
    """Each act is stored at once. `done` when something is to be rendered, `returned` from the note to the answer."""

    done = Signal()
    returned = Signal()

    def __init__(
        self, room: Room, controller: ExamController, frame: RoomFrame, clock: RoomClock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._room, self._controller, self._frame, self._clock = room, controller, frame, clock

    def respond(self, response: Response) -> None:
        """Answer the question on the screen."""
        self._controller.respond(response)
        self.done.emit()

    def strike(self, part: str) -> None:
        """Strike a part of the question out, or bring it back."""
        self._controller.strike(part)
        self.done.emit()

    def mark(self) -> None:
        """Mark the question for review, or take the mark off."""
        if self._frame.asking and self._controller.exam.returnable:
            self._controller.mark()
            self.done.emit()
            marked = self._controller.kept.marked
            announce(self._frame, _("Marked for review") if marked else _("No longer marked"))

    def confide(self, sure: Confidence) -> None:
        """Say how sure the answer is."""
        if self._frame.asking and self._frame.panes.question.asides.asks:
            self._controller.confide(sure)
            self.done.emit()

    def note(self, words: str) -> None:
        """Keep a note on the question."""
        if self._frame.asking:
            self._controller.note(words)

    def toggle_note(self) -> None:
        """The note's field, or away with it."""
        if not self._frame.asking:
            return
        asides = self._frame.panes.question.asides
        asides.note.keep()
        asides.open_note(not asides.note_open)
        self._frame.tools.note.setChecked(asides.note_open)
        if asides.note_open:
            asides.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            # the page grows by the field only once this is through
            QTimer.singleShot(0, asides.note, lambda: reveal(asides.note, asides.note.rect()))
        else:
            self.returned.emit()

    def highlight(self) -> None:
        """Highlight what is selected, or take the highlight there off."""
        if not self._frame.asking:
            return
        mark = self._frame.panes.take_selection()
        if mark is None:
            announce(self._frame, _("Select words of the question first, then highlight them."))
            return
        self._controller.highlight(toggled_mark(self._controller.exam.highlights, mark))
        self.done.emit()

    def look_up(self) -> None:
        """Open the documentation and count the minutes, or come back from it."""
        controller = self._controller
        if self._frame.reading or not controller.exam.plan.open_book:
            return
        self._clock.flush()
        if controller.handed_in:
            return
        if controller.exam.away is not None:
            controller.come_back()
            announce(self._frame, _("Back from the documentation"))
        elif controller.look_up():
            links = self._room.desk.catalog.syllabus.exam.links
            if links:
                self._room.navigator.open_link(links[0][1])
            announce(self._frame, _("The minutes with the documentation are counted"))
        self.done.emit()
