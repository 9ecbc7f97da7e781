"""The parts of a question that carry a reason, whatever its kind, each with its path in the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from certstudy.bank.tree import Path
from certstudy.core.question import CodeExhibit, Exhibit, Question, TextExhibit
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


@dataclass(frozen=True, slots=True)
class Part:
    """`decoy` says that choosing the part is wrong; `text` is all that a reader sees of it."""

    path: Path
    text: str
    why: str
    misconception: str | None
    decoy: bool


def parts(question: Question) -> Iterator[Part]:
    """All parts in the order written."""
    if question.solution is not None:
        yield from _solution(question)
    else:
        yield from _of_task(question.task)


def _solution(question: Question) -> Iterator[Part]:
    """A proposed solution is one part: its reason stands at the right one of yes and no."""
    assert question.solution is not None
    why = next(option.why for option in question.options if option.id in question.key)
    belief = next(option.misconception for option in question.options if option.id not in question.key)
    yield Part((), question.solution.text, why, belief, False)


def _of_task(task: Task) -> Iterator[Part]:
    match task:
        case Choice():
            yield from _named("options", [(o, o.text, o.id not in task.key) for o in task.options])
        case Statements():
            yield from _numbered("statements", task.rows)
        case Ordering():
            used = {name for order in task.orders for name in order}
            yield from _named("items", [(step, step.text, step.id not in used) for step in task.steps])
        case Matching():
            yield from _numbered("rows", task.rows)
        case Gaps():
            texts = ["\n".join(filling.text for filling in gap.fillings) for gap in task.gaps]
            yield from _named("slots", [(g, text, False) for g, text in zip(task.gaps, texts, strict=True)])
        case Hotspot():
            yield from _named("regions", [(r, r.label, r.id not in task.key) for r in task.regions])
        case ShortAnswer():
            return


Reasoned = Option | Statement | Step | Row | Gap | Region


def _named(kind: str, seen: Sequence[tuple[Reasoned, str, bool]]) -> Iterator[Part]:
    for thing, text, decoy in seen:
        yield Part((kind, thing.id), text, thing.why, thing.misconception, decoy)


def _numbered(kind: str, rows: Sequence[Statement | Row]) -> Iterator[Part]:
    for number, row in enumerate(rows):
        yield Part((kind, number), row.text, row.why, row.misconception, False)


def texts(question: Question) -> Iterator[tuple[Path, str]]:
    """All that a reader may see of a question, with its path in the file."""
    yield from said(question)
    for text in other_texts(question.task):
        yield (), text
    for index, exhibit in enumerate(question.exhibits):
        yield ("exhibits", index), f"{exhibit.title}\n{visible_text(exhibit)}"


def said(question: Question) -> Iterator[tuple[Path, str]]:
    """The stem, its parts with their reasons, and the explanation."""
    yield ("stem",), question.stem
    yield ("explanation",), question.explanation
    for part in parts(question):
        yield (*part.path, "text"), part.text
        yield (*part.path, "why"), part.why


def visible_text(exhibit: Exhibit) -> str:
    """What an exhibit says, a picture by its description."""
    match exhibit:
        case CodeExhibit():
            return exhibit.code
        case TextExhibit():
            return exhibit.body
    return exhibit.picture.alt


def other_texts(task: Task) -> Iterator[str]:
    """What a reader sees of a task beside its parts."""
    match task:
        case Matching():
            yield from (choice.text for choice in task.choices)
        case Gaps():
            yield task.text
        case Hotspot():
            yield task.picture.alt
        case ShortAnswer():
            yield task.shown
