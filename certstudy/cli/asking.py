"""Questions of every kind in a terminal: how they are asked, what may be typed, and what is said afterwards."""

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from certstudy.core.question import CaseStudy, CodeExhibit, Exhibit, PictureExhibit, Question
from certstudy.core.response import NOTHING, Arranged, Response, Written, filled
from certstudy.core.tasks import Choice, Gaps, Hotspot, Matching, Ordering, ShortAnswer, Statements, Task
from certstudy.core.tasks.gaps import Gap
from certstudy.core.tasks.statements import NO, YES
from certstudy.present.instructions import hint
from certstudy.present.task_view import (
    ChoiceView,
    GapsView,
    HotspotView,
    Mark,
    MatchingView,
    OrderingView,
    ShortAnswerView,
    StatementsView,
    TaskView,
)
from certstudy.present.tasks import judgement_word, task_view
from certstudy.present.words import _

WIDTH = 88
SKIPPED = "-"


def asked(question: Question, case: CaseStudy | None = None) -> str:
    """The case, the stem, the exhibits and what can be answered, as text."""
    blocks = list(_case(case)) if case is not None else []
    blocks.append(_wrapped(question.stem))
    blocks += [_exhibit(exhibit) for exhibit in question.exhibits]
    if words := hint(question, NOTHING):
        blocks.append(words)
    blocks.append("\n".join(_task(question.task)))
    return "\n\n".join(blocks)


def how_to_answer(question: Question) -> str:
    """What may be typed."""
    task = question.task
    match task:
        case Choice() | Hotspot():
            parts = task.options if isinstance(task, Choice) else task.regions
            return _("letters A-{last}").format(last=_letter(len(parts) - 1))
        case Statements(rows):
            return _("y or n for each, as in {example}").format(example=("yn" * len(rows))[: len(rows)])
        case Ordering():
            return _("letters in order, {n} of them").format(n=task.places)
        case Matching() | Gaps():
            return _("a sign for each row or gap, {n} of them").format(n=task.out_of)
    return _("your words")


def parsed(question: Question, line: str) -> Response | None:
    """The response that a line stands for; None if it stands for none."""
    if not line.strip():
        return NOTHING
    if isinstance(question.task, ShortAnswer):
        return Written(line.strip())
    signs = [sign for sign in line.upper() if not sign.isspace() and sign != ","]
    return _response(question.task, signs)


def _response(task: Task, signs: Sequence[str]) -> Response | None:
    match task:
        case Choice() | Hotspot():
            parts = task.options if isinstance(task, Choice) else task.regions
            named = _named([part.id for part in parts], signs)
            return None if named is None else frozenset(named)
        case Ordering(steps):
            named = _named([step.id for step in steps], signs)
            return None if named is None or len(set(named)) < len(named) else Arranged(named)
    return _cells(list(_keyboards(task)), signs)


def _keyboards(task: Task) -> Iterator[tuple[str, dict[str, str]]]:
    """Each cell of a task with the signs that fill it."""
    match task:
        case Statements(rows):
            yield from ((row.id, {"Y": YES, "N": NO}) for row in rows)
        case Matching(choices, asking):
            letters = {_letter(place): choice.id for place, choice in enumerate(choices)}
            yield from ((row.id, letters) for row in asking)
        case Gaps():
            yield from ((gap.id, _numbers(gap)) for gap in task.in_order)


def explained(question: Question, response: Response) -> str:
    """The right answer with all reasons, the idea and where to read on."""
    blocks = ["\n".join(_verdicts(question, response)), _wrapped(question.explanation)]
    blocks.append("\n".join(f"  {reference.title}: {reference.url}" for reference in question.references))
    return "\n\n".join(block for block in blocks if block)


def _letter(place: int) -> str:
    return chr(ord("A") + place)


def _named(ids: Sequence[str], signs: Sequence[str]) -> tuple[str, ...] | None:
    """The ids behind letters; None if one stands for none."""
    by_letter = {_letter(place): name for place, name in enumerate(ids)}
    return tuple(by_letter[sign] for sign in signs) if by_letter.keys() >= set(signs) else None


def _cells(cells: Sequence[tuple[str, dict[str, str]]], signs: Sequence[str]) -> Response | None:
    """A sign for each cell in turn; a dash leaves one empty."""
    if len(signs) != len(cells):
        return None
    given = {}
    for (cell, values), sign in zip(cells, signs, strict=True):
        if sign == SKIPPED:
            continue
        if sign not in values:
            return None
        given[cell] = values[sign]
    return filled(given) if given else NOTHING


def _numbers(gap: Gap) -> dict[str, str]:
    return {str(number): filling.id for number, filling in enumerate(gap.fillings, 1)}


def _case(case: CaseStudy) -> Iterator[str]:
    yield _("Case study: {title}").format(title=case.title)
    for tab in case.tabs:
        yield f"[{tab.title}]\n{textwrap.indent(_wrapped(tab.body), '    ')}"
    for exhibit in case.exhibits:
        yield _exhibit(exhibit)


def _exhibit(exhibit: Exhibit) -> str:
    if isinstance(exhibit, PictureExhibit):
        return _("[Picture: {words}]").format(words=exhibit.picture.alt)
    text = exhibit.code if isinstance(exhibit, CodeExhibit) else exhibit.body
    return f"[{exhibit.title}]\n{textwrap.indent(text.rstrip(), '    ')}"


def _task(task: Task) -> Iterator[str]:
    match task:
        case Choice(options):
            yield from (_hanging(f"{_letter(n)}. ", option.text) for n, option in enumerate(options))
        case Hotspot(picture, regions):
            yield _("[Picture: {words}]").format(words=picture.alt)
            yield from (_hanging(f"{_letter(n)}. ", region.label) for n, region in enumerate(regions))
        case Statements(rows):
            yield from (_hanging(f"{n}. ", row.text) for n, row in enumerate(rows, 1))
        case Ordering(steps):
            yield from (_hanging(f"{_letter(n)}. ", step.text) for n, step in enumerate(steps))
        case Matching(choices, rows):
            yield from (_hanging(f"{_letter(n)}. ", choice.text) for n, choice in enumerate(choices))
            yield ""
            yield from (_hanging(f"{n}. ", row.text) for n, row in enumerate(rows, 1))
        case Gaps():
            yield textwrap.indent(task.completed(NOTHING), "    ")
            for gap in task.in_order:
                yield f"\n[[{gap.id}]]"
                yield from (_hanging(f"  {n}. ", filling.text) for n, filling in enumerate(gap.fillings, 1))


def _verdicts(question: Question, response: Response) -> Iterator[str]:
    view = task_view(question.task, question.task.fitting(response), checked=True)
    for mark, label, reason in _LINES[type(view)](view):
        yield _hanging(f"{_SIGNS[mark]} {label} ", reason)


Line = tuple[Mark, str, str]


def _option_lines(view: ChoiceView) -> Iterator[Line]:
    yield from ((option.mark, f"{option.letter}.", option.why) for option in view.options)


def _region_lines(view: HotspotView) -> Iterator[Line]:
    yield from ((region.mark, f"{region.label}:", region.why) for region in view.regions)


def _statement_lines(view: StatementsView) -> Iterator[Line]:
    for number, row in enumerate(view.rows, 1):
        yield row.mark, f"{number}. {judgement_word(row.answer)}:", row.why


def _step_lines(view: OrderingView) -> Iterator[Line]:
    for number, step in enumerate(view.right, 1):
        yield step.mark, f"{number}.", f"{step.name}. {step.why}"
    for step in (*view.placed, *view.pool):
        if not step.belongs:
            yield step.mark, "- ", f"{step.name}. {step.why}"


def _row_lines(view: MatchingView) -> Iterator[Line]:
    for row in view.rows:
        right = row.right.name if row.right else ""
        yield row.mark, f"{row.name} →", f"{right}. {row.why}"


def _gap_lines(view: GapsView) -> Iterator[Line]:
    yield from ((gap.mark, f"[[{gap.id}]]", f"{gap.right_text}. {gap.why}") for gap in view.gaps)


def _typed_lines(view: ShortAnswerView) -> Iterator[Line]:
    yield view.mark, "", view.right


_LINES: Mapping[type[TaskView], Callable[[Any], Iterator[Line]]] = {
    ChoiceView: _option_lines,
    HotspotView: _region_lines,
    StatementsView: _statement_lines,
    OrderingView: _step_lines,
    MatchingView: _row_lines,
    GapsView: _gap_lines,
    ShortAnswerView: _typed_lines,
}
_SIGNS = {Mark.RIGHT: "+", Mark.MISSED: "+", Mark.WRONG: "x", Mark.NONE: " "}


def _wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(part, WIDTH) for part in text.strip().split("\n\n"))


def _hanging(start: str, text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=start, subsequent_indent=" " * len(start))
