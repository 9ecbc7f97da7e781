"""The practice screen: one question at a time, feedback after each, a summary at the end."""

from functools import cached_property

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.core.confidence import Confidence
from certstudy.core.response import NOTHING, Response
from certstudy.core.sitting import Practice
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.practice.board import Board
from certstudy.gui.practice.foot import Foot
from certstudy.gui.practice.keys import HeldKey, Step, step_of
from certstudy.gui.practice.note_dialog import NoteDialog
from certstudy.gui.practice.quiz_controller import QuizController
from certstudy.gui.practice.strip_bar import StripBar
from certstudy.gui.practice.summary_panel import SummaryPanel
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.room import Room
from certstudy.gui.stopwatch import Stopwatch
from certstudy.gui.widgets.panes import Panes
from certstudy.gui.widgets.tab_order import tab_through
from certstudy.present.areas import area_tags
from certstudy.present.summary import missed_views, summary_view
from certstudy.present.words import _
from certstudy.study.practice import Mode, Request, missed

# a pause after which the next step is worked out in advance
IDLE_MS = 40


class QuizPage(Page):
    """`begin(sitting)` shows a new or resumed sitting; every answer is stored before its verdict is seen."""

    concerned_by = Changes.PREFERENCES

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = room.theme
        self._room = room
        self._controller: QuizController | None = None
        self._asks_confidence = True
        self._held = HeldKey()
        self._pictures = Pictures(theme, room.desk.catalog.picture)
        self.bar, self.foot = StripBar(theme), Foot(theme)
        self.summary = SummaryPanel(theme)
        self._panes = Panes()
        self._panes.add(self.summary)
        self._asking = self._make_board()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._prepare)
        self._watch = Stopwatch(self)
        self._watch.ticked.connect(self._tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._panes, 1)
        column.addWidget(self.foot)
        self._connect()

    @cached_property
    def _reading(self) -> Board:
        """The board after the check: while the learner looks at one, the other is made ready."""
        return self._make_board()

    @property
    def board(self) -> Board:
        """What the question stands on: another one once it is checked."""
        return self._reading if self._controller is not None and self._controller.checked else self._asking

    @property
    def controller(self) -> QuizController:
        """The sitting on the screen."""
        assert self._controller is not None
        return self._controller

    def begin(self, sitting: Practice) -> None:
        """Show a sitting from its next question on; a finished one shows its summary."""
        self._controller = QuizController(self._room.desk, self._room.operations, sitting)
        self.refresh()
        if self.isVisible():
            # from its summary on to what was missed the page is not shown anew
            self._count_time()

    def answer_with(self, response: Response) -> None:
        """Answer and check, whether or not something is left to answer."""
        self.controller.respond(response)
        self._check()

    @override
    def refresh(self) -> None:
        self._asks_confidence = self._room.desk.history.preferences().ask_confidence
        if self._controller is not None:
            self._render()

    @override
    def take_focus(self) -> None:
        answer = self.board.question.answer
        if answer.typed and self._controller is not None and not self._controller.finished:
            answer.focus_first(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count_time()
        self._idle.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._watch.stop()
        self._idle.stop()
        if self._controller is not None:
            self._controller.keep()
        super().hideEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._controller is None:
            return
        if not self.controller.finished and self.board.question.answer.take_key(event):
            return
        step, argument = step_of(event, self._letters())
        acts = {
            Step.CHOOSE: lambda: self.board.question.answer.press(int(argument)),
            Step.STRIKE: lambda: self.board.question.answer.strike(int(argument)),
            Step.SURE: lambda: self._be(argument),
            Step.UNKNOWN: self._dont_know,
            Step.GO: self._go,
            Step.UNDO: self._undo,
            Step.FLAG: self._flag,
            Step.NOTE: self._note,
            Step.EXHIBIT: self.board.turn,
            Step.DOCUMENTATION: self._open_documentation,
            Step.REPORT: self._report,
            Step.LEAVE: self._back,
        }
        act = acts.get(step)
        if act is None:
            super().keyPressEvent(event)
        elif not self._held.repeats(event):
            # a key held down would run past the verdict
            act()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._held.let_go(event)
        super().keyReleaseEvent(event)

    def _count_time(self) -> None:
        if self._controller is not None and not self._controller.finished:
            self._watch.start()

    def _connect(self) -> None:
        self.bar.left.connect(self._leave)
        self.foot.primary.clicked.connect(self._go)
        self.foot.unknown.clicked.connect(self._dont_know)
        self.foot.sure.picked.connect(self._be)
        self.summary.again.clicked.connect(self._practise_missed)
        self.summary.done.clicked.connect(self._leave)
        self.summary.opened.connect(self._look_at)

    def _make_board(self) -> Board:
        board = Board(self._room.theme, self._pictures)
        self._panes.add(board)
        board.question.answer.responded.connect(self._respond)
        board.question.answer.struck.connect(self._strike)
        board.flag.clicked.connect(self._flag)
        board.note.clicked.connect(self._note)
        board.feedback.opened.connect(self._room.navigator.open_link)
        board.feedback.noted.connect(self._keep_note_on)
        board.feedback.study.clicked.connect(self._study)
        board.feedback.terms.explained.connect(self._explain)
        board.feedback.flag.clicked.connect(self._flag)
        board.feedback.undo.clicked.connect(self._undo)
        board.feedback.report.clicked.connect(self._report)
        return board

    def _render(self) -> None:
        controller = self.controller
        if controller.finished:
            self._render_summary()
            return
        self.foot.show()
        view = controller.view()
        self.bar.show_view(view, area_tags(self._room.desk.catalog.syllabus))
        self.bar.show_time(controller.spent_ms)
        self.board.show_view(view, controller.struck)
        self._panes.show_only(self.board)
        self.foot.show_hints(self.board.question.answer.hints)
        self.foot.show_view(view, controller.complete, controller.confidence, self._asks_confidence)
        self._idle.start()

    def _prepare(self) -> None:
        if self._controller is None or self._controller.finished:
            return
        if self._controller.checked:
            following = self._controller.following()
            if following is not None:
                self._asking.show_view(following)
                self._asking.lay_out_unseen()
        else:
            self._reading.show_view(self._controller.foreseen())
            self._reading.lay_out_unseen()
        self._controller.keep()
        board = self.board
        tab_through(self, board, self.foot, self.summary, board.note, board.flag, self.bar)

    def _render_summary(self) -> None:
        sitting, desk = self.controller.sitting, self._room.desk
        self._watch.stop()
        slots = self.controller.answer_slots
        view = summary_view(desk.catalog.syllabus, sitting.answers, slots, len(sitting.form))
        looked_up = ((a, desk.catalog.question(a.question)) for a in sitting.answers if a.credit < 1.0)
        self.summary.show_view(view, missed_views(desk.catalog.syllabus, looked_up))
        self.foot.hide()
        self._panes.show_only(self.summary)

    def _letters(self) -> int:
        return 0 if self.controller.finished else self.board.question.answer.reachable

    def _respond(self, response: Response) -> None:
        self.controller.respond(response)
        self._render()

    def _strike(self, option_id: str) -> None:
        self.controller.strike(option_id)
        self._render()

    def _be(self, level: str) -> None:
        if not self.controller.finished and not self.controller.checked:
            self.controller.be(Confidence(level) if level else None)
            self._render()

    def _dont_know(self) -> None:
        controller = self.controller
        if not controller.finished and not controller.checked:
            controller.respond(NOTHING)
            self._check()

    def _go(self) -> None:
        controller = self.controller
        if controller.finished:
            (self.summary.again if self.summary.again.isVisible() else self.summary.done).click()
        elif controller.checked:
            self.board.feedback.note.keep()
            # the time spent reading is told of now, while it counts for no question
            self._watch.flush()
            controller.go_on()
            self._ask()
        elif controller.complete:
            self._check()

    def _check(self) -> None:
        self._watch.flush()
        self.controller.check()
        # what had the focus is about to be switched off, and Qt would hand it to whatever comes next in the window
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._render()
        self.board.first_pane()
        if self.controller.checked:
            self.board.reveal()

    def _ask(self) -> None:
        self._render()
        self.board.first_pane()
        self.take_focus()

    def _undo(self) -> None:
        if self.controller.finished:
            return
        self._watch.flush()
        if self.controller.undo():
            self._ask()

    def _flag(self) -> None:
        if not self.controller.finished:
            self.controller.flag()
            self._render()

    def _note(self) -> None:
        if self.controller.finished:
            return
        if self.controller.checked and self.board.feedback.isVisible():
            self.board.feedback.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        dialog = NoteDialog(self._room.theme, self.controller.view().note, self.window())
        dialog.kept.connect(self._keep_note)
        dialog.open()

    def _keep_note_on(self, question_id: str, text: str) -> None:
        self.controller.note(question_id, text)

    def _keep_note(self, text: str) -> None:
        self.controller.note(self.controller.question.id, text)
        self._render()

    def _study(self) -> None:
        """The note of the checked question's objective; a button there leads back to it."""
        self._room.navigator.read_note(self.controller.question.objective, back="quiz")

    def _explain(self, term: str) -> None:
        self._room.navigator.read_term(term, back="quiz")

    def _open_documentation(self) -> None:
        view = None if self.controller.finished else self.controller.view()
        if view is not None and view.feedback is not None and view.feedback.links:
            self._room.navigator.open_link(view.feedback.links[0].url)

    def _report(self) -> None:
        from certstudy.gui.question.report_dialog import ReportDialog  # noqa: PLC0415  # rarely wanted

        if not self.controller.finished and self.controller.checked:
            source = self._room.desk.catalog.source(self.controller.question.id)
            ReportDialog(self._room.theme, source, self.window()).open()

    def _look_at(self, question: str) -> None:
        self._room.navigator.open_question(question)
        self._room.navigator.toast(
            _("The summary is kept."), _("Back to it"), lambda: self._room.navigator.go("quiz")
        )

    def _practise_missed(self) -> None:
        questions = missed(self.controller.sitting)
        self._room.navigator.practise(Request(Mode.SELECTION, len(questions), questions=questions))

    def _back(self) -> None:
        """Out of the note first, then out of the session."""
        if self.board.feedback.note.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._leave()

    def _leave(self) -> None:
        self._watch.stop()
        self._room.navigator.leave_practice()

    def _tick(self, milliseconds: int) -> None:
        if self._controller is not None and not self._controller.checked:
            self._controller.milliseconds += milliseconds
            self.bar.show_time(self._controller.spent_ms)
