"""Progress: what the record says about each area, day, objective and mock exam."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from certstudy.core.readiness import (
    Estimate,
    Readiness,
    answers_missing,
    area_estimates,
    expected_score,
    stage_on,
    standing_on,
)
from certstudy.core.record import DayTotal, ObjectiveTotal
from certstudy.core.syllabus import Syllabus
from certstudy.study.desk import Desk
from certstudy.study.mock_result import MockScore, scores
from certstudy.study.next_attempt import NextAttempt, next_attempt
from certstudy.study.readiness import Standing, standing

WEEK = 7


@dataclass(frozen=True, slots=True)
class AreaTrend:
    """Share right on new questions, week by week: (last day of the week, estimate), oldest first."""

    area: str
    weeks: tuple[tuple[int, Estimate], ...]


@dataclass(frozen=True, slots=True)
class Trends:
    """How areas and forecast came to be what they are.

    `scores` are the 10, 50 and 90 % quantiles of the exam's score, for weeks with enough evidence.
    """

    areas: tuple[AreaTrend, ...]
    scores: tuple[tuple[int, tuple[float, float, float]], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the progress screen draws; `days` are totals per day and area, `questions` counts per objective."""

    today: int
    since: int
    exam_date: date | None
    answers: int
    standing: Standing
    trends: Trends
    mocks: tuple[MockScore, ...]
    days: tuple[DayTotal, ...]
    objectives: Mapping[str, ObjectiveTotal]
    questions: Mapping[str, int]
    retake: NextAttempt | None = None

    @property
    def readiness(self) -> Readiness:
        """What is said today."""
        return self.standing.readiness


def overview(desk: Desk, weeks: int | None) -> Overview:
    """Read the record as the progress screen shows it, with trends over that many weeks or, for None, over all."""
    today = desk.now().day
    days = tuple(desk.history.days())
    since = min((total.day for total in days), default=today)
    where = standing(desk)
    questions: dict[str, int] = defaultdict(int)
    for entry in desk.catalog.entries:
        questions[entry.objective] += 1
    return Overview(
        today=today,
        since=since,
        exam_date=desk.history.preferences().exam_date,
        answers=sum(total.answers for total in days),
        standing=where,
        trends=trends(desk.catalog.syllabus, where, weeks or (today - since) // WEEK + 1),
        mocks=tuple(scores(desk)),
        days=days,
        objectives=desk.history.objectives(),
        questions=questions,
        retake=next_attempt(desk),
    )


def trends(syllabus: Syllabus, where: Standing, weeks: int) -> Trends:
    """What was said of each area and of the exam at the end of each of the last weeks."""
    estimates: list[tuple[int, Mapping[str, Estimate]]] = []
    scores: list[tuple[int, tuple[float, float, float]]] = []
    for end in (where.day - WEEK * back for back in range(weeks - 1, -1, -1)):
        stage = stage_on(where.trajectory, end)
        if stage.answers:
            known = standing_on(syllabus, stage, end, where.results)
            estimates.append((end, area_estimates(syllabus, stage, known)))
            if not answers_missing(syllabus, stage):
                scores.append((end, expected_score(syllabus, known)))
    areas = tuple(AreaTrend(area.id, _weeks(area.id, estimates)) for area in syllabus.areas)
    return Trends(areas, tuple(scores))


def _weeks(
    area: str, estimates: list[tuple[int, Mapping[str, Estimate]]]
) -> tuple[tuple[int, Estimate], ...]:
    """The area's estimates since it was first met."""
    return tuple((end, said[area]) for end, said in estimates if said[area].answers)
