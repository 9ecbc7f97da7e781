"""Choose a practice session: a way, a focus, a size; see the plan; start."""

from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.core.record import SittingKind
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.practice.outline_tree import OutlineTree
from certstudy.gui.practice.paused_list import PausedList
from certstudy.gui.practice.way_row import WayRow
from certstudy.gui.room import Room
from certstudy.gui.theme import Role
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.columns import Columns
from certstudy.gui.widgets.dialog import Dialog
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.number_field import NumberField
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.gui.widgets.seat_strip import PlanStrip
from certstudy.present.paused import paused_rows
from certstudy.present.practice_setup import outline, proposal_view, ways
from certstudy.present.words import _
from certstudy.study import practice
from certstudy.study.practice import LARGEST, SMALLEST, Mode, Proposal, Request, available, propose

# a pack without a certification leaves the last one out
WAYS = 5


class PracticeSetupPage(Page):
    """The plan is worked out anew after every choice, so that what is seen is what starts."""

    concerned_by = Changes.ANSWERS | Changes.SITTING | Changes.ANNOTATIONS | Changes.PREFERENCES

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = room.theme
        self._room = room
        self._proposal: Proposal | None = None
        self._usual_size = 0
        self._frame = PageFrame(theme, _("Practice"))
        self.paused = PausedList(theme)
        self.ways = tuple(WayRow(theme) for _way in range(WAYS))
        self.tree = OutlineTree(theme)
        self.count = NumberField(theme, SMALLEST, LARGEST)
        self.count.setAccessibleName(_("How many questions"))
        self.start = Button(theme, _("Start"), "filled", "large", key="Enter")
        self.clear = Button(theme, _("Clear the focus"), "link")
        self._strip = PlanStrip(theme)
        self._words = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self._lay_out()
        self._connect()
        self.tree.show_outline(outline(room.desk.catalog.syllabus))
        self.ways[0].setChecked(True)

    @override
    def refresh(self) -> None:
        desk = self._room.desk
        self._follow_usual_size(desk.history.preferences().session_size)
        scope = self.tree.scope
        for row, view in zip_longest(self.ways, ways(available(desk, scope))):
            row.setVisible(view is not None)
            if view is not None:
                row.show_way(view)
        if not any(row.isChecked() and row.isEnabled() for row in self.ways):
            self.ways[0].setChecked(True)
        self.clear.setVisible(bool(scope))
        self._show_paused()
        self._plan()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.start.click()
        else:
            super().keyPressEvent(event)

    @property
    def request(self) -> Request:
        """What is chosen now."""
        chosen = next((row.view.mode for row in self.ways if row.isChecked() and row.view), Mode.MIX)
        scope = self.tree.scope
        mode = Mode.FOCUS if chosen is Mode.MIX and scope else chosen
        return Request(mode, self.count.value(), scope)

    def _follow_usual_size(self, usual: int) -> None:
        """Another usual size is taken over; a size chosen here stays as long as the usual one does."""
        if usual != self._usual_size:
            self._usual_size = usual
            self.count.setValue(usual)

    def _plan(self) -> None:
        desk = self._room.desk
        self._proposal = propose(desk, self.request, seed=desk.now().day)
        view = proposal_view(desk.catalog.syllabus, self._proposal, self.count.value())
        self._strip.set_plan(view.areas)
        self._strip.setVisible(bool(view.areas))
        self._words.setText(view.words)
        self.start.set_off(view.off)

    def _begin(self) -> None:
        if self._proposal is not None:
            self._room.navigator.begin(self._proposal)

    def _show_paused(self) -> None:
        desk = self._room.desk
        kept = (s for s in practice.paused(desk) if s.kind is SittingKind.PRACTICE)
        catalog = desk.catalog
        self.paused.show_rows(paused_rows(catalog.syllabus, catalog.entries, kept, desk.now().day))

    def _ask_whether_to_end(self, sitting: int) -> None:
        words = _("It cannot be taken up again. Its answers stay.")
        asked = Dialog(self._room.theme, _("End this session?"), words, self.window())
        asked.verb(_("Keep it"))
        asked.verb(_("End it"), "filled", accepts=True)
        asked.accepted.connect(lambda: self._end(sitting))
        asked.open()

    def _end(self, sitting: int) -> None:
        room = self._room
        if room.operations.carry_out(lambda: practice.end(room.desk, sitting)):
            room.navigator.toast(_("The session is ended. Its answers stay."))

    def _connect(self) -> None:
        for row in self.ways:
            row.toggled.connect(lambda on: self._plan() if on else None)
        self.count.valueChanged.connect(lambda _n: self._plan())
        self.tree.changed.connect(self.refresh)
        self.clear.clicked.connect(self.tree.untick)
        self.start.clicked.connect(self._begin)
        self.paused.resumed.connect(lambda sitting: self._room.navigator.resume(sitting, mock=False))
        self.paused.ended.connect(self._ask_whether_to_end)

    def _lay_out(self) -> None:
        theme, px = self._room.theme, self._room.theme.px
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for row in self.ways:
            column.addWidget(row)
        column.addStretch(1)
        focus = Card(theme, _("Focus"), _("tick areas, groups or objectives"))
        focus.head.addWidget(self.clear)
        focus.body.addWidget(self.tree)
        columns = Columns(theme)
        columns.add(left, 42)
        columns.add(focus, 58)
        plan = Card(theme, _("This session"))
        many = QHBoxLayout()
        many.setSpacing(px(12))
        many.addWidget(Label(theme, _("Questions"), Role.CONTROL))
        many.addWidget(self.count)
        many.addWidget(self._words, 1)
        plan.body.addLayout(many)
        plan.body.addSpacing(px(14))
        plan.body.addWidget(self._strip)
        plan.body.addSpacing(px(14))
        plan.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.paused, columns, plan):
            self._frame.body.addWidget(part)
        self._frame.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._frame)
