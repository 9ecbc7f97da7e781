"""Where the record lies, and what keeps it safe."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from certstudy.core.errors import WorldError
from certstudy.gui.room import Room
from certstudy.gui.theme import Role
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.label import Label
from certstudy.present.words import _, day_of, full_date, ngettext


class RecordCard(Card):
    """Backup and check run on the worker; what came of them stands below the buttons."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room.theme, _("Your progress"), parent=parent)
        self._room = room
        theme = room.theme
        catalog = room.desk.catalog
        count = ngettext("{n} question", "{n} questions", len(catalog.entries))
        exam = catalog.syllabus.exam
        pack = _("{exam}, outline of {date}, {count}.").format(
            exam=exam.code, date=_day(exam.outline), count=count.format(n=len(catalog.entries))
        )
        self.body.addWidget(Label(theme, pack, Role.BODY, "ink2", wrap=True))
        self.backup = Button(theme, _("Back up now"), icon="save")
        self.check = Button(theme, _("Check the record"), icon="shield")
        self.show_folder = Button(theme, _("Open the folder"), icon="folder-open")
        self._found = Label(theme, "", Role.BODY, "ink2", wrap=True)
        if room.keeping is not None:
            self._add_keeping(room.keeping.folder)

    def _add_keeping(self, folder: str) -> None:
        theme = self._room.theme
        self.body.addSpacing(theme.px(8))
        place = Label(theme, folder, Role.CAPTION, "ink3", wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(place)
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(Flow(theme, (self.backup, self.check, self.show_folder)))
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self._found)
        self.backup.clicked.connect(lambda: self._run(self._back_up))
        self.check.clicked.connect(lambda: self._run(self._check))
        self.show_folder.clicked.connect(lambda: self._room.navigator.open_folder(folder))

    def _back_up(self) -> str:
        assert self._room.keeping is not None
        return _("A verified copy is in {file}.").format(file=self._room.keeping.backup())

    def _check(self) -> str:
        assert self._room.keeping is not None
        return " ".join(self._room.keeping.check())

    def _run(self, work: Callable[[], str]) -> None:
        self._found.setText(_("Working…"))
        for button in (self.backup, self.check):
            button.set_off(_("Working…"))
        self._room.operations.in_background(work, self._say, self._tell)

    def _say(self, words: str) -> None:
        self._found.setText(words)
        for button in (self.backup, self.check):
            button.set_off("")

    def _tell(self, fault: WorldError) -> None:
        self._say(str(fault))


def _day(iso: str) -> str:
    day = day_of(iso)
    return iso if day is None else full_date(day)
