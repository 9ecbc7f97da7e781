"""The learner's record: facts that are only ever added, and the states derived from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from certstudy.core.grading import Response, Verdict
from certstudy.core.memory import Memory, remembered
from certstudy.core.moment import Moment

# the one source of sittings whose answers count towards the exam's proportions
PLANNED_SOURCE = "mix"


class Confidence(StrEnum):
    """How sure the learner said to be, before the verdict."""

    GUESS = "guess"
    UNSURE = "unsure"
    SURE = "sure"


class SittingKind(StrEnum):
    """Practice shows the verdict after each answer, a mock exam only at the end."""

    PRACTICE = "practice"
    MOCK = "mock"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it was given: a fact, never changed. `id` is 0 until it is stored.

    `revision` is that of the question when it was answered: what was shown.
    """

    sitting: int
    question: str
    at: Moment
    response: Response
    points: int
    out_of: int
    milliseconds: int
    confidence: Confidence | None = None
    id: int = 0
    revision: str = ""

    @property
    def verdict(self) -> Verdict:
        """The outcome as a word."""
        if self.points == self.out_of:
            return Verdict.RIGHT
        return Verdict.PARTLY if self.points else Verdict.WRONG

    @property
    def credit(self) -> float:
        """The share of the points earned, 0 to 1."""
        return self.points / self.out_of


@dataclass(frozen=True, slots=True)
class Draft:
    """What a candidate has done with one question of a mock exam so far."""

    response: Response = frozenset()
    marked: bool = False
    struck: Response = frozenset()
    milliseconds: int = 0


@dataclass(frozen=True, slots=True)
class NewSitting:
    """A sitting about to be opened; `source` says how its questions were chosen (mix, focus, mistakes, ...)."""

    kind: SittingKind
    source: str
    seed: int
    form: tuple[str, ...]
    opened: Moment
    limit_ms: int | None = None


@dataclass(frozen=True, slots=True)
class SittingRecord:
    """A sitting as stored: its form in order, the time used, where it stands."""

    id: int
    kind: SittingKind
    source: str
    seed: int
    form: tuple[str, ...]
    opened: Moment
    limit_ms: int | None
    closed: Moment | None
    elapsed_ms: int
    index: int


@dataclass(frozen=True, slots=True)
class AreaTotal:
    """Answers added up over one area of a sitting."""

    area: str
    answers: int
    points: int
    out_of: int
    milliseconds: int


@dataclass(frozen=True, slots=True)
class SittingTotals:
    """A closed sitting with its result per area."""

    sitting: SittingRecord
    areas: tuple[AreaTotal, ...]


@dataclass(frozen=True, slots=True)
class DayTotal:
    """Answers of one day in one area; `credit` sums shares 0 to 1, `first_*` count first attempts only."""

    day: int
    area: str
    answers: int
    credit: float
    milliseconds: int
    first_answers: int
    first_credit: float


@dataclass(frozen=True, slots=True)
class ObjectiveTotal:
    """What the record holds on one objective: answers, questions met, and those of them known."""

    objective: str
    answers: int
    credit: float
    met: int
    known: int


@dataclass(frozen=True, slots=True)
class QuestionState:
    """What follows from all answers to one question; `first_credit` is that of the very first attempt."""

    question: str
    answers: int
    right: int
    first_credit: float
    last_credit: float
    last: Moment
    memory: Memory

    @property
    def known(self) -> bool:
        """Whether the latest answer earned every point."""
        return self.last_credit == 1.0

    @property
    def missed(self) -> bool:
        """Whether the latest answer left a point out."""
        return self.last_credit < 1.0


def state_after(state: QuestionState | None, answer: Answer) -> QuestionState:
    """The state of a question once one more answer to it is counted."""
    sure = answer.confidence is not Confidence.GUESS
    memory = remembered(state.memory if state else None, answer.credit, sure, answer.at.day)
    return QuestionState(
        question=answer.question,
        answers=(state.answers if state else 0) + 1,
        right=(state.right if state else 0) + (answer.credit == 1.0),
        first_credit=state.first_credit if state else answer.credit,
        last_credit=answer.credit,
        last=answer.at,
        memory=memory,
    )


def replayed(answers: Iterable[Answer]) -> QuestionState | None:
    """The state that a question's answers, in order, lead to."""
    state: QuestionState | None = None
    for answer in answers:
        state = state_after(state, answer)
    return state
