"""The library page: search and filters above, hits at the left, the question at the right or, when narrow, in place."""

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.gui.library.filter_bar import FilterBar
from certstudy.gui.library.found_model import FoundModel
from certstudy.gui.library.hit_list import HitList
from certstudy.gui.library.preview import Preview
from certstudy.gui.library.search_field import SearchField
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.question.report_dialog import ReportDialog
from certstudy.gui.room import Room
from certstudy.gui.theme import Role
from certstudy.gui.widgets.announce import announce
from certstudy.gui.widgets.beside import Beside
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.line import Line
from certstudy.present.gloss import Gloss
from certstudy.present.library import empty_view, hits_words, practise_words, reading_view
from certstudy.present.words import _
from certstudy.study import annotations
from certstudy.study.library import Search, find, read
from certstudy.study.practice import LARGEST, Mode, Request

LIST_SHARE, LIST_LEAST, PREVIEW_LEAST = 45, 300, 380


class LibraryPage(Page):
    """`search(search)` opens it with a search."""

    concerned_by = Changes.ANSWERS | Changes.ANNOTATIONS

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._question = ""
        theme, catalog = room.theme, room.desk.catalog
        self._answered = False
        self.field = SearchField(theme)
        self.practise = Button(theme, _("Practise"), "filled", "tall")
        self.filters = FilterBar(theme, catalog.syllabus)
        self._model = FoundModel(catalog, self)
        self.list = HitList(theme, self._model)
        self.preview = Preview(theme, Pictures(theme, room.desk.catalog.picture))
        self._title = Label(theme, _("Library"), Role.TITLE)
        self._head, self._top = QHBoxLayout(), QVBoxLayout()
        self._beside = Beside(theme, self.list, self.preview, LIST_SHARE, (LIST_LEAST, PREVIEW_LEAST))
        self._lay_out()
        self._connect()
        self._fold()
        theme.changed.connect(self.restyle)
        self.restyle()

    def search(self, search: Search) -> None:
        """Shows what a search finds."""
        self.field.blockSignals(True)
        self.field.setText(search.text)
        self.field.blockSignals(False)
        self.filters.show_search(search)
        self._beside.leave()
        self.refresh()

    def open_question(self, question: str) -> None:
        """Shows a question among the others of its objective."""
        objective = self._room.desk.catalog.question(question).objective
        self.search(Search(scope=frozenset((objective,))))
        self.list.choose(question)
        self._show_current()
        self._beside.enter()

    def seek(self) -> None:
        """Puts the cursor into the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @override
    def refresh(self) -> None:
        desk, search = self._room.desk, self._search()
        found = self._room.operations.perform(lambda: find(desk, search))
        if found is None:
            return
        current, total = self.list.current, len(desk.catalog.entries)
        self._model.show_hits(found)
        self.list.show_empty(None if found else empty_view(search, total))
        self.field.show_count(hits_words(len(found), total))
        self.practise.setText(practise_words(len(found)))
        self.practise.updateGeometry()
        self.practise.set_off("" if found else _("No question is found to practise."))
        self.list.choose(current)
        self._show_current()

    @cached_property
    def _gloss(self) -> Gloss:
        catalog = self._room.desk.catalog
        return Gloss(self._room.operations.perform(lambda: catalog.glossary) or ())

    @override
    def take_focus(self) -> None:
        self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._room.theme.px
        self._head.setSpacing(px(16))
        self._top.setContentsMargins(px(28), px(18), px(24), px(12))
        self._top.setSpacing(px(12))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._beside.inside:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _search(self) -> Search:
        return self.filters.applied(Search(text=self.field.text()))

    def _look(self) -> None:
        """Something else is looked for."""
        self._beside.leave()
        self.refresh()
        self.list.rows.scrollToTop()
        announce(self.field, hits_words(len(self._model.ids), len(self._room.desk.catalog.entries)))

    def _clear(self) -> None:
        self.search(Search())
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_current(self) -> None:
        """Renders the current question beside the list; the answer of another one is hidden first."""
        desk, question = self._room.desk, self.list.current
        self._answered = self._answered and question == self._question
        self._question = question
        reading = self._room.operations.perform(lambda: read(desk, question)) if question else None
        if reading is not None:
            today = desk.now().day
            catalog = desk.catalog
            view = reading_view(catalog.syllabus, reading, today, self._answered, self._gloss)
            self.preview.show_view(view)
            self.preview.study.setVisible(reading.question.objective in catalog.notes)
        self._beside.show_opened(reading is not None)

    def _turn(self) -> None:
        self._answered = not self._answered
        self._show_current()

    def _open(self) -> None:
        """Enter: into the question where it has no room beside the list, else its answer."""
        if self._beside.narrow and not self._beside.inside:
            self._enter()
        elif self.list.current:
            self._turn()

    def _enter(self) -> None:
        if self._beside.narrow and self.list.current:
            self._beside.enter()
            self.preview.turn.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._beside.leave()
        self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _flag(self, flagged: bool) -> None:
        desk, question = self._room.desk, self.list.current
        if not self._room.operations.carry_out(lambda: annotations.flag(desk, question, flagged)):
            self._show_current()

    def _flip_flag(self) -> None:
        if self.list.current:
            self._flag(not self.preview.flag.isChecked())

    def _note(self, question: str, text: str) -> None:
        self._room.operations.carry_out(lambda: annotations.note(self._room.desk, question, text))

    def _practise(self) -> None:
        questions = tuple(self._model.ids)
        size = min(LARGEST, len(questions))
        self._room.navigator.practise(Request(Mode.SELECTION, size=size, questions=questions))

    def _study(self) -> None:
        objective = self._room.desk.catalog.question(self.list.current).objective
        self._room.navigator.read_note(objective, back="library")

    def _report(self) -> None:
        desk, question = self._room.desk, self.list.current
        source = self._room.operations.perform(lambda: desk.catalog.source(question)) if question else None
        if source is not None:
            ReportDialog(self._room.theme, source, self.window()).open()

    def _fold(self) -> None:
        """What goes with the list, or with the question in its place."""
        inside = self._beside.inside
        self.list.show_keys(not self._beside.narrow)
        self.filters.setVisible(not inside)
        self.preview.back.setVisible(inside)

    def _connect(self) -> None:
        self._beside.turned.connect(self._fold)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(lambda: self.list.rows.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.filters.changed.connect(self._look)
        self.practise.clicked.connect(self._practise)
        self.list.moved.connect(self._show_current)
        self.list.opened.connect(self._open)
        self.list.entered.connect(self._enter)
        self.list.cleared.connect(self._clear)
        self.preview.backed.connect(self._leave)
        self.preview.turned.connect(self._turn)
        self.preview.flagged.connect(self._flag)
        self.preview.reported.connect(self._report)
        self.preview.opened.connect(self._room.navigator.open_link)
        self.preview.noted.connect(self._note)
        self.preview.study.clicked.connect(self._study)
        self.preview.terms.explained.connect(
            lambda term: self._room.navigator.read_term(term, back="library")
        )
        for key, act in (("/", self.seek), ("M", self._flip_flag), ("R", self._report)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        self._head.addWidget(self._title)
        self._head.addWidget(self.field, 1)
        self._head.addWidget(self.practise)
        self._top.addLayout(self._head)
        self._top.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(Line(self._room.theme))
        column.addWidget(self._beside, 1)
        QWidget.setTabOrder(self.filters.clearing, self.practise)
