"""From where the learner stands on the path to the Certification screen and the calendar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from certstudy.core.certification import Change, ChangeKind, Edition, Held, Prerequisite
from certstudy.core.syllabus import Syllabus
from certstudy.present.areas import area_tag
from certstudy.present.calendar import Event
from certstudy.present.chart import AreaTag
from certstudy.present.links import link_title
from certstudy.present.time_line import TimeLineView, time_line
from certstudy.present.words import _, full_date, ngettext
from certstudy.study.certification import CertificationStatus

StepState = Literal["done", "now", "ahead", "late"]

# days before a window opens, and before its end
OPENING_REMINDERS = (0,)
EXPIRY_REMINDERS = (60, 14, 2)


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of the path."""

    title: str
    detail: str
    state: StepState
    link: str = ""


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


def certification_view(syllabus: Syllabus, status: CertificationStatus) -> CertificationView:
    """Lay out where the learner stands."""
    path = status.certification
    subtitle = _("Skills measured as of {day}. Valid for {months} months, then renewed.")
    count = ngettext("Practise this {n} question", "Practise these {n} questions", status.renewal)
    return CertificationView(
        title=path.title,
        subtitle=subtitle.format(day=full_date(status.edition.day), months=path.validity_months),
        line=time_line(status),
        steps=tuple(_steps(syllabus, status)),
        changes_title=_changes_title(status),
        changes_aside=_changes_aside(syllabus, status),
        changes=tuple(_change(syllabus, status, change) for change in status.changes),
        notes=tuple(_notes(status)),
        practise=count.format(n=status.renewal) if status.renewal else "",
        links=tuple((link_title(title, url), url) for title, url in path.links),
    )


def certification_events(syllabus: Syllabus, status: CertificationStatus) -> tuple[Event, ...]:
    """Exam, openings of renewal windows and days of expiry, with reminders."""
    return tuple(_events(syllabus, status))


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
    changed = (f"{change_word(change.kind)}: {change.title}" for change in edition.changes)
    # one change may touch several objectives
    lines = list(dict.fromkeys(changed))
    lines += [_("No longer measured: {name}").format(name=name) for name in edition.dropped]
    return tuple(lines or [_("No change is recorded.")])


def _events(syllabus: Syllabus, status: CertificationStatus) -> Iterator[Event]:
    code, kept = syllabus.exam.code, status.preferences
    if kept.exam_date is not None and kept.passed is None and kept.exam_date >= status.today:
        yield Event(f"exam-{code}", kept.exam_date, _("Exam {exam}").format(exam=code), reminders=(7, 1))
    if status.prerequisite is not None and status.prerequisite_held is not None:
        yield from _renewal_events(
            status.prerequisite.code, status.prerequisite.title, status.prerequisite_held
        )
    if status.mine is not None:
        yield from _renewal_events(code, status.certification.title, status.mine)


def _renewal_events(code: str, title: str, held: Held) -> Iterator[Event]:
    opens, ends = _("{title}: renewal opens"), _("{title}: last day to renew")
    until = _("Open until {day}.").format(day=full_date(held.until))
    yield Event(f"renewal-{code}", held.opens, opens.format(title=title), until, OPENING_REMINDERS)
    yield Event(f"expiry-{code}", held.until, ends.format(title=title), reminders=EXPIRY_REMINDERS)


def _steps(syllabus: Syllabus, status: CertificationStatus) -> Iterator[StepView]:
    yield _prerequisite_step(status)
    yield _exam_step(syllabus, status)
    yield _badge_step(status)
    yield from _validity_steps(status)


def _prerequisite_step(status: CertificationStatus) -> StepView:
    if status.prerequisite is None or status.prerequisite_held is None:
        return _prerequisite_to_earn(status.certification.prerequisites, status.today)
    return _held_prerequisite(status.prerequisite, status.prerequisite_held, status.today)


def _prerequisite_to_earn(prerequisites: Sequence[Prerequisite], today: date) -> StepView:
    names = _(" or ").join(_named(one) for one in prerequisites if not one.retired_on(today))
    sentences = [_("{names}, before or after the exam.").format(names=names)]
    for one in prerequisites:
        if one.retired is not None and one.retired_on(today):
            gone = _("{code} cannot be earned or renewed since {day}.")
            sentences.append(gone.format(code=one.code, day=full_date(one.retired)))
    return StepView(_("Prerequisite"), " ".join(sentences), "now" if names else "ahead")


def _held_prerequisite(first: Prerequisite, held: Held, today: date) -> StepView:
    title, name = _("Prerequisite"), _named(first)
    if held.lapsed_on(today):
        words = _("{name}, expired on {day}.").format(name=name, day=full_date(held.until))
        return StepView(title, words, "late")
    detail = _("{name}, since {since}, valid to {day}.")
    words = detail.format(name=name, since=full_date(held.since), day=full_date(held.until))
    if not first.renewable(held):
        words += " " + _("It can no longer be renewed.")
    elif held.open_on(today):
        words += " " + _("Its renewal is open.")
    return StepView(title, words, "done")


def _named(prerequisite: Prerequisite) -> str:
    return f"{prerequisite.title} ({prerequisite.code})"


def _exam_step(syllabus: Syllabus, status: CertificationStatus) -> StepView:
    title, kept = _("Exam {exam}").format(exam=syllabus.exam.code), status.preferences
    if kept.passed is not None:
        return StepView(title, _("Passed on {day}.").format(day=full_date(kept.passed)), "done")
    if kept.exam_date is None:
        return StepView(title, _("No date yet."), "now")
    if kept.exam_date < status.today:
        detail = _("Was on {day}. Enter the result when you have it.").format(day=full_date(kept.exam_date))
        return StepView(title, detail, "now")
    return StepView(title, _("On {day}.").format(day=full_date(kept.exam_date)), "now")


def _badge_step(status: CertificationStatus) -> StepView:
    if status.preferences.badge:
        detail = _("Anyone can verify it at this link.")
        return StepView(_("Badge"), detail, "done", status.preferences.badge)
    detail = _("Enter its verification link once it is issued.")
    return StepView(_("Badge"), detail, "now" if status.mine is not None else "ahead")


def _validity_steps(status: CertificationStatus) -> Iterator[StepView]:
    path, held, certain = (
        status.certification,
        status.mine or status.expected,
        status.mine is not None,
    )
    if held is None:
        years = _("{months} months after the pass.").format(months=path.validity_months)
        yield StepView(_("Expiry"), years, "ahead")
        opens = _("From {months} months before.").format(months=path.window_months)
        yield StepView(_("Renewal"), f"{opens} {path.renewal} {path.lapse}", "ahead")
        return
    lapsed = certain and held.lapsed_on(status.today)
    expiry = _("Expiry, {day}").format(day=full_date(held.until))
    detail = (
        _("Expired.")
        if lapsed
        else _("If you pass on the day planned.")
        if not certain
        else _left(held, status)
    )
    yield StepView(expiry, detail, "late" if lapsed else "ahead")
    renewal = _("Renewal, from {day}").format(day=full_date(held.opens))
    is_open = certain and held.open_on(status.today)
    words = f"{path.renewal} {path.lapse}"
    yield StepView(
        renewal,
        _("Open now. {words}").format(words=words) if is_open else words,
        "now" if is_open else "ahead",
    )


def _left(held: Held, status: CertificationStatus) -> str:
    days = (held.until - status.today).days
    return ngettext("{n} day left.", "{n} days left.", days).format(n=days)


def _changes_title(status: CertificationStatus) -> str:
    if status.preferences.passed is None:
        return _("Changed on {day}").format(day=full_date(status.edition.day))
    return _("Changed since you passed")


def _changes_aside(syllabus: Syllabus, status: CertificationStatus) -> str:
    count = _("{n} of {total} objectives").format(n=len(status.changes), total=len(syllabus.objectives))
    if status.preferences.passed is not None:
        return count
    weights = _("weights changed") if status.edition.weights else _("weights unchanged")
    return f"{count}, {weights}"


def _change(syllabus: Syllabus, status: CertificationStatus, change: Change) -> ChangeRow:
    n = status.questions.get(change.objective, 0)
    return ChangeRow(
        area=area_tag(syllabus, syllabus.area_of(change.objective)),
        title=change.title,
        detail=change.detail,
        kind=change_word(change.kind),
        questions=ngettext("{n} question", "{n} questions", n).format(n=n),
        objective=change.objective,
    )


def _notes(status: CertificationStatus) -> Iterator[str]:
    if not status.changes:
        yield _("Nothing has changed in the outline since you passed.")
    dropped = [name for edition in status.certification.editions for name in edition.dropped]
    if dropped:
        text = _("No longer measured: {names}. Older material still teaches them.")
        yield text.format(names=", ".join(dropped))
    if status.revised:
        text = ngettext(
            "{n} question reads otherwise than when you last answered it.",
            "{n} questions read otherwise than when you last answered them.",
            status.revised,
        )
        yield text.format(n=status.revised)
