"""A question opened beside the list: hidden answer first, then reasons, idea and links; history, flag and note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from certstudy.gui.library.history_list import HistoryList
from certstudy.gui.library.link_list import LinkList
from certstudy.gui.question.exhibits import Exhibits
from certstudy.gui.question.note_field import NoteField
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.question.prose import Prose
from certstudy.gui.question.question_panel import QuestionPanel
from certstudy.gui.question.term_row import TermRow
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.line import Line
from certstudy.present.library import ReadingView
from certstudy.present.words import _

EXHIBIT = 420


class Preview(QScrollArea):
    """`show_view` renders it whole.

    Signals: `backed` (the list again), `turned` (show or hide the answer), `flagged(on)`, `reported`, `opened(url)`,
    `noted(question, text)`.
    """

    backed = Signal()
    turned = Signal()
    flagged = Signal(bool)
    reported = Signal()
    opened = Signal(str)
    noted = Signal(str, str)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._question = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("The question"))
        self.back = Button(theme, _("Back to the list"), "quiet", "small", icon="arrow-left")
        self.panel = QuestionPanel(theme, pictures)
        self.panel.answer.look_only()
        self.exhibits = Exhibits(theme, pictures)
        self.flag = Button(theme, "", "quiet", "small", icon="flag", mark="flagged")
        self.report = Button(theme, "", "quiet", "small", icon="message-square-warning")
        self.turn = Button(theme, _("Show answer"), icon="eye")
        self.study = Button(theme, _("Study note"), "quiet", icon="book-open")
        self._idea_head = Label(theme, _("The idea"), Role.LABEL, "ink3")
        self._idea = Prose(theme, Role.OPTION)
        self.terms = TermRow(theme)
        self._read_head = Label(theme, _("Read"), Role.LABEL, "ink3")
        self.links = LinkList(theme)
        self.history = HistoryList(theme)
        self.note = NoteField(theme)
        self._origin = Label(theme, "", Role.CAPTION, "ink3", wrap=True)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._lay_out()
        self.setWidget(self._content)
        self._connect()
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: ReadingView) -> None:
        """Renders a question."""
        question = view.question
        self.panel.show_question(question, checked=view.answered)
        self.exhibits.show_exhibits(question.exhibits)
        self._size_exhibits()
        self.turn.setText(_("Hide answer") if view.answered else _("Show answer"))
        self.turn.set_icon_name("eye-off" if view.answered else "eye")
        self._idea.show_html(view.idea_html)
        self.terms.show_terms(view.terms)
        self._idea_head.setVisible(bool(view.idea_html))
        self.links.show_links(view.links)
        for part in (self._read_head, self.links):
            part.setVisible(bool(view.links))
        self.history.show_past(view.past, view.past_words)
        self._show_flag(view.flagged)
        self.note.show_note(question.id, view.note)
        self._origin.setText(view.origin)
        if question.id != self._question:
            self._question = question.id
            self.verticalScrollBar().setValue(0)

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._column.setContentsMargins(px(22), px(14), px(22), px(20))
        self._column.setSpacing(px(8))
        self._size_exhibits()

    def _size_exhibits(self) -> None:
        """A file as high as its lines, up to a limit, from which on it scrolls by itself."""
        ideal = self.exhibits.sizeHint().height()
        self.exhibits.setMinimumHeight(min(ideal, self._theme.px(EXHIBIT)))

    def _show_flag(self, flagged: bool) -> None:
        self.flag.setChecked(flagged)
        words = _("Take the flag off (M)") if flagged else _("Flag this question (M)")
        self.flag.setToolTip(words)
        self.flag.setAccessibleName(words)

    def _connect(self) -> None:
        self.report.setToolTip(_("Report a mistake (R)"))
        self.report.setAccessibleName(_("Report a mistake"))
        self.back.clicked.connect(self.backed)
        self.turn.clicked.connect(self.turned)
        self.flag.clicked.connect(self.flagged)
        self.report.clicked.connect(self.reported)
        self.links.opened.connect(self.opened)
        self.note.written.connect(self.noted)

    def _lay_out(self) -> None:
        theme, column = self._theme, self._column
        back = QHBoxLayout()
        back.addWidget(self.back)
        back.addStretch(1)
        turn = QHBoxLayout()
        turn.addWidget(self.turn)
        turn.addWidget(self.study)
        turn.addStretch(1)
        self.panel.tools.addWidget(self.flag)
        self.panel.tools.addWidget(self.report)
        self.panel.middle.addWidget(self.exhibits)
        column.addLayout(back)
        column.addWidget(self.panel)
        column.addSpacing(theme.px(4))
        column.addLayout(turn)
        column.addSpacing(theme.px(4))
        for part in (self._idea_head, self._idea, self.terms, self._read_head, self.links, Line(theme)):
            column.addWidget(part)
        column.addWidget(Label(theme, _("Your answers"), Role.LABEL, "ink3"))
        column.addWidget(self.history)
        column.addWidget(Line(theme))
        column.addWidget(Label(theme, _("My note"), Role.LABEL, "ink3"))
        column.addWidget(self.note)
        column.addWidget(self._origin)
        column.addStretch(1)
