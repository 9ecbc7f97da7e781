"""The days to the exam: how many minutes and questions each, in which areas, how many of them new.

The plan plays the coming days through with the functions that choose today's questions, taking the expected outcome
for each answer. It is worked out anew whenever it is looked at, so a missed day changes the plan and nothing else.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain, islice, repeat
from statistics import fmean

from certstudy.core.blueprint import blueprint, session, weight_ranges, weights
from certstudy.core.fsrs import Rating, Trace
from certstudy.core.memory import DAY, Memory, between, days_since
from certstudy.core.moment import Moment
from certstudy.core.question import Entry
from certstudy.core.ranking import CONVICTION, Occasion, Standings, wanted_new
from certstudy.core.rehearsal import Rehearsal
from certstudy.core.syllabus import Syllabus

# minutes missed in the last days are made up for by longer evenings, but never by much
CATCH_UP_DAYS = 7
CATCH_UP_SHARE = 0.25

# the last evening is short, and what is new no longer settles
LAST_EVENING_SHARE = 0.5

# more evenings are played through two or more at a time, so that a plan takes a moment
MOST_STEPS = 45

# questions stand alike that differ by less than this in the logarithm of stability and in difficulty
ALIKE_STABILITY, ALIKE_DIFFICULTY = 0.05, 0.25


class DayKind(StrEnum):
    """What a planned day is for."""

    STUDY = "study"
    LAST = "last"
    OFF = "off"
    EXAM = "exam"


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A learner's day (as an ordinal): minutes, of these to catch up, and the questions per area in syllabus order.

    On the day of a mock exam its time and questions are counted in.
    """

    day: int
    kind: DayKind
    minutes: int
    catch_up: int = 0
    seats: tuple[int, ...] = ()
    new: int = 0
    mock: Rehearsal | None = None

    @property
    def questions(self) -> int:
        """All questions of the day."""
        return sum(self.seats)

    @property
    def mix_minutes(self) -> int:
        """What a mock exam leaves of the day for the mix."""
        return self.minutes - (self.mock.minutes if self.mock else 0)


@dataclass(frozen=True, slots=True)
class ExamPlan:
    """The days from today to the exam.

    `recall` is the share of the bank expected to be known on the day, areas by weight, `untouched` the same without
    another answer, both 0 to 1; `all_met` the day on which every question was met, None if that is not reached;
    `behind` the minutes missed lately.
    """

    days: tuple[PlannedDay, ...]
    recall: float
    untouched: float
    all_met: int | None
    behind: int


@dataclass(frozen=True, slots=True)
class Pupil:
    """What the plan starts from: the bank, its standings, answers of the mix per area, the time of an answer."""

    syllabus: Syllabus
    bank: Sequence[Entry]
    standings: Standings
    answered: Mapping[str, int]
    seconds: float


@dataclass(frozen=True, slots=True)
class _Cohort:
    """Questions of an area that stand alike."""

    memory: Memory
    size: int
    misled: bool = False


@dataclass(frozen=True, slots=True)
class _Shelf:
    """An area: how many of its questions were never met, and the others, taken together where they stand alike.

    The plan says how many questions come and not which; so it weighs, and answers, those alike but once.
    """

    area: str
    new: int
    met: tuple[_Cohort, ...]


def scheduled(minutes: Sequence[int], first: int, exam: int, behind: int) -> tuple[PlannedDay, ...]:
    """The days from `first` to the exam's, with these minutes each; what was missed lately is spread over them."""
    days, owed = [], behind
    for day, usual in zip(range(first, exam), minutes, strict=False):
        if usual <= 0:
            days.append(PlannedDay(day, DayKind.OFF, 0))
        elif day == exam - 1:
            days.append(PlannedDay(day, DayKind.LAST, round(LAST_EVENING_SHARE * usual)))
        else:
            more = min(owed, round(CATCH_UP_SHARE * usual))
            owed -= more
            days.append(PlannedDay(day, DayKind.STUDY, usual + more, more))
    return (*days, PlannedDay(exam, DayKind.EXAM, 0))


def behind(planned: Mapping[int, int], spent: Mapping[int, float]) -> int:
    """Minutes that the last days fell short of what was planned for them; both by day."""
    return round(max(0.0, sum(planned.values()) - sum(spent.get(day, 0.0) for day in planned)))


def questions_in(minutes: float, seconds: float) -> int:
    """How many questions so many minutes hold at so many seconds an answer."""
    return round(60 * minutes / seconds)


def exam_plan(pupil: Pupil, days: Sequence[PlannedDay], missed: int, occasion: Occasion) -> ExamPlan:
    """Fill the days with questions, as the app would choose them if every answer came out as expected."""
    shelves = _shelves(pupil)
    untouched = _recall(pupil, shelves, occasion)
    filled: list[PlannedDay] = []
    all_met = None
    answered = dict(pupil.answered)
    study = [day for day in days if day.minutes > 0]
    stride = -(-len(study) // MOST_STEPS)
    for start in range(0, len(study), max(1, stride)):
        chunk = study[start : start + stride]
        seated = [_seated(pupil, day, answered) for day in chunk]
        evening = occasion.now + timedelta(days=chunk[0].day - days[0].day)
        unmet = _unmet(shelves)
        shelves = _played(shelves, _together(seated), replace(occasion, now=evening))
        filled += _shared(seated, unmet - _unmet(shelves))
        if all_met is None and not _unmet(shelves):
            all_met = filled[-1].day
    by_day = {day.day: day for day in filled}
    return ExamPlan(
        days=tuple(by_day.get(day.day, day) for day in days),
        recall=_recall(pupil, shelves, occasion),
        untouched=untouched,
        all_met=all_met,
        behind=missed,
    )


def _shelves(pupil: Pupil) -> tuple[_Shelf, ...]:
    """The bank by area, in syllabus order."""
    met: dict[str, list[_Cohort]] = defaultdict(list)
    size: dict[str, int] = defaultdict(int)
    for entry in pupil.bank:
        size[entry.area] += 1
        if (held := pupil.standings.get(entry.id)) is not None:
            met[entry.area].append(_Cohort(held.memory, 1, held.misled))
    return tuple(
        _Shelf(area.id, size[area.id] - len(met[area.id]), _merged(met[area.id]))
        for area in pupil.syllabus.areas
    )


def _merged(cohorts: Iterable[_Cohort]) -> tuple[_Cohort, ...]:
    """Cohorts that were last answered on one day and stand alike as one, which stands as they do on the average."""
    alike: dict[tuple[int, int, int, bool], list[_Cohort]] = defaultdict(list)
    for cohort in cohorts:
        memory = cohort.memory
        stability = round(math.log(memory.stability) / ALIKE_STABILITY)
        key = (memory.last.day, stability, round(memory.difficulty / ALIKE_DIFFICULTY), cohort.misled)
        alike[key].append(cohort)
    return tuple(_as_one(group) if len(group) > 1 else group[0] for group in alike.values())


def _as_one(group: Sequence[_Cohort]) -> _Cohort:
    sizes, memories = [cohort.size for cohort in group], [cohort.memory for cohort in group]
    first = memories[0].last
    since = fmean(((memory.last.utc - first.utc) / DAY for memory in memories), sizes)
    memory = Memory(
        fmean((memory.stability for memory in memories), sizes),
        fmean((memory.difficulty for memory in memories), sizes),
        Moment(first.utc + timedelta(days=since), first.offset_minutes),
    )
    return _Cohort(memory, sum(sizes), group[0].misled)


def _seated(pupil: Pupil, day: PlannedDay, answered: dict[str, int]) -> PlannedDay:
    """The day with its questions per area; those of the daily mix are counted as answered."""
    areas, ranges = pupil.syllabus.areas, weight_ranges(pupil.syllabus)
    n = min(len(pupil.bank), questions_in(day.mix_minutes, pupil.seconds))
    seats = session(ranges, [answered.get(area.id, 0) for area in areas], n).seats
    for area, count in zip(areas, seats, strict=True):
        answered[area.id] = answered.get(area.id, 0) + count
    if day.mock:
        form = blueprint(ranges, min(len(pupil.bank), day.mock.questions)).seats
        seats = tuple(mix + mock for mix, mock in zip(seats, form, strict=True))
    return replace(day, seats=seats)


def _together(days: Sequence[PlannedDay]) -> tuple[int, ...]:
    return tuple(sum(counts) for counts in zip(*(day.seats for day in days), strict=True))


def _shared(days: Sequence[PlannedDay], new: int) -> list[PlannedDay]:
    """The new questions of some days as a share of each, whole and with the right sum."""
    total, before, given = sum(day.questions for day in days), 0, 0
    shared = []
    for day in days:
        before += day.questions
        upto = round(new * before / total) if total else 0
        shared.append(replace(day, new=upto - given))
        given = upto
    return shared


def _unmet(shelves: Sequence[_Shelf]) -> int:
    return sum(shelf.new for shelf in shelves)


def _played(shelves: Sequence[_Shelf], seats: Sequence[int], occasion: Occasion) -> tuple[_Shelf, ...]:
    """The areas after what would be chosen was answered as expected."""
    return tuple(
        _answered(shelf, count, occasion) if count else shelf
        for shelf, count in zip(shelves, seats, strict=True)
    )


def _answered(shelf: _Shelf, count: int, occasion: Occasion) -> _Shelf:
    weighed = _weighed(shelf.met, occasion)
    reviews = list(
        islice(chain.from_iterable(repeat(worth, cohort.size) for worth, cohort in weighed), count)
    )
    new = wanted_new(reviews, shelf.new, occasion.outlook, occasion.known_before(shelf.area), count)
    kept, answered, left = [], [], count - new
    if new:
        answered.append(_Cohort(_met(shelf.area, occasion), new))
    for _, cohort in weighed:
        taken = min(left, cohort.size)
        left -= taken
        if taken:
            answered.append(_Cohort(_reviewed(cohort.memory, occasion), taken))
        if taken < cohort.size:
            kept.append(replace(cohort, size=cohort.size - taken))
    return _Shelf(shelf.area, shelf.new - new, (*kept, *_merged(answered)))


def _weighed(cohorts: Sequence[_Cohort], occasion: Occasion) -> list[tuple[float, _Cohort]]:
    """What a review of each is worth, the best first."""
    worths = occasion.outlook.of_reviews(
        (c.memory.stability, c.memory.difficulty, days_since(c.memory, occasion.now)) for c in cohorts
    )
    rows = [(worth * (CONVICTION if c.misled else 1.0), c) for worth, c in zip(worths, cohorts, strict=True)]
    return sorted(rows, key=lambda row: -row[0])


def _met(area: str, occasion: Occasion) -> Memory:
    """The memory after a first answer whose outcome is not known."""
    model = occasion.model
    recalled, lapsed = model.first(Rating.GOOD), model.first(Rating.AGAIN)
    return between(lapsed, recalled, occasion.known_before(area), Moment(occasion.now), model)


def _reviewed(memory: Memory, occasion: Occasion) -> Memory:
    """The memory after a review whose outcome is not known."""
    model, now = occasion.model, occasion.now
    r = model.retrievability(days_since(memory, now), memory.stability)
    trace = Trace(memory.stability, memory.difficulty)
    recalled, lapsed = (model.again_later(trace, r, rating) for rating in (Rating.GOOD, Rating.AGAIN))
    return between(lapsed, recalled, r, Moment(now), model)


def _recall(pupil: Pupil, shelves: Sequence[_Shelf], occasion: Occasion) -> float:
    """The share of the bank known on the day, areas by weight."""
    day = occasion.now + timedelta(days=occasion.outlook.days)
    shares = weights(weight_ranges(pupil.syllabus))
    return sum(s * _recall_of(shelf, day, occasion) for s, shelf in zip(shares, shelves, strict=True)) / sum(
        shares
    )


def _recall_of(shelf: _Shelf, day: datetime, occasion: Occasion) -> float:
    recalls = shelf.new * occasion.known_before(shelf.area)
    for cohort in shelf.met:
        recalls += cohort.size * occasion.recall(days_since(cohort.memory, day), cohort.memory.stability)
    return recalls / max(1, shelf.new + sum(cohort.size for cohort in shelf.met))
