"""Beside the checked question: the verdict, the idea, what to read, why now, earlier answers, the own note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from certstudy.core.grading import Verdict
from certstudy.gui.override import override
from certstudy.gui.question.note_field import NoteField
from certstudy.gui.question.prose import Prose
from certstudy.gui.question.term_row import TermRow
from certstudy.gui.question.text_link import TextLink
from certstudy.gui.question.verdict_icons import VERDICT_ICONS
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.announce import announce
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card, Ground
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.line import Line
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.links import LinkView
from certstudy.present.quiz import FeedbackView, PastView, QuizView
from certstudy.present.words import _

GROUNDS: dict[Verdict, Ground] = {
    Verdict.RIGHT: "right",
    Verdict.PARTLY: "partly",
    Verdict.WRONG: "wrong",
}
WIDTH = 348


class FeedbackPanel(QScrollArea):
    """`show_view` renders it whole; `opened(url)` for a link, `noted(question, text)` for the note."""

    opened = Signal(str)
    noted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._links_now: tuple[LinkView, ...] = ()
        self._past_now: tuple[PastView, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = _Side(theme)
        self._column = QVBoxLayout(self._content)
        self._verdict = Card(theme)
        self._glyph = IconView(theme, "check", "right", 24)
        self._headline = Label(theme, "", Role.VERDICT, wrap=True)
        self._detail = Label(theme, "", Role.CAPTION, "ink2", wrap=True)
        self._idea = Prose(theme, Role.OPTION, ground="surface")
        self.terms = TermRow(theme)
        self._links = QVBoxLayout()
        self.study = Button(theme, _("Study note"), "link", icon="book-open")
        self._mixup_head = Label(theme, _("The mix-up"), Role.LABEL, "ink3")
        self._mixup = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self._why = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self._past = Flow(theme, (), 12)
        self.note = NoteField(theme)
        self.note.written.connect(self.noted)
        self.flag = Button(theme, _("Flag"), "quiet", icon="flag", mark="flagged")
        self.undo = Button(theme, _("Undo"), "quiet", icon="undo-2")
        self.report = Button(theme, _("Report a mistake"), "quiet", icon="message-square-warning")
        self._lay_out()
        self.setWidget(self._content)

    def show_view(self, view: QuizView) -> None:
        """Renders the feedback of a checked question."""
        feedback = view.feedback
        if feedback is None:
            return
        self._show_verdict(feedback)
        self._idea.show_html(feedback.idea_html)
        self.terms.show_terms(feedback.terms)
        self._mixup.setText(feedback.mixup)
        for part in (self._mixup, self._mixup_head):
            part.setVisible(bool(feedback.mixup))
        self._show_links(feedback.links)
        self.study.setVisible(bool(feedback.study_note))
        told = _("Study note: {title}").format(title=feedback.study_note)
        self.study.setAccessibleName(told)
        self.study.setToolTip(plain_tip(told))
        self._why.setText(f"{view.why_now} {feedback.comes_back}".strip())
        self._show_past(feedback.past)
        self.note.show_note(view.question.id, view.note)
        self.flag.setChecked(view.flagged)

    def tell(self) -> None:
        """Says the verdict to a screen reader."""
        announce(self, f"{self._headline.text()}. {self._detail.text()}")

    def _show_verdict(self, feedback: FeedbackView) -> None:
        ink = feedback.verdict.value
        self._verdict.set_ground(GROUNDS[feedback.verdict])
        self._glyph.show_icon(VERDICT_ICONS[feedback.verdict], ink)
        self._headline.setText(feedback.headline)
        self._detail.setText(feedback.detail)

    def _show_links(self, links: tuple[LinkView, ...]) -> None:
        if links == self._links_now:
            return
        self._links_now = links
        empty(self._links)
        for link in links:
            line = TextLink(self._theme, link.title, link.note, ground="surface")
            line.setToolTip(plain_tip(link.url))
            line.clicked.connect(lambda _on=False, url=link.url: self.opened.emit(url))
            self._links.addWidget(line)
            line.show()

    def _show_past(self, past: tuple[PastView, ...]) -> None:
        if past == self._past_now:
            return
        self._past_now = past
        self._past.clear()
        for earlier in past:
            part = _Earlier(self._theme, earlier)
            self._past.add(part)
            # Qt would count it in from the next turn of the loop on
            part.show()
        self._past.setVisible(bool(past))

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        row = QHBoxLayout()
        row.setSpacing(px(12))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._headline)
        words.addWidget(self._detail)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._verdict.body.addLayout(row)
        self._links.setSpacing(px(2))
        column = self._column
        column.setContentsMargins(px(20), px(20), px(20), px(16))
        column.setSpacing(px(8))
        column.addWidget(self._verdict)
        column.addSpacing(px(6))
        column.addWidget(Label(theme, _("The idea"), Role.LABEL, "ink3"))
        column.addWidget(self._idea)
        column.addWidget(self.terms)
        column.addWidget(self._mixup_head)
        column.addWidget(self._mixup)
        column.addSpacing(px(4))
        column.addWidget(Label(theme, _("Read"), Role.LABEL, "ink3"))
        column.addLayout(self._links)
        column.addWidget(self.study)
        column.addWidget(Line(theme))
        column.addWidget(Label(theme, _("Why now"), Role.LABEL, "ink3"))
        column.addWidget(self._why)
        column.addWidget(self._past)
        column.addWidget(Line(theme))
        column.addWidget(Label(theme, _("My note"), Role.LABEL, "ink3"))
        column.addWidget(self.note)
        column.addStretch(1)
        column.addWidget(Flow(theme, (self.flag, self.undo, self.report), 4))


class _Side(QWidget):
    """The side's ground with a line at its leading edge."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, 0, 1, self.height(), tokens.line)


class _Earlier(QWidget):
    """An earlier verdict and its day."""

    def __init__(self, theme: Theme, past: PastView) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(5))
        row.addWidget(IconView(theme, VERDICT_ICONS[past.verdict], past.verdict.value, 14))
        row.addWidget(Label(theme, past.when, Role.CAPTION, "ink2"))
