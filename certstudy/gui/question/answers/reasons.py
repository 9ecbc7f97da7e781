"""The reasons below a checked answer: one joined card with a row for each part."""

from certstudy.gui.question.answers.choice import VERDICTS
from certstudy.gui.widgets.option_row import OptionItem
from certstudy.present.task_view import GapView, Mark, RegionView, ShortAnswerView
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


def gap_rows(gaps: tuple[GapView, ...]) -> tuple[OptionItem, ...]:
    """A row for each gap: what belongs there, and what was chosen if it was another."""
    return tuple(_gap_row(gap) for gap in gaps)


def typed_row(view: ShortAnswerView) -> OptionItem:
    """The answer to a typed question."""
    right = _("Right answer: {answer}")
    return OptionItem(
        id="answer",
        letter="=",
        html=right.format(answer=f"<code>{_escaped(view.right)}</code>"),
        name=right.format(answer=view.right),
        verdict=VERDICTS[view.mark],
    )


def _gap_row(gap: GapView) -> OptionItem:
    html, name = f"<code>{_escaped(gap.right_text)}</code>", gap.right_text
    if gap.mark is Mark.WRONG:
        told = _("{right}, you chose {given}")
        html = told.format(right=html, given=f"<code>{_escaped(gap.given_text)}</code>")
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


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
