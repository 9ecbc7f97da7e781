"""A line to type."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from certstudy.core.response import NOTHING, Written
from certstudy.core.tasks.short_answer import LONGEST_ANSWER
from certstudy.gui.override import override
from certstudy.gui.question.answers.answer import PLAIN, Answer, Manner
from certstudy.gui.question.answers.reasons import typed_row
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.option_list import OptionList
from certstudy.present.task_view import ShortAnswerView, TaskView
from certstudy.present.words import _

WIDEST = 520


class TypedAnswer(Answer):
    """`field` takes the words; letters and digits go into it rather than to the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_ANSWER)
        self.field.setPlaceholderText(_("Type your answer"))
        self.field.setAccessibleName(_("Your answer"))
        self.field.textEdited.connect(self._typed)
        self.right = OptionList(theme)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.field)
        self._column.addWidget(self.right)
        theme.changed.connect(self.restyle)
        self.restyle()

    @override
    def show_task(self, view: TaskView, manner: Manner = PLAIN) -> None:
        assert isinstance(view, ShortAnswerView)
        self.indent(self._column, manner)
        if self.field.text() != view.typed:
            self.field.setText(view.typed)
        self.field.setReadOnly(manner.checked)
        self.right.setVisible(manner.checked)
        self.right.show_options((typed_row(view),) if manner.checked else (), manner.checked)

    def restyle(self) -> None:
        """Takes font and lengths from the theme again."""
        self.field.setFont(self._theme.font(Role.CODE))
        self.field.setMaximumWidth(self._theme.px(WIDEST))

    @property
    @override
    def typed(self) -> bool:
        return True

    @override
    def focus_first(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        self.field.setFocus(reason)

    def _typed(self, text: str) -> None:
        self.responded.emit(Written(text) if text.strip() else NOTHING)
