"""Progress: what the record says about each area, day, objective and mock exam."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from certstudy.core.readiness import Estimate, FirstAttempts, Readiness, readiness, share_right
from certstudy.core.record import DayTotal, ObjectiveTotal
from certstudy.core.syllabus import Syllabus
from certstudy.study.desk import Desk
from certstudy.study.mock_exam import MockScore, scores

WEEK = 7


@dataclass(frozen=True, slots=True)
class AreaTrend:
    """Share right on first attempts, week by week: (last day of the week, estimate), oldest first."""

    area: str
    weeks: tuple[tuple[int, Estimate], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the progress screen draws; `days` are totals per day and area, `questions` counts per objective."""

    today: int
    since: int
    exam_date: date | None
    answers: int
    readiness: Readiness
    trends: tuple[AreaTrend, ...]
    mocks: tuple[MockScore, ...]
    days: tuple[DayTotal, ...]
    objectives: Mapping[str, ObjectiveTotal]
    questions: Mapping[str, int]


def overview(desk: Desk, weeks: int) -> Overview:
    """Read the record as the progress screen shows it, with trends over that many weeks."""
    today = desk.now().day
    days = tuple(desk.history.days())
    questions: dict[str, int] = defaultdict(int)
    for entry in desk.catalog.entries:
        questions[entry.objective] += 1
    return Overview(
        today=today,
        since=min((total.day for total in days), default=today),
        exam_date=desk.history.preferences().exam_date,
        answers=sum(total.answers for total in days),
        readiness=readiness(desk.catalog.syllabus, first_attempts(days)),
        trends=trends(desk.catalog.syllabus, days, today, weeks),
        mocks=tuple(scores(desk)),
        days=days,
        objectives=desk.history.objectives(),
        questions=questions,
    )


def first_attempts(days: Iterable[DayTotal]) -> dict[str, FirstAttempts]:
    """First attempts per area over all the days given."""
    answers: dict[str, int] = defaultdict(int)
    credit: dict[str, float] = defaultdict(float)
    for total in days:
        answers[total.area] += total.first_answers
        credit[total.area] += total.first_credit
    return {area: FirstAttempts(answers[area], credit[area]) for area in answers}


def trends(syllabus: Syllabus, days: Iterable[DayTotal], today: int, weeks: int) -> tuple[AreaTrend, ...]:
    """For each area the estimate as it stood at the end of each of the last weeks, from all answers until then."""
    by_area: dict[str, list[DayTotal]] = defaultdict(list)
    for total in days:
        by_area[total.area].append(total)
    ends = [today - WEEK * back for back in range(weeks - 1, -1, -1)]
    return tuple(AreaTrend(area.id, _trend(by_area[area.id], ends)) for area in syllabus.areas)


def _trend(days: list[DayTotal], ends: list[int]) -> tuple[tuple[int, Estimate], ...]:
    """One pass over the days, which come in order."""
    rows: list[tuple[int, Estimate]] = []
    answers, credit, place = 0, 0.0, 0
    for end in ends:
        while place < len(days) and days[place].day <= end:
            answers += days[place].first_answers
            credit += days[place].first_credit
            place += 1
        if answers:
            rows.append((end, share_right(FirstAttempts(answers, credit))))
    return tuple(rows)
