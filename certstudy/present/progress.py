"""From the use case to the Progress screen: share right by area, mock scores, days studied, objectives known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from certstudy.core.moment import date_of
from certstudy.core.readiness import Estimate, another_form
from certstudy.core.record import ObjectiveTotal
from certstudy.core.streak import FEWEST_ANSWERS, FEWEST_MS, DayWork, streak, work_by_day
from certstudy.core.syllabus import Objective, Syllabus
from certstudy.present.areas import area_tag
from certstudy.present.chart import (
    ActivityYear,
    CoverageArea,
    CoverageGroup,
    DayCell,
    ObjectiveSeat,
    ScorePoint,
    Span,
    Trend,
    TrendPoint,
)
from certstudy.present.empty import EmptyView
from certstudy.present.results import result_rows
from certstudy.present.words import (
    _,
    long_month,
    minutes,
    month,
    ngettext,
    number,
    short_date,
    weekday,
)
from certstudy.study.mock_result import MockScore
from certstudy.study.progress import AreaTrend, Overview

WEEKS_BACK = 52
WEEK = 7
RECENT_DAYS = 84
# minutes from which a day is one step darker
RAMP_MINUTES = (0, 15, 30, 60)


@dataclass(frozen=True, slots=True)
class Stat:
    """A figure and what it counts."""

    figure: str
    caption: str


@dataclass(frozen=True, slots=True)
class ProgressView:
    """The whole screen; `no_answers`, `no_mocks` and `no_forecasts` stand in for what cannot be drawn."""

    subtitle: str
    no_answers: EmptyView | None
    trends: tuple[Trend, ...]
    tick: float
    mocks: tuple[ScorePoint, ...]
    no_mocks: EmptyView | None
    forecasts: tuple[ScorePoint, ...]
    no_forecasts: EmptyView | None
    results: str
    retake: str
    pass_mark: float
    activity: ActivityYear
    stats: tuple[Stat, ...]
    rule: str
    objectives: str
    objectives_aside: str
    coverage: tuple[CoverageArea, ...]


def progress_view(syllabus: Syllabus, seen: Overview) -> ProgressView:
    """Lay out what the use case read."""
    work = work_by_day(seen.days)
    exam = syllabus.exam
    total = len(syllabus.objectives)
    return ProgressView(
        subtitle=_subtitle(seen),
        no_answers=None if seen.answers else _no_answers(),
        trends=tuple(_trend(syllabus, trend, seen.today) for trend in seen.trends.areas),
        tick=100 * exam.score_to_pass / exam.score_max,
        mocks=_mocks(syllabus, seen),
        no_mocks=None if seen.mocks else _no_mocks(),
        forecasts=tuple(_forecast(end, Span(*score), seen.today) for end, score in seen.trends.scores),
        results=_results(seen),
        retake=_("Plan the next attempt") if seen.retake is not None else "",
        no_forecasts=None if seen.trends.scores else _no_forecasts(seen.readiness.missing),
        pass_mark=exam.score_to_pass,
        activity=_activity(work, seen.today),
        stats=_stats(work, seen.today),
        rule=_("A day counts from {answers} answers or {time} on.").format(
            answers=FEWEST_ANSWERS, time=minutes(FEWEST_MS / 60_000)
        ),
        objectives=ngettext("{n} objective", "{n} objectives", total).format(n=total),
        objectives_aside=_met(syllabus, seen),
        coverage=_coverage(syllabus, seen),
    )


def _no_answers() -> EmptyView:
    return EmptyView(
        _("No answers yet"), _("Your progress gathers here as you practise."), _("Go to today's session")
    )


def _no_mocks() -> EmptyView:
    return EmptyView(
        _("No mock exam yet"),
        _("Each one adds its score here, with the range around it."),
        _("Set up a mock exam"),
    )


def _no_forecasts(missing: int) -> EmptyView:
    text = ngettext("{n} more first answer is needed.", "{n} more first answers are needed.", missing)
    return EmptyView(_("Not enough evidence yet"), text.format(n=max(1, missing)), _("Go to today's session"))


def _results(seen: Overview) -> str:
    """The real results that count, or why to enter one."""
    held = result_rows(reported.result for reported in seen.standing.results)
    if not held:
        return _(
            "Practice often flatters. A real result, or an official practice assessment, shows by how much."
        )
    words = "\n".join(row.words for row in held)
    return _("Counted in:") + "\n" + words


def _forecast(day: int, span: Span, today: int) -> ScorePoint:
    return ScorePoint(day, span, _day_label(day, today), predicted=True)


def _subtitle(seen: Overview) -> str:
    if not seen.answers:
        return ""
    since = date_of(seen.since)
    day = f"{since.day} {long_month(since)}"
    if since.year != date_of(seen.today).year:
        day = f"{day} {since.year}"
    text = ngettext("{n} answer since {day}", "{n} answers since {day}", seen.answers)
    return text.format(n=number(seen.answers), day=day)


def _trend(syllabus: Syllabus, trend: AreaTrend, today: int) -> Trend:
    tag = area_tag(syllabus, syllabus.area(trend.area))
    points = tuple(_trend_point(day, estimate, today) for day, estimate in trend.weeks)
    return Trend(tag, points, "" if points else _("no answers yet"))


def _trend_point(day: int, estimate: Estimate, today: int) -> TrendPoint:
    span = Span(100 * estimate.low, 100 * estimate.mean, 100 * estimate.high)
    rests = ngettext("{n} first answer so far", "{n} first answers so far", estimate.answers)
    return TrendPoint(day, span, _day_label(day, today), rests.format(n=number(estimate.answers)))


def _mocks(syllabus: Syllabus, seen: Overview) -> tuple[ScorePoint, ...]:
    """Scores of the exams sat and, once there are any, what the record predicts for the day of the exam."""
    points = tuple(_mock(syllabus, mock, seen.today) for mock in seen.mocks)
    forecast, exam = seen.readiness.forecast, seen.exam_date
    if not points or forecast is None or exam is None or exam.toordinal() <= seen.today:
        return points
    span = Span(forecast.low, forecast.mean, forecast.high)
    return (*points, ScorePoint(exam.toordinal(), span, short_date(exam), predicted=True))


def _mock(syllabus: Syllabus, mock: MockScore, today: int) -> ScorePoint:
    sitting = mock.sitting
    day = (sitting.closed or sitting.opened).day
    low, high = another_form(syllabus, mock.points, mock.out_of, len(sitting.form))
    return ScorePoint(day, Span(low, mock.scaled, high), _day_label(day, today), id=str(sitting.id))


def _activity(work: Mapping[int, DayWork], today: int) -> ActivityYear:
    """Whole weeks from Monday, the present one last and only up to today."""
    first = date_of(today) - timedelta(days=date_of(today).weekday() + WEEK * (WEEKS_BACK - 1))
    days = range(first.toordinal(), today + 1)
    cells = tuple(_cell(day, day - first.toordinal(), work.get(day, DayWork()), today) for day in days)
    now = streak(work, today)
    row = ngettext("{n} day in a row", "{n} days in a row", now.current).format(n=now.current)
    counted = ngettext("{n} day studied in all", "{n} days studied in all", now.days).format(n=now.days)
    return ActivityYear(
        weeks=WEEKS_BACK,
        cells=cells,
        months=tuple(_months(first)),
        weekdays=tuple(weekday(first + timedelta(days=i))[:1] if i in (0, 2, 4) else "" for i in range(WEEK)),
        least="0",
        most=minutes(RAMP_MINUTES[-1]),
        summary=f"{counted}, {row}",
    )


def _cell(day: int, place: int, done: DayWork, today: int) -> DayCell:
    when = date_of(day)
    spent = done.milliseconds / 60_000
    title = f"{weekday(when)} {short_date(when)}"
    lines: tuple[str, ...] = (title, _("nothing answered"))
    if done.answers:
        count = ngettext("{n} answer, {time}", "{n} answers, {time}", done.answers)
        lines = (title, count.format(n=number(done.answers), time=minutes(spent)))
        if not done.counts:
            lines += (_("too little to count as a day"),)
    values = (when.isoformat(), str(done.answers), str(round(spent)))
    return DayCell(place // WEEK, place % WEEK, _step(done, spent), lines, values, day == today)


def _step(done: DayWork, spent: float) -> int:
    """0 for a day that does not count, else 1 to 4 by minutes."""
    return sum(spent >= least for least in RAMP_MINUTES) if done.counts else 0


def _months(first: date) -> list[tuple[int, str]]:
    """Each month's name at the first week that begins in it."""
    names: list[tuple[int, str]] = []
    for week in range(WEEKS_BACK):
        monday = first + timedelta(days=WEEK * week)
        if not names or names[-1][1] != month(monday):
            names.append((week, month(monday)))
    return names


def _stats(work: Mapping[int, DayWork], today: int) -> tuple[Stat, ...]:
    now = streak(work, today)
    recent = [done for day, done in work.items() if today - RECENT_DAYS < day <= today and done.counts]
    spent = sum(done.milliseconds for done in recent) / 60_000
    studied = ngettext("{n} day", "{n} days", len(recent)).format(n=len(recent))
    return (
        Stat(
            ngettext("{n} day", "{n} days", now.current).format(n=now.current),
            _("in a row, longest {n}").format(n=now.longest),
        ),
        Stat(studied, _("of the last {n}").format(n=RECENT_DAYS)),
        Stat(minutes(spent / len(recent)) if recent else minutes(0), _("on a day with practice")),
    )


def _met(syllabus: Syllabus, seen: Overview) -> str:
    met = sum(bool(total.met) for id_, total in seen.objectives.items() if syllabus.has_objective(id_))
    text = _("{met} met; the fuller, the more of its questions you last got right")
    return text.format(met=met)


def _coverage(syllabus: Syllabus, seen: Overview) -> tuple[CoverageArea, ...]:
    return tuple(
        CoverageArea(
            area_tag(syllabus, area),
            tuple(
                CoverageGroup(group.short_title, tuple(_seat(o, seen) for o in group.objectives))
                for group in area.groups
            ),
        )
        for area in syllabus.areas
    )


def _seat(objective: Objective, seen: Overview) -> ObjectiveSeat:
    held = seen.objectives.get(objective.id, ObjectiveTotal(objective.id, 0, 0.0, 0, 0))
    questions = max(seen.questions.get(objective.id, 0), held.met)
    if not questions:
        return ObjectiveSeat("", objective.title, None, _("no questions on it yet"))
    if not held.met:
        text = ngettext("not met yet, {n} question", "not met yet, {n} questions", questions)
        return ObjectiveSeat(objective.id, objective.title, None, text.format(n=questions))
    text = ngettext(
        "{known} of {n} question right, {met} met", "{known} of {n} questions right, {met} met", questions
    )
    detail = text.format(known=held.known, n=questions, met=held.met)
    return ObjectiveSeat(objective.id, objective.title, held.known / questions, detail)


def _day_label(day: int, today: int) -> str:
    return _("today") if day == today else short_date(date_of(day))
