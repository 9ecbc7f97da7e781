"""Today: what to do now, whether one is ready, and what is worth most next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from certstudy.core.blueprint import weight_ranges, weights
from certstudy.core.exam_plan import PlannedDay
from certstudy.core.moment import date_of
from certstudy.core.preferences import Preferences
from certstudy.core.prospect import Prospect
from certstudy.core.readiness import Readiness
from certstudy.core.record import DayTotal, ObjectiveTotal, SittingRecord
from certstudy.core.syllabus import Objective
from certstudy.study.availability import days_to_exam, minutes_missed
from certstudy.study.certification import open_until
from certstudy.study.desk import Desk
from certstudy.study.next_attempt import NextAttempt, next_attempt
from certstudy.study.practice import SMALLEST, Mode, Proposal, Request, paused, propose
from certstudy.study.readiness import standing, what_helps
from certstudy.study.rehearsals import with_rehearsals

# what an answer with reading the reasons takes until the record knows better
USUAL_MS = 75_000
FEWEST_FOR_PACE = 20
WORTH = 5


@dataclass(frozen=True, slots=True)
class Worth:
    """An objective and the share of the exam, in per cent, that is still to be won with it."""

    objective: Objective
    area: str
    gain: float
    met: bool


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the Today screen answers with; `first` counts first attempts, `results` those entered.

    `coming` are the days to the exam, `missed` minutes of lately, `renewable` the last day of an open
    renewal window; `retake` is the attempt after a failed one; `helps` is empty until there is a forecast.
    """

    day: int
    preferences: Preferences
    days_left: int | None
    coming: tuple[PlannedDay, ...]
    missed: int
    proposal: Proposal
    minutes: int
    readiness: Readiness
    first: int
    results: int
    helps: tuple[Prospect, ...]
    worth: tuple[Worth, ...]
    days: tuple[DayTotal, ...]
    open: SittingRecord | None
    renewable: date | None
    retake: NextAttempt | None
    questions: int
    met: int


def look(desk: Desk, minutes: int | None = None) -> Today:
    """Work out the day's session and standing; `minutes` asks for a shorter session than usual."""
    now = desk.now()
    preferences = desk.history.preferences()
    days = tuple(desk.history.days())
    pace = milliseconds_an_answer(days)
    coming = with_rehearsals(desk, days_to_exam(preferences, days, now.day))
    proposal = session(desk, minutes)
    sittings = paused(desk)
    where = standing(desk)
    objectives, states = desk.history.objectives(), desk.history.states()
    return Today(
        day=now.day,
        preferences=preferences,
        days_left=_days_left(preferences.exam_date, now.local.date()),
        coming=coming,
        missed=minutes_missed(preferences, days, now.day),
        proposal=proposal,
        minutes=round(len(proposal.picks) * pace / 60_000),
        readiness=where.readiness,
        first=sum(where.stage.answers.values()),
        results=len(where.results),
        helps=what_helps(desk, where, pace),
        worth=_worth(desk, objectives),
        days=days,
        open=sittings[0] if sittings else None,
        renewable=open_until(desk),
        retake=next_attempt(desk),
        questions=len(desk.catalog.entries),
        met=sum(entry.id in states for entry in desk.catalog.entries),
    )


def session(desk: Desk, minutes: int | None = None) -> Proposal:
    """The day's session alone, as `look` shows it; it takes a fraction of the time."""
    today, preferences, days = desk.now().day, desk.history.preferences(), desk.history.days()
    pace = milliseconds_an_answer(days)
    if minutes is None:
        size = _size(preferences, days_to_exam(preferences, days, today), today, pace)
    else:
        size = _that_fit(minutes, pace)
    return propose(desk, Request(Mode.MIX, size), seed=today)


def milliseconds_an_answer(days: Sequence[DayTotal]) -> float:
    """The learner's own pace, or the usual one until there are enough answers."""
    if not pace_is_known(days):
        return USUAL_MS
    answers = sum(total.answers for total in days)
    return max(10_000.0, sum(total.milliseconds for total in days) / answers)


def pace_is_known(days: Sequence[DayTotal]) -> bool:
    """Whether there are enough answers to speak of the learner's own pace."""
    return sum(total.answers for total in days) >= FEWEST_FOR_PACE


def _size(preferences: Preferences, coming: Sequence[PlannedDay], today: int, pace: float) -> int:
    """The usual size, or less where the day's minutes do not hold it; a day off offers a short one."""
    meant = coming[0].minutes if coming else preferences.minutes_on(date_of(today))
    return min(preferences.session_size, _that_fit(meant, pace))


def _that_fit(minutes: float, pace: float) -> int:
    return max(SMALLEST, round(minutes * 60_000 / pace))


def _days_left(exam: date | None, today: date) -> int | None:
    return None if exam is None else (exam - today).days


def _worth(desk: Desk, totals: Mapping[str, ObjectiveTotal]) -> tuple[Worth, ...]:
    """The objectives with the largest unproven share of the exam."""
    syllabus = desk.catalog.syllabus
    shares = weights(weight_ranges(syllabus))
    whole = sum(shares)
    rows = []
    for area, share in zip(syllabus.areas, shares, strict=True):
        objectives = list(area.objectives())
        for objective in objectives:
            total = totals.get(objective.id)
            held = (total.known + 1) / (total.met + 2) if total and total.met else 0.25
            gain = 100 * share / whole / len(objectives) * (1 - held)
            rows.append(Worth(objective, area.id, gain, bool(total and total.met)))
    return tuple(sorted(rows, key=lambda row: -row.gain)[:WORTH])
