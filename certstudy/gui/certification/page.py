"""The Certification screen: what is held and until when, the path, what changed, renewal."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.gui.calendar_export import ask_for_calendar
from certstudy.gui.certification.changes_card import ChangesCard
from certstudy.gui.certification.held_dialog import HeldDialog
from certstudy.gui.certification.path_card import PathCard
from certstudy.gui.certification.time_line import TimeLine
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.room import Room
from certstudy.gui.theme import Role
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.columns import Columns
from certstudy.gui.widgets.dialog import Dialog
from certstudy.gui.widgets.empty_state import EmptyState
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.certification import certification_events, certification_view, edition_lines
from certstudy.present.words import _, full_date
from certstudy.study import settings
from certstudy.study.certification import CertificationStatus, status
from certstudy.study.practice import LARGEST, Mode, Request


class CertificationPage(Page):
    """Time line, path and changes; a pack without a certification says so."""

    concerned_by = Changes.ANSWERS | Changes.PREFERENCES | Changes.DAY

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, theme = room, room.theme
        self._status: CertificationStatus | None = None
        self._frame = PageFrame(theme, _("Certification"))
        self.export = Button(theme, _("Add dates to calendar"), icon="calendar-plus")
        self._frame.beside.addWidget(self.export, 0, Qt.AlignmentFlag.AlignBottom)
        self.empty = EmptyState(theme, _("This pack names no certification"))
        self.line_card, self.line = Card(theme), TimeLine(theme)
        self.line_card.body.addWidget(self.line)
        self.path, self.changes = PathCard(theme), ChangesCard(theme)
        self._columns = Columns(theme)
        self._columns.add(self.path, 44)
        self._columns.add(self.changes, 56)
        self._links = QWidget()
        self._link_row = QVBoxLayout(self._links)
        self._link_row.setContentsMargins(0, 0, 0, 0)
        for part in (self.empty, self.line_card, self._columns, self._links):
            self._frame.body.addWidget(part)
        self._frame.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self._connect()

    @override
    def refresh(self) -> None:
        desk = self._room.desk
        found = self._room.operations.perform(lambda: (status(desk),))
        if found is None:
            return
        self._status = found[0]
        for part in (self.line_card, self._columns, self._links, self.export):
            part.setVisible(found[0] is not None)
        self.empty.setVisible(found[0] is None)
        if found[0] is None:
            return
        view = certification_view(desk.catalog.syllabus, found[0])
        self._frame.show_title(view.title, view.subtitle)
        self.line.set_line(view.line)
        self.path.show_steps(view.steps)
        self.changes.show_view(view)
        self._show_links(view.links)

    def keep(self, values: dict[str, object]) -> None:
        """Keeps what the learner holds."""
        self._room.operations.carry_out(lambda: settings.change(self._room.desk, **values))

    def _connect(self) -> None:
        navigator = self._room.navigator
        self.export.clicked.connect(self._export)
        self.path.edited.connect(self._edit)
        self.path.opened.connect(navigator.open_link)
        self.changes.practise.clicked.connect(self._practise)
        self.changes.editions.clicked.connect(self._show_editions)

    def _practise(self) -> None:
        if self._status is not None:
            size = min(LARGEST, self._status.renewal)
            self._room.navigator.practise(Request(Mode.RENEWAL, size))

    def _export(self) -> None:
        if self._status is not None:
            syllabus = self._room.desk.catalog.syllabus
            events = certification_events(syllabus, self._status)
            if events:
                ask_for_calendar(self, self._room, events, f"{syllabus.exam.code}-certification")
            else:
                self._room.navigator.toast(_("There are no dates yet: enter the exam's or what you hold."))

    def _edit(self) -> None:
        if self._status is None:
            return
        desk, path = self._room.desk, self._status.certification
        kept, today = desk.history.preferences(), self._status.today
        dialog = HeldDialog(self._room.theme, path, kept, today, self.window())
        dialog.accepted.connect(lambda: self.keep(dialog.values()))
        dialog.open()

    def _show_editions(self) -> None:
        if self._status is None:
            return
        theme = self._room.theme
        dialog = Dialog(
            theme, _("Editions of the outline"), _("Newest first, as far as they are known."), self.window()
        )
        for edition in self._status.certification.editions:
            dialog.body.addWidget(Label(theme, full_date(edition.day), Role.CONTROL))
            for words in edition_lines(edition):
                dialog.body.addWidget(Label(theme, words, Role.BODY, "ink2", wrap=True))
        dialog.verb(_("Close"), "filled", accepts=True).setDefault(True)
        dialog.open()

    def _show_links(self, links: tuple[tuple[str, str], ...]) -> None:
        empty(self._link_row)
        buttons = []
        for title, url in links:
            button = Button(self._room.theme, title, "link", icon="external-link")
            button.setToolTip(plain_tip(url))
            button.clicked.connect(lambda _checked=False, url=url: self._room.navigator.open_link(url))
            buttons.append(button)
        self._link_row.addWidget(Flow(self._room.theme, tuple(buttons)))
