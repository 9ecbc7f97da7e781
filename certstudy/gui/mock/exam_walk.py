"""Where one goes in the exam room: to a question, the review, the next section, a break, the end."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from certstudy.core.syllabus import Syllabus
from certstudy.gui.mock.exam_controller import ExamController
from certstudy.gui.mock.frame import ASKING, READING, REVIEWING, RoomFrame
from certstudy.gui.mock.room_clock import RoomClock
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.announce import announce
from certstudy.gui.widgets.dialog import Dialog
from certstudy.present import mock_notice, mock_room
from certstudy.present.words import _


class ExamWalk(QObject):
    """The ways through one exam, and what is asked before those that cannot be taken back.

    Before each way what is being typed and the time so far are kept; that can use the time up, and then the exam is
    handed in and the way leads nowhere. Signals: `turned` when something else is to be rendered, `arrived` at a
    question, `started` when the overview is left, `ended` to hand the exam in.
    """

    turned = Signal()
    arrived = Signal()
    started = Signal()
    ended = Signal()

    def __init__(
        self, theme: Theme, controller: ExamController, frame: RoomFrame, clock: RoomClock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._controller, self._frame, self._clock = theme, controller, frame, clock
        self._on: Callable[[], None] = self.ask
        self.dialog: Dialog | None = None

    @property
    def before_start(self) -> bool:
        """Whether the overview is read and the clock has not begun."""
        return self._frame.reading and self._on == self._start

    def begin(self, syllabus: Syllabus) -> None:
        """A new exam at its overview, a resumed one at its question."""
        exam = self._controller.exam
        if exam.elapsed_ms == 0 and not exam.drafts:
            self._read(mock_notice.overview(syllabus, exam), self._start)
        else:
            self._show(REVIEWING if exam.exhausted else ASKING)

    def go(self, index: int) -> None:
        """To a question of the section."""
        self.keep()
        controller = self._controller
        if controller.handed_in or (index != controller.exam.index and not controller.go(index)):
            return
        self.ask()

    def next(self) -> None:
        """The next question; after the last one the review, or out of a series; from the review back."""
        exam = self._controller.exam
        if self._frame.reading:
            self.go_on()
        elif self._frame.reviewing:
            if not exam.exhausted:
                self.go(exam.index)
        elif not exam.returnable and self._controller.open:
            words = _("It is not fully answered, and you cannot return to it.")
            self._ask_for(_("Leave this question?"), words, _("Leave it"), self._pass)
        else:
            self._pass()

    def previous(self) -> None:
        """The question before."""
        place = self._controller.exam.previous_place
        if self._frame.asking and place is not None:
            self.go(place)

    def ask(self) -> None:
        """The question the exam is at."""
        self._show(ASKING)
        self.arrived.emit()

    def go_on(self) -> None:
        """On from the notice that is read."""
        self._on()

    def show_review(self) -> None:
        """The section's questions at a glance, or back from there."""
        if self._frame.reading or not self._controller.exam.returnable:
            return
        if self._frame.reviewing:
            self.next()
            return
        self.keep()
        if not self._controller.handed_in:
            self._controller.settle()
            self._show(REVIEWING)
            self._frame.review.panel.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_to_end(self) -> None:
        """Say what ending the section, or with the last one the exam, means; do so if that is wanted."""
        if self._frame.reading or not self._controller.exam.returnable:
            return
        self.keep()
        if self._controller.handed_in:
            return
        if self._controller.exam.next_section is None:
            self._ask_to_hand_in()
            return
        title = _("End section {k}?").format(k=self._controller.exam.section_number + 1)
        words = mock_room.ending(self._controller.list(), last_section=False)
        self._ask_for(title, words, _("End section"), self.leave_section)

    def ask_for_break(self) -> None:
        """Say what a break means and take one if that is wanted."""
        if self._frame.reading:
            return
        self.keep()
        if not self._controller.handed_in:
            words = mock_room.breaking(self._controller.exam)
            self._ask_for(_("Take a break?"), words, _("Take a break"), self._take_break)

    def leave_section(self) -> None:
        """On to the next section, for good."""
        self.keep()
        if not self._controller.handed_in and self._controller.leave_section():
            self._read(mock_notice.entrance(self._controller.exam), self.ask)

    def keep(self) -> None:
        """Keep what is still being typed and the time since the last step, before the question is left."""
        if self._frame.asking:
            self._frame.panes.question.asides.note.keep()
        self._clock.flush()

    def close(self) -> None:
        """Nothing is asked any more."""
        _close_popup()
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.reject()

    def _start(self) -> None:
        """The clock runs from the first question on."""
        self.started.emit()
        self.ask()

    def _pass(self) -> None:
        """On from a question that may be left."""
        exam = self._controller.exam
        if exam.next_place is not None:
            self.go(exam.next_place)
        elif exam.returnable:
            self.show_review()
        elif exam.next_section is not None:
            self.leave_section()
        else:
            self._ask_to_hand_in()

    def _ask_to_hand_in(self) -> None:
        words = mock_room.ending(self._controller.list(), last_section=True)
        self._ask_for(_("End the exam?"), words, _("End exam"), self.ended.emit)

    def _take_break(self) -> None:
        self._clock.flush()
        if not self._controller.handed_in and self._controller.take_break():
            self._read(mock_notice.on_break(), self._end_break)

    def _end_break(self) -> None:
        self._clock.flush()
        if self._controller.handed_in:
            return
        before = self._controller.exam.interruptions[-1].place
        self._controller.come_back()
        exam = self._controller.exam
        if exam.exhausted:
            self._show(REVIEWING)
        elif before not in exam.section:
            self._read(mock_notice.entrance(exam), self.ask)
        else:
            self.ask()

    def _read(self, view: mock_notice.NoticeView, go_on: Callable[[], None]) -> None:
        self._on = go_on
        self._frame.notice.show_view(view)
        self._show(READING)
        self._frame.notice.button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._frame, " ".join((f"{view.title}.", *view.lines)))

    def _show(self, stage: int) -> None:
        _close_popup()
        self._frame.show_stage(stage)
        self.turned.emit()

    def _ask_for(self, title: str, words: str, verb: str, act: Callable[[], None]) -> None:
        dialog = Dialog(self._theme, title, words, self._frame.window())
        dialog.verb(_("Keep working")).setDefault(True)
        dialog.verb(verb, "filled", accepts=True)
        dialog.accepted.connect(act)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None


def _close_popup() -> None:
    """A list or menu that is open belongs to the question that is left."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
