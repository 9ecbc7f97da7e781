"""Which misconceptions an answer shows."""

from collections.abc import Iterator

from certstudy.core.question import Question
from certstudy.core.response import Arranged, Filled, Response
from certstudy.core.tasks import Choice, Gaps, Hotspot, Matching, Ordering, Statements, Task


def believed(question: Question, response: Response) -> tuple[str, ...]:
    """The slugs behind the wrong parts of a response, in the order written, each once.

    A part left empty shows nothing.
    """
    return tuple(dict.fromkeys(slug for slug in _slugs(question.task, response) if slug))


def _slugs(task: Task, response: Response) -> Iterator[str | None]:
    match task, response:
        case Choice(), frozenset():
            yield from (o.misconception for o in task.options if o.id in response - task.key)
        case Hotspot(), frozenset():
            yield from (r.misconception for r in task.regions if r.id in response - task.key)
        case Ordering(), Arranged(items):
            right = task.nearest(response)
            misplaced = {item for place, item in enumerate(items) if item != right[place]}
            yield from (step.misconception for step in task.steps if step.id in misplaced)
        case ((Statements() | Matching()), Filled()):
            yield from (row.misconception for row in task.rows if _off(response, row.id, row.answer))
        case Gaps(), Filled():
            yield from (gap.misconception for gap in task.gaps if _off(response, gap.id, gap.answer))


def _off(response: Filled, cell: str, answer: str) -> bool:
    return response.get(cell) not in (None, answer)
