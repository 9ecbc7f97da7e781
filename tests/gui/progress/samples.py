"""An overview as a diligent learner's record would give it, built by hand."""

import random
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from certstudy.core.ability import Item
from certstudy.core.moment import Moment
from certstudy.core.readiness import Attempted, readiness, scaled, stage_on, trajectory
from certstudy.core.record import AreaTotal, DayTotal, ObjectiveTotal, SittingKind, SittingRecord
from certstudy.core.syllabus import Syllabus
from certstudy.study.mock_result import MockScore
from certstudy.study.progress import Overview, trends
from certstudy.study.readiness import Standing

TODAY = date(2026, 11, 23).toordinal()
EXAM = date(2026, 12, 19)
FORM = 50
SHARES = (0.80, 0.86, 0.70, 0.62, 0.58)
DAYS = 175


def sample_overview(syllabus: Syllabus, weeks: int = 12) -> Overview:
    """175 days, four mock exams, every fifteenth objective not met; the same on every call."""
    rng = random.Random(400)
    days = tuple(_days(syllabus, rng))
    where = sample_standing(syllabus, days)
    return Overview(
        today=TODAY,
        since=days[0].day,
        exam_date=EXAM,
        answers=sum(total.answers for total in days),
        standing=where,
        trends=trends(syllabus, where, weeks),
        mocks=tuple(
            sample_mock(number, TODAY - back, right)
            for number, (back, right) in enumerate(((57, 29), (36, 32), (15, 33), (0, 36)), start=1)
        ),
        days=days,
        objectives=_objectives(syllabus, rng),
        questions={objective.id: 10 for objective in syllabus.objectives},
    )


def empty_overview(syllabus: Syllabus) -> Overview:
    """The record of someone who has just begun."""
    nothing: Mapping[str, ObjectiveTotal] = {}
    where = sample_standing(syllabus, ())
    return Overview(
        today=TODAY,
        since=TODAY,
        exam_date=None,
        answers=0,
        standing=where,
        trends=trends(syllabus, where, 12),
        mocks=(),
        days=(),
        objectives=nothing,
        questions={objective.id: 10 for objective in syllabus.objectives},
    )


def sample_standing(syllabus: Syllabus, days: Sequence[DayTotal]) -> Standing:
    """The standing that follows from the first attempts of these days."""
    told = trajectory(
        Attempted(total.area, Item(floor=0.15), float(n < total.first_credit), total.day)
        for total in days
        for n in range(total.first_answers)
    )
    return Standing(TODAY, told, (), readiness(syllabus, stage_on(told, TODAY), TODAY))


def sample_mock(number: int, day: int, right: int) -> MockScore:
    """A closed mock exam of fifty questions, one point each."""
    at = Moment(datetime.combine(date.fromordinal(day), datetime.min.time(), UTC).replace(hour=12))
    form = tuple(f"q{place}" for place in range(FORM))
    sitting = SittingRecord(number, SittingKind.MOCK, "mock", number, form, at, 6_000_000, at, 5_000_000, 49)
    score = round(scaled(right / FORM))
    return MockScore(
        sitting, right, FORM, score, score >= 700, (AreaTotal("a0", FORM, right, FORM, 5_000_000),)
    )


def _days(syllabus: Syllabus, rng: random.Random) -> list[DayTotal]:
    rows = []
    for day in range(TODAY - DAYS + 1, TODAY + 1):
        ago = TODAY - day
        if day != TODAY and rng.random() < 0.15 + 0.6 * ago / DAYS:
            continue
        for place, area in enumerate(syllabus.areas):
            answers = rng.randint(1, 3) * (3 if place == 2 else 1) + (3 if ago < 60 else 0)
            first = answers // 2
            share = SHARES[place] - 0.25 * ago / DAYS
            credit = float(sum(rng.random() < share for _ in range(answers)))
            firsts = float(sum(rng.random() < share for _ in range(first)))
            rows.append(DayTotal(day, area.id, answers, credit, answers * 75_000, first, firsts))
    return rows


def _objectives(syllabus: Syllabus, rng: random.Random) -> Mapping[str, ObjectiveTotal]:
    rows = {}
    for place, objective in enumerate(syllabus.objectives):
        if place % 15 != 14:
            met = rng.randint(4, 10)
            known = min(met, round(met * rng.uniform(0.4, 1.15)))
            rows[objective.id] = ObjectiveTotal(objective.id, met + 3, float(known), met, known)
    return rows
