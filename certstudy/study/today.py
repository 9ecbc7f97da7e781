"""Today: what to do now, whether one is ready, and what is worth most next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from certstudy.core.blueprint import weight_ranges, weights
from certstudy.core.exam_plan import PlannedDay, questions_in
from certstudy.core.moment import date_of
from certstudy.core.preferences import Preferences
from certstudy.core.prospect import Prospect
from certstudy.core.readiness import Readiness
from certstudy.core.record import DayTotal, ObjectiveTotal, SittingKind, SittingRecord
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
# a few quick guesses are no pace for weeks: whoever reads a question and its reasons takes at least this long,
# and a plan by a shorter time would ask for hundreds of questions an evening
QUICKEST_MS = USUAL_MS / 3
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
class Share:
    """What the plan has for today beside a mock exam, and how many questions were answered today."""

    questions: int
    minutes: int
    done: int

    @property
    def left(self) -> int:
        """The questions still to be answered today."""
        return max(0, self.questions - self.done)


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the Today screen answers with; `first` counts first attempts, `results` those entered.

    `coming` are the days to the exam, `missed` minutes of lately, `renewable` the last day of an open
    renewal window; `retake` is the attempt after a failed one; `helps` is empty until there is a forecast.
    `planned` is None on a day without study in the plan. `open` is the paused sitting that weighs most, a mock exam
    before practice, and `practice` the latest paused practice.
    """

    day: int
    preferences: Preferences
    days_left: int | None
    coming: tuple[PlannedDay, ...]
    missed: int
    proposal: Proposal
    minutes: int
    planned: Share | None
    readiness: Readiness
    first: int
    results: int
    helps: tuple[Prospect, ...]
    worth: tuple[Worth, ...]
    days: tuple[DayTotal, ...]
    open: SittingRecord | None
    practice: SittingRecord | None
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
    coming = _coming(desk, preferences, days)
    proposal = session(desk, minutes)
    sittings = paused(desk)
    practice = _latest(sittings, SittingKind.PRACTICE)
    where = standing(desk)
    objectives, states = desk.history.objectives(), desk.history.states()
    return Today(
        day=now.day,
        preferences=preferences,
        days_left=_days_left(preferences.exam_date, date_of(now.day)),
        coming=coming,
        missed=minutes_missed(preferences, days, now.day),
        proposal=proposal,
        minutes=round(len(proposal.picks) * pace / 60_000),
        planned=_share(desk, coming, days, pace),
        readiness=where.readiness,
        first=sum(where.stage.answers.values()),
        results=len(where.results),
        helps=what_helps(desk, where, pace),
        worth=_worth(desk, objectives),
        days=days,
        open=_latest(sittings, SittingKind.MOCK) or practice,
        practice=practice,
        renewable=open_until(desk),
        retake=next_attempt(desk),
        questions=len(desk.catalog.entries),
        met=sum(entry.id in states for entry in desk.catalog.entries),
    )


def session(desk: Desk, minutes: int | None = None) -> Proposal:
    """The day's session alone, as `look` shows it; it takes a fraction of the time."""
    today, preferences, days = desk.now().day, desk.history.preferences(), desk.history.days()
    pace = milliseconds_an_answer(days)
    size = _size(desk, preferences, days, pace) if minutes is None else _that_fit(minutes, pace)
    return propose(desk, Request(Mode.MIX, size), seed=today)


def milliseconds_an_answer(days: Sequence[DayTotal]) -> float:
    """The learner's own pace within reason, or the usual one until there are enough answers."""
    if not pace_is_known(days):
        return USUAL_MS
    answers = sum(total.answers for total in days)
    return max(QUICKEST_MS, sum(total.milliseconds for total in days) / answers)


def pace_is_known(days: Sequence[DayTotal]) -> bool:
    """Whether there are enough answers to speak of the learner's own pace."""
    return sum(total.answers for total in days) >= FEWEST_FOR_PACE


def _coming(desk: Desk, preferences: Preferences, days: Sequence[DayTotal]) -> tuple[PlannedDay, ...]:
    """The days to the exam as the plan has them."""
    return with_rehearsals(desk, days_to_exam(preferences, days, desk.now().day))


def _share(desk: Desk, coming: Sequence[PlannedDay], days: Sequence[DayTotal], pace: float) -> Share | None:
    """Today's part of the plan by the plan's own count."""
    if not coming or not coming[0].minutes:
        return None
    today = coming[0]
    questions = min(len(desk.catalog.entries), questions_in(today.mix_minutes, pace / 1000))
    done = sum(total.answers for total in days if total.day == today.day)
    return Share(questions, today.mix_minutes, done)


def _latest(sittings: Sequence[SittingRecord], kind: SittingKind) -> SittingRecord | None:
    return next((sitting for sitting in sittings if sitting.kind is kind), None)


def _size(desk: Desk, preferences: Preferences, days: Sequence[DayTotal], pace: float) -> int:
    """The usual size, or what is left of the day's plan; a day without study offers a short one."""
    coming = _coming(desk, preferences, days)
    planned = _share(desk, coming, days, pace)
    if planned is not None and planned.left:
        return min(preferences.session_size, planned.left)
    if coming and planned is None:
        return SMALLEST
    meant = preferences.minutes_on(date_of(desk.now().day))
    return min(preferences.session_size, _that_fit(meant, pace))


def _that_fit(minutes: float, pace: float) -> int:
    return max(SMALLEST, questions_in(minutes, pace / 1000))


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
