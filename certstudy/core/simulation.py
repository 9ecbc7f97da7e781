"""Simulated learners, and what each way of choosing questions makes of their time until the exam.

The learners are not those that the scheduler has in mind: each forgets by parameters of their own, takes some
questions better than others, knew more or less beforehand, guesses, and slips.
"""

import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from statistics import fmean, stdev

from certstudy.core.apportion import apportion
from certstudy.core.blueprint import session, weight_ranges, weights
from certstudy.core.fsrs import DEFAULT_PARAMETERS, Fsrs, Rating, Trace
from certstudy.core.memory import DAY, Evidence, Memory, remembered, retrievability
from certstudy.core.moment import Moment
from certstudy.core.question import Entry, Kind
from certstudy.core.ranking import Occasion
from certstudy.core.selection import picked
from certstudy.core.syllabus import Area, Syllabus

QUESTIONS = 300
OPTIONS = 4
FIRST_EVENING = datetime(2026, 1, 5, 18, tzinfo=UTC)
EXAM_HOUR = timedelta(hours=15)
MINUTE = timedelta(minutes=1)
SPREAD_OF_PARAMETERS = 0.2
SPREAD_OF_QUESTIONS = 0.3
KNOWN = (0.2, 0.5)
SLIP = 0.03
NEW_TAKES = 1.6


@dataclass(frozen=True, slots=True)
class Reply:
    """Whether the answer was right, and whether that was knowledge."""

    right: bool
    knew: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """The share of the exam recalled on the day, 0 to 1, and the time it took, in reviews."""

    recall: float
    time: float


@dataclass(slots=True)
class SimulatedLearner:
    """Someone with a true memory of each question, which no policy sees; `spread` 0 is someone quite average."""

    bank: Sequence[Entry]
    rng: random.Random
    spread: float = 1.0
    _model: Fsrs = field(init=False)
    _known: dict[str, bool] = field(init=False)
    _ease: dict[str, float] = field(init=False)
    _traces: dict[str, tuple[Trace, datetime]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Draw this learner from those there may be."""
        known, rng = self.rng.uniform(*KNOWN), self.rng
        self._model = _someone(rng, self.spread)
        self._known = {entry.id: rng.random() < known for entry in self.bank}
        self._ease = {
            entry.id: math.exp(self.spread * rng.gauss(0, SPREAD_OF_QUESTIONS)) for entry in self.bank
        }

    def recall(self, question: str, now: datetime) -> float:
        """The true probability of recall."""
        if question not in self._traces:
            return float(self._known[question])
        trace, last = self._traces[question]
        return self._model.retrievability((now - last) / DAY, trace.stability * self._ease[question])

    def answer(self, question: str, now: datetime) -> Reply:
        """Answer a question, read why, and so learn."""
        recall = self.recall(question, now)
        knew = self.rng.random() < recall
        rating = Rating.GOOD if knew else Rating.AGAIN
        if question in self._traces:
            trace = self._model.again_later(self._traces[question][0], recall, rating)
        else:
            trace = self._model.first(rating)
        self._traces[question] = (trace, now)
        right = self.rng.random() >= SLIP * self.spread if knew else self.rng.random() < 1 / OPTIONS
        return Reply(right, knew)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the learner's record shows of a question."""

    memory: Memory
    missed: bool
    misled: bool = False


@dataclass(slots=True)
class Course:
    """A learner's way to the exam as a policy sees it; `plain` is memory without regard to guessing."""

    syllabus: Syllabus
    bank: Sequence[Entry]
    exam: datetime
    rng: random.Random
    seen: dict[str, Seen] = field(default_factory=dict)
    plain: dict[str, Memory] = field(default_factory=dict)
    answered: dict[str, int] = field(default_factory=dict)

    def note(self, entry: Entry, right: bool, now: datetime) -> None:
        """Keep an answer."""
        at, held = Moment(now), self.seen.get(entry.id)
        memory = held.memory if held else None
        evidence = Evidence(int(right), 1, entry.guess_rate)
        self.seen[entry.id] = Seen(remembered(memory, evidence, at), not right)
        plain = Evidence(int(right), 1, 0.0)
        self.plain[entry.id] = remembered(self.plain.get(entry.id), plain, at)
        self.answered[entry.area] = self.answered.get(entry.area, 0) + 1

    def drawn(self) -> list[Entry]:
        """All questions in an order by chance, an area's the earlier the more of the exam each stands for."""
        share = _share_of_each(self.syllabus, self.bank)
        return sorted(self.bank, key=lambda entry: -math.log(1 - self.rng.random()) / share[entry.area])


Policy = Callable[[Course, datetime, int], Sequence[Entry]]
"""The questions of an evening in order, best first: for a course, the instant, and how many are wanted at least."""


def app(course: Course, now: datetime, most: int) -> Sequence[Entry]:
    """The app's own choice, by the functions that choose in the app."""
    areas = course.syllabus.areas
    answered = [course.answered.get(area.id, 0) for area in areas]
    pools = [sum(entry.area == area.id for entry in course.bank) for area in areas]
    seats = session(weight_ranges(course.syllabus), answered, min(most, len(course.bank)), pools).seats
    occasion = Occasion(now, course.exam)
    return [
        pick.entry
        for pick in picked(areas, seats, course.bank, course.seen, occasion, course.rng.getrandbits(32))
    ]


def weighted_random(course: Course, _now: datetime, _most: int) -> Sequence[Entry]:
    """By chance, each area by its weight."""
    return course.drawn()


def weakest_first(course: Course, _now: datetime, _most: int) -> Sequence[Entry]:
    """What was answered wrong, then what is new by weight, then what was answered longest ago."""
    order = course.drawn()
    missed = [entry for entry in order if entry.id in course.seen and course.seen[entry.id].missed]
    new = [entry for entry in order if entry.id not in course.seen]
    rest = [entry for entry in order if entry.id in course.seen and not course.seen[entry.id].missed]
    return missed + new + sorted(rest, key=lambda entry: course.seen[entry.id].memory.last)


def fsrs_due(course: Course, now: datetime, _most: int) -> Sequence[Entry]:
    """What FSRS calls due at 90 %, longest due first, then what is new by weight, then the weakest."""
    today = Moment(now).day
    order = course.drawn()
    met = [entry for entry in order if entry.id in course.plain]
    due = [entry for entry in met if course.plain[entry.id].due <= today]
    new = [entry for entry in order if entry.id not in course.plain]
    rest = [entry for entry in met if course.plain[entry.id].due > today]
    due.sort(key=lambda entry: course.plain[entry.id].due)
    rest.sort(key=lambda entry: retrievability(course.plain[entry.id], now))
    return due + new + rest


POLICIES: Mapping[str, Policy] = {
    "app": app,
    "weighted_random": weighted_random,
    "weakest_first": weakest_first,
    "fsrs_due": fsrs_due,
}


def simulated(
    syllabus: Syllabus, days: int, per_day: int, seed: int, learners: int, policy: str
) -> tuple[Outcome, ...]:
    """How each learner stands on the day of the exam, after `days` evenings of `per_day` questions."""
    bank = sample_bank(syllabus)
    return tuple(
        _one(syllabus, bank, days, per_day, f"{seed}:{k}", POLICIES[policy]) for k in range(learners)
    )


def mean_with_error(values: Sequence[float]) -> tuple[float, float]:
    """The mean with its standard error."""
    return fmean(values), stdev(values) / math.sqrt(len(values)) if len(values) > 1 else 0.0


def sample_bank(syllabus: Syllabus, questions: int = QUESTIONS) -> tuple[Entry, ...]:
    """A bank in the exam's proportions, within an area spread evenly over its objectives."""
    seats = apportion(weights(weight_ranges(syllabus)), questions)
    return tuple(
        entry
        for area, count in zip(syllabus.areas, seats, strict=True)
        for entry in _questions_of(area, count)
    )


def _questions_of(area: Area, count: int) -> Iterator[Entry]:
    places = [(group, objective) for group in area.groups for objective in group.objectives]
    for (group, objective), size in zip(places, apportion([1] * len(places), count), strict=True):
        for k in range(size):
            yield Entry(f"{objective.id}-{k}", area.id, group.id, objective.id, Kind.SINGLE, 2)


def _one(
    syllabus: Syllabus, bank: Sequence[Entry], days: int, per_day: int, seed: str, policy: Policy
) -> Outcome:
    learner = SimulatedLearner(bank, random.Random(f"{seed}:learner"))
    exam = FIRST_EVENING + (days - 1) * DAY + EXAM_HOUR
    course = Course(syllabus, bank, exam, random.Random(f"{seed}:policy"))
    time = 0.0
    for day in range(days):
        now = FIRST_EVENING + day * DAY
        for entry in policy(course, now, per_day)[:per_day]:
            time += 1.0 if entry.id in course.seen else NEW_TAKES
            course.note(entry, learner.answer(entry.id, now).right, now)
            now += MINUTE
    share = _share_of_each(syllabus, bank)
    return Outcome(sum(share[entry.area] * learner.recall(entry.id, exam) for entry in bank), time)


def _share_of_each(syllabus: Syllabus, bank: Sequence[Entry]) -> Mapping[str, float]:
    """The share of the exam, 0 to 1, that one question of each area stands for."""
    shares = weights(weight_ranges(syllabus))
    counts = {area.id: sum(entry.area == area.id for entry in bank) for area in syllabus.areas}
    return {
        area.id: share / sum(shares) / max(1, counts[area.id])
        for area, share in zip(syllabus.areas, shares, strict=True)
    }


def _someone(rng: random.Random, spread: float) -> Fsrs:
    """A learner's own parameters, scattered about the population's."""
    own = [value * math.exp(spread * rng.gauss(0, SPREAD_OF_PARAMETERS)) for value in DEFAULT_PARAMETERS]
    own[:4] = sorted(own[:4])
    own[20] = min(0.8, max(0.1, own[20]))
    return Fsrs(tuple(own))
