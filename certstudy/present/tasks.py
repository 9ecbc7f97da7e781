"""From a task and the response to it to what a screen draws, before and after the check."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from certstudy.core.response import Arranged, Filled, Response, Written
from certstudy.core.tasks import (
    Choice,
    Gap,
    Gaps,
    Hotspot,
    Matching,
    Option,
    Ordering,
    Region,
    Row,
    ShortAnswer,
    Statement,
    Statements,
    Step,
    Task,
)
from certstudy.core.tasks.statements import YES
from certstudy.present import highlight, markup
from certstudy.present.task_view import (
    LETTERS,
    ChoiceView,
    GapsView,
    GapView,
    HotspotView,
    Mark,
    MatchingView,
    MatchView,
    OptionView,
    OrderingView,
    RegionView,
    RowView,
    ShortAnswerView,
    StatementsView,
    StatementView,
    StepView,
    TaskView,
)
from certstudy.present.words import _

# stands in a text where a gap is, one character for each gap; never written by anybody (Unicode's private use)
FIRST_GAP = 0xE000


def task_view(task: Task, response: Response, checked: bool) -> TaskView:
    """A task as answered so far; marks and reasons only once it was checked."""
    return _VIEWS[type(task)](task, response, checked)


def _cell(response: Response, name: str) -> str:
    return (response.get(name) or "") if isinstance(response, Filled) else ""


def _picked(response: Response) -> frozenset[str]:
    return response if isinstance(response, frozenset) else frozenset()


def _membership(right: bool, chosen: bool) -> Mark:
    if right:
        return Mark.RIGHT if chosen else Mark.MISSED
    return Mark.WRONG if chosen else Mark.NONE


def _equality(given: str, right: str) -> Mark:
    if not given:
        return Mark.MISSED
    return Mark.RIGHT if given == right else Mark.WRONG


def _choice(task: Choice, response: Response, checked: bool) -> ChoiceView:
    picked = _picked(response)
    options = tuple(
        OptionView(
            id=option.id,
            letter=LETTERS[i],
            html=markup.inline(option.text),
            name=markup.plain(option.text),
            chosen=option.id in picked,
        )
        for i, option in enumerate(task.options)
    )
    if checked:
        pairs = zip(options, task.options, strict=True)
        options = tuple(_checked_option(view, option, task.key) for view, option in pairs)
    return ChoiceView(options, several=task.choose > 1, choose=task.choose)


def _checked_option(view: OptionView, option: Option, key: frozenset[str]) -> OptionView:
    why_html, why = markup.inline(option.why), markup.plain(option.why)
    return replace(view, mark=_membership(option.id in key, view.chosen), why_html=why_html, why=why)


def _statements(task: Statements, response: Response, checked: bool) -> StatementsView:
    rows = (
        StatementView(row.id, markup.inline(row.text), markup.plain(row.text), _cell(response, row.id))
        for row in task.rows
    )
    if checked:
        rows = (_checked_statement(view, row) for view, row in zip(rows, task.rows, strict=True))
    return StatementsView(tuple(rows))


def _checked_statement(view: StatementView, row: Statement) -> StatementView:
    return replace(
        view,
        mark=_equality(view.judged, row.answer),
        answer=row.answer,
        why_html=markup.inline(row.why),
        why=markup.plain(row.why),
    )


def _step(step: Step, place: int) -> StepView:
    return StepView(step.id, chr(ord(LETTERS[0]) + place), markup.inline(step.text), markup.plain(step.text))


def _ordering(task: Ordering, response: Response, checked: bool) -> OrderingView:
    views = {step.id: _step(step, place) for place, step in enumerate(task.steps)}
    items = response.items if isinstance(response, Arranged) else ()
    placed = tuple(views[item] for item in items if item in views)
    pool = tuple(view for name, view in views.items() if name not in items)
    view = OrderingView(task.places, placed, pool)
    return _checked_ordering(view, task, response) if checked else view


def _checked_ordering(view: OrderingView, task: Ordering, response: Response) -> OrderingView:
    nearest, steps = task.nearest(response), {step.id: step for step in task.steps}
    belongs = {name: place for place, name in enumerate(nearest, 1)}

    def judged(step: StepView, place: int) -> StepView:
        right = belongs.get(step.id, 0)
        mark = _equality(str(place or ""), str(right)) if place or right else Mark.NONE
        why = steps[step.id].why
        return replace(step, mark=mark, belongs=right, why_html=markup.inline(why), why=markup.plain(why))

    placed = tuple(judged(step, place) for place, step in enumerate(view.placed, 1))
    pool = tuple(judged(step, 0) for step in view.pool)
    by_id = {step.id: step for step in (*placed, *pool)}
    return replace(view, placed=placed, pool=pool, right=tuple(by_id[name] for name in nearest))


def _matching(task: Matching, response: Response, checked: bool) -> MatchingView:
    given = [_cell(response, row.id) for row in task.rows]
    choices = {
        choice.id: MatchView(
            choice.id, markup.inline(choice.text), markup.plain(choice.text), given.count(choice.id)
        )
        for choice in task.choices
    }
    rows = tuple(
        RowView(row.id, markup.inline(row.text), markup.plain(row.text), choices.get(held))
        for row, held in zip(task.rows, given, strict=True)
    )
    if checked:
        pairs = zip(rows, task.rows, strict=True)
        rows = tuple(_checked_row(view, row, choices[row.answer]) for view, row in pairs)
    return MatchingView(tuple(choices.values()), rows, task.reuse)


def _checked_row(view: RowView, row: Row, right: MatchView) -> RowView:
    return replace(
        view,
        mark=_equality(view.given.id if view.given else "", row.answer),
        right=right,
        why_html=markup.inline(row.why),
        why=markup.plain(row.why),
    )


def _gaps(task: Gaps, response: Response, checked: bool) -> GapsView:
    characters = {gap.id: chr(FIRST_GAP + place) for place, gap in enumerate(task.in_order)}
    pieces = [characters[piece] if i % 2 else piece for i, piece in enumerate(task.pieces)]
    text = "".join(pieces)
    gaps = tuple(
        GapView(
            id=gap.id,
            number=number,
            mark_character=characters[gap.id],
            fillings=tuple((filling.id, filling.text) for filling in gap.fillings),
            given=_cell(response, gap.id),
            name=_("Gap {k} of {n}").format(k=number, n=len(task.gaps)),
        )
        for number, gap in enumerate(task.in_order, 1)
    )
    if checked:
        gaps = tuple(_checked_gap(view, gap) for view, gap in zip(gaps, task.in_order, strict=True))
    if task.language:
        return GapsView(gaps, code=text, spans=highlight.spans(text, task.language))
    return GapsView(gaps, html=markup.block(text))


def _checked_gap(view: GapView, gap: Gap) -> GapView:
    return replace(
        view,
        mark=_equality(view.given, gap.answer),
        right=gap.answer,
        why_html=markup.inline(gap.why),
        why=markup.plain(gap.why),
    )


def _hotspot(task: Hotspot, response: Response, checked: bool) -> HotspotView:
    picked = _picked(response)
    regions = tuple(
        RegionView(region.id, region.label, region.outline, region.id in picked) for region in task.regions
    )
    if checked:
        pairs = zip(regions, task.regions, strict=True)
        regions = tuple(_checked_region(view, region, task.key) for view, region in pairs)
    return HotspotView(task.picture, regions, task.choose)


def _checked_region(view: RegionView, region: Region, key: frozenset[str]) -> RegionView:
    return replace(
        view,
        mark=_membership(region.id in key, view.chosen),
        why_html=markup.inline(region.why),
        why=markup.plain(region.why),
    )


def _short_answer(task: ShortAnswer, response: Response, checked: bool) -> ShortAnswerView:
    typed = response.text if isinstance(response, Written) else ""
    if not checked:
        return ShortAnswerView(typed)
    mark = Mark.RIGHT if task.points(response) else Mark.WRONG if typed.strip() else Mark.MISSED
    return ShortAnswerView(typed, mark, task.shown)


_VIEWS: dict[type[Task], Callable[[Any, Response, bool], TaskView]] = {
    Choice: _choice,
    Statements: _statements,
    Ordering: _ordering,
    Matching: _matching,
    Gaps: _gaps,
    Hotspot: _hotspot,
    ShortAnswer: _short_answer,
}


def judgement_word(value: str) -> str:
    """A judgement of a statement as a word; empty for none."""
    if not value:
        return ""
    return _("Yes") if value == YES else _("No")
