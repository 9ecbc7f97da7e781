"""The plan to the exam: what each day brings, the learner's week, days off, and the way into a calendar."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.core.moment import date_of
from certstudy.gui.calendar_export import ask_for_calendar
from certstudy.gui.latest import Latest
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.plan.days_off_card import DaysOffCard
from certstudy.gui.plan.mocks_card import MocksCard
from certstudy.gui.plan.next_attempt_card import NextAttemptCard
from certstudy.gui.plan.plan_days import PlanDays
from certstudy.gui.plan.week_card import WeekCard
from certstudy.gui.room import Room
from certstudy.gui.theme import Role
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.columns import Columns
from certstudy.gui.widgets.empty_state import EmptyState
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.present.calendar import Event
from certstudy.present.plan import PlanView, plan_events, plan_view
from certstudy.present.recovery import RecoveryView, recovery_view
from certstudy.present.words import _
from certstudy.study import settings
from certstudy.study.desk import Desk
from certstudy.study.plan import plan
from certstudy.study.practice import Mode, Request
from certstudy.study.recovery import recovery


class PlanPage(Page):
    """Re-planned on the worker at every look and change; until that is done the last plan stands."""

    concerned_by = Changes.ANSWERS | Changes.PREFERENCES | Changes.DAY

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, theme = room, room.theme
        self._events: tuple[Event, ...] = ()
        self._reading = Latest(room.operations, self._arrived)
        self._frame = PageFrame(theme, _("Plan"))
        self.date = Button(theme, _("Exam date"), icon="calendar")
        self.export = Button(theme, _("Add to calendar"), icon="calendar-plus")
        for button in (self.date, self.export):
            self._frame.beside.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.empty = EmptyState(theme, _("No exam date"), "", _("Set the date"))
        self.attempt = NextAttemptCard(theme)
        codes = ", ".join(area.code for area in room.desk.catalog.syllabus.areas)
        order = _("from the left: {areas}").format(areas=codes)
        self.facts_card, self.days_card = Card(theme), Card(theme, _("Day by day"), order)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(theme.px(12))
        self._facts.setVerticalSpacing(theme.px(4))
        self._facts.setColumnStretch(1, 1)
        self.facts_card.body.addLayout(self._facts)
        self.days = PlanDays(theme)
        self.days_card.body.addWidget(self.days)
        self.week, self.mocks, self.days_off = WeekCard(theme), MocksCard(theme), DaysOffCard(theme)
        self._lay_out()
        # an empty card says nothing
        for part in (self.attempt, self.empty, self.facts_card, self.days_card):
            part.hide()
        self._connect()

    @override
    def refresh(self) -> None:
        desk = self._room.desk
        kept = desk.history.preferences()
        self.week.show_preferences(kept)
        self.mocks.show_preferences(kept)
        self.days_off.show_preferences(kept, date_of(desk.now().day))
        self._reading.ask(lambda: _planned(desk))

    def _arrived(self, found: "_Planned") -> None:
        self._events = found.events
        self.attempt.setVisible(found.recovery is not None)
        if found.recovery is not None:
            self.attempt.show_view(found.recovery)
        self._render(found.view)

    def _render(self, view: PlanView) -> None:
        self._frame.show_title(_("Plan"), "" if view.empty else view.subtitle)
        self.empty.setVisible(bool(view.empty))
        self.empty.show_text(view.subtitle, view.empty, _("Set the date"))
        for part in (self.facts_card, self.days_card):
            part.setVisible(not view.empty)
        self.export.set_off(view.empty)
        self._show_facts(view.facts)
        self.days.set_rows(view.rows)

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        empty(self._facts)
        theme = self._room.theme
        for row, (figure, words) in enumerate(facts):
            label = Label(theme, figure, Role.FIGURE)
            label.setContentsMargins(0, theme.px(3), 0, 0)
            self._facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(Label(theme, words, Role.BODY, "ink2", wrap=True), row, 1)

    def _lay_out(self) -> None:
        theme = self._room.theme
        columns = Columns(theme)
        for cards, stretch in (
            ((self.attempt, self.empty, self.facts_card, self.days_card), 68),
            ((self.week, self.mocks, self.days_off), 32),
        ):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.metrics.card_gap)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.add(side, stretch)
        self._frame.body.addWidget(columns)
        self._frame.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)

    def _connect(self) -> None:
        navigator = self._room.navigator
        self.date.clicked.connect(lambda: navigator.go("settings"))
        self.empty.acted.connect(lambda: navigator.go("settings"))
        self.export.clicked.connect(self._export)
        self.attempt.practised.connect(self._practise)
        for card in (self.attempt, self.week, self.mocks, self.days_off):
            card.changed.connect(self._change)

    def _practise(self, area: str) -> None:
        self._room.navigator.practise(Request(Mode.FOCUS, scope=frozenset((area,))))

    def _export(self) -> None:
        if self._events:
            code = self._room.desk.catalog.syllabus.exam.code
            ask_for_calendar(self, self._room, self._events, f"{code}-plan")

    def _change(self, values: dict[str, object]) -> None:
        self._room.operations.carry_out(lambda: settings.change(self._room.desk, **values))


class _Planned(NamedTuple):
    """What the page shows."""

    view: PlanView
    events: tuple[Event, ...]
    recovery: RecoveryView | None


def _planned(desk: Desk) -> _Planned:
    syllabus, found, next_one = desk.catalog.syllabus, plan(desk), recovery(desk)
    kept = desk.history.preferences()
    return _Planned(
        plan_view(syllabus, found, len(desk.catalog.entries), kept.exam_date, date_of(desk.now().day)),
        plan_events(syllabus, found) if found is not None else (),
        None if next_one is None else recovery_view(syllabus, next_one),
    )
