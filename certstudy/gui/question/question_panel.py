"""The situation, the question, and its answer; before the check and after it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.question.answers.answer import Manner
from certstudy.gui.question.answers.area import AnswerArea
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.question.place_line import PlaceLine
from certstudy.gui.question.prose import Prose
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.chip import Tag
from certstudy.present.question import QuestionView


class QuestionPanel(QWidget):
    """`show_question` renders it whole; `answer` tells what is answered, `tools` has room for buttons above,
    `middle` for exhibits between the question and the answer. `ground` is the colour it stands on, where known."""

    def __init__(
        self, theme: Theme, pictures: Pictures, ground: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.place = PlaceLine(theme)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(theme.px(4))
        self._lead = Prose(theme, Role.STEM, ground=ground)
        self._solution = Prose(theme, Role.STEM, ground=ground)
        self._ask = Prose(theme, Role.QUESTION, ground=ground)
        self._hint = Tag(theme)
        self.middle = QVBoxLayout()
        self.answer = AnswerArea(theme, pictures)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.place, 1)
        head.addLayout(self.tools)
        ask = QHBoxLayout()
        ask.setSpacing(theme.px(12))
        ask.addWidget(self._ask, 1)
        ask.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignBottom)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addWidget(self._lead)
        self._column.addWidget(self._solution)
        self._column.addLayout(ask)
        self._column.addLayout(self.middle)
        self._column.addWidget(self.answer)
        self._column.addStretch(1)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Takes its gaps from the theme again."""
        self._column.setSpacing(self._theme.px(10))

    def show_question(
        self, view: QuestionView, struck: frozenset[str] = frozenset(), checked: bool = False
    ) -> None:
        """Renders the question as it stands."""
        self.place.show_place(view.place)
        self._lead.show_html(view.lead_html)
        self._lead.set_ink("ink2" if checked else "ink")
        self._ask.show_html(view.ask_html)
        self._solution.show_html(view.solution_html)
        self._hint.set_text(view.hint)
        self._hint.setVisible(bool(view.hint))
        self._hint.setToolTip(view.scoring)
        self.answer.show_task(view.task, Manner(struck, checked))
