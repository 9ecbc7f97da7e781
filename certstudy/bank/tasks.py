"""What a question asks one to do: from its shape to the domain's task, and where its parts contradict each other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from msgspec import UnsetType

from certstudy.bank.conform import Fault
from certstudy.bank.item_shapes import (
    AcceptedShape,
    DropdownQuestion,
    HotspotQuestion,
    MatchQuestion,
    MultipleQuestion,
    OptionShape,
    OrderQuestion,
    QuestionShape,
    RegionShape,
    ShortQuestion,
    SingleQuestion,
    SlotShape,
    SolutionShape,
    StatementsQuestion,
    StepShape,
)
from certstudy.bank.shapes import PictureShape
from certstudy.bank.tree import Path
from certstudy.core.pattern import Pattern, PatternError
from certstudy.core.picture import Picture
from certstudy.core.tasks import (
    Accepted,
    Choice,
    Comparison,
    Filling,
    Gap,
    Gaps,
    Hotspot,
    Match,
    Matching,
    Option,
    Ordering,
    Outline,
    Region,
    Row,
    ShortAnswer,
    Statement,
    Statements,
    Step,
    Task,
)
from certstudy.core.tasks.short_answer import number_in
from certstudy.core.tasks.statements import NO, YES

TYPES: dict[str, type[Any]] = {
    "single": SingleQuestion,
    "best": SingleQuestion,
    "multiple": MultipleQuestion,
    "statements": StatementsQuestion,
    "order": OrderQuestion,
    "match": MatchQuestion,
    "dropdown": DropdownQuestion,
    "hotspot": HotspotQuestion,
    "short": ShortQuestion,
}


def task_of(shape: QuestionShape) -> Task:
    """The task of a question whose parts agree."""
    return _MAKERS[type(shape)](shape)


def misfits(shape: QuestionShape) -> Iterator[Fault]:
    """Where the parts of a task contradict each other."""
    return _CHECKS[type(shape)](shape)


def picture_of(shape: PictureShape) -> Picture:
    """A picture as a value."""
    dark = "" if isinstance(shape.dark, UnsetType) else shape.dark
    return Picture(shape.src, shape.alt.strip(), shape.width, shape.height, dark)


def yes_no(shape: SolutionShape) -> Choice:
    """Whether a proposed solution meets the goal; the reason stands at the right option."""
    right = YES if shape.answer else NO
    belief = _belief(shape.misconception)
    reason = shape.explanation.strip()
    both = (Option(YES, "Yes", pinned=True), Option(NO, "No", pinned=True))
    options = tuple(
        replace(option, why=reason) if option.id == right else replace(option, misconception=belief)
        for option in both
    )
    return Choice(options, frozenset((right,)))


def _belief(slug: str | UnsetType) -> str | None:
    return None if isinstance(slug, UnsetType) else slug


def _choice(shape: SingleQuestion | MultipleQuestion) -> Choice:
    options = tuple(_option(name, option) for name, option in shape.options.items())
    everything = isinstance(shape, MultipleQuestion) and shape.choose == "all"
    return Choice(options, frozenset(_key(shape)), everything)


def _key(shape: SingleQuestion | MultipleQuestion) -> Sequence[str]:
    return (shape.answer,) if isinstance(shape, SingleQuestion) else shape.answer


def _option(name: str, option: str | OptionShape) -> Option:
    if isinstance(option, str):
        return Option(name, option.strip())
    belief = _belief(option.misconception)
    return Option(name, option.text.strip(), option.why.strip(), belief, option.pinned)


def _statements(shape: StatementsQuestion) -> Statements:
    return Statements(
        tuple(
            Statement(str(n), row.text.strip(), row.answer, row.why.strip(), _belief(row.misconception))
            for n, row in enumerate(shape.statements, 1)
        )
    )


def _ordering(shape: OrderQuestion) -> Ordering:
    steps = tuple(_step(name, step) for name, step in shape.items.items())
    return Ordering(steps, (shape.answer, *shape.also))


def _step(name: str, step: str | StepShape) -> Step:
    if isinstance(step, str):
        return Step(name, step.strip())
    return Step(name, step.text.strip(), step.why.strip(), _belief(step.misconception))


def _matching(shape: MatchQuestion) -> Matching:
    rows = tuple(
        Row(str(n), row.text.strip(), row.answer, row.why.strip(), _belief(row.misconception))
        for n, row in enumerate(shape.rows, 1)
    )
    choices = tuple(Match(name, text.strip()) for name, text in shape.choices.items())
    return Matching(choices, rows, shape.reuse)


def _gaps(shape: DropdownQuestion) -> Gaps:
    gaps = tuple(_gap(name, slot) for name, slot in shape.slots.items())
    if not isinstance(shape.code, UnsetType):
        return Gaps(shape.code.text.rstrip(), gaps, shape.code.language)
    assert not isinstance(shape.text, UnsetType)
    return Gaps(shape.text.strip(), gaps)


def _gap(name: str, slot: SlotShape) -> Gap:
    fillings = tuple(Filling(str(n), text) for n, text in enumerate(slot.options))
    return Gap(name, fillings, str(slot.answer), slot.why.strip(), _belief(slot.misconception))


def _hotspot(shape: HotspotQuestion) -> Hotspot:
    regions = tuple(
        Region(
            name, region.label.strip(), _outline(region), region.why.strip(), _belief(region.misconception)
        )
        for name, region in shape.regions.items()
    )
    return Hotspot(picture_of(shape.image), regions, frozenset(shape.answer))


def _outline(region: RegionShape) -> Outline:
    if not isinstance(region.rect, UnsetType):
        x, y, width, height = region.rect
        return Outline.rectangle(x, y, width, height)
    if not isinstance(region.circle, UnsetType):
        x, y, radius = region.circle
        return Outline(((x, y),), radius)
    assert not isinstance(region.poly, UnsetType)
    return Outline(tuple((x, y) for x, y in region.poly))


def _short(shape: ShortQuestion) -> ShortAnswer:
    accepted = tuple(Accepted(a.text.strip(), Comparison(a.match), a.tolerance) for a in shape.answers)
    shown = next(a.text for a in accepted if a.comparison is not Comparison.PATTERN)
    return ShortAnswer(accepted, shown)


_MAKERS: dict[type[QuestionShape], Callable[[Any], Task]] = {
    SingleQuestion: _choice,
    MultipleQuestion: _choice,
    StatementsQuestion: _statements,
    OrderQuestion: _ordering,
    MatchQuestion: _matching,
    DropdownQuestion: _gaps,
    HotspotQuestion: _hotspot,
    ShortQuestion: _short,
}


def _bad_choice(shape: SingleQuestion | MultipleQuestion) -> Iterator[Fault]:
    key = _key(shape)
    whole: Path = ("answer",)
    yield from _unknown(key, shape.options, whole, "option", isinstance(shape, SingleQuestion))
    if isinstance(shape, MultipleQuestion) and shape.choose not in ("all", len(key)):
        message = f"{shape.choose} are to be chosen, but {len(key)} options are right"
        yield Fault(("choose",), "choose", message)
    if len(key) >= len(shape.options):
        yield Fault(whole, "no-distractor", "no option is wrong")


def _unknown(
    named: Sequence[str], known: Any, path: Path, thing: str, single: bool = False
) -> Iterator[Fault]:
    for index, name in enumerate(named):
        where = path if single else (*path, index)
        if name not in known:
            yield Fault(where, f"unknown-{thing}", f"there is no {thing} {name!r}")
        elif name in named[:index]:
            yield Fault(where, f"repeated-{thing}", f"the {thing} {name!r} is named twice")


def _bad_statements(shape: StatementsQuestion) -> Iterator[Fault]:
    for index, row in enumerate(shape.statements):
        if row.text in [other.text for other in shape.statements[:index]]:
            yield Fault(("statements", index), "repeated-statement", "the statement stands there twice")


def _bad_order(shape: OrderQuestion) -> Iterator[Fault]:
    yield from _unknown(shape.answer, shape.items, ("answer",), "item")
    for index, order in enumerate(shape.also):
        yield from _unknown(order, shape.items, ("also", index), "item")
        if len(order) != len(shape.answer):
            message = f"this order has {len(order)} items, the answer {len(shape.answer)}"
            yield Fault(("also", index), "other-length", message)


def _bad_match(shape: MatchQuestion) -> Iterator[Fault]:
    for index, row in enumerate(shape.rows):
        if row.answer not in shape.choices:
            path: Path = ("rows", index, "answer")
            yield Fault(path, "unknown-choice", f"there is no choice {row.answer!r}")
        elif not shape.reuse and row.answer in [other.answer for other in shape.rows[:index]]:
            message = f"the choice {row.answer!r} is needed twice"
            yield Fault(("rows", index, "answer"), "reuse", message, "Set `reuse: true`.")


def _bad_gaps(shape: DropdownQuestion) -> Iterator[Fault]:
    in_code = not isinstance(shape.code, UnsetType)
    path: Path = ("code", "text") if in_code else ("text",)
    text = shape.code.text if not isinstance(shape.code, UnsetType) else str(shape.text)
    for name, slot in shape.slots.items():
        if (times := text.count(f"[[{name}]]")) != 1:
            message = f"the token [[{name}]] stands {times} times in the text"
            yield Fault(path, "slot-token", message, "Each slot has one token.")
        if slot.answer >= len(slot.options):
            message = f"there is no option {slot.answer}: {len(slot.options)} options count from 0"
            yield Fault(("slots", name, "answer"), "unknown-option", message)
        if len(set(slot.options)) < len(slot.options):
            yield Fault(("slots", name, "options"), "repeated-option", "two options read the same")


def _bad_hotspot(shape: HotspotQuestion) -> Iterator[Fault]:
    yield from _unknown(shape.answer, shape.regions, ("answer",), "region")
    if len(shape.answer) >= len(shape.regions):
        yield Fault(("answer",), "no-distractor", "no region is wrong")
    for name, region in shape.regions.items():
        outline = _outline(region)
        reach = outline.radius
        inside = all(
            reach <= x <= shape.image.width - reach and reach <= y <= shape.image.height - reach
            for x, y in outline.corners
        )
        if not inside:
            yield Fault(("regions", name), "outside", "the region reaches out of the picture")


def _bad_short(shape: ShortQuestion) -> Iterator[Fault]:
    if all(accepted.match == "regex" for accepted in shape.answers):
        yield Fault(("answers",), "no-plain-answer", "every answer is a pattern", "Add one to show.")
    for index, accepted in enumerate(shape.answers):
        yield from _bad_accepted(accepted, ("answers", index, "text"))


def _bad_accepted(accepted: AcceptedShape, path: Path) -> Iterator[Fault]:
    if accepted.match == "number" and number_in(accepted.text) is None:
        yield Fault(path, "number", f"{accepted.text!r} is no number")
    if accepted.match == "regex":
        try:
            Pattern(accepted.text)
        except PatternError as fault:
            yield Fault(path, "pattern", f"{fault} (at character {fault.at + 1})")


_CHECKS: dict[type[QuestionShape], Callable[[Any], Iterator[Fault]]] = {
    SingleQuestion: _bad_choice,
    MultipleQuestion: _bad_choice,
    StatementsQuestion: _bad_statements,
    OrderQuestion: _bad_order,
    MatchQuestion: _bad_match,
    DropdownQuestion: _bad_gaps,
    HotspotQuestion: _bad_hotspot,
    ShortQuestion: _bad_short,
}
