"""What a question asks one to do: from its shape to the domain's task."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from msgspec import UnsetType

from certstudy.bank.item_shapes import (
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
from certstudy.bank.shapes import PictureShape, or_empty
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
from certstudy.core.tasks.statements import NO, YES


def task_of(shape: QuestionShape) -> Task:
    """The task of a question whose parts agree."""
    return _MAKERS[type(shape)](shape)


def picture_of(shape: PictureShape) -> Picture:
    """A picture as a value."""
    return Picture(shape.src, shape.alt.strip(), shape.width, shape.height, or_empty(shape.dark))


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
    return Choice(options, frozenset(key_of(shape)), everything)


def key_of(shape: SingleQuestion | MultipleQuestion) -> Sequence[str]:
    """The names of the right options."""
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
            name, region.label.strip(), outline_of(region), region.why.strip(), _belief(region.misconception)
        )
        for name, region in shape.regions.items()
    )
    return Hotspot(picture_of(shape.image), regions, frozenset(shape.answer))


def outline_of(region: RegionShape) -> Outline:
    """A region's outline, however it is written."""
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
