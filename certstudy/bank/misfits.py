"""Where the parts of a question contradict each other: a key that no option has, an order of another length."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import UnsetType

from certstudy.bank.conform import Fault
from certstudy.bank.item_shapes import (
    AcceptedShape,
    DropdownQuestion,
    HotspotQuestion,
    MatchQuestion,
    MultipleQuestion,
    OrderQuestion,
    QuestionShape,
    ShortQuestion,
    SingleQuestion,
    StatementsQuestion,
)
from certstudy.bank.tasks import key_of, outline_of
from certstudy.bank.tree import Path
from certstudy.core.pattern import Pattern, PatternError
from certstudy.core.tasks.short_answer import number_in


def misfits(shape: QuestionShape) -> Iterator[Fault]:
    """Where the parts of a task contradict each other."""
    return _CHECKS[type(shape)](shape)


def _bad_choice(shape: SingleQuestion | MultipleQuestion) -> Iterator[Fault]:
    key = key_of(shape)
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
        outline = outline_of(region)
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
