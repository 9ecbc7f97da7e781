"""The place where a question is answered: the widget of its task, made when first wanted."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.question.answers.answer import PLAIN, Answer, Manner
from certstudy.gui.question.answers.choice import ChoiceAnswer
from certstudy.gui.question.answers.gaps import GapsAnswer
from certstudy.gui.question.answers.hotspot import HotspotAnswer
from certstudy.gui.question.answers.matching import MatchingAnswer
from certstudy.gui.question.answers.ordering import OrderingAnswer
from certstudy.gui.question.answers.short_answer import TypedAnswer
from certstudy.gui.question.answers.statements import StatementsAnswer
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.key_hint import Hint
from certstudy.present.task_view import (
    ChoiceView,
    GapsView,
    HotspotView,
    MatchingView,
    OrderingView,
    ShortAnswerView,
    StatementsView,
    TaskView,
)

WIDGETS: Mapping[type[TaskView], type[Answer]] = {
    ChoiceView: ChoiceAnswer,
    GapsView: GapsAnswer,
    MatchingView: MatchingAnswer,
    OrderingView: OrderingAnswer,
    ShortAnswerView: TypedAnswer,
    StatementsView: StatementsAnswer,
}


class AnswerArea(Answer):
    """Shows the one widget that fits the task; `current` is that widget."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pictures = pictures
        self._widgets: dict[type[TaskView], Answer] = {}
        self.current: Answer | None = None
        self._look_only = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @override
    def show_task(self, view: TaskView, manner: Manner = PLAIN) -> None:
        answer = self._widget(type(view))
        answer.show_task(view, manner)
        if answer is not self.current:
            for other in self._widgets.values():
                other.setVisible(other is answer)
            self.current = answer

    @override
    def look_only(self) -> None:
        self._look_only = True
        for answer in self._widgets.values():
            answer.look_only()

    @override
    def reveal(self) -> None:
        if self.current is not None:
            self.current.reveal()

    @property
    @override
    def typed(self) -> bool:
        return self.current is not None and self.current.typed

    @property
    @override
    def reachable(self) -> int:
        return self.current.reachable if self.current is not None else 0

    @property
    @override
    def hints(self) -> tuple[Hint, ...]:
        return self.current.hints if self.current is not None else ()

    @override
    def press(self, index: int) -> None:
        if self.current is not None:
            self.current.press(index)

    @override
    def strike(self, index: int) -> None:
        if self.current is not None:
            self.current.strike(index)

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        return self.current is not None and self.current.take_key(event)

    @override
    def focus_first(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        if self.current is not None:
            self.current.focus_first(reason)

    def _made(self, kind: type[TaskView]) -> Answer:
        if kind is HotspotView:
            return HotspotAnswer(self._theme, self._pictures, self)
        return WIDGETS[kind](self._theme, self)

    def _widget(self, kind: type[TaskView]) -> Answer:
        if kind not in self._widgets:
            answer = self._made(kind)
            answer.responded.connect(self.responded)
            answer.struck.connect(self.struck)
            self._column.addWidget(answer)
            self._widgets[kind] = answer
            if self._look_only:
                answer.look_only()
        return self._widgets[kind]
