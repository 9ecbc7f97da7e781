"""Today's session: how long it is, how it falls on the areas, and why those questions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from certstudy.core.blueprint import Blueprint, feasible
from certstudy.core.ranking import Pick, Reason
from certstudy.core.syllabus import Syllabus
from certstudy.present.areas import area_tag
from certstudy.present.chart import PlanArea, PlanMark
from certstudy.present.paused import paused_banner, resume_words
from certstudy.present.today_view import Line, SessionView
from certstudy.present.words import NARROW, _, minutes, ngettext
from certstudy.study.today import Today

MARKS: Mapping[Reason, PlanMark] = {
    Reason.DUE: "review",
    Reason.FADING: "review",
    Reason.AHEAD: "review",
    Reason.NEW: "new",
    Reason.MISSED: "missed",
    Reason.MISLED: "missed",
}


def session_view(syllabus: Syllabus, today: Today) -> SessionView:
    """The session as the use case proposes it, and the paused practice that goes before it."""
    picks = today.proposal.picks
    reasons = Counter(pick.reason for pick in picks)
    areas = plan_areas(syllabus, picks)
    waiting = None if today.practice is None else paused_banner(today.practice)
    return SessionView(
        detail=_size_of(today),
        areas=areas,
        legend=_legend(reasons),
        lines=_lines(syllabus, today, reasons),
        honest=split_note(today.proposal.blueprint) if picks else "",
        empty="" if picks else _("There are no questions to ask."),
        paused=waiting.sitting if waiting else 0,
        place=f"{waiting.text}, {waiting.detail}" if waiting else "",
        resume="" if today.practice is None else resume_words(today.practice),
    )


def split_note(plan: Blueprint) -> str:
    """Why a session of the mix does not match the weight ranges by itself; "" where it does."""
    if plan.in_range:
        return ""
    if any(plan.short):
        return _("An area has too few questions for its share.")
    if feasible(plan.ranges, plan.n):
        return _("Earlier answers shift the split; over the days the totals match the weight ranges.")
    return _("This number has no exact split; over the days the totals match the weight ranges.")


def plan_areas(syllabus: Syllabus, picks: Iterable[Pick]) -> tuple[PlanArea, ...]:
    """The seats of chosen questions by area, reviews first."""
    order = list(MARKS)
    by_area: dict[str, list[Reason]] = defaultdict(list)
    for pick in picks:
        by_area[pick.entry.area].append(pick.reason)
    return tuple(
        PlanArea(
            area_tag(syllabus, area),
            tuple(MARKS[reason] for reason in sorted(by_area[area.id], key=order.index)),
        )
        for area in syllabus.areas
        if by_area[area.id]
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
