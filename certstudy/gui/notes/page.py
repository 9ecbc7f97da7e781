"""The notes page: contents at the left, the page that is read at the right or, when narrow, in place."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.core.note import Page as ReadPage
from certstudy.core.note import PageKind
from certstudy.gui.library.search_field import SearchField
from certstudy.gui.notes.contents_tree import ContentsTree
from certstudy.gui.notes.reader import Reader
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.question.pictures import Pictures, on_paper
from certstudy.gui.room import Room
from certstudy.gui.theme import Role
from certstudy.gui.to_paper import Laid, ask_for_pdf, print_on_paper
from certstudy.gui.widgets.announce import announce
from certstudy.gui.widgets.beside import Beside
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.line import Line
from certstudy.gui.widgets.segmented import Segmented
from certstudy.present import notes as views
from certstudy.present.notes import ContentsNode, PageView
from certstudy.present.paper import printout
from certstudy.present.words import _
from certstudy.study import notes
from certstudy.study.notes import Shelf
from certstudy.study.practice import LARGEST, Mode, Request

WORD = re.compile(r"\w+")
TREE_SHARE, TREE_LEAST, READER_LEAST = 32, 260, 380


class NotesPage(Page):
    """`read(page)` opens a note, a term or a sheet."""

    concerned_by = Changes.ANSWERS

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        theme = room.theme
        self._shelf: Shelf | None = None
        self._reading: dict[PageKind, ReadPage] = {}
        self._node: ContentsNode | None = None
        self._back_to = ""
        self._came_for: ReadPage | None = None
        self._title = Label(theme, _("Notes"), Role.TITLE)
        self.kinds = Segmented(
            theme,
            (
                (PageKind.NOTE.value, _("Notes")),
                (PageKind.TERM.value, _("Glossary")),
                (PageKind.SHEET.value, _("Cheat sheets")),
            ),
        )
        self.kinds.set_value(PageKind.NOTE.value)
        self.field = SearchField(theme)
        self.field.setPlaceholderText(_("Search notes and glossary"))
        self.field.setAccessibleName(_("Search the notes"))
        self.returning = Button(theme, _("Back to the question"), icon="arrow-left", key="Esc")
        self.tree = ContentsTree(theme)
        self.reader = Reader(theme, Pictures(theme, room.desk.catalog.picture))
        self._top = QVBoxLayout()
        self._head = Flow(theme, (self._title, self.kinds, self.returning), 16)
        self._beside = Beside(theme, self.tree, self.reader, TREE_SHARE, (TREE_LEAST, READER_LEAST))
        self._lay_out()
        self._connect()
        self.returning.hide()
        self._fold()
        theme.changed.connect(self.restyle)
        self.restyle()

    @property
    def kind(self) -> PageKind:
        """Which of the three kinds of pages the contents list."""
        return PageKind(self.kinds.value)

    def read(self, page: ReadPage, back: str = "") -> None:
        """Shows a page; `back` names the screen that a button leads back to."""
        self._back_to, self._came_for = back, page
        self.returning.setVisible(bool(back))
        self._go_to(page)
        self._enter()

    def seek(self) -> None:
        """Puts the cursor into the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @override
    def refresh(self) -> None:
        shelf = self._room.operations.perform(lambda: notes.shelf(self._room.desk))
        if shelf is None:
            return
        self._shelf = shelf
        self._show_contents()
        self._show_reading()

    @override
    def take_focus(self) -> None:
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._room.theme.px
        self._top.setContentsMargins(px(28), px(18), px(24), px(12))
        self._top.setSpacing(px(10))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        # a window laid aside comes back as it was
        if not event.spontaneous():
            self._back_to = ""
            self.returning.hide()
        super().hideEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._back_to:
            self._return()
        elif event.key() == Qt.Key.Key_Escape and self._beside.inside:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _show_contents(self) -> None:
        """The lines at the left: what was searched for, or all of the kind."""
        shelf, syllabus = self._shelf, self._room.desk.catalog.syllabus
        if shelf is None:
            return
        text = self.field.text()
        if text.strip():
            hits = self._room.operations.perform(lambda: notes.search(self._room.desk, text)) or ()
            self.tree.show_nodes(views.hit_nodes(syllabus, shelf, hits), expanded=True)
            self.field.show_count(views.found_words(len(hits)))
            return
        self.field.show_count("")
        nodes = {
            PageKind.NOTE: lambda: views.contents(syllabus, shelf),
            PageKind.TERM: lambda: views.term_nodes(shelf),
            PageKind.SHEET: lambda: views.sheet_nodes(syllabus, shelf),
        }[self.kind]()
        self.tree.show_nodes(nodes)

    def _show_reading(self) -> None:
        """The page last read of this kind, the first time the first one; among hits the one that is open."""
        if self.field.text().strip():
            page = self.reader.view.page if self.reader.view is not None else None
        else:
            page = self._reading.get(self.kind)
        if page is None:
            first = self.tree.first() if not self.field.text().strip() else None
            page = first.page if first is not None else None
        else:
            self.tree.choose(page)
        self._show(page)

    def _show(self, page: ReadPage | None) -> None:
        view = self._view(page) if page is not None else None
        if page is None or view is None:
            self._show_nothing()
        else:
            self._node = None
            self._reading[page.kind] = page
            self.reader.show_page(view)
            self.reader.mark(tuple(WORD.findall(self.field.text())))

    def _view(self, page: ReadPage) -> PageView | None:
        desk, shelf, syllabus = self._room.desk, self._shelf, self._room.desk.catalog.syllabus
        perform = self._room.operations.perform
        if shelf is None:
            return None
        if page.kind is PageKind.NOTE:
            reading = perform(lambda: notes.read_note(desk, page.id))
            return views.note_view(syllabus, reading, shelf, desk.catalog.question) if reading else None
        if page.kind is PageKind.TERM:
            term = perform(lambda: notes.read_term(desk, page.id))
            return views.term_view(syllabus, term, shelf) if term else None
        sheet = perform(lambda: notes.read_sheet(desk, page.id))
        return views.sheet_view(syllabus, sheet) if sheet else None

    def _show_nothing(self) -> None:
        words = {
            PageKind.NOTE: _("No study note yet"),
            PageKind.TERM: _("No glossary yet"),
            PageKind.SHEET: _("No cheat sheet yet"),
        }[self.kind]
        self.reader.show_empty(words, _("This content pack does not hold one."))

    def _choose(self, node: ContentsNode) -> None:
        """Another line is current: a page is shown, an objective without one says so."""
        if node.page is not None:
            self._show(node.page)
        elif not node.parts:
            self._node = node
            questions = self._questions_of(node.id)
            action = _("Practise its questions") if questions else ""
            self.reader.show_empty(_("No study note for this objective yet"), node.title, action)

    def _questions_of(self, objective: str) -> tuple[str, ...]:
        return tuple(e.id for e in self._room.desk.catalog.entries if e.objective == objective)

    def _go_to(self, page: ReadPage) -> None:
        """Shows a page that something leads to, and where it stands in the contents."""
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.kinds.set_value(page.kind.value)
        self._reading[page.kind] = page
        self.refresh()

    def _explain(self, term: str) -> None:
        self._go_to(ReadPage(PageKind.TERM, term))

    def _turn(self, kind: str) -> None:
        self._beside.leave()
        self.kinds.set_value(kind)
        self.field.clear()
        self._show_contents()
        self._show_reading()

    def _look(self) -> None:
        """Something is searched for, or nothing any more."""
        self._beside.leave()
        self._show_contents()
        if self.field.text().strip():
            announce(self.field, self.field.accessibleDescription())
        else:
            self._show_reading()

    def _to_hits(self) -> None:
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        node = self.tree.first()
        if node is not None:
            self._choose(node)

    def _practise(self) -> None:
        view = self.reader.view
        questions = tuple(line.id for line in view.questions) if view is not None else ()
        if self._node is not None:
            questions = self._questions_of(self._node.id)
        size = min(LARGEST, len(questions))
        if size:
            self._room.navigator.practise(Request(Mode.SELECTION, size=size, questions=questions))

    def _save(self) -> None:
        view = self.reader.view
        if view is not None:
            ask_for_pdf(self, self._room, _("Save the page"), view.title, self._laid(view))

    def _print(self) -> None:
        view = self.reader.view
        if view is not None:
            print_on_paper(self, self._room, self._laid(view))

    def _laid(self, view: PageView) -> Laid:
        pictures = [block.picture for block in view.blocks if block.picture is not None]
        catalog = self._room.desk.catalog
        return lambda: (printout(view), {p.src: on_paper(catalog.picture(p.src), p) for p in pictures})

    def _return(self) -> None:
        """Back to the screen that led here."""
        self._room.navigator.go(self._back_to)

    def _go_back(self) -> None:
        """Alt+Left: from the page that another screen led to back to it, else to the note before."""
        view = self.reader.view
        if self._back_to and view is not None and view.page == self._came_for:
            self._return()
        else:
            self.reader.go_on(False)

    def _enter(self) -> None:
        self._beside.enter()
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        node = self.tree.current
        if node is not None and not node.parts:
            if self._beside.narrow:
                self._enter()
            self._choose(node)

    def _leave(self) -> None:
        self._beside.leave()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        """What goes with the contents, or with the page in their place."""
        self.field.setVisible(not self._beside.inside)
        self.reader.back.setVisible(self._beside.inside)

    def _connect(self) -> None:
        navigator, reader = self._room.navigator, self.reader
        self._beside.turned.connect(self._fold)
        self.kinds.picked.connect(self._turn)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._to_hits)
        self.tree.chosen.connect(self._choose)
        self.tree.opened.connect(self._open)
        self.returning.clicked.connect(self._return)
        reader.backed.connect(self._leave)
        reader.opened.connect(navigator.open_link)
        reader.went.connect(self._go_to)
        reader.explained.connect(self._explain)
        reader.asked.connect(navigator.open_question)
        reader.practised.connect(self._practise)
        reader.printed.connect(self._print)
        reader.saved.connect(self._save)
        keys = {
            "/": self.seek,
            "Ctrl+P": self._print,
            "Alt+Left": self._go_back,
            "Alt+Right": lambda: reader.go_on(True),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        self._top.addWidget(self._head)
        self._top.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(Line(self._room.theme))
        column.addWidget(self._beside, 1)
