"""The situation, the question, and the options; before the check and after it."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.question.place_line import PlaceLine
from certstudy.gui.question.prose import Prose
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.chip import Tag
from certstudy.gui.widgets.option_list import OptionList
from certstudy.gui.widgets.option_row import OptionItem
from certstudy.present.chart import Verdict
from certstudy.present.question import Mark, OptionView, QuestionView, chosen_hint

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


class QuestionPanel(QWidget):
    """`show_question` renders it whole; `options` tells what is chosen, `tools` has room for buttons above,
    `middle` for exhibits between the question and the options."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.place = PlaceLine(theme)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(theme.px(4))
        self._lead = Prose(theme, Role.STEM)
        self._ask = Prose(theme, Role.QUESTION)
        self._hint = Tag(theme)
        self.middle = QVBoxLayout()
        self.options = OptionList(theme)
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
        self._column.addLayout(ask)
        self._column.addLayout(self.middle)
        self._column.addWidget(self.options)
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
        chosen = sum(option.chosen for option in view.options)
        hint = "" if checked else chosen_hint(chosen, view.choose)
        self._hint.set_text(hint)
        self._hint.setVisible(bool(hint))
        self.options.set_multiple(view.several)
        self.options.show_options(option_items(view.options, struck), checked)
