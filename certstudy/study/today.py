"""Today: what to do now, whether one is ready, and what is worth most next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from certstudy.core.blueprint import weight_ranges, weights
from certstudy.core.preferences import Preferences
from certstudy.core.readiness import Readiness, readiness
from certstudy.core.record import DayTotal, ObjectiveTotal, SittingRecord
from certstudy.core.syllabus import Objective
from certstudy.study.desk import Desk
from certstudy.study.practice import Mode, Proposal, Request, paused, propose
from certstudy.study.progress import first_attempts

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
    """Everything the Today screen answers with."""

    day: int
    preferences: Preferences
    days_left: int | None
    proposal: Proposal
    minutes: int
    readiness: Readiness
    worth: tuple[Worth, ...]
    days: tuple[DayTotal, ...]
    open: SittingRecord | None
    questions: int
    met: int


def look(desk: Desk, minutes: int | None = None) -> Today:
    """Work out the day's session and standing; `minutes` asks for a shorter session than usual."""
    now = desk.now()
    preferences = desk.history.preferences()
    days = tuple(desk.history.days())
    pace = milliseconds_an_answer(days)
    size = preferences.session_size if minutes is None else max(5, round(minutes * 60_000 / pace))
    proposal = propose(desk, Request(Mode.MIX, size), seed=now.day)
    sittings = paused(desk)
    objectives, states = desk.history.objectives(), desk.history.states()
    return Today(
        day=now.day,
        preferences=preferences,
        days_left=_days_left(preferences.exam_date, now.local.date()),
        proposal=proposal,
        minutes=round(len(proposal.picks) * pace / 60_000),
        readiness=readiness(desk.catalog.syllabus, first_attempts(days)),
        worth=_worth(desk, objectives),
        days=days,
        open=sittings[0] if sittings else None,
        questions=len(desk.catalog.entries),
        met=sum(entry.id in states for entry in desk.catalog.entries),
    )


def milliseconds_an_answer(days: Sequence[DayTotal]) -> float:
    """The learner's own pace, or the usual one until there are enough answers."""
    answers = sum(total.answers for total in days)
    if answers < FEWEST_FOR_PACE:
        return USUAL_MS
    return max(10_000.0, sum(total.milliseconds for total in days) / answers)


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
