"""The set-up of a mock exam: its rules, the audit of the form to be sat, earlier mock exams."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from certstudy.core.form import Audit
from certstudy.core.mock_plan import EXAM_LIKE, FormKind
from certstudy.core.syllabus import ExamFacts, Syllabus
from certstudy.present.areas import area_tags
from certstudy.present.chart import AreaTag
from certstudy.present.instructions import kind_word
from certstudy.present.mock_notice import form_word
from certstudy.present.mock_room import section_kind
from certstudy.present.question import difficulty_word
from certstudy.present.words import (
    MINUTE_MS,
    NARROW,
    _,
    minutes,
    ngettext,
    number,
    percent,
    short_date,
)
from certstudy.study.mock_result import MockScore

# extra time as the exam's owner grants it as an accommodation, in per cent of the usual time
EXTRA_TIME = (25, 50, 100)
# and for an exam that is not offered in the candidate's language
EXTRA_MINUTES = 30

# forms that do not aim at the published ranges, and what to say instead
OFF_BLUEPRINT: Mapping[FormKind, Callable[[], str]] = {
    FormKind.DIAGNOSTIC: lambda: _("Least known areas first; the published ranges do not apply."),
    FormKind.AREA: lambda: _("One area at the exam's difficulty; the published ranges do not apply."),
}


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One area of a form: its seats, their share, and the published range it should lie in."""

    area: AreaTag
    seats: str
    share: str
    range: str
    fits: bool
    name: str


@dataclass(frozen=True, slots=True)
class AuditView:
    """What a form would be made of; `facts` are (what, how much)."""

    rows: tuple[AuditRow, ...]
    verdict: str
    fits: bool
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TimeChoice:
    """A time to take for a form, and what of it is extra, "" for nothing."""

    minutes: int
    words: str
    extra: str


@dataclass(frozen=True, slots=True)
class PastMock:
    """A mock exam already handed in."""

    sitting: int
    title: str
    detail: str
    score: str
    word: str
    passed: bool


def rules(exam: ExamFacts, sections: int) -> tuple[str, ...]:
    """What holds in the exam room in a form of that many sections, in a few sentences."""
    order = _(
        "General questions come first, then a series without return, then case studies; each section is one-way."
    )
    return (
        _("Nothing is marked right or wrong before you end the exam."),
        *((order,) if sections > 1 else ()),
        _("Each right part earns a point; a wrong one costs nothing, so leave no question open."),
        _("The clock runs while the exam is on the screen. At zero the exam is handed in as it stands."),
        _("{score} of {most} passes.").format(score=exam.score_to_pass, most=number(exam.score_max)),
    )


def form_choices(syllabus: Syllabus) -> tuple[tuple[FormKind, str, str], ...]:
    """The kinds of mock exam: (kind, area or nothing, words)."""
    areas = tuple(
        (FormKind.AREA, area.id, _("One area: {area}").format(area=area.short_title))
        for area in syllabus.areas
    )
    return (
        (FormKind.FULL, "", _("Whole exam")),
        (FormKind.HALF, "", _("Half exam")),
        (FormKind.DIAGNOSTIC, "", _("Diagnostic: the weakest areas in 15 minutes")),
        (FormKind.HARD, "", _("Hard mode: only questions of the highest difficulty")),
        *areas,
    )


def time_choices(usual: int, kind: FormKind = FormKind.FULL) -> tuple[TimeChoice, ...]:
    """The times one can take with a form of so many minutes, shortest first."""
    as_it_is = _("{time}, as in the exam") if kind is FormKind.FULL else _("{time}, at the exam's pace")
    longer = [(round(usual * (100 + extra) / 100), f"{extra}{NARROW}%") for extra in EXTRA_TIME]
    longer.append((usual + EXTRA_MINUTES, minutes(EXTRA_MINUTES)))
    more = _("{time}, {extra} extra")
    rows = [
        TimeChoice(usual, as_it_is.format(time=minutes(usual)), ""),
        *(TimeChoice(long, more.format(time=minutes(long), extra=extra), extra) for long, extra in longer),
    ]
    return tuple(sorted(rows, key=lambda row: row.minutes))


def audit_view(syllabus: Syllabus, audit: Audit, kind: FormKind = FormKind.FULL) -> AuditView:
    """The blueprint of a form and what it is made of."""
    plan = audit.blueprint
    rows = tuple(_audit_row(tag, audit, index) for index, tag in enumerate(area_tags(syllabus)))
    short = sum(plan.short)
    if not short and kind in OFF_BLUEPRINT:
        return AuditView(rows, OFF_BLUEPRINT[kind](), True, _audit_facts(syllabus, audit))
    if short:
        verdict = ngettext(
            "{n} question is missing in the bank; other areas fill in.",
            "{n} questions are missing in the bank; other areas fill in.",
            short,
        ).format(n=short)
    elif plan.in_range:
        verdict = _("Every area lies inside its published range.")
    else:
        verdict = _("Not every area can lie inside its range with this number.")
    return AuditView(rows, verdict, plan.in_range and not short, _audit_facts(syllabus, audit))


def _audit_row(tag: AreaTag, audit: Audit, index: int) -> AuditRow:
    plan = audit.blueprint
    seats, weight = plan.seats[index], plan.ranges[index]
    share = percent(plan.percent(index) / 100)
    limits = f"{weight.low}–{weight.high}{NARROW}%"
    fits = plan.off_range(index) == 0
    words = ngettext("{n} question", "{n} questions", seats).format(n=seats)
    name = _("{area}: {questions}, {share}, published {range}").format(
        area=tag.name, questions=words, share=share, range=limits
    )
    return AuditRow(tag, str(seats), share, limits, fits, name if fits else f"{name}, {_('outside')}")


def _audit_facts(syllabus: Syllabus, audit: Audit) -> tuple[tuple[str, str], ...]:
    n = audit.blueprint.n
    levels = ", ".join(
        f"{difficulty_word(level).lower()} {count}" for level, count in audit.difficulties.items()
    )
    kinds = ", ".join(f"{kind_word(kind).lower()} {count}" for kind, count in audit.kinds.items() if count)
    objectives = _("{n} of {all}").format(n=audit.objectives, all=len(syllabus.objectives))
    seen = _("{n} of {all}").format(n=audit.seen_before, all=n)
    groups = _("{n} of {all}").format(n=sum(map(bool, audit.groups.values())), all=len(audit.groups))
    families = ", ".join(
        _("{kind} of {n}").format(kind=section_kind(family.kind), n=family.questions)
        for family in audit.families
    )
    facts = [
        (_("Types"), kinds),
        (_("Difficulty"), levels),
        (_("Taken whole"), families or _("no case study, no series")),
        (_("Groups"), groups),
        (_("Objectives"), objectives),
        (_("Seen before"), seen),
        (_("In recent mock exams"), _("{n} of {all}").format(n=audit.in_recent_mocks, all=n)),
    ]
    if audit.barred:
        facts.append((_("Kept out as too alike"), str(audit.barred)))
    if audit.unscored:
        facts.append((_("Not counted, besides"), str(audit.unscored)))
    return tuple(facts)


def past_mocks(syllabus: Syllabus, attempts: Sequence[MockScore]) -> tuple[PastMock, ...]:
    """Mock exams handed in, newest first."""
    return tuple(_past(syllabus, score, attempts) for score in reversed(attempts))


def title_of(syllabus: Syllabus, score: MockScore, attempts: Sequence[MockScore]) -> str:
    """The name of an attempt: exams are numbered from the first one on, short forms named by their kind."""
    plan = score.plan
    if plan.kind in EXAM_LIKE:
        numbered = [other.sitting.id for other in attempts if other.plan.kind in EXAM_LIKE]
        title = _("Mock exam {n}").format(n=numbered.index(score.sitting.id) + 1)
        return title if plan.kind is FormKind.FULL else _("{title} (half)").format(title=title)
    if plan.area:
        return _("{kind}: {area}").format(
            kind=form_word(plan.kind), area=syllabus.area(plan.area).short_title
        )
    return form_word(plan.kind)


def _past(syllabus: Syllabus, score: MockScore, attempts: Sequence[MockScore]) -> PastMock:
    sitting = score.sitting
    opened = sitting.opened.local
    questions = ngettext("{n} question", "{n} questions", len(sitting.form)).format(n=len(sitting.form))
    return PastMock(
        sitting=sitting.id,
        title=title_of(syllabus, score, attempts),
        detail=f"{short_date(opened.date())}, {questions}, {minutes(sitting.elapsed_ms / MINUTE_MS)}",
        score=str(score.scaled),
        word=_word(score),
        passed=score.passed,
    )


def _word(score: MockScore) -> str:
    if score.plan.kind in EXAM_LIKE:
        return _("Passed") if score.passed else _("Not passed")
    return _("Would pass") if score.passed else _("Would not pass")
