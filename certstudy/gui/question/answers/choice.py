"""One or several options."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.core.response import toggled
from certstudy.gui.override import override
from certstudy.gui.question.answers.answer import JUDGES, PLAIN, Answer, Manner
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.key_hint import Hint
from certstudy.gui.widgets.option_list import OptionList
from certstudy.gui.widgets.option_row import OptionItem
from certstudy.present.chart import Verdict
from certstudy.present.task_view import ChoiceView, Mark, OptionView, TaskView
from certstudy.present.words import _

VERDICTS: Mapping[Mark, Verdict] = {Mark.RIGHT: "right", Mark.MISSED: "missed", Mark.WRONG: "wrong"}


def option_items(options: Iterable[OptionView], struck: frozenset[str]) -> tuple[OptionItem, ...]:
    """The rows' values from a question's view."""
    return tuple(
        OptionItem(
            id=option.id,
            letter=option.letter,
            html=option.html,
            reason=option.why_html,
            reason_name=option.why,
            name=option.name,
            chosen=option.chosen,
            struck=option.id in struck,
            verdict=VERDICTS.get(option.mark),
        )
        for option in options
    )


class ChoiceAnswer(Answer):
    """A list of options; `options` holds their rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view: ChoiceView | None = None
        self._struck: frozenset[str] = frozenset()
        self._checked = False
        self.options = OptionList(theme)
        self.options.chosen.connect(self._choose)
        self.options.struck.connect(self.struck)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.options)

    @override
    def show_task(self, view: TaskView, manner: Manner = PLAIN) -> None:
        assert isinstance(view, ChoiceView)
        self._view, self._struck, self._checked = view, manner.struck, manner.checked
        self.options.set_room(manner.room)
        self.options.set_multiple(view.several)
        self.options.show_options(option_items(view.options, manner.struck), manner.checked)

    @override
    def reveal(self) -> None:
        for row in self.options.rows:
            row.reveal()

    @property
    @override
    def reachable(self) -> int:
        return len(self.options.rows)

    @property
    @override
    def hints(self) -> tuple[Hint, ...]:
        letters = Hint(("Y", "N"), _("choose")) if self._yes_or_no else Hint(self.letters, _("choose"), "–")
        return letters, Hint(("Shift", self.letters[1]), _("strike out"))

    @override
    def press(self, index: int) -> None:
        if self._view is not None and index < len(self._view.options):
            self._choose(self._view.options[index].id)

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        judged = JUDGES.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._checked or judged is None or not plain or not self._yes_or_no:
            return False
        self._choose(judged)
        return True

    @override
    def strike(self, index: int) -> None:
        if self._view is not None and index < len(self._view.options):
            self.struck.emit(self._view.options[index].id)

    @override
    def focus_first(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        self.options.focus_option(0, reason)

    @property
    def _yes_or_no(self) -> bool:
        """Whether it asks what the solution of a series is good for, so that Y and N answer as for statements."""
        return self._view is not None and {option.id for option in self._view.options} == set(JUDGES.values())

    def _choose(self, option_id: str) -> None:
        if self._view is not None and not self._checked:
            picked = frozenset(option.id for option in self._view.options if option.chosen)
            self.responded.emit(toggled(picked, option_id, self._view.choose))
