"""The question of the exam room: its exhibits at the left when it has some, stem and answer at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from certstudy.core.record import Highlight
from certstudy.gui.mock.asides import Asides
from certstudy.gui.mock.ink import Ground, Words
from certstudy.gui.mock.stem_text import StemText
from certstudy.gui.override import override
from certstudy.gui.question.answers.answer import Manner
from certstudy.gui.question.answers.area import AnswerArea
from certstudy.gui.question.exhibits import Exhibits
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.metrics import EXHIBIT_FOLDS_BELOW
from certstudy.gui.widgets.fitting_area import FittingArea
from certstudy.present.mock_room import RoomView
from certstudy.present.question import ExhibitView
from certstudy.present.words import _

WIDEST = 720


class QuestionPane(Ground):
    """Situation, question, how many to choose, and the plain rows."""

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__(theme)
        self._theme = theme
        self._lead = StemText(theme, Role.STEM, "lead")
        self._solution = StemText(theme, Role.STEM, "solution")
        self._ask = StemText(theme, Role.QUESTION, "ask")
        self.texts = (self._lead, self._solution, self._ask)
        self._hint = Words(theme, "", Role.BODY, "text2")
        self._gone = Words(
            theme,
            _("This question is no longer in the content. It does not count; go on to the next."),
            Role.STEM,
            "text2",
            wrap=True,
        )
        self.answer = AnswerArea(theme, pictures)
        self.asides = Asides(theme)
        self._texts = QVBoxLayout()
        for part in (self._lead, self._solution, self._ask, self._hint, self._gone):
            self._texts.addWidget(part)
        self._column = QVBoxLayout()
        self._column.addLayout(self._texts)
        self._column.addWidget(self.answer)
        self._column.addWidget(self.asides)
        self._column.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._body.setLayout(self._column)
        self._row.addWidget(self._body, 1)
        self._row.addStretch(0)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: RoomView) -> None:
        """Renders the question; nothing tells right from wrong."""
        question = view.question
        self._gone.setVisible(question is None)
        self._hint.setVisible(bool(view.hint))
        self._hint.say(view.hint)
        self.answer.setVisible(question is not None)
        self._lead.show_html(question.lead_html if question else "")
        self._solution.show_html(question.solution_html if question else "")
        self._ask.show_html(question.ask_html if question else "")
        if question is not None:
            self.answer.show_task(question.task, Manner(view.struck, room=self._theme.tokens.room))
        self.asides.show_view(view)

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._texts.setContentsMargins(px(12), 0, px(12), px(4))
        self._texts.setSpacing(px(10))
        self._column.setContentsMargins(px(12), px(20), px(12), px(24))
        self._column.setSpacing(px(4))
        self._body.setMaximumWidth(px(WIDEST))


class CasePage(Ground):
    """A titled text beside the question, a page of a case study for instance."""

    def __init__(self, theme: Theme, view: ExhibitView) -> None:
        super().__init__(theme)
        self.text = StemText(theme, Role.OPTION, view.name)
        self._column = QVBoxLayout(self)
        self._column.addWidget(Words(theme, view.title, Role.HEADING))
        self._column.addWidget(self.text)
        self._column.addStretch(1)
        self.text.show_html(view.html)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._column.setContentsMargins(px(4), px(8), 0, px(12))
        self._column.setSpacing(px(10))


class Divider(QSplitterHandle):
    """A line that can be dragged."""

    def __init__(self, theme: Theme, panes: QSplitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, panes)
        self._theme = theme

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, room = QPainter(self), self._theme.tokens.room
        painter.fillRect(self.rect(), room.page)
        painter.fillRect(0, 0, 1, self.height(), room.line)


class Panes(QSplitter):
    """Two panes with a divider; where it is narrow the exhibit takes turns with the question."""

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.question = QuestionPane(theme, pictures)
        self._exhibits = Exhibits(theme, pictures, self._case_page)
        self._exhibits.fill()
        self._left = Ground(theme)
        self._left_column = QVBoxLayout(self._left)
        self._left_column.addWidget(self._exhibits)
        self._right = FittingArea(self.question)
        self._right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for text in self.question.texts:
            self._heed(text)
        self._shown = ""
        self._has_exhibits = self._turned = False
        self.addWidget(self._left)
        self.addWidget(self._right)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self.setAccessibleName(_("Exhibit and question"))
        theme.changed.connect(self.restyle)
        self.restyle()

    @override
    def createHandle(self) -> QSplitterHandle:
        return Divider(self._theme, self)

    @property
    def narrow(self) -> bool:
        """Whether exhibit and question take turns."""
        return self.width() < self._theme.px(EXHIBIT_FOLDS_BELOW)

    @property
    def texts(self) -> tuple[StemText, ...]:
        """Every text in which something can be highlighted."""
        pages = (page.text for page in self._exhibits.texts if isinstance(page, CasePage))
        return (*self.question.texts, *pages)

    def take_selection(self) -> Highlight | None:
        """The stretch selected in a text on the screen; nothing stays selected."""
        found = (text.selection() for text in self.texts if text.isVisible())
        mark = next((selected for selected in found if selected is not None), None)
        for text in self.texts:
            text.deselect()
        return mark

    @property
    def has_exhibits(self) -> bool:
        """Whether the question has any."""
        return self._has_exhibits

    def show_view(self, view: RoomView) -> None:
        """Renders the question; another one starts at its top."""
        self._has_exhibits = bool(view.exhibits)
        self._exhibits.show_exhibits(view.exhibits)
        self.question.show_view(view)
        for text in self.texts:
            text.show_highlights(view.highlights)
        shown = f"{view.section}/{view.place}"
        if shown != self._shown:
            self._shown, self._turned = shown, False
            self._right.verticalScrollBar().setValue(0)
        self._arrange()

    def next_page(self) -> None:
        """The next page of the case study or the next exhibit."""
        self._exhibits.next()

    def turn(self, to_exhibit: bool) -> None:
        """Where it is narrow: the exhibit in place of the question, or the question again."""
        self._turned = to_exhibit
        self._arrange()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        gap = self._theme.px(16)
        self._left_column.setContentsMargins(gap, gap, self._theme.px(10), gap)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _case_page(self, theme: Theme, view: ExhibitView) -> CasePage:
        page = CasePage(theme, view)
        self._heed(page.text)
        return page

    def _heed(self, text: StemText) -> None:
        """What is selected in one text is no longer selected in another."""
        text.selectionChanged.connect(lambda: self._let_go(text))

    def _let_go(self, but: StemText) -> None:
        if but.selection() is not None:
            for text in self.texts:
                if text is not but:
                    text.deselect()

    def _arrange(self) -> None:
        exhibit = self._has_exhibits and (self._turned or not self.narrow)
        both = exhibit and not self.narrow
        newly = both and self._left.isHidden()
        self._left.setVisible(exhibit)
        self._right.setVisible(both or not exhibit)
        if newly:
            self.setSizes([round(0.46 * self.width()), round(0.54 * self.width())])
