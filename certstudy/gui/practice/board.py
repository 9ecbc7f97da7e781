"""The middle of a sitting: exhibit, question and feedback, beside each other or one at a time."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.practice.feedback_panel import WIDTH, FeedbackPanel
from certstudy.gui.question.exhibits import Exhibits
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.question.question_panel import QuestionPanel
from certstudy.gui.question.verdict_icons import VERDICT_ICONS
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.metrics import SIDE_COLUMN_FOLDS_BELOW
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.segmented import Segmented
from certstudy.gui.widgets.stillness import at_once
from certstudy.present.quiz import QuizView
from certstudy.present.words import _

QUESTION, EXHIBIT, FEEDBACK = "question", "exhibit", "feedback"


class Board(QWidget):
    """`show_view` renders it; `turn` changes between question and exhibit where they cannot stand together."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pane = QUESTION
        self._checked = self._has_exhibit = False
        self._arranged: tuple[object, ...] = ()
        self.question_id = ""
        self.question = QuestionPanel(theme, pictures, ground="canvas")
        self.exhibits = Exhibits(theme, pictures)
        self.feedback = FeedbackPanel(theme)
        self.flag = self._tool("flag", _("Flag (M)"), mark="flagged")
        self.note = self._tool("notebook-pen", _("Note (N)"))
        for tool in (self.note, self.flag):
            self.question.tools.addWidget(tool)
        panes = ((QUESTION, _("Question")), (EXHIBIT, _("Exhibit")), (FEEDBACK, _("Explanation")))
        self._switch = Segmented(theme, panes)
        # where the explanation has no room beside the question, the verdict must not wait for it
        self._glyph = IconView(theme, "check", "right")
        self._verdict = Label(theme, "", Role.HEADING)
        self._switch.picked.connect(self._turn_to)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        # beside each other: only so does Qt ask for the height at the width that the question really gets
        self._margins = QHBoxLayout(self._holder)
        self._margins.addWidget(self.question, 1)
        self._margins.addStretch(0)
        self._scroll.setWidget(self._holder)
        self._lay_out()
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: QuizView, struck: frozenset[str] = frozenset()) -> None:
        """Renders the question and, once checked, the feedback."""
        new = self.question_id != view.question.id
        self.question_id = view.question.id
        self._checked, self._has_exhibit = view.feedback is not None, bool(view.question.exhibits)
        self.question.show_question(view.question, struck, self._checked)
        self.exhibits.show_exhibits(view.question.exhibits)
        self.feedback.show_view(view)
        if view.feedback is not None:
            self._verdict.setText(view.feedback.headline)
            verdict = view.feedback.verdict
            self._verdict.set_ink(verdict.value)
            self._glyph.show_icon(VERDICT_ICONS[verdict], verdict.value)
        self.flag.setChecked(view.flagged)
        self.note.set_kind("plain" if view.note else "quiet")
        if new:
            self._scroll.verticalScrollBar().setValue(0)
            self.feedback.verticalScrollBar().setValue(0)
        self.arrange()

    def lay_out_unseen(self) -> None:
        """Everything that painting would wait for, done while another board is seen."""
        self.arrange()
        self.grab()

    def reveal(self) -> None:
        """The verdict comes into sight."""
        self.question.answer.reveal()
        self.feedback.tell()

    def first_pane(self) -> None:
        """Back to the question after a step."""
        self._pane = QUESTION
        self.arrange()

    def turn(self) -> None:
        """From the question to the exhibit and back; with several exhibits side by side, to the next one."""
        if not self._has_exhibit:
            return
        if self._both:
            self.exhibits.next()
        else:
            self._turn_to(QUESTION if self._pane == EXHIBIT else EXHIBIT)

    def arrange(self) -> None:
        """Decide what stands beside what at the present width."""
        wide = self._wide
        panes = [QUESTION]
        if self._has_exhibit and not self._both:
            panes.append(EXHIBIT)
        if self._checked and not wide:
            panes.append(FEEDBACK)
        if self._pane not in panes:
            self._pane = QUESTION
        state = (tuple(panes), self._pane, wide, self._both, self._checked, self._theme.metrics.scale)
        if state == self._arranged:
            return
        self._arranged = state
        side, above = self._theme.px(24), self._theme.px(16)
        with at_once(self._whole):
            self._exhibit_margins.setContentsMargins(side, above, 0 if self._both else side, above)
            self._switch.show_only(panes)
            self._switch.set_value(self._pane)
            self._bar.setVisible(len(panes) > 1)
            for part in (self._glyph, self._verdict):
                part.setVisible(FEEDBACK in panes and self._pane != FEEDBACK)
            self._scroll.setVisible(self._pane == QUESTION)
            self._exhibit_side.setVisible(self._has_exhibit and (self._both or self._pane == EXHIBIT))
            self.feedback.setMaximumWidth(self._feedback_width if wide else 16_777_215)
            self.feedback.setMinimumWidth(self._feedback_width if wide else 0)
            self.feedback.setVisible(self._checked and (wide or self._pane == FEEDBACK))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._margins.setContentsMargins(px(24), px(16), px(24), px(16))
        self._bar_row.setContentsMargins(px(24), px(12), px(24), 0)
        self._bar_row.setSpacing(px(8))
        self.question.setMaximumWidth(px(860))
        self.arrange()

    @property
    def _feedback_width(self) -> int:
        return self._theme.px(WIDTH + 24)

    @property
    def _wide(self) -> bool:
        return self.width() / self._theme.metrics.scale >= SIDE_COLUMN_FOLDS_BELOW

    @property
    def _both(self) -> bool:
        """Whether the exhibit stands beside the question."""
        return self._has_exhibit and self._wide and not self._checked

    def _lay_out(self) -> None:
        self._bar = QWidget()
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.addWidget(self._glyph)
        self._bar_row.addWidget(self._verdict)
        self._bar_row.addStretch(1)
        self._bar_row.addWidget(self._switch)
        self._exhibit_side = QWidget()
        self._exhibit_margins = QVBoxLayout(self._exhibit_side)
        self._exhibit_margins.addWidget(self.exhibits)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._exhibit_side, 45)
        row.addWidget(self._scroll, 55)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._bar)
        left.addLayout(row, 1)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(left, 1)
        self._whole.addWidget(self.feedback)

    def _turn_to(self, pane: str) -> None:
        self._pane = pane
        self.arrange()

    def _tool(self, icon: str, words: str, mark: str = "") -> Button:
        button = Button(self._theme, "", "quiet", "small", icon=icon, mark=mark)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button
