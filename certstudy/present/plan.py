"""From the plan to the exam to what its page shows and a calendar takes in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from certstudy.core.exam_plan import DayKind, ExamPlan, PlannedDay
from certstudy.core.mock_plan import FormKind
from certstudy.core.moment import date_of
from certstudy.core.rehearsal import Rehearsal
from certstudy.core.syllabus import Syllabus
from certstudy.present.areas import area_tag
from certstudy.present.calendar import Event
from certstudy.present.chart import PlanArea, PlanMark
from certstudy.present.words import (
    NARROW,
    _,
    full_date,
    long_date,
    minutes,
    ngettext,
    percent,
    short_date,
    short_weekday,
)
from certstudy.study.availability import LONGEST_PLAN

EXAM_REMINDERS = (7, 1)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A day: when, what, and its questions by area."""

    day: str
    what: str
    detail: str
    areas: tuple[PlanArea, ...]
    kind: DayKind
    mock: bool = False


@dataclass(frozen=True, slots=True)
class PlanView:
    """The page whole; without rows `empty` says what is missing."""

    subtitle: str
    facts: tuple[tuple[str, str], ...]
    rows: tuple[PlanRow, ...]
    empty: str = ""


def plan_view(
    syllabus: Syllabus, plan: ExamPlan | None, questions: int, exam: date | None, today: date
) -> PlanView:
    """Lay the plan out; `questions` is the size of the bank."""
    if plan is None or exam is None:
        return _no_plan(exam, today)
    return PlanView(
        subtitle=_("Exam on {day}. Worked out anew after every session.").format(day=long_date(exam, today)),
        facts=_facts(plan, questions),
        rows=tuple(_row(syllabus, day) for day in plan.days),
    )


def _no_plan(exam: date | None, today: date) -> PlanView:
    """Why there is none: no date, one that is past or is reached today, one too far away."""
    if exam is None:
        empty = _("Set the exam date, and the days to it are planned here.")
        return PlanView(_("No exam date"), (), (), empty)
    if exam < today:
        title = _("The exam was on {day}").format(day=full_date(exam))
        return PlanView(
            title, (), (), _("Set the date of the next one, and the days to it are planned here.")
        )
    if exam == today:
        return PlanView(_("The exam is today"), (), (), _("No day of study is left to plan."))
    title = _("Exam on {day}").format(day=full_date(exam))
    begins = exam - timedelta(LONGEST_PLAN)
    empty = _("That is too far away to plan day by day. The plan begins on {day}.")
    return PlanView(title, (), (), empty.format(day=full_date(begins)))


def plan_events(syllabus: Syllabus, plan: ExamPlan) -> tuple[Event, ...]:
    """Every day of study, and the exam, for a calendar."""
    return tuple(_events(syllabus, plan))


def _events(syllabus: Syllabus, plan: ExamPlan) -> Iterator[Event]:
    code = syllabus.exam.code
    for day in plan.days:
        when = date_of(day.day)
        if day.kind is DayKind.EXAM:
            title = _("Exam {exam}").format(exam=code)
            yield Event(f"exam-{code}", when, title, reminders=EXAM_REMINDERS)
        elif day.questions:
            title = _("{exam}: {time}, {questions}")
            text = title.format(exam=code, time=minutes(day.minutes), questions=_detail(day))
            areas = "\n".join(
                f"{area.short_title}: {count}"
                for area, count in zip(syllabus.areas, day.seats, strict=True)
                if count
            )
            yield Event(f"study-{code}-{when.isoformat()}", when, text.replace(NARROW, " "), areas)


def _facts(plan: ExamPlan, questions: int) -> tuple[tuple[str, str], ...]:
    study = [day for day in plan.days if day.minutes]
    total = sum(day.minutes for day in study)
    days = ngettext("{n} day of study", "{n} days of study", len(study)).format(n=len(study))
    rows = [(minutes(total), _("on {days}").format(days=days))]
    recall = _("of the questions known on the day, {now} without another answer")
    rows.append((percent(plan.recall), recall.format(now=percent(plan.untouched))))
    if plan.all_met is not None:
        met = _("every one of {n} questions met")
        rows.append((short_date(date_of(plan.all_met)), met.format(n=questions)))
    else:
        new = sum(day.new for day in plan.days)
        rows.append((str(new), _("new questions until then; not every one is met in this time")))
    mocks = [day for day in plan.days if day.mock is not None]
    if mocks:
        words = ngettext("mock exam, on {day}", "mock exams, the last on {day}", len(mocks))
        rows.append((str(len(mocks)), words.format(day=short_date(date_of(mocks[-1].day)))))
    if plan.behind:
        rows.append((minutes(plan.behind), _("missed in the last days, spread over the next evenings")))
    return tuple(rows)


def _row(syllabus: Syllabus, day: PlannedDay) -> PlanRow:
    when = _weekday(date_of(day.day))
    if day.kind is DayKind.EXAM:
        return PlanRow(when, _("Exam"), "", (), day.kind)
    if day.kind is DayKind.OFF:
        return PlanRow(when, _("Day off"), "", (), day.kind)
    detail = _detail(day)
    if day.catch_up and day.mock is None:
        detail = _("{detail}, {more} to catch up").format(detail=detail, more=minutes(day.catch_up))
    if day.kind is DayKind.LAST:
        detail = _("{detail}: a short evening, reviews first").format(detail=detail)
    return PlanRow(when, minutes(day.minutes), detail, _areas(syllabus, day), day.kind, day.mock is not None)


def _areas(syllabus: Syllabus, day: PlannedDay) -> tuple[PlanArea, ...]:
    """The day's seats; which of an area's are new is not decided before the day."""
    mark: PlanMark = "review"
    return tuple(
        PlanArea(area_tag(syllabus, area), (mark,) * count)
        for area, count in zip(syllabus.areas, day.seats, strict=True)
        if count
    )


def rehearsal_words(mock: Rehearsal) -> str:
    """A planned mock exam and its size."""
    if mock.kind is FormKind.DIAGNOSTIC:
        text = ngettext("Diagnostic of {n} question", "Diagnostic of {n} questions", mock.questions)
    else:
        text = ngettext("Mock exam of {n} question", "Mock exam of {n} questions", mock.questions)
    return text.format(n=mock.questions)


def _detail(day: PlannedDay) -> str:
    if day.mock is None:
        return _questions(day)
    rest = day.questions - day.mock.questions
    if rest <= 0:
        return rehearsal_words(day.mock)
    text = ngettext("{mock}, and {n} question", "{mock}, and {n} questions", rest)
    return text.format(mock=rehearsal_words(day.mock), n=rest)


def _questions(day: PlannedDay) -> str:
    count = ngettext("{n} question", "{n} questions", day.questions).format(n=day.questions)
    return _("{count}, {new} new").format(count=count, new=day.new) if day.new else count


def _weekday(day: date) -> str:
    return f"{short_weekday(day)} {short_date(day)}"
