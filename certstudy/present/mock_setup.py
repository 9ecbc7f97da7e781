"""The set-up of a mock exam: its rules, the audit of the form to be sat, earlier mock exams."""

from collections.abc import Sequence
from dataclasses import dataclass

from certstudy.core.form import Audit
from certstudy.core.question import Kind
from certstudy.core.record import SittingRecord
from certstudy.core.syllabus import ExamFacts, Syllabus
from certstudy.present.chart import AreaTag
from certstudy.present.question import difficulty_word
from certstudy.present.today import area_tags
from certstudy.present.words import (
    MINUTE_MS,
    NARROW,
    _,
    clock,
    minutes,
    ngettext,
    percent,
    short_date,
)
from certstudy.study.mock_exam import MockScore

# extra time as the exam's owner grants it as an accommodation, in per cent of the usual time
EXTRA_TIME = (0, 25, 50, 100)


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
class PastMock:
    """A mock exam already handed in."""

    sitting: int
    title: str
    detail: str
    score: str
    word: str
    passed: bool


@dataclass(frozen=True, slots=True)
class OpenMock:
    """A mock exam that was left and can be resumed."""

    sitting: int
    text: str
    detail: str


def rules(exam: ExamFacts) -> tuple[str, ...]:
    """What holds in the exam room, in a few sentences."""
    return (
        _("Nothing is marked right or wrong before you end the exam."),
        _("You may move freely, change answers and mark questions for review."),
        _("Each right option earns a point; a wrong one costs nothing, so leave no question open."),
        _("The clock runs while the exam is on the screen. At zero the exam is handed in as it stands."),
        _("If you leave, everything is kept and the clock stands until you resume."),
        _("{score} of {most} passes.").format(score=exam.score_to_pass, most=exam.score_max),
    )


def time_choices(exam: ExamFacts) -> tuple[tuple[int, str], ...]:
    """The times one can take: (minutes, words)."""
    usual = _("{time}, as in the exam").format(time=minutes(exam.minutes))
    rows = [(exam.minutes, usual)]
    for extra in EXTRA_TIME[1:]:
        long = round(exam.minutes * (100 + extra) / 100)
        words = _("{time}, {extra} extra").format(time=minutes(long), extra=f"{extra}{NARROW}%")
        rows.append((long, words))
    return tuple(rows)


def audit_view(syllabus: Syllabus, audit: Audit) -> AuditView:
    """The blueprint of a form and what it is made of."""
    plan = audit.blueprint
    rows = tuple(_audit_row(tag, audit, index) for index, tag in enumerate(area_tags(syllabus)))
    short = sum(plan.short)
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
    kinds = _("{one} choose one, {several} choose several").format(
        one=audit.kinds[Kind.SINGLE], several=audit.kinds[Kind.MULTIPLE]
    )
    objectives = _("{n} of {all}").format(n=audit.objectives, all=len(syllabus.objectives))
    seen = _("{n} of {all}").format(n=audit.seen_before, all=n)
    facts = [
        (_("Types"), kinds),
        (_("Difficulty"), levels),
        (_("Objectives"), objectives),
        (_("Seen before"), seen),
    ]
    if audit.in_recent_mocks:
        facts.append((_("In recent mock exams"), _("{n} of {all}").format(n=audit.in_recent_mocks, all=n)))
    return tuple(facts)


def past_mocks(scores: Sequence[MockScore]) -> tuple[PastMock, ...]:
    """Mock exams handed in, newest first, numbered from the first one on."""
    return tuple(_past(number, score) for number, score in enumerate(scores, 1))[::-1]


def _past(number: int, score: MockScore) -> PastMock:
    sitting = score.sitting
    opened = sitting.opened.local
    questions = ngettext("{n} question", "{n} questions", len(sitting.form)).format(n=len(sitting.form))
    return PastMock(
        sitting=sitting.id,
        title=_("Mock exam {n}").format(n=number),
        detail=f"{short_date(opened.date())}, {questions}, {minutes(sitting.elapsed_ms / MINUTE_MS)}",
        score=str(score.scaled),
        word=_("Passed") if score.passed else _("Not passed"),
        passed=score.passed,
    )


def open_mock(sitting: SittingRecord) -> OpenMock:
    """The banner of a mock exam that was left."""
    place = _("Question {k} of {n}").format(k=sitting.index + 1, n=len(sitting.form))
    if sitting.limit_ms is None:
        return OpenMock(sitting.id, _("A mock exam is open"), place)
    left = _("{time} left").format(time=clock(sitting.limit_ms - sitting.elapsed_ms))
    return OpenMock(sitting.id, _("A mock exam is open"), f"{place}, {left}")
