"""What became of an order once it was checked: the learner's with its marks, the right one, and what was not needed."""

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.gui.question.answers.choice import VERDICTS
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.option_list import OptionList
from certstudy.gui.widgets.option_row import OptionItem
from certstudy.present.task_view import Mark, OrderingView, StepView
from certstudy.present.words import _

Part = tuple[str, tuple[OptionItem, ...]]


class OrderReview(QWidget):
    """Up to three cards with a heading each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._cards = [
            (Label(theme, "", Role.LABEL, "ink3"), OptionList(theme, multiple=True)) for _n in range(3)
        ]
        for heading, rows in self._cards:
            self._column.addWidget(heading)
            self._column.addWidget(rows)
        theme.changed.connect(self.restyle)
        self.restyle()

    @property
    def lists(self) -> tuple[OptionList, ...]:
        """The cards' rows: the learner's order, the right one, what was not needed; hidden where there is none."""
        return tuple(rows for _heading, rows in self._cards)

    def show_view(self, view: OrderingView) -> None:
        """Renders a checked order."""
        for (heading, rows), (words, items) in zip(self._cards, parts(view), strict=True):
            heading.setText(words)
            rows.show_options(items, checked=True)
            heading.setVisible(bool(items))
            rows.setVisible(bool(items))

    def restyle(self) -> None:
        """Takes its gaps from the theme again."""
        self._column.setSpacing(self._theme.px(6))
        for heading, _rows in self._cards[1:]:
            heading.setContentsMargins(0, self._theme.px(10), 0, 0)


def parts(view: OrderingView) -> tuple[Part, Part, Part]:
    """The cards' headings and rows; a right order is not told twice, and none where nothing was placed."""
    whole = [step.id for step in view.placed] == [step.id for step in view.right]
    spare = tuple(_spare(step) for step in (*view.placed, *view.pool) if not step.belongs)
    if whole:
        return (_("Your order"), _rows(view.placed, marked=True)), ("", ()), (_("Not needed"), spare)
    own = tuple(_own(view)) if view.placed else ()
    right = _rows(view.right, marked=False)
    return (_("Your order"), own), (_("Right order"), right), (_("Not needed"), spare)


def _own(view: OrderingView) -> Iterator[OptionItem]:
    for place in range(1, view.places + 1):
        if place > len(view.placed):
            yield _row(str(place), _("Left empty"), _("Left empty"), Mark.MISSED)
            continue
        step = view.placed[place - 1]
        told = ""
        if step.mark is Mark.WRONG:
            told = _("Belongs at place {n}.").format(n=step.belongs) if step.belongs else _("Not needed.")
        yield _row(str(place), step.html, step.name, step.mark, escape(told), told, chosen=True)


def _rows(steps: Iterable[StepView], marked: bool) -> tuple[OptionItem, ...]:
    return tuple(
        _row(
            str(place),
            step.html,
            step.name,
            step.mark if marked else Mark.NONE,
            step.why_html,
            step.why,
            chosen=True,
        )
        for place, step in enumerate(steps, 1)
    )


def _spare(step: StepView) -> OptionItem:
    return _row(
        step.letter, step.html, step.name, step.mark, step.why_html, step.why, step.mark is Mark.WRONG
    )


def _row(
    sign: str, html: str, name: str, mark: Mark, why_html: str = "", why: str = "", chosen: bool = False
) -> OptionItem:
    return OptionItem(
        id=sign,
        letter=sign,
        html=html,
        name=name,
        reason=why_html,
        reason_name=why,
        chosen=chosen,
        verdict=VERDICTS.get(mark),
    )
