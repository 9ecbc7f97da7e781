"""From the use case to the Today screen: what now, am I ready, what is worth most next."""

from datetime import date

from certstudy.core.mock_plan import FormKind
from certstudy.core.moment import date_of
from certstudy.core.record import SittingKind
from certstudy.core.syllabus import Syllabus
from certstudy.present.areas import area_tag, area_tags
from certstudy.present.day_bars import day_bars, pace_sentence
from certstudy.present.paused import paused_banner
from certstudy.present.readiness import readiness_view
from certstudy.present.session import session_view
from certstudy.present.today_view import HintView, RailView, TodayView, WorthRow
from certstudy.present.words import NARROW, _, full_date, long_date, minutes, ngettext, number, short_date
from certstudy.study.readiness import SPELL_MINUTES
from certstudy.study.today import Today

HELPFUL = 5


def today_view(syllabus: Syllabus, today: Today) -> TodayView:
    """Lay out what the use case found."""
    day = date_of(today.day)
    return TodayView(
        rail=rail_view(syllabus, today.preferences.exam_date, day),
        title=_title(today.days_left),
        subtitle=_subtitle(day, today.preferences.exam_date, today.renewable),
        banner=None if today.open is None else paused_banner(today.open),
        hint=_next_attempt(today) or _rehearsal(today),
        session=session_view(syllabus, today),
        readiness=readiness_view(syllabus, today.readiness, today.first, today.results),
        worth=_helpful(syllabus, today) or _worth(syllabus, today),
        worth_unit=_worth_unit(syllabus, today),
        days=day_bars(today),
        goal=today.preferences.minutes_a_day,
        pace=pace_sentence(today),
        dated=today.preferences.exam_date is not None,
    )


def rail_view(syllabus: Syllabus, exam: date | None, today: date) -> RailView:
    """The head of the navigation rail."""
    shares = tuple((area.weight.low + area.weight.high) / 2 for area in syllabus.areas)
    detail = _("No exam date")
    if exam is not None:
        detail = short_date(exam, today)
        left = (exam - today).days
        if left >= 0:
            detail = f"{detail} · {ngettext('{n} day', '{n} days', left).format(n=number(left))}"
    return RailView(syllabus.exam.code, detail, area_tags(syllabus), shares)


def _title(left: int | None) -> str:
    if left is None or left < 0:
        return _("Today")
    if left == 0:
        return _("The exam is today")
    return ngettext("{n} day to the exam", "{n} days to the exam", left).format(n=number(left))


def _subtitle(day: date, exam: date | None, renewable: date | None) -> str:
    if renewable is not None:
        text = _("{today}. Your certification can be renewed until {last}.")
        return text.format(today=long_date(day), last=full_date(renewable))
    if exam is None:
        text = _("{today}. Set the exam date, and the days left are counted and planned.")
        return text.format(today=long_date(day))
    text = _("{today}. The exam was on {exam}.") if exam < day else _("{today}. Exam on {exam}.")
    return text.format(today=long_date(day), exam=long_date(exam, day))


def _next_attempt(today: Today) -> HintView | None:
    """The way on after a failed attempt, until its day is set."""
    attempt = today.retake
    if attempt is None or not attempt.open:
        return None
    detail = ""
    if attempt.earliest is not None:
        detail = _("The next may be sat from {day} on").format(
            day=short_date(attempt.earliest, date_of(today.day))
        )
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


def _worth_unit(syllabus: Syllabus, today: Today) -> str:
    if not today.helps:
        return _("share of the exam still to win")
    text = _("points of {top} for {time}")
    return text.format(top=number(syllabus.exam.score_max), time=minutes(SPELL_MINUTES))
