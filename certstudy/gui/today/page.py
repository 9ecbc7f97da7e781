"""The Today screen: what to do now, whether one is ready, what is worth most next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from certstudy.core.changes import Changes
from certstudy.gui.latest import Latest
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.theme import Theme
from certstudy.gui.today.pace_card import PaceCard
from certstudy.gui.today.readiness_card import ReadinessCard
from certstudy.gui.today.session_card import SessionCard
from certstudy.gui.today.worth_card import WorthCard
from certstudy.gui.widgets.banner import Banner
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.columns import Columns
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.present.today_view import TodayView
from certstudy.present.words import _

if TYPE_CHECKING:
    from certstudy.gui.room import Room
    from certstudy.study.desk import Desk

SHORT_MINUTES = 15


class TodayPage(Page):
    """Drawn from a view before the record is open; re-reads by itself once it has entered a room.

    Reading happens on the worker: until it is done the last view stands.

    Signals: `started(minutes)`, 0 for the usual size; `practised(objective id)`; `resumed(sitting, mock)`;
    `asked_for(page name)`; `rehearsed(form)` for a mock exam of that kind; `renewed(TodayView)` whenever it was read
    anew.
    """

    started = Signal(int)
    practised = Signal(str)
    resumed = Signal(int, bool)
    asked_for = Signal(str)
    rehearsed = Signal(str)
    renewed = Signal(TodayView)

    concerned_by = Changes.SITTING | Changes.ANSWERS | Changes.PREFERENCES | Changes.DAY

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._room: Room | None = None
        self._reading: Latest[TodayView] | None = None
        self._view: TodayView | None = None
        self._dismissed = 0
        self._frame = PageFrame(theme, "")
        self._plan = Button(theme, _("Plan"), icon="calendar")
        self.date = Button(theme, _("Set the exam date"))
        for button in (self.date, self._plan):
            self._frame.beside.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.date.hide()
        self.banner, self.hint = Banner(theme), Banner(theme)
        self.session = SessionCard(theme)
        self.readiness = ReadinessCard(theme)
        self.worth = WorthCard(theme)
        self.pace = PaceCard(theme)
        upper, lower = Columns(theme), Columns(theme)
        upper.add(self.session, 60)
        upper.add(self.readiness, 40)
        lower.add(self.worth, 49)
        lower.add(self.pace, 51)
        for part in (self.banner, self.hint, upper, lower):
            self._frame.body.addWidget(part)
        # an empty card says nothing: before the first view there is only the page
        self._cards = (upper, lower)
        for part in self._cards:
            part.hide()
        self._frame.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self._connect()

    def enter(self, room: "Room") -> None:
        """The record is open: read it now and after every change."""
        self._room = room
        self._reading = Latest(room.operations, self._renewed)
        self.heed(self.concerned_by)

    def show_view(self, view: TodayView) -> None:
        """Renders the whole screen."""
        self._view = view
        for part in self._cards:
            part.show()
        self._frame.show_title(view.title, view.subtitle)
        self.date.setVisible(not view.dated)
        self._show_banner(view)
        self._show_hint(view)
        self._show_session(view)
        self.readiness.show_view(view.readiness)
        self.worth.show_rows(view.worth, view.worth_unit)
        self.pace.show_days(view.days, view.goal, view.pace)

    @override
    def refresh(self) -> None:
        if self._room is not None and self._reading is not None:
            desk = self._room.desk
            self._reading.ask(lambda: _read(desk))

    def renew_now(self) -> None:
        """Read everything anew before this returns, for a window that is about to close."""
        if self._room is not None and self._reading is not None:
            self._reading.drop()
            desk = self._room.desk
            view = self._room.operations.perform(lambda: _read(desk))
            if view is not None:
                self._renewed(view)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.session.start.click()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._plan.clicked.connect(lambda: self.asked_for.emit("plan"))
        self.date.clicked.connect(lambda: self.asked_for.emit("settings"))
        self.session.start.clicked.connect(self._go)
        self.session.fresh.clicked.connect(lambda: self.started.emit(0))
        self.session.short.clicked.connect(lambda: self.started.emit(SHORT_MINUTES))
        self.session.focus.clicked.connect(lambda: self.asked_for.emit("practice"))
        self.worth.chosen.connect(self.practised)
        self.banner.acted.connect(self._resume)
        self.banner.closed.connect(self._dismiss)
        self.hint.acted.connect(self._follow_hint)

    def _renewed(self, view: TodayView) -> None:
        self.show_view(view)
        self.renewed.emit(view)

    def _show_banner(self, view: TodayView) -> None:
        banner = view.banner
        if banner is None or banner.sitting == self._dismissed:
            self.banner.hide()
        else:
            self.banner.show_message(banner.text, banner.detail, banner.action, icon="circle-pause")

    def _show_session(self, view: TodayView) -> None:
        self.session.show_view(view.session)
        if view.session.paused == self._dismissed:
            self.session.offer("")

    def _show_hint(self, view: TodayView) -> None:
        hint = view.hint
        self.hint.setVisible(hint is not None)
        if hint is not None:
            self.hint.show_message(hint.text, hint.detail, hint.action, icon="calendar", closable=False)

    def _follow_hint(self) -> None:
        hint = self._view.hint if self._view is not None else None
        if hint is not None and hint.form:
            self.rehearsed.emit(hint.form)
        elif hint is not None:
            self.asked_for.emit(hint.page)

    def _go(self) -> None:
        """The one big button: the paused practice, unless it was dismissed, or today's session."""
        paused = self._view.session.paused if self._view is not None else 0
        if paused and paused != self._dismissed:
            self.resumed.emit(paused, False)
        else:
            self.started.emit(0)

    def _resume(self) -> None:
        if self._view is not None and self._view.banner is not None:
            self.resumed.emit(self._view.banner.sitting, self._view.banner.mock)

    def _dismiss(self) -> None:
        if self._view is not None and self._view.banner is not None:
            self._dismissed = self._view.banner.sitting
            self._show_session(self._view)


def _read(desk: "Desk") -> TodayView:
    from certstudy.present.today import today_view  # noqa: PLC0415  # not needed for the first paint
    from certstudy.study.today import look  # noqa: PLC0415

    return today_view(desk.catalog.syllabus, look(desk))
