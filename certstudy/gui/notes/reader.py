"""A page to read: its text, code and pictures, what to read further, the questions it helps with, the next page."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from certstudy.core.note import Page, PageKind
from certstudy.gui.notes.question_line import QuestionButton
from certstudy.gui.notes.reading_text import ReadingText
from certstudy.gui.question.code_view import CodeView
from certstudy.gui.question.picture_view import PictureView
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.question.place_line import PlaceLine
from certstudy.gui.question.text_link import TextLink
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.empty_state import EmptyState
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.line import Line
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.gloss import Meaning
from certstudy.present.notes import PageView, Way
from certstudy.present.question import ExhibitView
from certstudy.present.words import _, ngettext

WIDEST = 720


class Reader(QScrollArea):
    """`show_page` renders a page whole, `show_empty` says why there is none.

    Signals: `backed`, `opened(url)`, `went(page)`, `explained(term)`, `asked(question)`, `practised`, `printed`,
    `saved`.
    """

    backed = Signal()
    opened = Signal(str)
    went = Signal(object)
    explained = Signal(str)
    asked = Signal(str)
    practised = Signal()
    printed = Signal()
    saved = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._pictures = theme, pictures
        self.view: PageView | None = None
        self._codes: list[CodeView] = []
        self._texts: list[ReadingText] = []
        self._marked: tuple[Page, tuple[str, ...]] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("The page"))
        self.back = Button(theme, _("Back to the contents"), "quiet", "small", icon="arrow-left")
        self.place = PlaceLine(theme, whole=True)
        self.pdf = self._tool("file-down", _("Save as PDF"))
        self.print = self._tool("file-text", _("Print (Ctrl+P)"))
        self.title = Label(theme, "", Role.TITLE, wrap=True)
        self._aside = Label(theme, "", Role.CAPTION, "ink3", wrap=True)
        self._body = QVBoxLayout()
        self.after_body = QVBoxLayout()
        self.practise = Button(theme, "", "filled", icon="play")
        self.before = Button(theme, _("Previous"), "quiet", icon="arrow-left")
        self.next = Button(theme, _("Next"), "quiet", icon="arrow-right")
        self.empty = EmptyState(theme, "")
        self._page = QWidget()
        self._content = QWidget()
        self._margins = QVBoxLayout(self._content)
        self._column = QVBoxLayout(self._page)
        self._lay_out()
        self.setWidget(self._content)
        self._connect()
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_page(self, view: PageView) -> None:
        """Renders a page; another one from its top."""
        before, self.view = self.view, view
        self.empty.hide()
        self._page.show()
        if view == before:
            return
        self._show_head(view)
        empty(self._body)
        self._codes, self._texts = [], []
        for block in view.blocks:
            self._body.addWidget(self._block(block, view.terms))
        empty(self.after_body)
        self._add_links(view)
        self._add_related(view)
        self._add_questions(view)
        self._show_ways(view)
        self.restyle()
        if before is None or before.page != view.page:
            self.verticalScrollBar().setValue(0)

    def mark(self, words: tuple[str, ...]) -> None:
        """Marks words in the page; scrolls to the first when they are first seen there."""
        for text in self._texts:
            text.mark(words)
        if self.isVisible() and self.view is not None and self._marked != (self.view.page, words):
            self._marked = (self.view.page, words)
            # what was just filled in has its places when it is laid out
            QTimer.singleShot(0, self._reveal_mark)

    def _reveal_mark(self) -> None:
        for text in self._texts:
            first = text.first_mark()
            if first is not None:
                self._reach(text, first)
                return

    def show_empty(self, words: str, detail: str, action: str = "") -> None:
        """Says why there is nothing to read."""
        self.view = None
        self._page.hide()
        self.empty.show_text(words, detail, action)
        self.empty.show()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._margins.setContentsMargins(px(28), px(18), px(24), px(24))
        self._column.setSpacing(px(10))
        self._body.setSpacing(px(12))
        self.after_body.setSpacing(px(6))
        self._page.setMaximumWidth(px(WIDEST))
        for code in self._codes:
            code.setFixedHeight(code.sizeHint().height())

    def _show_head(self, view: PageView) -> None:
        self.place.setVisible(view.place is not None)
        if view.place is not None:
            self.place.show_place(view.place)
        self.title.setText(view.title)
        self._aside.setText(view.aside)
        self._aside.setVisible(bool(view.aside))
        for tool in (self.pdf, self.print):
            tool.setVisible(view.page.kind is not PageKind.TERM)

    def _block(self, block: ExhibitView, terms: tuple[Meaning, ...]) -> QWidget:
        if block.code:
            code = CodeView(self._theme)
            code.show_file(block.title, block.code, block.spans)
            code.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._codes.append(code)
            return code
        if block.picture is not None:
            picture = PictureView(self._theme, self._pictures)
            picture.show_picture(block.picture)
            return picture
        text = ReadingText(self._theme)
        text.show_html(block.html, terms)
        text.opened.connect(self.opened)
        text.explained.connect(self.explained)
        self._texts.append(text)
        text.reached.connect(lambda point, text=text: self._reach(text, point))
        return text

    def _reach(self, text: ReadingText, point: QPoint) -> None:
        """Scrolls to a place in a text."""
        at = text.viewport().mapTo(self._content, point)
        self.ensureVisible(at.x(), at.y(), 0, self._theme.px(60))

    def _add_links(self, view: PageView) -> None:
        if not view.links:
            return
        self._head(_("Read"))
        for link in view.links:
            line = TextLink(self._theme, link.title, link.note)
            line.setToolTip(plain_tip(link.url))
            line.clicked.connect(lambda _on=False, url=link.url: self.opened.emit(url))
            self.after_body.addWidget(line)

    def _add_related(self, view: PageView) -> None:
        if not view.related:
            return
        self._head(view.related_title)
        for way in view.related:
            button = Button(self._theme, way.title, "link", icon="book-open")
            button.clicked.connect(lambda _on=False, page=way.page: self.went.emit(page))
            self.after_body.addWidget(button)

    def _add_questions(self, view: PageView) -> None:
        count = len(view.questions)
        self.practise.setVisible(bool(count))
        if not count:
            return
        words = ngettext("Practise its {n} question", "Practise its {n} questions", count)
        self.practise.setText(words.format(n=count))
        self.practise.updateGeometry()
        self._head(_("Its questions"), view.progress)
        for line in view.questions:
            button = QuestionButton(self._theme, line)
            button.clicked.connect(lambda _on=False, question=line.id: self.asked.emit(question))
            self.after_body.addWidget(button)

    def _head(self, words: str, detail: str = "") -> None:
        self.after_body.addWidget(Line(self._theme))
        row = Flow(self._theme, (Label(self._theme, words, Role.HEADING),), 10)
        if detail:
            row.add(Label(self._theme, detail, Role.CAPTION, "ink3"))
        self.after_body.addWidget(row)

    def _show_ways(self, view: PageView) -> None:
        self._last_line.setVisible(view.before is not None or view.after is not None)
        for button, way, words in (
            (self.before, view.before, _("Previous note: {title}")),
            (self.next, view.after, _("Next note: {title}")),
        ):
            button.setVisible(way is not None)
            if way is not None:
                told = words.format(title=way.title)
                button.setAccessibleName(told)
                button.setToolTip(plain_tip(told))

    def go_on(self, forward: bool) -> None:
        """To the next page or the previous one, where there is one."""
        way: Way | None = None
        if self.view is not None:
            way = self.view.after if forward else self.view.before
        if way is not None:
            self.went.emit(way.page)

    def _connect(self) -> None:
        self.back.clicked.connect(self.backed)
        self.pdf.clicked.connect(self.saved)
        self.print.clicked.connect(self.printed)
        self.practise.clicked.connect(self.practised)
        self.empty.acted.connect(self.practised)
        self.before.clicked.connect(lambda: self.go_on(False))
        self.next.clicked.connect(lambda: self.go_on(True))

    def _lay_out(self) -> None:
        theme, column = self._theme, self._column
        back = QHBoxLayout()
        back.addWidget(self.back)
        back.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(theme.px(4))
        head.addWidget(self.place, 1)
        head.addStretch(0)
        head.addWidget(self.pdf)
        head.addWidget(self.print)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (head, self.title, self._aside, self._body, self.after_body):
            column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
        act = QHBoxLayout()
        act.addWidget(self.practise)
        act.addStretch(1)
        column.addLayout(act)
        self._last_line = Line(theme)
        column.addWidget(self._last_line)
        column.addWidget(Flow(theme, (self.before, self.next), 6))
        self._page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._margins.addLayout(back)
        self._margins.addWidget(self.empty)
        self._margins.addWidget(self._page)
        self._margins.addStretch(1)
        self.empty.hide()

    def _tool(self, icon: str, words: str) -> Button:
        button = Button(self._theme, "", "quiet", "small", icon=icon)
        button.setAccessibleName(words)
        button.setToolTip(words)
        return button
