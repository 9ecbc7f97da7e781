"""From the use case to the Today screen: what now, am I ready, what is worth most next."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from certstudy.core.forecast import score_curve
from certstudy.core.mock_plan import FormKind
from certstudy.core.moment import date_of
from certstudy.core.ranking import Pick, Reason
from certstudy.core.readiness import Estimate, Forecast, Readiness
from certstudy.core.record import DayTotal, SittingKind, SittingRecord
from certstudy.core.syllabus import Area, Syllabus
from certstudy.present.chart import AreaSpan, AreaTag, DayBar, PlanArea, PlanMark, ScoreDensity, Span
from certstudy.present.today_view import (
    BannerView,
    HintView,
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
    full_date,
    long_date,
    minutes,
    ngettext,
    number,
    percent,
    percent_range,
    short_date,
    source_title,
)
from certstudy.study.readiness import SPELL_MINUTES
from certstudy.study.today import Today

DAYS_BACK = 14
DAYS_AHEAD = 28
DENSITY_POINTS = 110
HELPFUL = 5
# an offset that is worth a sentence, in log odds
TELLING_OFFSET = 0.25
MARKS: Mapping[Reason, PlanMark] = {
    Reason.DUE: "review",
    Reason.FADING: "review",
    Reason.AHEAD: "review",
    Reason.NEW: "new",
    Reason.MISSED: "missed",
    Reason.MISLED: "missed",
}


def today_view(syllabus: Syllabus, today: Today) -> TodayView:
    """Lay out what the use case found."""
    day = date_of(today.day)
    return TodayView(
        rail=rail_view(syllabus, today.preferences.exam_date, today.days_left),
        title=_title(today.days_left),
        subtitle=_subtitle(day, today.preferences.exam_date, today.renewable),
        banner=paused_banner(today.open),
        hint=_next_attempt(today) or _rehearsal(today),
        session=_session(syllabus, today),
        readiness=readiness_view(syllabus, today.readiness, today.first, today.results),
        worth=_helpful(syllabus, today) or _worth(syllabus, today),
        worth_unit=_worth_unit(syllabus, today),
        days=_day_bars(today),
        goal=today.preferences.minutes_a_day,
        pace=_pace(today),
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


def readiness_view(
    syllabus: Syllabus, readiness: Readiness, first: int = 0, results: int = 0
) -> ReadinessView:
    """The readiness card, with or without enough evidence, after so many first answers and results entered."""
    rows = tuple(_area_span(syllabus, area, readiness.areas[area.id]) for area in syllabus.areas)
    forecast = readiness.forecast
    if forecast is None:
        text = ngettext(
            "{n} more first answer needed before a chance to pass can be named.",
            "{n} more first answers needed before a chance to pass can be named.",
            readiness.missing,
        )
        return ReadinessView("", "", None, text.format(n=readiness.missing), rows, _why_not_yet())
    sentence = _("{chance}. 8 in 10 such exams would score {low} to {high}.")
    return ReadinessView(
        figure=str(round(100 * _not_certain(forecast.p_pass))),
        range=_("likely {range}").format(
            range=percent_range(_not_certain(forecast.p_low), _not_certain(forecast.p_high))
        ),
        density=score_density(forecast, syllabus.exam.score_to_pass, syllabus.exam.score_max),
        sentence=sentence.format(
            chance=chance_words(forecast.p_pass), low=round(forecast.low), high=round(forecast.high)
        ),
        rows=rows,
        why=_why(syllabus, forecast, first, results),
    )


def chance_words(p_pass: float) -> str:
    """A chance to pass in words."""
    steps = (
        (0.95, _("Almost sure to pass")),
        (0.80, _("Very likely to pass")),
        (0.60, _("Likely to pass")),
        (0.40, _("As likely to pass as not")),
        (0.20, _("Unlikely to pass")),
        (0.05, _("Very unlikely to pass")),
    )
    return next((words for least, words in steps if p_pass >= least), _("Almost no chance to pass"))


def chance_shown(chance: float) -> str:
    """A chance to pass in per cent."""
    return percent(_not_certain(chance))


def _not_certain(chance: float) -> float:
    """No exam is passed or failed for certain beforehand."""
    return min(0.99, max(0.01, chance))


def score_density(forecast: Forecast, to_pass: int, highest: int) -> ScoreDensity:
    """The forecast as a curve over the part of the scale that carries it."""
    low = min(to_pass - 240, forecast.mean - 3.2 * forecast.sd)
    high = min(highest, max(to_pass + 240, forecast.mean + 3.2 * forecast.sd))
    step = (high - low) / (DENSITY_POINTS - 1)
    scores = [low + i * step for i in range(DENSITY_POINTS)]
    points = tuple(zip(scores, score_curve(forecast.pieces, forecast.scale, scores), strict=True))
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


def _subtitle(day: date, exam: date | None, renewable: date | None) -> str:
    if renewable is not None:
        text = _("{today}. Your certification can be renewed until {last}.")
        return text.format(today=long_date(day), last=full_date(renewable))
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


def _next_attempt(today: Today) -> HintView | None:
    """The way on after a failed attempt, until its day is set."""
    attempt = today.retake
    if attempt is None or not attempt.open:
        return None
    detail = ""
    if attempt.earliest is not None:
        detail = _("The next may be sat from {day} on").format(day=short_date(attempt.earliest))
    return HintView(_("The last attempt was not passed"), detail, _("Plan the next attempt"), "plan")


def _rehearsal(today: Today) -> HintView | None:
    """The mock exam that the plan has for today, unless one is under way."""
    mock = today.coming[0].mock if today.coming else None
    if mock is None or (today.open is not None and today.open.kind is SittingKind.MOCK):
        return None
    diagnostic = mock.kind is FormKind.DIAGNOSTIC
    size = ngettext("{n} question, {time}", "{n} questions, {time}", mock.questions)
    words = size.format(n=mock.questions, time=minutes(mock.minutes))
    if diagnostic:
        words = _("{size}: it shows where to begin").format(size=words)
    title = _("Today: diagnostic") if diagnostic else _("Today: mock exam")
    return HintView(title, words, _("Set it up"), "mock", mock.kind.value)


def _session(syllabus: Syllabus, today: Today) -> SessionView:
    picks = today.proposal.picks
    reasons = Counter(pick.reason for pick in picks)
    areas = plan_areas(syllabus, picks)
    waiting = paused_banner(today.practice)
    honest = ""
    if picks and not today.proposal.blueprint.in_range:
        text = _("{n} questions cannot match every weight range at once; over the days the totals do.")
        honest = text.format(n=len(picks))
    return SessionView(
        detail=_size_of(today),
        areas=areas,
        legend=_legend(reasons),
        lines=_lines(syllabus, today, reasons),
        honest=honest,
        empty="" if picks else _("There are no questions to ask."),
        paused=waiting.sitting if waiting else 0,
        place=f"{waiting.text}, {waiting.detail}" if waiting else "",
    )


def _size_of(today: Today) -> str:
    """The session's size and time, and what part of the day's plan that is."""
    n, planned = len(today.proposal.picks), today.planned
    time = minutes(max(1, today.minutes))
    if planned is not None and n < planned.questions and planned.left:
        text = _("{n} of today's {all} questions, about {time} of {whole}")
        return text.format(n=n, all=planned.questions, time=time, whole=minutes(planned.minutes))
    text = ngettext("{n} question, about {time}", "{n} questions, about {time}", n)
    if planned is not None and not planned.left:
        text = ngettext(
            "{n} question, about {time}, beyond today's plan",
            "{n} questions, about {time}, beyond today's plan",
            n,
        )
    return text.format(n=n, time=time)


def _marks(reasons: Iterable[Reason], order: list[Reason]) -> tuple[PlanMark, ...]:
    return tuple(MARKS[reason] for reason in sorted(reasons, key=order.index))


def _legend(reasons: Mapping[Reason, int]) -> tuple[tuple[PlanMark, str], ...]:
    review = reasons[Reason.DUE] + reasons[Reason.FADING] + reasons[Reason.AHEAD]
    missed = reasons[Reason.MISSED] + reasons[Reason.MISLED]
    rows: list[tuple[PlanMark, int, str]] = [
        ("review", review, _("{n} to review")),
        ("new", reasons[Reason.NEW], _("{n} new")),
        ("missed", missed, _("{n} missed lately")),
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
        (reasons[Reason.MISLED], _("missed although you were sure"), _("best put right soon")),
        (reasons[Reason.MISSED], _("missed when last asked"), _("they are worth most")),
        (reasons[Reason.DUE], _("due for review"), _("a longer gap would let them slip")),
        (reasons[Reason.NEW], _("not seen yet"), met),
        (
            reasons[Reason.FADING],
            _("remembered now"),
            _("they would fade by the exam")
            if (today.days_left or 0) > 0
            else _("they would fade in a month"),
        ),
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


def _helpful(syllabus: Syllabus, today: Today) -> tuple[WorthRow, ...]:
    """What some time on each group would add to the score."""
    return tuple(
        WorthRow(
            area=area_tag(syllabus, syllabus.area(one.area)),
            title=syllabus.group(one.group).title,
            gain=f"+{max(1, round(one.points))}",
            scope=one.group,
        )
        for one in today.helps[:HELPFUL]
    )


def _worth_unit(syllabus: Syllabus, today: Today) -> str:
    if not today.helps:
        return _("share of the exam still to win")
    text = _("points of {top} for {time}")
    return text.format(top=number(syllabus.exam.score_max), time=minutes(SPELL_MINUTES))


def _worth(syllabus: Syllabus, today: Today) -> tuple[WorthRow, ...]:
    return tuple(
        WorthRow(
            area=area_tag(syllabus, syllabus.area(row.area)),
            title=row.objective.title,
            gain=f"{row.gain:.1f}{NARROW}%",
            scope=row.objective.id,
        )
        for row in today.worth
    )


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
    planned = today.coming[offset] if offset < len(today.coming) else None
    goal = today.preferences.minutes_on(day) if planned is None else planned.minutes
    mock = planned is not None and planned.mock is not None
    words = _("{day}: goal {time}") if goal else _("{day}: day off")
    if mock:
        words = _("{day}: mock exam, {time}")
    label = words.format(day=short_date(day), time=minutes(goal))
    axis = short_date(day) if offset % 7 == 0 else ""
    return DayBar(goal, label, "planned", _("mock") if mock else "", axis)


def _pace(today: Today) -> str:
    """What was done of what was meant, and how what was missed is made up for."""
    week = range(today.day - 6, today.day + 1)
    spent = sum(total.milliseconds for total in today.days if total.day in week) / 60_000
    goal = sum(today.preferences.minutes_on(date_of(day)) for day in week)
    done = _("{spent} of {goal} in the last 7 days.").format(spent=minutes(spent), goal=minutes(goal))
    longer = sum(day.catch_up > 0 for day in today.coming)
    if not longer:
        return done
    text = ngettext(
        "The next evening is longer by up to a quarter to catch up.",
        "The next {n} evenings are longer by up to a quarter to catch up.",
        longer,
    )
    return f"{done} {text.format(n=longer)}"


def _why_not_yet() -> tuple[str, ...]:
    return (
        _("A chance to pass is named from 20 first answers on, with at least one in each area."),
        _("Repeats do not count here: the exam asks new questions."),
    )


def _why(syllabus: Syllabus, forecast: Forecast, first: int, results: int) -> tuple[str, ...]:
    """What the chance rests on, in plain words."""
    rests = ngettext(
        "It rests on {n} first answer: hard questions count for more than easy ones, lucky guesses for less. Repeats"
        " show what you remember, not what you can, so they do not count.",
        "It rests on {n} first answers: hard questions count for more than easy ones, lucky guesses for less. Repeats"
        " show what you remember, not what you can, so they do not count.",
        first,
    )
    likely = _("The chance to pass is {p}; what your answers leave open puts it between {low} and {high}.")
    return tuple(
        sentence
        for sentence in (
            rests.format(n=number(first)),
            _("Each area weighs as much as in the exam, and an area helps to judge the others a little."),
            likely.format(
                p=chance_shown(forecast.p_pass),
                low=chance_shown(forecast.p_low),
                high=chance_shown(forecast.p_high),
            ),
            _(
                "Even somebody known exactly would score differently on another day: the questions differ, guesses"
                " fall well or badly, and nobody outside knows the cut. That is why the range of scores is so wide."
            ),
            _offset_words(forecast, results),
            _(
                "How raw points become a scaled score is not published. The map used here, {score} at about"
                " {cut} right, is an estimate."
            ).format(score=syllabus.exam.score_to_pass, cut=percent(forecast.scale.cut)),
        )
        if sentence
    )


def _offset_words(forecast: Forecast, results: int) -> str:
    """What results entered have taught about the exam itself."""
    if not results:
        return _(
            "Practice often flatters. Enter a real result or an official practice assessment on Progress, and the"
            " forecast learns how much."
        )
    if forecast.offset > TELLING_OFFSET:
        return _(
            "The results you entered say that the exam is harder for you than practice; that is counted in."
        )
    if forecast.offset < -TELLING_OFFSET:
        return _(
            "The results you entered say that the exam is easier for you than practice; that is counted in."
        )
    return _("The results you entered agree with your practice; they are counted in.")
