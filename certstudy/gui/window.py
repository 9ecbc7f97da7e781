"""The window: the rail, the pages, and the ways between them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.core.errors import WorldError
from certstudy.gui.menu_strip import MenuStrip
from certstudy.gui.operations import Operations
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.rail import Rail, destinations
from certstudy.gui.theme import Theme
from certstudy.gui.theme.metrics import RAIL_FOLDS_BELOW
from certstudy.gui.today.page import TodayPage
from certstudy.gui.widgets.banner import Banner
from certstudy.gui.widgets.painting import flat
from certstudy.present.today_view import TodayView
from certstudy.present.words import _

if TYPE_CHECKING:
    from certstudy.core.form import Form
    from certstudy.gui.day_watch import DayWatch
    from certstudy.gui.fault_page import FaultPage
    from certstudy.gui.library.page import LibraryPage
    from certstudy.gui.mock.exam_page import ExamPage
    from certstudy.gui.mock.result_page import ResultPage
    from certstudy.gui.mock.setup_page import MockSetupPage
    from certstudy.gui.notes.page import NotesPage
    from certstudy.gui.practice.quiz_page import QuizPage
    from certstudy.gui.room import Room
    from certstudy.gui.widgets.toast import Toast
    from certstudy.study.desk import Desk
    from certstudy.study.mock_exam import Rules
    from certstudy.study.practice import Proposal, Request

RAIL_GOES_BELOW = 700
BIGGER, SMALLER = 1.1, 1 / 1.1
# screens on which questions were chosen one by one: leaving their practice leads back there
LED_BACK_TO = ("library", "notes", "result")
# which screen of the rail a sitting belongs to
HOME = {"plan": "today", "quiz": "practice", "exam": "mock", "result": "mock"}


def full_screen_keys() -> list[QKeySequence]:
    """F11, which some desktops' own keys leave out, and what the desktop has instead."""
    f11 = QKeySequence("F11")
    own = QKeySequence.keyBindings(QKeySequence.StandardKey.FullScreen)
    return [f11, *(key for key in own if key != f11)]


class Window(QWidget):
    """Shows the Today screen at once; the other pages exist from `enter` on, when record and catalogue are open.

    What is pressed before that is kept and done then. `painted` once, after the first paint: time to load.
    """

    painted = Signal()

    def __init__(self, theme: Theme, operations: Operations) -> None:
        super().__init__()
        self.theme, self._operations = theme, operations
        self._room: Room | None = None
        self._days: DayWatch | None = None
        self._waiting: Callable[[], None] | None = None
        self._toast: Toast | None = None
        self._refusal: FaultPage | None = None
        self._pages: dict[str, Page] = {}
        self._here = self._chosen_on = "today"
        self._was_painted = False
        self._wanted_scale = theme.metrics.scale
        self._resizing = QTimer(self)
        self._resizing.setSingleShot(True)
        self.today = TodayPage(theme)
        self.rail = Rail(theme)
        self._strip = MenuStrip(theme)
        self._fault = Banner(theme)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self.today.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setMinimumSize(QSize(960, 600))
        self.resize(1280, 800)

    def show_today(self, view: TodayView) -> None:
        """Draws Today from values, with or without an open record."""
        self.today.show_view(view)
        self.rail.head.show_view(view.rail)

    def enter(self, room: "Room") -> None:
        """The record and the catalogue are open: everything can be reached now."""
        from certstudy.gui.day_watch import DayWatch  # noqa: PLC0415

        self._room = room
        self._operations.changed.connect(self._spread)
        self._days = DayWatch(room.desk.now, self)
        self._days.turned.connect(lambda: self._spread(Changes.DAY))
        self.today.enter(room)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def prepare(self) -> None:
        """Build the practice screen while the learner reads the plan, so that the first question comes at once."""
        if self._room is not None:
            self._page("quiz")

    def refuse(self, fault: WorldError) -> "FaultPage":
        """Record or catalogue cannot be opened: say so in place of the screen, and return that page."""
        from certstudy.gui.fault_page import FaultPage  # noqa: PLC0415

        self.forgive()
        self._refusal = FaultPage(self.theme, fault)
        self._stack.addWidget(self._refusal)
        self._stack.setCurrentWidget(self._refusal)
        return self._refusal

    def forgive(self) -> None:
        """Take the refusal away before another try."""
        if self._refusal is not None:
            self._stack.removeWidget(self._refusal)
            self._refusal.deleteLater()
            self._refusal = None

    def go(self, page: str) -> None:
        self._soon(lambda: self._show(page))

    def practise(self, request: "Request") -> None:
        from certstudy.study import practice  # noqa: PLC0415  # not needed to paint the first screen

        proposal = self._operations.perform(lambda: practice.propose(self._desk, request))
        if proposal is not None:
            self.begin(proposal)

    def begin(self, proposal: "Proposal") -> None:
        from certstudy.study import practice  # noqa: PLC0415

        if not proposal.picks:
            self.toast(_("No questions fit this choice."))
            return
        started = self._operations.perform(lambda: practice.start(self._desk, proposal))
        if started is not None:
            sitting, changes = started
            if self._here != "quiz":
                self._chosen_on = self._here
            self._quiz.begin(sitting)
            self._show("quiz")
            # what it changed is read by pages that nobody sees any more when they are shown again
            self._operations.publish(changes)

    def resume(self, sitting_id: int, mock: bool) -> None:
        from certstudy.study import mock_exam, practice  # noqa: PLC0415

        if mock:
            exam = self._operations.perform(lambda: mock_exam.resume(self._desk, sitting_id))
            if exam is not None:
                self._exam.begin(exam)
                self._show("exam")
            return
        sitting = self._operations.perform(lambda: practice.resume(self._desk, sitting_id))
        if sitting is not None:
            self._chosen_on = "today"
            self._quiz.begin(sitting)
            self._show("quiz")

    def leave_practice(self) -> None:
        self.go(self._chosen_on if self._chosen_on in LED_BACK_TO else "today")

    def sit_mock(self, form: "Form", rules: "Rules") -> None:
        from certstudy.study import mock_exam  # noqa: PLC0415

        started = self._operations.perform(lambda: mock_exam.start(self._desk, form, rules))
        if started is not None:
            exam, changes = started
            self._exam.begin(exam)
            self._show("exam")
            self._operations.publish(changes)

    def show_result(self, sitting_id: int) -> None:
        cast("ResultPage", self._page("result")).show_sitting(sitting_id)
        self._show("result")

    def read_note(self, objective: str, back: str = "") -> None:
        self._read("note", objective, back)

    def read_term(self, term: str, back: str = "") -> None:
        self._read("term", term, back)

    def _read(self, kind: str, name: str, back: str) -> None:
        from certstudy.core.note import Page as ReadPage  # noqa: PLC0415
        from certstudy.core.note import PageKind  # noqa: PLC0415

        self._show("notes")
        cast("NotesPage", self._page("notes")).read(ReadPage(PageKind(kind), name), back)

    def open_question(self, question: str) -> None:
        self._show("library")
        cast("LibraryPage", self._page("library")).open_question(question)

    def open_link(self, url: str) -> None:
        from certstudy.gui.links import open_link  # noqa: PLC0415

        if not open_link(url):
            self.toast(_("This link cannot be opened: {url}").format(url=url))

    def open_folder(self, folder: str) -> None:
        from certstudy.gui.links import open_folder  # noqa: PLC0415

        if not open_folder(folder):
            self.toast(_("This folder cannot be opened here: {folder}").format(folder=folder))

    def toast(self, words: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        from certstudy.gui.widgets.toast import Toast  # noqa: PLC0415

        if self._toast is None:
            self._toast = Toast(self.theme, self)
        self._toast.say(words, action, act)
        self._place_toast()

    @property
    def here(self) -> str:
        """The name of the page on the screen."""
        return self._here

    @property
    def page(self) -> Page:
        """The page on the screen."""
        return self._page(self._here)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        flat(QPainter(self), QRectF(self.rect()), self.theme.tokens.canvas)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _build(self) -> None:
        self._stack.addWidget(self.today)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self._fault)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.rail.select("today")

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self._strip.chosen.connect(self.go)
        self.theme.changed.connect(self._arrange)
        self._operations.failed.connect(self._tell)
        today = self.today
        today.started.connect(lambda minutes: self._soon(lambda: self._start_today(minutes)))
        today.practised.connect(lambda scope: self._soon(lambda: self._focus(scope)))
        today.resumed.connect(lambda sitting, mock: self._soon(lambda: self.resume(sitting, mock)))
        today.asked_for.connect(self.go)
        today.rehearsed.connect(lambda form: self._soon(lambda: self._set_up(form)))
        today.renewed.connect(lambda view: self.rail.head.show_view(view.rail))
        for to in destinations():
            self._on_key(to.key, self._outside(partial(self.go, to.name)))
        self._resizing.timeout.connect(self._resize_text)
        self._on_key(QKeySequence.StandardKey.ZoomIn, lambda: self._want_scale(self._scale * BIGGER))
        self._on_key(QKeySequence.StandardKey.ZoomOut, lambda: self._want_scale(self._scale * SMALLER))
        self._on_key("Ctrl+0", lambda: self._want_scale(1.0))
        self._on_key("Ctrl+K", self._outside(lambda: self._soon(self._find)))
        for keys in full_screen_keys():
            self._on_key(keys, self._toggle_full_screen)
        for key in ("F1", "?"):
            self._on_key(key, self._show_keys)

    def _on_key(self, key: str | QKeySequence | QKeySequence.StandardKey, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(act)

    def _outside(self, act: Callable[[], None]) -> Callable[[], None]:
        """The same, but nothing in the exam room, which has one way out: nothing of practice is within reach there."""

        def unless_in_the_room() -> None:
            if self._here != "exam":
                act()

        return unless_in_the_room

    def _soon(self, act: Callable[[], None]) -> None:
        if self._room is None:
            self._waiting = act
        else:
            act()

    def _start_today(self, minutes: int) -> None:
        from certstudy.study import today  # noqa: PLC0415

        proposal = self._operations.perform(lambda: today.session(self._desk, minutes or None))
        if proposal is not None:
            self.begin(proposal)

    def _set_up(self, form: str) -> None:
        from certstudy.core.mock_plan import FormKind  # noqa: PLC0415

        self._show("mock")
        cast("MockSetupPage", self._page("mock")).choose(FormKind(form))

    def _find(self) -> None:
        self._show("library")
        cast("LibraryPage", self._page("library")).seek()

    def _focus(self, scope: str) -> None:
        from certstudy.study.practice import Mode, Request  # noqa: PLC0415

        self.practise(Request(Mode.FOCUS, scope=frozenset((scope,))))

    @property
    def _desk(self) -> "Desk":
        assert self._room is not None
        return self._room.desk

    @property
    def _quiz(self) -> "QuizPage":
        return cast("QuizPage", self._page("quiz"))

    @property
    def _exam(self) -> "ExamPage":
        return cast("ExamPage", self._page("exam"))

    def _page(self, name: str) -> Page:
        from certstudy.gui.pages import PAGES  # noqa: PLC0415

        if name == "today":
            return self.today
        if name not in self._pages:
            assert self._room is not None
            self._pages[name] = PAGES[name](self._room)
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def _show(self, name: str) -> None:
        page = self._page(name)
        if self._days is not None:
            self._days.look()
        self._here = name
        self._stack.setCurrentWidget(page)
        self.rail.select(HOME.get(name, name))
        self._arrange()
        page.take_focus()

    def _spread(self, changes: Changes) -> None:
        for page in (self.today, *self._pages.values()):
            page.heed(changes)
        if changes & (Changes.PREFERENCES | Changes.DAY):
            self._name_exam()

    def _name_exam(self) -> None:
        from certstudy.core.moment import date_of  # noqa: PLC0415
        from certstudy.present.today import rail_view  # noqa: PLC0415

        desk = self._desk
        exam, today = desk.history.preferences().exam_date, date_of(desk.now().day)
        self.rail.head.show_view(rail_view(desk.catalog.syllabus, exam, today))

    def _tell(self, fault: WorldError) -> None:
        detail = " ".join(_(part) for part in (fault.safe, fault.remedy) if part)
        self._fault.show_message(_(fault.what), detail, tone="warning")

    def _arrange(self) -> None:
        wide = self.width() / self.theme.metrics.scale
        bare = self._here == "exam"
        self.rail.setVisible(not bare and wide >= RAIL_GOES_BELOW)
        self._strip.setVisible(not bare and self._here != "quiz" and wide < RAIL_GOES_BELOW)
        self.rail.fold(wide < RAIL_FOLDS_BELOW or self._here == "quiz")
        self._place_toast()

    def _place_toast(self) -> None:
        if self._toast is not None:
            left = (self.rail.width() if self.rail.isVisible() else 0) + self.theme.px(24)
            self._toast.place(left, self.height() - self.theme.px(24))

    @property
    def _scale(self) -> float:
        """The text size asked for last."""
        return self._wanted_scale if self._resizing.isActive() else self.theme.metrics.scale

    def _want_scale(self, scale: float) -> None:
        """Keys pressed faster than the text can be laid out change it once."""
        self._wanted_scale = scale
        self._resizing.start()

    def _resize_text(self) -> None:
        self.theme.set_scale(self._wanted_scale)
        # before the record is open it holds for this screen alone: what waits is what was pressed to begin something
        if self._room is not None:
            self._keep_scale()

    def _keep_scale(self) -> None:
        from certstudy.study import settings  # noqa: PLC0415

        scale = self.theme.metrics.scale
        self._operations.carry_out(lambda: settings.change(self._desk, text_scale=scale))

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_keys(self) -> None:
        from certstudy.gui.keys_dialog import KeysDialog  # noqa: PLC0415

        KeysDialog(self.theme, self).open()
