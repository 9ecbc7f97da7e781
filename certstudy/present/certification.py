"""From where the learner stands on the path to the Certification screen and the calendar."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from certstudy.core.certification import Change, ChangeKind, Edition, Held, Prerequisite
from certstudy.core.syllabus import Syllabus
from certstudy.present.calendar import Event
from certstudy.present.chart import AreaTag
from certstudy.present.links import link_title
from certstudy.present.today import area_tag
from certstudy.present.words import _, full_date, long_month, month, ngettext
from certstudy.study.certification import Standing

Place = Callable[[date], float]
"""Where a day stands on the time line, as a share of its width."""

StepState = Literal["done", "now", "ahead", "late"]

# days before a window opens, and before its end
OPENING_REMINDERS = (0,)
EXPIRY_REMINDERS = (60, 14, 2)
MONTHS_SHOWN = 19
MONTHS_BEFORE = 4


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of the path."""

    title: str
    detail: str
    state: StepState
    link: str = ""


@dataclass(frozen=True, slots=True)
class SpanView:
    """A certification on the time line, in shares of its width; `window` is where renewal is open."""

    title: str
    until: str
    left: float
    right: float
    window: tuple[float, float]
    window_words: str
    certain: bool


@dataclass(frozen=True, slots=True)
class TickView:
    """A first of a month on the time line, as a share of its width."""

    words: str
    at: float
    strong: bool


@dataclass(frozen=True, slots=True)
class TimeLineView:
    """Months from before today to after it, with what is held and the marks of today and the exam."""

    ticks: tuple[TickView, ...]
    spans: tuple[SpanView, ...]
    today: float
    exam: float | None
    exam_words: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A changed objective: its area, what changed, in one word how, and how many questions are on it."""

    area: AreaTag
    title: str
    detail: str
    kind: str
    questions: str
    objective: str


@dataclass(frozen=True, slots=True)
class CertificationView:
    """The screen whole."""

    title: str
    subtitle: str
    line: TimeLineView
    steps: tuple[StepView, ...]
    changes_title: str
    changes_aside: str
    changes: tuple[ChangeRow, ...]
    notes: tuple[str, ...]
    practise: str
    links: tuple[tuple[str, str], ...]


def certification_view(syllabus: Syllabus, standing: Standing) -> CertificationView:
    """Lay out where the learner stands."""
    path = standing.certification
    subtitle = _("Skills measured as of {day}. Valid for {months} months, then renewed.")
    count = ngettext("Practise this {n} question", "Practise these {n} questions", standing.renewal)
    return CertificationView(
        title=path.title,
        subtitle=subtitle.format(day=full_date(standing.edition.day), months=path.validity_months),
        line=_time_line(standing),
        steps=tuple(_steps(syllabus, standing)),
        changes_title=_changes_title(standing),
        changes_aside=_changes_aside(syllabus, standing),
        changes=tuple(_change(syllabus, standing, change) for change in standing.changes),
        notes=tuple(_notes(standing)),
        practise=count.format(n=standing.renewal) if standing.renewal else "",
        links=tuple((link_title(title, url), url) for title, url in path.links),
    )


def certification_events(syllabus: Syllabus, standing: Standing) -> tuple[Event, ...]:
    """Exam, openings of renewal windows and days of expiry, with reminders."""
    return tuple(_events(syllabus, standing))


def change_word(kind: ChangeKind) -> str:
    """What an edition did, in one word."""
    words = {
        ChangeKind.ADDED: _("Added"),
        ChangeKind.REWORDED: _("Reworded"),
        ChangeKind.RENAMED: _("Renamed"),
        ChangeKind.NARROWED: _("Narrowed"),
        ChangeKind.WIDENED: _("Widened"),
        ChangeKind.MOVED: _("Moved"),
    }
    return words[kind]


def edition_lines(edition: Edition) -> tuple[str, ...]:
    """An edition of the outline in lines: its changes and what it dropped."""
    lines = [f"{change_word(change.kind)}: {change.title}" for change in edition.changes]
    lines += [_("No longer measured: {name}").format(name=name) for name in edition.dropped]
    return tuple(lines or [_("No change is recorded.")])


def _events(syllabus: Syllabus, standing: Standing) -> Iterator[Event]:
    code, kept = syllabus.exam.code, standing.preferences
    if kept.exam_date is not None and kept.passed is None and kept.exam_date >= standing.today:
        yield Event(f"exam-{code}", kept.exam_date, _("Exam {exam}").format(exam=code), reminders=(7, 1))
    if standing.prerequisite is not None and standing.prerequisite_held is not None:
        yield from _renewal_events(
            standing.prerequisite.code, standing.prerequisite.title, standing.prerequisite_held
        )
    if standing.mine is not None:
        yield from _renewal_events(code, standing.certification.title, standing.mine)


def _renewal_events(code: str, title: str, held: Held) -> Iterator[Event]:
    opens, ends = _("{title}: renewal opens"), _("{title}: last day to renew")
    until = _("Open until {day}.").format(day=full_date(held.until))
    yield Event(f"renewal-{code}", held.opens, opens.format(title=title), until, OPENING_REMINDERS)
    yield Event(f"expiry-{code}", held.until, ends.format(title=title), reminders=EXPIRY_REMINDERS)


def _steps(syllabus: Syllabus, standing: Standing) -> Iterator[StepView]:
    yield _prerequisite_step(standing)
    yield _exam_step(syllabus, standing)
    yield _badge_step(standing)
    yield from _validity_steps(standing)


def _prerequisite_step(standing: Standing) -> StepView:
    title, first, held = _("Prerequisite"), standing.prerequisite, standing.prerequisite_held
    if first is None or held is None:
        open_ones = [
            p for p in standing.certification.prerequisites if not _is_retired(p.retired, standing.today)
        ]
        names = _(" or ").join(f"{p.title} ({p.code})" for p in open_ones)
        detail = _("{names}, before or after the exam.").format(names=names)
        gone = [p for p in standing.certification.prerequisites if p not in open_ones and p.retired]
        for one in gone:
            retired = _("{code} cannot be earned or renewed since {day}.")
            detail += " " + retired.format(code=one.code, day=full_date(one.retired or standing.today))
        return StepView(title, detail, "now" if names else "ahead")
    name = f"{first.title} ({first.code})"
    if held.lapsed_on(standing.today):
        return StepView(
            title, _("{name}, expired on {day}.").format(name=name, day=full_date(held.until)), "late"
        )
    detail = _("{name}, since {since}, valid to {day}.")
    words = detail.format(name=name, since=full_date(held.since), day=full_date(held.until))
    if first.retired is not None and held.until > first.retired:
        words += " " + _("It can no longer be renewed.")
    elif held.open_on(standing.today):
        words += " " + _("Its renewal is open.")
    return StepView(title, words, "done")


def _is_retired(retired: date | None, today: date) -> bool:
    return retired is not None and retired <= today


def _exam_step(syllabus: Syllabus, standing: Standing) -> StepView:
    title, kept = _("Exam {exam}").format(exam=syllabus.exam.code), standing.preferences
    if kept.passed is not None:
        return StepView(title, _("Passed on {day}.").format(day=full_date(kept.passed)), "done")
    if kept.exam_date is None:
        return StepView(title, _("No date yet."), "now")
    if kept.exam_date < standing.today:
        detail = _("Was on {day}. Enter the result when you have it.").format(day=full_date(kept.exam_date))
        return StepView(title, detail, "now")
    return StepView(title, _("On {day}.").format(day=full_date(kept.exam_date)), "now")


def _badge_step(standing: Standing) -> StepView:
    if standing.preferences.badge:
        detail = _("Anyone can verify it at this link.")
        return StepView(_("Badge"), detail, "done", standing.preferences.badge)
    detail = _("Enter its verification link once it is issued.")
    return StepView(_("Badge"), detail, "now" if standing.mine is not None else "ahead")


def _validity_steps(standing: Standing) -> Iterator[StepView]:
    path, held, certain = (
        standing.certification,
        standing.mine or standing.expected,
        standing.mine is not None,
    )
    if held is None:
        years = _("{months} months after the pass.").format(months=path.validity_months)
        yield StepView(_("Expiry"), years, "ahead")
        opens = _("From {months} months before.").format(months=path.window_months)
        yield StepView(_("Renewal"), f"{opens} {path.renewal} {path.lapse}", "ahead")
        return
    lapsed = certain and held.lapsed_on(standing.today)
    expiry = _("Expiry, {day}").format(day=full_date(held.until))
    detail = (
        _("Expired.")
        if lapsed
        else _("If you pass on the day planned.")
        if not certain
        else _left(held, standing)
    )
    yield StepView(expiry, detail, "late" if lapsed else "ahead")
    renewal = _("Renewal, from {day}").format(day=full_date(held.opens))
    is_open = certain and held.open_on(standing.today)
    words = f"{path.renewal} {path.lapse}"
    yield StepView(
        renewal,
        _("Open now. {words}").format(words=words) if is_open else words,
        "now" if is_open else "ahead",
    )


def _left(held: Held, standing: Standing) -> str:
    days = (held.until - standing.today).days
    return ngettext("{n} day left.", "{n} days left.", days).format(n=days)


def _time_line(standing: Standing) -> TimeLineView:
    first = _first_of_month(standing.today, -MONTHS_BEFORE)
    last = _first_of_month(standing.today, MONTHS_SHOWN - MONTHS_BEFORE)
    whole = (last - first).days

    def at(day: date) -> float:
        return min(1.0, max(0.0, (day - first).days / whole))

    spans = []
    if standing.prerequisite is not None and standing.prerequisite_held is not None:
        spans.append(_prerequisite_span(standing.prerequisite, standing.prerequisite_held, at))
    own, title = standing.mine or standing.expected, standing.certification.title
    if own is not None:
        certain = standing.mine is not None
        spans.append(
            _span(title if certain else _("{title}, if you pass").format(title=title), own, at, certain)
        )
    exam = standing.preferences.exam_date if standing.preferences.passed is None else None
    shown = exam is not None and first <= exam <= last
    return TimeLineView(
        ticks=tuple(_ticks(first, at)),
        spans=tuple(spans),
        today=at(standing.today),
        exam=at(exam) if exam is not None and shown else None,
        exam_words=_("exam, {day}").format(day=_day_month(exam)) if exam is not None else "",
    )


def _prerequisite_span(first: Prerequisite, held: Held, at: Place) -> SpanView:
    """What is held on the way to the exam; one that is retired has no renewal any more."""
    span = _span(first.title, held, at, certain=True)
    if first.retired is None or held.until <= first.retired:
        return span
    return replace(span, window=(span.right, span.right), window_words=_("no renewal any more"))


def _span(title: str, held: Held, at: Place, certain: bool) -> SpanView:
    words = _("renewal {opens} to {until}").format(opens=full_date(held.opens), until=full_date(held.until))
    return SpanView(
        title=title,
        until=_("to {day}").format(day=full_date(held.until)),
        left=at(held.since),
        right=at(held.until),
        window=(at(held.opens), at(held.until)),
        window_words=words,
        certain=certain,
    )


def _ticks(first: date, at: Place) -> Iterator[TickView]:
    for months in range(0, MONTHS_SHOWN, 3):
        day = _first_of_month(first, months)
        january = day.month <= 3 and months > 0
        words = f"{month(day)} {day.year}" if months == 0 or january else month(day)
        yield TickView(words, at(day), january)


def _first_of_month(day: date, months: int) -> date:
    year, place = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, place + 1, 1)


def _day_month(day: date) -> str:
    return f"{day.day} {long_month(day)}"


def _changes_title(standing: Standing) -> str:
    if standing.preferences.passed is None:
        return _("Changed on {day}").format(day=full_date(standing.edition.day))
    return _("Changed since you passed")


def _changes_aside(syllabus: Syllabus, standing: Standing) -> str:
    count = _("{n} of {total} objectives").format(n=len(standing.changes), total=len(syllabus.objectives))
    if standing.preferences.passed is not None:
        return count
    weights = _("weights changed") if standing.edition.weights else _("weights unchanged")
    return f"{count}, {weights}"


def _change(syllabus: Syllabus, standing: Standing, change: Change) -> ChangeRow:
    n = standing.questions.get(change.objective, 0)
    return ChangeRow(
        area=area_tag(syllabus, syllabus.area_of(change.objective)),
        title=change.title,
        detail=change.detail,
        kind=change_word(change.kind),
        questions=ngettext("{n} question", "{n} questions", n).format(n=n),
        objective=change.objective,
    )


def _notes(standing: Standing) -> Iterator[str]:
    if not standing.changes:
        yield _("Nothing has changed in the outline since you passed.")
    dropped = [name for edition in standing.certification.editions for name in edition.dropped]
    if dropped:
        text = _("No longer measured: {names}. Older material still teaches them.")
        yield text.format(names=", ".join(dropped))
    if standing.revised:
        text = ngettext(
            "{n} question reads otherwise than when you last answered it.",
            "{n} questions read otherwise than when you last answered them.",
            standing.revised,
        )
        yield text.format(n=standing.revised)
