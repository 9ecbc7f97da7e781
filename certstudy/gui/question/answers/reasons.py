"""The reasons below a checked answer: one joined card with a row for each part."""

from collections.abc import Callable

from certstudy.gui.question.answers.choice import VERDICTS
from certstudy.gui.widgets.option_row import OptionItem
from certstudy.present.task_view import GapsView, GapView, Mark, RegionView, ShortAnswerView
from certstudy.present.words import _


def region_rows(regions: tuple[RegionView, ...]) -> tuple[OptionItem, ...]:
    """A row for each region of a picture, numbered as in the picture."""
    return tuple(
        OptionItem(
            id=region.id,
            letter=str(number),
            html=_escaped(region.label),
            reason=region.why_html,
            reason_name=region.why,
            name=region.label,
            chosen=region.chosen,
            verdict=VERDICTS.get(region.mark),
        )
        for number, region in enumerate(regions, 1)
    )


def gap_rows(view: GapsView) -> tuple[OptionItem, ...]:
    """A row for each gap: what belongs there, and what was chosen if it was another; set as code where it is code."""
    return tuple(_gap_row(gap, _code if view.code else _escaped) for gap in view.gaps)


def typed_row(view: ShortAnswerView) -> OptionItem:
    """The answer to a typed question."""
    right = _("Right answer: {answer}")
    return OptionItem(
        id="answer",
        letter="=",
        html=right.format(answer=_code(view.right)),
        name=right.format(answer=view.right),
        verdict=VERDICTS[view.mark],
    )


def _gap_row(gap: GapView, as_html: Callable[[str], str]) -> OptionItem:
    html, name = as_html(gap.right_text), gap.right_text
    if gap.mark is Mark.WRONG:
        told = _("{right}, you chose {given}")
        html = told.format(right=html, given=as_html(gap.given_text))
        name = told.format(right=gap.right_text, given=gap.given_text)
    return OptionItem(
        id=gap.id,
        letter=str(gap.number),
        html=html,
        reason=gap.why_html,
        reason_name=gap.why,
        name=name,
        chosen=bool(gap.given),
        verdict=VERDICTS.get(gap.mark),
    )


def _code(text: str) -> str:
    return f"<code>{_escaped(text)}</code>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
