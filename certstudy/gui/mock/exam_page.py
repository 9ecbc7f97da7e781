"""The exam room: section by section, one question at a time, against the clock; nothing tells right from wrong."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.core.confidence import Confidence
from certstudy.core.exam import MockExam
from certstudy.core.preferences import RoomColours
from certstudy.gui.mock.exam_controller import ExamController
from certstudy.gui.mock.exam_keys import take_answer_key
from certstudy.gui.mock.exam_walk import ExamWalk
from certstudy.gui.mock.frame import RoomFrame
from certstudy.gui.mock.ink import RoomButton
from certstudy.gui.mock.question_acts import QuestionActs
from certstudy.gui.mock.room_clock import RoomClock
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.room import Room
from certstudy.gui.widgets.announce import announce
from certstudy.gui.widgets.tab_order import tab_through
from certstudy.present import mock_room
from certstudy.present.words import _
from certstudy.study import settings


class Sat(NamedTuple):
    """The exam that is sat: what it holds, where one goes in it, what one does with a question."""

    controller: ExamController
    walk: ExamWalk
    acts: QuestionActs


Act = Callable[[Sat], object]
"""What a button or a key does with the exam that is sat."""


class ExamPage(Page):
    """`begin(exam)` shows it; the clock runs only while the page is on the screen and the overview is past.

    Every choice, mark and move is stored at once; at zero the exam is handed in as it stands.
    """

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._sat: Sat | None = None
        self.frame = RoomFrame(room.theme, Pictures(room.theme, room.desk.catalog.picture))
        frame = self.frame
        self.bar, self.tools, self.foot, self.panes = frame.bar, frame.tools, frame.foot, frame.panes
        self.review, self.notice, self.list = frame.review, frame.notice, frame.list
        self.clock = RoomClock(self)
        self.stopwatch = self.clock.stopwatch
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._connect()
        self._bind_buttons_and_keys()

    def begin(self, exam: MockExam) -> None:
        """Take up an exam: a new one at its overview, a resumed one at its question."""
        desk = self._room.desk
        self._sit(ExamController(desk, self._room.operations, exam))
        preferences = desk.history.preferences()
        self.panes.question.asides.asks = preferences.ask_confidence
        self._room.theme.wear(preferences.room_colours)
        self.walk.begin(desk.catalog.syllabus)

    @property
    def exam(self) -> MockExam | None:
        """The exam on the screen."""
        return self._sat.controller.exam if self._sat is not None else None

    @property
    def walk(self) -> ExamWalk:
        """Where one goes in the exam on the screen."""
        assert self._sat is not None
        return self._sat.walk

    @property
    def acts(self) -> QuestionActs:
        """What one does with the question on the screen."""
        assert self._sat is not None
        return self._sat.acts

    @override
    def refresh(self) -> None:
        if self._sat is None:
            return
        controller = self._sat.controller
        view = controller.room()
        self.frame.show_exam(controller.exam, view, controller.list())
        name = ", ".join(part for part in (view.title, view.section, view.place) if part)
        self.setAccessibleName(self.notice.accessibleName() if self.frame.reading else name)
        self._show_time()

    def hand_in(self) -> None:
        """Close the exam and show its result."""
        if self._sat is None:
            return
        controller, walk, _acts = self._sat
        walk.keep()
        if controller.handed_in:
            return
        self.clock.stop()
        if not controller.hand_in():
            # refused by a full disk for instance: there is time to try again, unless it is used up
            if not controller.exam.expired and self.isVisible():
                self.clock.start()
            return
        walk.close()
        self._rise()
        self._room.theme.wear(RoomColours.USUAL)
        self._room.navigator.show_result(controller.exam.record.id)

    def leave(self) -> None:
        """Out of the room; the exam can be resumed where it stands."""
        self._pause()
        self._room.operations.publish(Changes.SITTING)
        self._room.navigator.go("mock")
        self._room.navigator.toast(_("The exam is kept. Resume it when you like."))

    @override
    def take_focus(self) -> None:
        answer = self.panes.question.answer
        if self.frame.asking and answer.typed:
            answer.focus_first(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._sat is None:
            return
        self._room.theme.wear(self._room.desk.history.preferences().room_colours)
        if not self._sat.walk.before_start:
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
        if self.frame.reading and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(lambda sat: sat.walk.go_on())
        elif event.key() == Qt.Key.Key_Escape and self.panes.question.asides.note.hasFocus():
            self.take_focus()
        elif not (self.frame.asking and take_answer_key(self.panes.question.answer, event)):
            super().keyPressEvent(event)

    def _sit(self, controller: ExamController) -> None:
        """Put an exam in the place of the one before."""
        self._rise()
        theme = self._room.theme
        walk = ExamWalk(theme, controller, self.frame, self.clock, self)
        acts = QuestionActs(self._room, controller, self.frame, self.clock, self)
        walk.turned.connect(self.refresh)
        walk.arrived.connect(self._arrive)
        walk.started.connect(self._start)
        walk.ended.connect(self.hand_in)
        acts.done.connect(self.refresh)
        acts.returned.connect(self.take_focus)
        self._sat = Sat(controller, walk, acts)
        self.clock.take(controller)

    def _rise(self) -> None:
        """Let go of the exam, if there is one."""
        if self._sat is not None:
            for part in (self._sat.walk, self._sat.acts):
                part.deleteLater()
        self._sat = None
        self.clock.take(None)

    def _start(self) -> None:
        if self.isVisible():
            self.clock.start()

    def _arrive(self) -> None:
        if self._sat is not None:
            announce(self, self._sat.controller.room().place)
        tab_through(self, self.panes, self.list, self.review, self.notice, self.foot, self.bar, self.tools)
        self.take_focus()

    def _pause(self) -> None:
        """Count what has passed and keep it, with what is still being typed."""
        if self.frame.asking:
            self.panes.question.asides.note.keep()
        if self.clock.pause() and self._sat is not None:
            self._sat.controller.come_back()
            self._sat.controller.settle()

    def _move(self, words: str) -> None:
        """Time has passed."""
        if self._sat is None:
            return
        self._show_time()
        controller = self._sat.controller
        if controller.exam.away is not None and not self.frame.reading:
            self.tools.show_view(controller.room())
        if words:
            announce(self, words, urgent=True)

    def _wake(self, break_over: bool) -> None:
        """The machine stood still: that was a pause."""
        if break_over:
            self._do(lambda sat: sat.walk.ask())
        else:
            self.refresh()

    def _end_at_zero(self) -> None:
        announce(self, _("The time is up. The exam is handed in."), urgent=True)
        self.hand_in()

    def _show_time(self) -> None:
        if self._sat is not None:
            self.bar.show_time(mock_room.time_view(self._sat.controller.exam))

    def _resize_text(self, scale: float) -> None:
        self._room.theme.set_scale(scale)
        self._prefer(text_scale=scale)

    def _colour(self, colours: RoomColours) -> None:
        self._room.theme.wear(colours)
        self._prefer(room_colours=colours)

    def _prefer(self, **values: object) -> None:
        self._room.operations.carry_out(lambda: settings.change(self._room.desk, **values))

    def _confide(self, sure: Confidence) -> None:
        self._do(lambda sat: sat.acts.confide(sure))

    def _do(self, act: Act, _pressed: bool = False) -> None:
        if self._sat is not None:
            act(self._sat)

    def _connect(self) -> None:
        self.clock.moved.connect(self._move)
        self.clock.woken.connect(self._wake)
        self.clock.ran_out.connect(self._end_at_zero)
        question, tools = self.panes.question, self.tools
        question.answer.responded.connect(lambda response: self._do(lambda sat: sat.acts.respond(response)))
        question.answer.struck.connect(lambda part: self._do(lambda sat: sat.acts.strike(part)))
        question.asides.confided.connect(self._confide)
        question.asides.noted.connect(lambda words: self._do(lambda sat: sat.acts.note(words)))
        for seats in (self.list, self.review.panel):
            seats.opened.connect(lambda index: self._do(lambda sat: sat.walk.go(index)))
        self.notice.gone_on.connect(lambda: self._do(lambda sat: sat.walk.go_on()))
        tools.sized.connect(self._resize_text)
        tools.coloured.connect(self._colour)
        tools.leave.clicked.connect(self.leave)
        self._room.theme.changed.connect(self.refresh)

    def _bind_buttons_and_keys(self) -> None:
        """What can be pressed is also a key; there are no single letters but those of the answer."""
        tools, foot = self.tools, self.foot
        ways: tuple[tuple[RoomButton, str, Act], ...] = (
            (foot.next, "Alt+N", lambda sat: sat.walk.next()),
            (foot.previous, "Alt+P", lambda sat: sat.walk.previous()),
            (foot.review, "Alt+R", lambda sat: sat.walk.show_review()),
            (foot.end, "Alt+E", lambda sat: sat.walk.ask_to_end()),
            (tools.rest, "Alt+B", lambda sat: sat.walk.ask_for_break()),
            (tools.mark, "Alt+M", lambda sat: sat.acts.mark()),
            (tools.note, "Alt+O", lambda sat: sat.acts.toggle_note()),
            (tools.highlight, "Alt+H", lambda sat: sat.acts.highlight()),
            (tools.look_up, "Alt+D", lambda sat: sat.acts.look_up()),
            (tools.list, "Alt+L", lambda _sat: self.frame.toggle_list()),
        )
        for button, key, act in ways:
            button.clicked.connect(partial(self._do, act))
            self._on_key(key, partial(self._do, act))
        for place, sure in enumerate((Confidence.GUESS, Confidence.UNSURE, Confidence.SURE), 1):
            self._on_key(f"Alt+{place}", partial(self._confide, sure))
        self._on_key("Alt+T", self.bar.toggle)
        self._on_key("Alt+X", tools.exhibit.toggle)
        self._on_key("Ctrl+Tab", self.panes.next_page)

    def _on_key(self, key: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
