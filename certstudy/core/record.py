"""The learner's record: facts that are only ever added, and the states derived from them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from certstudy.core.confidence import Confidence
from certstudy.core.fsrs import Fsrs
from certstudy.core.grading import Grade, Verdict
from certstudy.core.memory import POPULATION, Evidence, Memory, remembered
from certstudy.core.mock_plan import MockPlan
from certstudy.core.moment import Moment
from certstudy.core.response import NOTHING, Picked, Response

# the one source of sittings whose answers count towards the exam's proportions
PLANNED_SOURCE = "mix"


class SittingKind(StrEnum):
    """Practice shows the verdict after each answer, a mock exam only at the end."""

    PRACTICE = "practice"
    MOCK = "mock"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it was given: a fact, never changed. `id` is 0 until it is stored.

    `revision` is that of the question when it was answered: what was shown; `guess_rate` the chance that a blind
    guess at it would have earned every point.
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
    guess_rate: float = 0.25

    @property
    def verdict(self) -> Verdict:
        """The outcome as a word."""
        return Grade(self.points, self.out_of).verdict

    @property
    def credit(self) -> float:
        """The share of the points earned, 0 to 1."""
        return self.points / self.out_of


Highlight = tuple[str, int, int]
"""The name of a text on the screen, and where in it a marked stretch begins and ends."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been done so far with one question of a mock exam, or with the open one of a practice sitting.

    An answer settles when the question is left: `first` is the first that did, `settled` the latest, `changes` counts
    how often they differed. A `locked` question cannot be returned to.
    """

    response: Response = NOTHING
    marked: bool = False
    struck: Picked = frozenset()
    milliseconds: int = 0
    note: str = ""
    highlights: tuple[Highlight, ...] = ()
    first: Response | None = None
    settled: Response | None = None
    changes: int = 0
    confidence: Confidence | None = None
    locked: bool = False

    def left(self) -> "Draft":
        """With its answer settled."""
        if self.first is None:
            return replace(self, first=self.response, settled=self.response) if self.response else self
        if self.response == self.settled:
            return self
        return replace(self, settled=self.response, changes=self.changes + 1)


class Away(StrEnum):
    """Why a candidate is not at the exam: it was left or fell, a break was taken, something is looked up."""

    PAUSE = "pause"
    BREAK = "break"
    LOOKUP = "lookup"


@dataclass(frozen=True, slots=True)
class Interruption:
    """How long the candidate was away, from when on, and at which place of the form."""

    kind: Away
    place: int
    at: Moment
    milliseconds: int = 0


@dataclass(frozen=True, slots=True)
class NewSitting:
    """A sitting about to be opened; `source` says how its questions were chosen (mix, focus, mistakes, ...).

    `plan` is that of a mock exam.
    """

    kind: SittingKind
    source: str
    seed: int
    form: tuple[str, ...]
    opened: Moment
    limit_ms: int | None = None
    plan: MockPlan | None = None


@dataclass(frozen=True, slots=True)
class SittingRecord:
    """A sitting as stored: its form in order, the time used, where it stands.

    `plan` is that of a mock exam, None for one of an older record; `kept` is when its clock was last kept.
    """

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
    plan: MockPlan | None = None
    kept: Moment | None = None


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
    """What follows from all answers to one question; `first_credit` is that of the very first attempt.

    `misled` says that the latest answer left a point out although the learner had been sure of it.
    """

    question: str
    answers: int
    right: int
    first_credit: float
    last_credit: float
    misled: bool
    memory: Memory

    @property
    def last(self) -> Moment:
        """When it was last answered."""
        return self.memory.last

    @property
    def known(self) -> bool:
        """Whether the latest answer earned every point."""
        return self.last_credit == 1.0

    @property
    def missed(self) -> bool:
        """Whether the latest answer left a point out."""
        return self.last_credit < 1.0


@dataclass(frozen=True, slots=True)
class FirstAttempt:
    """The first standing answer to a question."""

    question: str
    at: Moment
    credit: float


@dataclass(frozen=True, slots=True)
class KeptForecast:
    """What was foretold of a mock exam before it was sat: the share right with its 80 % range.

    `p_pass` is None where there was too little evidence to name a chance.
    """

    sitting: int
    mean: float
    low: float
    middle: float
    high: float
    p_pass: float | None


def evidence_of(answer: Answer) -> Evidence:
    """An answer as memory sees it."""
    return Evidence(answer.points, answer.out_of, answer.guess_rate, answer.confidence)


def state_after(state: QuestionState | None, answer: Answer, model: Fsrs = POPULATION) -> QuestionState:
    """The state of a question once one more answer to it is counted."""
    return QuestionState(
        question=answer.question,
        answers=(state.answers if state else 0) + 1,
        right=(state.right if state else 0) + (answer.credit == 1.0),
        first_credit=state.first_credit if state else answer.credit,
        last_credit=answer.credit,
        misled=answer.credit < 1.0 and answer.confidence is Confidence.SURE,
        memory=remembered(state.memory if state else None, evidence_of(answer), answer.at, model),
    )


def replayed(answers: Iterable[Answer], model: Fsrs = POPULATION) -> QuestionState | None:
    """The state that a question's answers, in order, lead to."""
    state: QuestionState | None = None
    for answer in answers:
        state = state_after(state, answer, model)
    return state
