"""From the use case to the Today screen: what now, am I ready, what is worth most next."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from statistics import NormalDist

from certstudy.core.moment import date_of
from certstudy.core.preferences import Preferences
from certstudy.core.readiness import Estimate, Forecast, Readiness
from certstudy.core.record import DayTotal, SittingKind, SittingRecord
from certstudy.core.selection import Pick, Reason
from certstudy.core.syllabus import Area, Syllabus
from certstudy.present.chart import AreaSpan, AreaTag, DayBar, PlanArea, PlanMark, ScoreDensity, Span
from certstudy.present.today_view import (
    BannerView,
    Line,
    RailView,
    ReadinessView,
    SessionView,
    TodayView,
    WorthRow,
)
from certstudy.present.words import (
    NARROW,
    _,
    clock,
    long_date,
    minutes,
    ngettext,
    percent,
    percent_range,
    short_date,
    source_title,
)
from certstudy.study.today import Today

DAYS_BACK = 14
DAYS_AHEAD = 28
DENSITY_POINTS = 110
MARKS: Mapping[Reason, PlanMark] = {
    Reason.DUE: "review",
    Reason.AHEAD: "review",
    Reason.NEW: "new",
    Reason.MISSED: "missed",
}


def today_view(syllabus: Syllabus, today: Today) -> TodayView:
    """Lay out what the use case found."""
    day = date_of(today.day)
    return TodayView(
        rail=rail_view(syllabus, today.preferences.exam_date, today.days_left),
        title=_title(today.days_left),
        subtitle=_subtitle(day, today.preferences.exam_date),
        banner=paused_banner(today.open),
        session=_session(syllabus, today),
        readiness=readiness_view(syllabus, today.readiness),
        worth=tuple(_worth(syllabus, today)),
        days=_day_bars(today),
        goal=today.preferences.minutes_a_day,
        pace=_pace(today.days, today.day, today.preferences),
    )


def area_tags(syllabus: Syllabus) -> tuple[AreaTag, ...]:
    """The badges of all areas in syllabus order."""
    return tuple(area_tag(syllabus, area) for area in syllabus.areas)


def area_tag(syllabus: Syllabus, area: Area) -> AreaTag:
    """The badge of an area."""
    return AreaTag(syllabus.areas.index(area), area.code, area.short_title)


def plan_areas(syllabus: Syllabus, picks: Iterable[Pick]) -> tuple[PlanArea, ...]:
    """The seats of chosen questions by area, reviews first."""
    order = list(MARKS)
    by_area: dict[str, list[Reason]] = defaultdict(list)
    for pick in picks:
        by_area[pick.entry.area].append(pick.reason)
    return tuple(
        PlanArea(area_tag(syllabus, area), _marks(by_area[area.id], order))
        for area in syllabus.areas
        if by_area[area.id]
    )


def rail_view(syllabus: Syllabus, exam: date | None, left: int | None) -> RailView:
    """The head of the navigation rail."""
    shares = tuple((area.weight.low + area.weight.high) / 2 for area in syllabus.areas)
    detail = _("No exam date")
    if exam is not None and left is not None:
        days = ngettext("{n} day", "{n} days", left).format(n=left)
        detail = f"{short_date(exam)} · {days}" if left >= 0 else short_date(exam)
    return RailView(syllabus.exam.code, detail, area_tags(syllabus), shares)


def readiness_view(syllabus: Syllabus, readiness: Readiness) -> ReadinessView:
    """The readiness card, with or without enough evidence."""
    rows = tuple(_area_span(syllabus, area, readiness.areas[area.id]) for area in syllabus.areas)
    forecast = readiness.forecast
    if forecast is None:
        text = ngettext(
            "{n} more first answer needed before a chance to pass can be named.",
            "{n} more first answers needed before a chance to pass can be named.",
            readiness.missing,
        )
        return ReadinessView("", "", None, text.format(n=readiness.missing), rows, _why_not_yet())
    sentence = _("8 in 10 such exams would score {low} to {high}.")
    return ReadinessView(
        figure=str(round(100 * forecast.p_pass)),
        range=_("likely {range}").format(range=percent_range(forecast.p_low, forecast.p_high)),
        density=score_density(forecast, syllabus.exam.score_to_pass, syllabus.exam.score_max),
        sentence=sentence.format(low=round(forecast.low), high=round(forecast.high)),
        rows=rows,
        why=_why(forecast),
    )


def score_density(forecast: Forecast, to_pass: int, highest: int) -> ScoreDensity:
    """The forecast as a curve over the part of the scale that carries it."""
    normal = NormalDist(forecast.mean, forecast.sd)
    low = min(to_pass - 240, forecast.mean - 3.2 * forecast.sd)
    high = min(highest, max(to_pass + 240, forecast.mean + 3.2 * forecast.sd))
    step = (high - low) / (DENSITY_POINTS - 1)
    scores = [low + i * step for i in range(DENSITY_POINTS)]
    points = tuple((score, normal.pdf(score)) for score in scores)
    return ScoreDensity(points, Span(forecast.low, forecast.mean, forecast.high), to_pass)


def minutes_by_day(days: Iterable[DayTotal]) -> Mapping[int, float]:
    """Minutes studied per learner's day over all areas."""
    spent: dict[int, float] = defaultdict(float)
    for total in days:
        spent[total.day] += total.milliseconds / 60_000
    return spent


def _title(left: int | None) -> str:
    if left is None or left < 0:
        return _("Today")
    if left == 0:
        return _("The exam is today")
    return ngettext("{n} day to the exam", "{n} days to the exam", left).format(n=left)


def _subtitle(day: date, exam: date | None) -> str:
    if exam is None:
        text = _("{today}. Set the exam date in the settings, and the days left are counted.")
        return text.format(today=long_date(day))
    text = _("{today}. The exam was on {exam}.") if exam < day else _("{today}. Exam on {exam}.")
    return text.format(today=long_date(day), exam=long_date(exam))


def paused_banner(sitting: SittingRecord | None) -> BannerView | None:
    """What a paused sitting says of itself."""
    if sitting is None:
        return None
    total = len(sitting.form)
    place = _("question {k} of {n}").format(k=min(sitting.index + 1, total), n=total)
    if sitting.kind is SittingKind.MOCK:
        left = clock(max(0, (sitting.limit_ms or 0) - sitting.elapsed_ms))
        detail = _("{place}, {left} left").format(place=place, left=left)
        return BannerView(_("A mock exam is paused"), detail, _("Resume"), sitting.id, mock=True)
    text = _("Practice is paused: {way}").format(way=source_title(sitting.source))
    return BannerView(text, place, _("Resume"), sitting.id, mock=False)


def _session(syllabus: Syllabus, today: Today) -> SessionView:
    picks = today.proposal.picks
    reasons = Counter(pick.reason for pick in picks)
    areas = plan_areas(syllabus, picks)
    count = ngettext("{n} question", "{n} questions", len(picks)).format(n=len(picks))
    honest = ""
    if picks and not today.proposal.blueprint.in_range:
        text = _("{n} questions cannot match every weight range at once; over the days the totals do.")
        honest = text.format(n=len(picks))
    return SessionView(
        detail=_("{count}, about {time}").format(count=count, time=minutes(max(1, today.minutes))),
        areas=areas,
        legend=_legend(reasons),
        lines=_lines(syllabus, today, reasons),
        honest=honest,
        empty="" if picks else _("There are no questions to ask."),
    )


def _marks(reasons: Iterable[Reason], order: list[Reason]) -> tuple[PlanMark, ...]:
    return tuple(MARKS[reason] for reason in sorted(reasons, key=order.index))


def _legend(reasons: Mapping[Reason, int]) -> tuple[tuple[PlanMark, str], ...]:
    review = reasons[Reason.DUE] + reasons[Reason.AHEAD]
    rows: list[tuple[PlanMark, int, str]] = [
        ("review", review, _("{n} to review")),
        ("new", reasons[Reason.NEW], _("{n} new")),
        ("missed", reasons[Reason.MISSED], _("{n} missed lately")),
    ]
    return tuple((mark, text.format(n=count)) for mark, count, text in rows if count)


def _lines(syllabus: Syllabus, today: Today, reasons: Mapping[Reason, int]) -> tuple[Line, ...]:
    seats = today.proposal.blueprint.seats
    largest = max(range(len(seats)), key=lambda i: seats[i], default=0)
    area = syllabus.areas[largest]
    weight = f"{area.weight.low}–{area.weight.high}{NARROW}%"
    met = _("{met} of {n} questions met so far").format(met=today.met, n=today.questions)
    rows = [
        (
            seats[largest],
            _("in {area}").format(area=area.short_title),
            _("{weight} of the exam").format(weight=weight),
        ),
        (reasons[Reason.MISSED], _("missed when last asked"), _("they come first")),
        (reasons[Reason.DUE], _("due for review"), _("a longer gap would let them slip")),
        (reasons[Reason.NEW], _("not seen yet"), met),
        (reasons[Reason.AHEAD], _("ahead of time"), _("to keep the exam's proportions")),
    ]
    return tuple(Line(str(n), what, why) for n, what, why in rows if n)[:4]


def _area_span(syllabus: Syllabus, area: Area, estimate: Estimate) -> AreaSpan:
    tag = area_tag(syllabus, area)
    if not estimate.answers:
        return AreaSpan(tag, None, note=_("no answers yet"))
    low, high = round(100 * estimate.low), round(100 * estimate.high)
    return AreaSpan(
        area=tag,
        span=Span(100 * estimate.low, 100 * estimate.mean, 100 * estimate.high),
        figure=str(round(100 * estimate.mean)),
        range_text=f"{low}–{high}",
        note=ngettext("{n} first answer", "{n} first answers", estimate.answers).format(n=estimate.answers),
    )


def _worth(syllabus: Syllabus, today: Today) -> list[WorthRow]:
    return [
        WorthRow(
            area=area_tag(syllabus, syllabus.area(row.area)),
            title=row.objective.title,
            gain=f"{row.gain:.1f}{NARROW}%",
            scope=row.objective.id,
        )
        for row in today.worth
    ]


def _day_bars(today: Today) -> tuple[DayBar, ...]:
    """Minutes of the last days, and the goal of the days to the exam as far as they fit."""
    spent = minutes_by_day(today.days)
    left = today.days_left if today.days_left is not None and today.days_left >= 0 else None
    ahead = 0 if left is None else min(left, DAYS_AHEAD)
    bars = [
        _day_bar(today, spent.get(today.day + offset, 0.0), offset, left)
        for offset in range(1 - DAYS_BACK, ahead + 1)
    ]
    return tuple(bars)


def _day_bar(today: Today, spent: float, offset: int, left: int | None) -> DayBar:
    day = date_of(today.day) + timedelta(days=offset)
    label = f"{short_date(day)}: {minutes(spent)}"
    if offset == 0:
        return DayBar(spent, label, "today", axis=_("today"))
    if offset < 0:
        return DayBar(spent, label, "done", axis=short_date(day) if offset % 7 == 0 else "")
    if offset == left:
        return DayBar(0.0, _("{day}: exam").format(day=short_date(day)), "exam", axis=_("exam"))
    goal = today.preferences.minutes_a_day
    planned = _("{day}: goal {time}").format(day=short_date(day), time=minutes(goal))
    return DayBar(goal, planned, "planned", axis=short_date(day) if offset % 7 == 0 else "")


def _pace(days: Iterable[DayTotal], today: int, preferences: Preferences) -> str:
    spent = sum(total.milliseconds for total in days if total.day > today - 7) / 60_000
    goal = 7 * preferences.minutes_a_day
    return _("{spent} of {goal} in the last 7 days.").format(spent=minutes(spent), goal=minutes(goal))


def _why_not_yet() -> tuple[str, ...]:
    return (
        _("A chance to pass is named from 20 first answers on, with at least one in each area."),
        _("Repeats do not count here: the exam asks new questions."),
    )


def _why(forecast: Forecast) -> tuple[str, ...]:
    likely = _("The chance to pass is {p}, most likely between {low} and {high}.")
    return (
        _("Each area's share right comes from first answers only, weighted as in the exam."),
        likely.format(p=percent(forecast.p_pass), low=percent(forecast.p_low), high=percent(forecast.p_high)),
        _("The range holds what your answers leave open, the luck of one form, and an unknown cut score."),
        _("How raw points become a scaled score is not published; the map used here is an estimate."),
    )
