"""The exam room: one question at a time, freely moved between, against the clock; nothing tells right from wrong."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.core.sitting import MockExam
from certstudy.gui.mock.exam_controller import ExamController
from certstudy.gui.mock.ink import Ground
from certstudy.gui.mock.panes import Panes
from certstudy.gui.mock.review import ReviewScreen
from certstudy.gui.mock.room_bars import Foot, RoomBar, ToolRow
from certstudy.gui.mock.seat_list import SeatPanel
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.room import Room
from certstudy.gui.stopwatch import Stopwatch
from certstudy.gui.widgets.announce import announce
from certstudy.gui.widgets.dialog import Dialog
from certstudy.present import mock_room
from certstudy.present.words import _
from certstudy.study import settings

LIST_WIDTH, LIST_NEEDS = 244, 1000


class ExamPage(Page):
    """`begin(exam)` shows it; the clock runs only while the page is on the screen.

    Every choice, mark and move is stored at once; at zero the exam is handed in as it stands.
    """

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._controller: ExamController | None = None
        self.dialog: Dialog | None = None
        self._list_wanted = True
        theme = room.theme
        self.bar, self.tools, self.foot = RoomBar(theme), ToolRow(theme), Foot(theme)
        self.panes, self.review = Panes(theme), ReviewScreen(theme)
        self.list = SeatPanel(theme)
        self.stopwatch = Stopwatch(self)
        self._at_once = QTimer(self)
        self._at_once.setSingleShot(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._middle = QStackedWidget()
        self._build()
        self._connect()

    def begin(self, exam: MockExam) -> None:
        """Take up an exam, new or resumed."""
        self._controller = ExamController(self._room.desk, self._room.operations, exam)
        self._middle.setCurrentIndex(0)
        self.refresh()

    @property
    def exam(self) -> MockExam | None:
        """The exam on the screen."""
        return self._controller.exam if self._controller is not None else None

    @property
    def reviewing(self) -> bool:
        """Whether the list of all questions is on the screen."""
        return self._middle.currentIndex() == 1

    @override
    def refresh(self) -> None:
        if self._controller is None:
            return
        view, seats = self._controller.room(), self._controller.list()
        self.bar.show_view(view)
        self.tools.show_view(view)
        self.panes.show_view(view)
        self.list.show_view(seats)
        self.review.show_view(seats)
        if self.reviewing:
            self.foot.show_review()
        else:
            self.foot.show_question(view)
        self.setAccessibleName(f"{view.title}, {view.place}")
        self._show_time()
        self._fit()

    def go(self, index: int) -> None:
        """To a question of the form."""
        if self._controller is None:
            return
        if self.stopwatch.running:
            self.stopwatch.flush()
        if self._controller is None:
            return
        self._controller.go(index)
        self._middle.setCurrentIndex(0)
        self.refresh()
        announce(self, self._controller.room().place)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def next(self) -> None:
        """The next question; after the last one the review; from the review back."""
        if self._controller is None:
            return
        exam = self._controller.exam
        if self.reviewing:
            self.go(exam.index)
        elif exam.index + 1 == len(exam.form):
            self.show_review()
        else:
            self.go(exam.index + 1)

    def previous(self) -> None:
        """The question before."""
        if self._controller is not None and not self.reviewing and self._controller.exam.index > 0:
            self.go(self._controller.exam.index - 1)

    def mark(self) -> None:
        """Mark the question for review, or take the mark off."""
        if self._controller is not None and not self.reviewing:
            self._controller.mark()
            self.refresh()
            marked = self._controller.kept.marked
            announce(self, _("Marked for review") if marked else _("No longer marked"))

    def choose(self, option_id: str) -> None:
        """Press an option."""
        if self._controller is not None:
            self._controller.choose(option_id)
            self.refresh()

    def show_review(self) -> None:
        """All questions at a glance, or back from there."""
        if self._controller is None:
            return
        if self.reviewing:
            self.go(self._controller.exam.index)
            return
        self._controller.keep()
        self._middle.setCurrentIndex(1)
        self.refresh()
        self.review.panel.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_to_end(self) -> None:
        """Say what ending means and hand in if that is wanted."""
        if self._controller is None:
            return
        words = mock_room.ending(self._controller.list())
        dialog = Dialog(self._room.theme, _("End the exam?"), words, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.verb(_("Keep working")).setDefault(True)
        dialog.verb(_("End exam"), "filled", accepts=True)
        dialog.accepted.connect(self.hand_in)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def hand_in(self) -> None:
        """Close the exam and show its result."""
        self.stopwatch.stop()
        controller = self._controller
        if controller is None or not controller.hand_in():
            return
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.reject()
        self._controller = None
        self._room.navigator.show_result(controller.exam.record.id)

    def leave(self) -> None:
        """Out of the room; the exam can be resumed where it stands."""
        self._pause()
        self._room.operations.publish(Changes.SITTING)
        self._room.navigator.leave_sitting("mock")
        self._room.navigator.toast(_("The exam is kept. Resume it when you like."))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._controller is None:
            return
        if self._controller.exam.expired:
            self._at_once.start()
        else:
            self.stopwatch.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = _place_of(event)
        rows = self.panes.question.options.rows
        if place is not None and not self.reviewing and place < len(rows):
            rows[place].click()
        else:
            super().keyPressEvent(event)

    def _pause(self) -> None:
        """Count what has passed and keep it, with the time spent on the question."""
        if self.stopwatch.running and self._controller is not None:
            self.stopwatch.stop()
            if self._controller is not None:
                self._controller.keep()

    def _count(self, milliseconds: int) -> None:
        if self._controller is None:
            return
        words = self._controller.tick(milliseconds)
        self._show_time()
        if words:
            announce(self, words, urgent=True)
        if self._controller.exam.expired and self.stopwatch.running:
            self._end_at_zero()

    def _end_at_zero(self) -> None:
        self.stopwatch.blockSignals(True)
        self.stopwatch.stop()
        self.stopwatch.blockSignals(False)
        announce(self, _("The time is up. The exam is handed in."), urgent=True)
        self.hand_in()

    def _show_time(self) -> None:
        if self._controller is not None:
            self.bar.show_time(mock_room.time_view(self._controller.exam))

    def _resize_text(self, scale: float) -> None:
        self._room.theme.set_scale(scale)
        desk = self._room.desk
        kept = replace(desk.history.preferences(), text_scale=scale)
        changes = self._room.operations.perform(lambda: settings.change(desk, kept))
        self._room.operations.publish(changes or Changes.NOTHING)

    def _toggle_list(self, shown: bool) -> None:
        self._list_wanted = shown
        self._fit()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _fit(self) -> None:
        """Leaves out what has no room."""
        theme = self._room.theme
        wide = self.width() / theme.metrics.scale
        self.bar.fit(wide)
        room_for_list = wide >= LIST_NEEDS
        self.tools.list.setVisible(room_for_list and not self.reviewing)
        self.tools.list.setChecked(self._list_wanted)
        self.tools.mark.setVisible(not self.reviewing)
        self.list.setFixedWidth(theme.px(LIST_WIDTH))
        self.list.setVisible(room_for_list and self._list_wanted)
        turns = self.panes.has_exhibits and self.panes.narrow and not self.reviewing
        self.tools.exhibit.setVisible(turns)
        if not turns:
            self.tools.exhibit.setChecked(False)

    def _build(self) -> None:
        asking = Ground(self._room.theme)
        row = QHBoxLayout(asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panes, 1)
        row.addWidget(self.list)
        self._middle.addWidget(asking)
        self._middle.addWidget(self.review)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.tools):
            column.addWidget(part)
        column.addWidget(self._middle, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.stopwatch.ticked.connect(self._count)
        self._at_once.timeout.connect(self.hand_in)
        self.panes.question.options.chosen.connect(self.choose)
        self.list.opened.connect(self.go)
        self.review.panel.opened.connect(self.go)
        tools, foot = self.tools, self.foot
        tools.mark.clicked.connect(self.mark)
        tools.exhibit.toggled.connect(self.panes.turn)
        tools.list.clicked.connect(self._toggle_list)
        tools.leave.clicked.connect(self.leave)
        tools.sized.connect(self._resize_text)
        foot.end.clicked.connect(self.ask_to_end)
        foot.previous.clicked.connect(self.previous)
        foot.review.clicked.connect(self.show_review)
        foot.next.clicked.connect(self.next)
        keys = {"Alt+N": self.next, "Alt+P": self.previous, "Alt+M": self.mark, "Alt+R": self.show_review}
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._room.theme.changed.connect(self.refresh)


def _place_of(event: QKeyEvent) -> int | None:
    """The option that a digit or letter names."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    key = event.key()
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return int(key - Qt.Key.Key_1)
    if Qt.Key.Key_A <= key <= Qt.Key.Key_F:
        return int(key - Qt.Key.Key_A)
    return None
