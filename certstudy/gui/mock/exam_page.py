"""The exam room: section by section, one question at a time, against the clock; nothing tells right from wrong."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.core.confidence import Confidence
from certstudy.core.exam import MockExam
from certstudy.core.preferences import RoomColours
from certstudy.core.response import Response
from certstudy.gui.mock.exam_controller import ExamController
from certstudy.gui.mock.exam_keys import take_answer_key
from certstudy.gui.mock.frame import ASKING, READING, REVIEWING, RoomFrame
from certstudy.gui.mock.room_clock import RoomClock
from certstudy.gui.mock.stem_text import toggled_mark
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.question.answers.moving import reveal
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.room import Room
from certstudy.gui.widgets.announce import announce
from certstudy.gui.widgets.dialog import Dialog
from certstudy.present import mock_notice, mock_room
from certstudy.present.words import _
from certstudy.study import settings


class ExamPage(Page):
    """`begin(exam)` shows it; the clock runs only while the page is on the screen and the overview is past.

    Every choice, mark and move is stored at once; at zero the exam is handed in as it stands.
    """

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._controller: ExamController | None = None
        self.dialog: Dialog | None = None
        self.frame = RoomFrame(room.theme, Pictures(room.theme, room.desk.catalog.picture))
        frame = self.frame
        self.bar, self.tools, self.foot, self.panes = frame.bar, frame.tools, frame.foot, frame.panes
        self.review, self.notice, self.list = frame.review, frame.notice, frame.list
        self.clock = RoomClock(self)
        self.stopwatch = self.clock.stopwatch
        self._on: Callable[[], None] = self._ask
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._connect()

    def begin(self, exam: MockExam) -> None:
        """Take up an exam: a new one at its overview, a resumed one at its question."""
        self._controller = ExamController(self._room.desk, self._room.operations, exam)
        self.clock.take(self._controller)
        preferences = self._room.desk.history.preferences()
        self.panes.question.asides.asks = preferences.ask_confidence
        self._room.theme.wear(preferences.room_colours)
        if exam.elapsed_ms == 0 and not exam.drafts:
            self._read(mock_notice.overview(self._room.desk.catalog.syllabus, exam), self._start)
        elif exam.exhausted:
            self._show_stage(REVIEWING)
        else:
            self._show_stage(ASKING)

    @property
    def exam(self) -> MockExam | None:
        """The exam on the screen."""
        return self._controller.exam if self._controller is not None else None

    @property
    def reviewing(self) -> bool:
        """Whether the list of the section's questions is on the screen."""
        return self.frame.stage == REVIEWING

    @property
    def reading(self) -> bool:
        """Whether a notice is on the screen: the overview, the way into a section, a break."""
        return self.frame.stage == READING

    @property
    def asking(self) -> bool:
        """Whether a question is on the screen."""
        return self.frame.stage == ASKING

    @override
    def refresh(self) -> None:
        if self._controller is None:
            return
        view = self._controller.room()
        self.frame.show_exam(self._controller.exam, view, self._controller.list())
        name = ", ".join(part for part in (view.title, view.section, view.place) if part)
        self.setAccessibleName(self.notice.accessibleName() if self.reading else name)
        self._show_time()

    def go(self, index: int) -> None:
        """To a question of the section."""
        self._keep_words()
        if self._controller is None:
            return
        if index != self._controller.exam.index and not self._controller.go(index):
            return
        self._show_stage(ASKING)
        announce(self, self._controller.room().place)
        self.take_focus()

    def next(self) -> None:
        """The next question; after the last one the review, or out of a series; from the review back."""
        controller = self._controller
        if controller is None:
            return
        exam = controller.exam
        if self.reading:
            self._go_on()
        elif self.reviewing:
            if not exam.exhausted:
                self.go(exam.index)
        elif not exam.returnable and controller.open:
            self._ask_to_pass()
        else:
            self._pass()

    def previous(self) -> None:
        """The question before."""
        if self._controller is not None and self.asking and self._controller.exam.previous_place is not None:
            self.go(self._controller.exam.previous_place)

    def mark(self) -> None:
        """Mark the question for review, or take the mark off."""
        if self._controller is not None and self.asking and self._controller.exam.returnable:
            self._controller.mark()
            self.refresh()
            marked = self._controller.kept.marked
            announce(self, _("Marked for review") if marked else _("No longer marked"))

    def respond(self, response: Response) -> None:
        """Answer the question on the screen."""
        if self._controller is not None:
            self._controller.respond(response)
            self.refresh()

    def strike(self, part: str) -> None:
        """Strike a part of the question out, or bring it back."""
        if self._controller is not None:
            self._controller.strike(part)
            self.refresh()

    def confide(self, sure: Confidence) -> None:
        """Say how sure the answer is."""
        if self._controller is not None and self.asking and self.panes.question.asides.asks:
            self._controller.confide(sure)
            self.refresh()

    def toggle_note(self) -> None:
        """The note's field, or away with it."""
        asides = self.panes.question.asides
        if self._controller is not None and self.asking:
            asides.note.keep()
            asides.open_note(not asides.note_open)
            self.tools.note.setChecked(asides.note_open)
            if asides.note_open:
                asides.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
                # the page grows by the field only once this is through
                QTimer.singleShot(0, asides.note, lambda: reveal(asides.note, asides.note.rect()))
            else:
                self.take_focus()

    def highlight(self) -> None:
        """Highlight what is selected, or take the highlight there off."""
        if self._controller is None or not self.asking:
            return
        mark = self.panes.take_selection()
        if mark is None:
            announce(self, _("Select words of the question first, then highlight them."))
            return
        self._controller.highlight(toggled_mark(self._controller.exam.highlights, mark))
        self.refresh()

    def look_up(self) -> None:
        """Open the documentation and count the minutes, or come back from it."""
        controller = self._controller
        if controller is None or not controller.exam.plan.open_book or self.reading:
            return
        self.clock.flush()
        if self._controller is None:
            return
        if controller.exam.away is not None:
            controller.come_back()
            announce(self, _("Back from the documentation"))
        elif controller.look_up():
            links = self._room.desk.catalog.syllabus.exam.links
            if links:
                self._room.navigator.open_link(links[0][1])
            announce(self, _("The minutes with the documentation are counted"))
        self.refresh()

    def show_review(self) -> None:
        """The section's questions at a glance, or back from there."""
        controller = self._controller
        if controller is None or self.reading or not controller.exam.returnable:
            return
        if self.reviewing:
            self.next()
            return
        self._keep_words()
        if self._controller is not None:
            controller.settle()
            self._show_stage(REVIEWING)
            self.review.panel.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_to_end(self) -> None:
        """Say what ending the section, or with the last one the exam, means; do so if that is wanted."""
        controller = self._controller
        if controller is None or self.reading or not controller.exam.returnable:
            return
        self._keep_words()
        if self._controller is None:
            return
        last = controller.exam.next_section is None
        words = mock_room.ending(controller.list(), last)
        if last:
            self._ask_for(_("End the exam?"), words, _("End exam"), self.hand_in)
        else:
            number = controller.exam.section_number + 1
            title = _("End section {k}?").format(k=number)
            self._ask_for(title, words, _("End section"), self.leave_section)

    def ask_for_break(self) -> None:
        """Say what a break means and take one if that is wanted."""
        controller = self._controller
        if controller is None or self.reading:
            return
        self._keep_words()
        if self._controller is not None:
            words = mock_room.breaking(controller.exam)
            self._ask_for(_("Take a break?"), words, _("Take a break"), self._take_break)

    def hand_in(self) -> None:
        """Close the exam and show its result."""
        self._keep_words()
        controller = self._controller
        if controller is None:
            return
        self.clock.stop()
        if not controller.hand_in():
            # refused by a full disk for instance: there is time to try again, unless it is used up
            if not controller.exam.expired and self.isVisible():
                self.clock.start()
            return
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.reject()
        self._controller = None
        self.clock.take(None)
        self._room.theme.wear(RoomColours.USUAL)
        self._room.navigator.show_result(controller.exam.record.id)

    def leave(self) -> None:
        """Out of the room; the exam can be resumed where it stands."""
        self._pause()
        self._room.operations.publish(Changes.SITTING)
        self._room.navigator.leave_sitting("mock")
        self._room.navigator.toast(_("The exam is kept. Resume it when you like."))

    @override
    def take_focus(self) -> None:
        answer = self.panes.question.answer
        if self.asking and answer.typed:
            answer.focus_first(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._controller is None:
            return
        self._room.theme.wear(self._room.desk.history.preferences().room_colours)
        if not self._before_start:
            self.clock.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause()
        self._room.theme.wear(RoomColours.USUAL)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.reading and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape and self.panes.question.asides.note.hasFocus():
            self.take_focus()
        elif not (self.asking and take_answer_key(self.panes.question.answer, event)):
            super().keyPressEvent(event)

    @property
    def _before_start(self) -> bool:
        return self.reading and self._on == self._start

    def _start(self) -> None:
        """The clock runs from the first question on."""
        if self.isVisible():
            self.clock.start()
        self._ask()

    def _ask(self) -> None:
        self._show_stage(ASKING)
        if self._controller is not None:
            announce(self, self._controller.room().place)
        self.take_focus()

    def _read(self, view: mock_notice.NoticeView, go_on: Callable[[], None]) -> None:
        self._on = go_on
        self.notice.show_view(view)
        self._show_stage(READING)
        self.notice.button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, " ".join((f"{view.title}.", *view.lines)))

    def _go_on(self) -> None:
        self._on()

    def _show_stage(self, stage: int) -> None:
        self.frame.show_stage(stage)
        self.refresh()

    def _pass(self) -> None:
        """On from a question that may be left."""
        controller = self._controller
        if controller is None:
            return
        following = controller.exam.next_place
        if following is not None:
            self.go(following)
        elif controller.exam.returnable:
            self.show_review()
        elif controller.exam.next_section is not None:
            self.leave_section()
        else:
            words = mock_room.ending(controller.list(), True)
            self._ask_for(_("End the exam?"), words, _("End exam"), self.hand_in)

    def _ask_to_pass(self) -> None:
        words = _("It is not fully answered, and you cannot return to it.")
        self._ask_for(_("Leave this question?"), words, _("Leave it"), self._pass)

    def leave_section(self) -> None:
        """On to the next section, for good."""
        self._keep_words()
        if self._controller is not None and self._controller.leave_section():
            self._read(mock_notice.entrance(self._controller.exam), self._ask)

    def _take_break(self) -> None:
        self.clock.flush()
        if self._controller is not None and self._controller.take_break():
            self._read(mock_notice.on_break(), self._end_break)

    def _end_break(self) -> None:
        self.clock.flush()
        if self._controller is None:
            return
        before = self._controller.exam.interruptions[-1].place
        self._controller.come_back()
        exam = self._controller.exam
        if exam.exhausted:
            self._show_stage(REVIEWING)
        elif before not in exam.section:
            self._read(mock_notice.entrance(exam), self._ask)
        else:
            self._ask()

    def _ask_for(self, title: str, words: str, verb: str, act: Callable[[], None]) -> None:
        dialog = Dialog(self._room.theme, title, words, self.window())
        dialog.verb(_("Keep working")).setDefault(True)
        dialog.verb(verb, "filled", accepts=True)
        dialog.accepted.connect(act)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def _keep_words(self) -> None:
        """Keep what is still being typed and the time since the last step, before the question is left."""
        if self.asking:
            self.panes.question.asides.note.keep()
        self.clock.flush()

    def _note(self, words: str) -> None:
        if self._controller is not None and self.asking:
            self._controller.note(words)

    def _pause(self) -> None:
        """Count what has passed and keep it, with what is still being typed."""
        if self.asking:
            self.panes.question.asides.note.keep()
        if self.clock.pause() and self._controller is not None:
            self._controller.come_back()
            self._controller.settle()

    def _move(self, words: str) -> None:
        """Time has passed."""
        if self._controller is None:
            return
        self._show_time()
        if self._controller.exam.away is not None and not self.reading:
            self.tools.show_view(self._controller.room())
        if words:
            announce(self, words, urgent=True)

    def _wake(self, break_over: bool) -> None:
        """The machine stood still: that was a pause."""
        if break_over:
            self._ask()
        else:
            self.refresh()

    def _end_at_zero(self) -> None:
        announce(self, _("The time is up. The exam is handed in."), urgent=True)
        self.hand_in()

    def _show_time(self) -> None:
        if self._controller is not None:
            self.bar.show_time(mock_room.time_view(self._controller.exam))

    def _resize_text(self, scale: float) -> None:
        self._room.theme.set_scale(scale)
        self._prefer(text_scale=scale)

    def _colour(self, colours: RoomColours) -> None:
        self._room.theme.wear(colours)
        self._prefer(room_colours=colours)

    def _prefer(self, **values: object) -> None:
        self._room.operations.carry_out(lambda: settings.change(self._room.desk, **values))

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _connect(self) -> None:
        self.clock.moved.connect(self._move)
        self.clock.woken.connect(self._wake)
        self.clock.ran_out.connect(self._end_at_zero)
        question = self.panes.question
        question.answer.responded.connect(self.respond)
        question.answer.struck.connect(self.strike)
        question.asides.confided.connect(self.confide)
        question.asides.noted.connect(self._note)
        self.notice.gone_on.connect(self._go_on)
        self.list.opened.connect(self.go)
        self.review.panel.opened.connect(self.go)
        tools, foot = self.tools, self.foot
        tools.sized.connect(self._resize_text)
        tools.coloured.connect(self._colour)
        tools.leave.clicked.connect(self.leave)
        pressed = {
            tools.mark: self.mark,
            tools.note: self.toggle_note,
            tools.highlight: self.highlight,
            tools.look_up: self.look_up,
            tools.list: self.frame.toggle_list,
            tools.rest: self.ask_for_break,
            foot.end: self.ask_to_end,
            foot.previous: self.previous,
            foot.review: self.show_review,
            foot.next: self.next,
        }
        for button, act in pressed.items():
            button.clicked.connect(lambda _on=False, act=act: act())
        for key, does in self._keys().items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)
        self._room.theme.changed.connect(self.refresh)

    def _keys(self) -> dict[str, Callable[[], object]]:
        """What can be pressed is also a key; there are no single letters but those of the answer."""
        return {
            "Alt+N": self.next,
            "Alt+P": self.previous,
            "Alt+M": self.mark,
            "Alt+R": self.show_review,
            "Alt+E": self.ask_to_end,
            "Alt+O": self.toggle_note,
            "Alt+H": self.highlight,
            "Alt+D": self.look_up,
            "Alt+B": self.ask_for_break,
            "Alt+L": self.frame.toggle_list,
            "Alt+T": self.bar.toggle,
            "Alt+X": self.tools.exhibit.toggle,
            "Ctrl+Tab": self.panes.next_page,
            "Alt+1": lambda: self.confide(Confidence.GUESS),
            "Alt+2": lambda: self.confide(Confidence.UNSURE),
            "Alt+3": lambda: self.confide(Confidence.SURE),
        }
