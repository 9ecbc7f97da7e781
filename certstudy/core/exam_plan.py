"""The days to the exam: how many minutes and questions each, in which areas, how many of them new.

The plan plays the coming days through with the functions that choose today's questions, taking the expected outcome
for each answer. It is worked out anew whenever it is looked at, so a missed day changes the plan and nothing else.
"""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from certstudy.core.blueprint import session, weight_ranges, weights
from certstudy.core.fsrs import Rating, Trace
from certstudy.core.memory import DAY, Memory, between
from certstudy.core.moment import Moment
from certstudy.core.question import Entry
from certstudy.core.ranking import Occasion, Standing, Standings, best
from certstudy.core.syllabus import Syllabus

# minutes missed in the last days are made up for by longer evenings, but never by much
CATCH_UP_DAYS = 7
CATCH_UP_SHARE = 0.25

# the last evening is short, and what is new no longer settles
LAST_EVENING_SHARE = 0.5

# more evenings are played through two or more at a time, so that a plan takes a moment
MOST_STEPS = 45
MOST_WEIGHINGS = 45_000


class DayKind(StrEnum):
    """What a planned day is for."""

    STUDY = "study"
    LAST = "last"
    OFF = "off"
    EXAM = "exam"


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A learner's day (as an ordinal): minutes, of these to catch up, and the questions per area in syllabus order."""

    day: int
    kind: DayKind
    minutes: int
    catch_up: int = 0
    seats: tuple[int, ...] = ()
    new: int = 0

    @property
    def questions(self) -> int:
        """All questions of the day."""
        return sum(self.seats)


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
class _Expected:
    """How a question is expected to stand."""

    memory: Memory
    missed: bool = False
    misled: bool = False


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


def exam_plan(pupil: Pupil, days: Sequence[PlannedDay], missed: int, occasion: Occasion) -> ExamPlan:
    """Fill the days with questions, as the app would choose them if every answer came out as expected."""
    standings: dict[str, Standing] = dict(pupil.standings)
    untouched = _recall(pupil, standings, occasion)
    filled: list[PlannedDay] = []
    all_met = None
    answered = dict(pupil.answered)
    study = [day for day in days if day.minutes > 0]
    stride = -(-len(study) // max(1, min(MOST_STEPS, MOST_WEIGHINGS // max(1, len(pupil.bank)))))
    for start in range(0, len(study), stride):
        chunk = study[start : start + stride]
        seated = [_seated(pupil, day, answered) for day in chunk]
        evening = occasion.now + timedelta(days=chunk[0].day - days[0].day)
        new = _play(pupil, standings, _together(seated), replace(occasion, now=evening))
        filled += _shared(seated, new)
        if all_met is None and len(standings) >= len(pupil.bank):
            all_met = filled[-1].day
    by_day = {day.day: day for day in filled}
    return ExamPlan(
        days=tuple(by_day.get(day.day, day) for day in days),
        recall=_recall(pupil, standings, occasion),
        untouched=untouched,
        all_met=all_met,
        behind=missed,
    )


def _seated(pupil: Pupil, day: PlannedDay, answered: dict[str, int]) -> PlannedDay:
    """The day with its questions per area, which are counted as answered."""
    areas = pupil.syllabus.areas
    n = min(len(pupil.bank), round(60 * day.minutes / pupil.seconds))
    held = [answered.get(area.id, 0) for area in areas]
    seats = session(weight_ranges(pupil.syllabus), held, n).seats
    for area, count in zip(areas, seats, strict=True):
        answered[area.id] = answered.get(area.id, 0) + count
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


def _play(pupil: Pupil, standings: dict[str, Standing], seats: Sequence[int], occasion: Occasion) -> int:
    """Answer as expected what would be chosen; returns how many of it were new."""
    by_area: dict[str, list[Entry]] = defaultdict(list)
    for entry in pupil.bank:
        by_area[entry.area].append(entry)
    new = 0
    for area, count in zip(pupil.syllabus.areas, seats, strict=True):
        for pick in best(by_area[area.id], standings, occasion, count, random.Random(area.id)):
            held = standings.get(pick.entry.id)
            new += held is None
            memory = held.memory if held else None
            standings[pick.entry.id] = _Expected(_expected(memory, pick.entry, occasion))
    return new


def _expected(memory: Memory | None, entry: Entry, occasion: Occasion) -> Memory:
    """The memory after an answer whose outcome is not known."""
    model, now = occasion.model, occasion.now
    if memory is None:
        r = occasion.known_before(entry.area)
        recalled, lapsed = model.first(Rating.GOOD), model.first(Rating.AGAIN)
    else:
        r = model.retrievability(max(0.0, (now - memory.last.utc) / DAY), memory.stability)
        trace = Trace(memory.stability, memory.difficulty)
        recalled, lapsed = (model.again_later(trace, r, rating) for rating in (Rating.GOOD, Rating.AGAIN))
    return between(lapsed, recalled, r, Moment(now), model)


def _recall(pupil: Pupil, standings: Standings, occasion: Occasion) -> float:
    """The share of the bank known on the day, areas by weight."""
    day = occasion.now + timedelta(days=occasion.outlook.days)
    shares = weights(weight_ranges(pupil.syllabus))
    total = 0.0
    for area, share in zip(pupil.syllabus.areas, shares, strict=True):
        recalls = [_on(day, entry, standings, occasion) for entry in pupil.bank if entry.area == area.id]
        total += share * sum(recalls) / max(1, len(recalls))
    return total / sum(shares)


def _on(day: datetime, entry: Entry, standings: Standings, occasion: Occasion) -> float:
    held = standings.get(entry.id)
    if held is None:
        return occasion.known_before(entry.area)
    return occasion.recall((day - held.memory.last.utc) / DAY, held.memory.stability)
