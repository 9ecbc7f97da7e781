"""A learner who works through sittings at a desk."""

from collections.abc import Iterable

from certstudy.core.confidence import Confidence
from certstudy.core.question import Question
from certstudy.core.response import Response
from certstudy.core.sitting import Practice
from certstudy.study.practice import Mode, Request, answer, finish, propose, start
from tests.fakes import FakeDesk

MINUTE = 60_000


def rightly(question: Question) -> Response:
    """A response that earns every point."""
    return question.task.model


def wrongly(question: Question) -> frozenset[str]:
    """A response that earns none."""
    wrong = [option.id for option in question.options if option.id not in question.key]
    return frozenset(wrong[: question.task.out_of])


def begin(at: FakeDesk, request: Request) -> Practice:
    """A sitting just opened."""
    return start(at.desk, propose(at.desk, request))[0]


def answered(at: FakeDesk, sitting: Practice, right: bool = True, milliseconds: int = MINUTE) -> Practice:
    """The sitting one answer further."""
    question = at.catalog.question(sitting.current or "")
    response = rightly(question) if right else wrongly(question)
    return answer(at.desk, sitting, response, Confidence.SURE, milliseconds).sitting


def work_through(at: FakeDesk, request: Request, right: bool = True) -> Practice:
    """A sitting answered to its end and closed."""
    sitting = begin(at, request)
    while not sitting.finished:
        sitting = answered(at, sitting, right)
    finish(at.desk, sitting)
    return sitting


def meet(at: FakeDesk, questions: Iterable[str], right: bool = True) -> Practice:
    """Answer just these questions."""
    chosen = tuple(questions)
    return work_through(at, Request(Mode.SELECTION, len(chosen), questions=chosen), right)
