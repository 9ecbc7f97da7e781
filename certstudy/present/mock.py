"""From mock exams to screens: the set-up with its audit, the exam room, the result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from certstudy.core.form import Audit
from certstudy.core.grading import Verdict
from certstudy.core.moment import date_of
from certstudy.core.question import Kind, Question
from certstudy.core.readiness import FirstAttempts, scaled, share_right
from certstudy.core.record import Answer, AreaTotal, Draft, SittingRecord
from certstudy.core.shuffle import option_order
from certstudy.core.sitting import MockExam, Progress
from certstudy.core.syllabus import ExamFacts, Syllabus
from certstudy.present import markup
from certstudy.present.chart import AreaSpan, AreaTag, GridCell, ScorePoint, Span
from certstudy.present.chart import Verdict as Mark
from certstudy.present.question import QuestionView, chosen_hint, difficulty_word, question_view
from certstudy.present.today import area_tags
from certstudy.present.words import (
    NARROW,
    _,
    clock,
    long_date,
    minutes,
    ngettext,
    percent,
    seconds,
    short_date,
)
from certstudy.study.mock_exam import MockResult, MockScore

MINUTE_MS = 60_000
ALWAYS_SHOWN_MS = 5 * MINUTE_MS
ANNOUNCED_MINUTES = (10, 5, 1)
# extra time as the exam's owner grants it as an accommodation, in per cent of the usual time
EXTRA_TIME = (0, 25, 50, 100)

VERDICTS: Mapping[Verdict, Mark] = {
    Verdict.RIGHT: "right",
    Verdict.PARTLY: "partly",
    Verdict.WRONG: "wrong",
}

Filter = Literal["all", "open", "marked"]
Outcome = Literal["all", "wrong", "partly", "open", "marked"]


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


@dataclass(frozen=True, slots=True)
class SeatView:
    """A question in the list of the exam room."""

    index: int
    number: str
    progress: Progress
    word: str
    marked: bool
    here: bool
    name: str


@dataclass(frozen=True, slots=True)
class ListView:
    """The question list: every seat and the counts of the filters."""

    seats: tuple[SeatView, ...]
    open: int
    marked: int
    answered: int
    sentence: str

    def chosen(self, by: Filter) -> tuple[SeatView, ...]:
        """The seats a filter lets through; a partly answered question counts as open."""
        if by == "open":
            return tuple(seat for seat in self.seats if seat.progress is not Progress.ANSWERED)
        return tuple(seat for seat in self.seats if seat.marked or by == "all")


@dataclass(frozen=True, slots=True)
class TimeView:
    """The time left; in the last minutes it cannot be hidden."""

    text: str
    name: str
    pressing: bool


@dataclass(frozen=True, slots=True)
class RoomView:
    """A question of a mock exam as the exam room shows it; None when the pack no longer holds it."""

    title: str
    place: str
    done: float
    question: QuestionView | None
    hint: str
    marked: bool
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class ReviewedView:
    """One question after the exam: what was chosen, what is right, and why."""

    head: str
    verdict: Verdict
    answered: bool
    word: str
    question: QuestionView | None
    explanation_html: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ResultView:
    """A mock exam handed in; `cells` are in form order and their ids are places in it."""

    title: str
    subtitle: str
    score: str
    passed: bool
    word: str
    sentence: str
    honest: str
    point: ScorePoint
    earlier: tuple[ScorePoint, ...]
    pass_mark: int
    areas: tuple[AreaSpan, ...]
    facts: tuple[tuple[str, str], ...]
    cells: tuple[GridCell, ...]
    missed: tuple[str, ...]

    def count(self, outcome: Outcome) -> int:
        """How many questions an outcome has."""
        return len(self.chosen(outcome))

    def chosen(self, outcome: Outcome) -> tuple[GridCell, ...]:
        """The cells a filter lets through."""
        return tuple(cell for cell in self.cells if _has(cell, outcome))


def _has(cell: GridCell, outcome: Outcome) -> bool:
    if outcome == "marked":
        return cell.flagged
    if outcome == "open":
        return cell.verdict is None
    return outcome in ("all", cell.verdict)


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


def room_view(syllabus: Syllabus, exam: MockExam, question: Question | None) -> RoomView:
    """The question on the screen; nothing in it tells whether a choice is right."""
    kept, number, total = exam.draft(exam.current), exam.index + 1, len(exam.form)
    view = None
    if question is not None:
        view = question_view(syllabus, question, option_order(question, exam.record.seed), kept.response)
    return RoomView(
        title=_("{code} mock exam").format(code=syllabus.exam.code),
        place=_("Question {k} of {n}").format(k=number, n=total),
        done=number / total,
        question=view,
        hint=chosen_hint(len(kept.response), question.choose) if question is not None else "",
        marked=kept.marked,
        first=exam.index == 0,
        last=number == total,
    )


def progress_of(kept: Draft, question: Question | None) -> Progress:
    """How much of a question is answered; one the pack no longer holds counts as answered."""
    if question is None or len(kept.response) >= question.choose:
        return Progress.ANSWERED
    return Progress.PARTLY if kept.response else Progress.OPEN


def list_view(exam: MockExam, questions: Sequence[Question | None]) -> ListView:
    """The question list, with the questions in form order."""
    seats = tuple(_seat(exam, index, question) for index, question in enumerate(questions))
    answered = sum(seat.progress is Progress.ANSWERED for seat in seats)
    still, marked = len(seats) - answered, sum(seat.marked for seat in seats)
    return ListView(seats, still, marked, answered, counts_sentence(answered, still, marked))


def _seat(exam: MockExam, index: int, question: Question | None) -> SeatView:
    kept = exam.draft(exam.form[index])
    progress = progress_of(kept, question)
    word = progress_word(progress)
    parts = [_("Question {n}").format(n=index + 1), word.lower()]
    if kept.marked:
        parts.append(_("marked for review"))
    return SeatView(index, str(index + 1), progress, word, kept.marked, index == exam.index, ", ".join(parts))


def progress_word(progress: Progress) -> str:
    """The word beside a seat's box."""
    words = {
        Progress.ANSWERED: _("Answered"),
        Progress.PARTLY: _("Partly answered"),
        Progress.OPEN: _("Not answered"),
    }
    return words[progress]


def counts_sentence(answered: int, still: int, marked: int) -> str:
    """How far the exam has come, in one sentence."""
    parts = [
        ngettext("{n} answered", "{n} answered", answered).format(n=answered),
        ngettext("{n} open", "{n} open", still).format(n=still),
        ngettext("{n} marked", "{n} marked", marked).format(n=marked),
    ]
    return ", ".join(parts) + "."


def ending(view: ListView) -> str:
    """What ending the exam now would mean."""
    parts = []
    if view.open:
        words = ngettext("{n} question is open.", "{n} questions are open.", view.open)
        parts.append(words.format(n=view.open))
    else:
        parts.append(_("Every question is answered."))
    if view.marked:
        words = ngettext(
            "{n} question is marked for review.", "{n} questions are marked for review.", view.marked
        )
        parts.append(words.format(n=view.marked))
    parts.append(_("Once handed in, no answer can be changed."))
    return " ".join(parts)


def time_view(exam: MockExam) -> TimeView | None:
    """The time left, None without a limit."""
    left = exam.left_ms
    if left is None:
        return None
    text = clock(left)
    return TimeView(text, _("Time left {time}").format(time=text), left <= ALWAYS_SHOWN_MS)


def announcement(before_ms: int | None, after_ms: int | None) -> str:
    """What to announce when the time left went from one value to the other; "" when nothing."""
    if before_ms is None or after_ms is None:
        return ""
    for mark in reversed(ANNOUNCED_MINUTES):
        if after_ms <= mark * MINUTE_MS < before_ms:
            return ngettext("{n} minute left", "{n} minutes left", mark).format(n=mark)
    return ""


def result_view(
    syllabus: Syllabus, result: MockResult, scores: Sequence[MockScore], marked: frozenset[str]
) -> ResultView:
    """A mock exam handed in, among the others (oldest first)."""
    score, sitting = result.score, result.score.sitting
    place = next(i for i, other in enumerate(scores) if other.sitting.id == sitting.id)
    exam, gap = syllabus.exam, abs(score.scaled - syllabus.exam.score_to_pass)
    point = _point(exam, place + 1, score)
    low, high = round(point.span.low), round(point.span.high)
    passing = _("Pass, by {n}") if score.passed else _("Not passed, {n} short")
    return ResultView(
        title=_("Mock exam {n}").format(n=place + 1),
        subtitle=_subtitle(sitting),
        score=str(score.scaled),
        passed=score.passed,
        word=passing.format(n=gap),
        sentence=_sentence(low, high, exam.score_to_pass),
        honest=_("How raw points become a scaled score is not published; this map is an estimate."),
        point=point,
        earlier=tuple(_point(exam, i + 1, other) for i, other in enumerate(scores[:place])),
        pass_mark=exam.score_to_pass,
        areas=tuple(
            _area(tag, area.id, score.areas)
            for tag, area in zip(area_tags(syllabus), syllabus.areas, strict=True)
        ),
        facts=_facts(result, marked),
        cells=tuple(
            _cell(syllabus, i, a, q, marked)
            for i, (a, q) in enumerate(zip(result.answers, result.questions, strict=True))
        ),
        missed=tuple(
            a.question
            for a, q in zip(result.answers, result.questions, strict=True)
            if a.credit < 1 and q is not None
        ),
    )


def reviewed_view(syllabus: Syllabus, result: MockResult, index: int) -> ReviewedView:
    """One question of the result as after checking."""
    answer, question = result.answers[index], result.questions[index]
    words = {Verdict.RIGHT: _("Right"), Verdict.PARTLY: _("Partly right"), Verdict.WRONG: _("Wrong")}
    answered = bool(answer.response)
    parts = [words[answer.verdict] if answered else _("Not answered")]
    if answer.out_of > 1:
        parts.append(_("{n} of {all} points").format(n=answer.points, all=answer.out_of))
    if answer.milliseconds:
        parts.append(seconds(answer.milliseconds))
    head = _("Question {n}").format(n=index + 1)
    if question is None:
        return ReviewedView(head, answer.verdict, answered, ", ".join(parts), None, "", ())
    order = option_order(question, result.score.sitting.seed)
    return ReviewedView(
        head=head,
        verdict=answer.verdict,
        answered=answered,
        word=", ".join(parts),
        question=question_view(syllabus, question, order, answer.response, checked=True),
        explanation_html=markup.block(question.explanation) if question.explanation else "",
        links=tuple((reference.title, reference.url) for reference in question.references),
    )


def _point(exam: ExamFacts, number: int, score: MockScore) -> ScorePoint:
    held = share_right(FirstAttempts(score.out_of, score.points))
    ends = [round(scaled(end, exam.score_max, exam.score_to_pass)) for end in (held.low, held.high)]
    span = Span(min(ends[0], score.scaled), score.scaled, max(ends[1], score.scaled))
    sitting = score.sitting
    label = _("Mock exam {n}, {day}").format(n=number, day=short_date(date_of(sitting.opened.day)))
    return ScorePoint(sitting.opened.day, span, label, id=str(sitting.id))


def _sentence(low: int, high: int, to_pass: int) -> str:
    likely = _("On another form you would score {low}–{high} eight times in ten.").format(low=low, high=high)
    if low < to_pass <= high:
        return f"{_('Too close to call.')} {likely}"
    return likely


def _subtitle(sitting: SittingRecord) -> str:
    questions = ngettext("{n} question", "{n} questions", len(sitting.form)).format(n=len(sitting.form))
    return f"{long_date(sitting.opened.local.date())}, {questions}, {_used(sitting)}"


def _used(sitting: SittingRecord) -> str:
    used = sitting.elapsed_ms / MINUTE_MS
    if sitting.limit_ms is None:
        return minutes(used)
    return _("{used} of {all} minutes").format(used=round(used), all=sitting.limit_ms // MINUTE_MS)


def _area(tag: AreaTag, area_id: str, totals: Sequence[AreaTotal]) -> AreaSpan:
    found = next((total for total in totals if total.area == area_id), None)
    if found is None or not found.out_of:
        return AreaSpan(tag, None, note=_("no questions"))
    held = share_right(FirstAttempts(found.out_of, found.points))
    share = found.points / found.out_of
    low, high = min(held.low, share), max(held.high, share)
    return AreaSpan(
        area=tag,
        span=Span(100 * low, 100 * share, 100 * high),
        figure=percent(share),
        range_text=f"{round(100 * low)}–{round(100 * high)}",
        note=_("{n} of {all}").format(n=found.points, all=found.out_of),
    )


def _facts(result: MockResult, marked: frozenset[str]) -> tuple[tuple[str, str], ...]:
    sitting, answers = result.score.sitting, result.answers
    facts = [
        (_("Points"), _("{n} of {all}").format(n=result.score.points, all=result.score.out_of)),
        (_("Time used"), _used(sitting)),
        (_("Per question"), seconds(sitting.elapsed_ms // max(1, len(sitting.form)))),
    ]
    slowest = max(range(len(answers)), key=lambda i: answers[i].milliseconds)
    if answers[slowest].milliseconds:
        slow = _("question {n}, {time}").format(n=slowest + 1, time=clock(answers[slowest].milliseconds))
        facts.append((_("Slowest"), slow))
    facts.append((_("Not answered"), str(sum(not answer.response for answer in answers))))
    facts.append((_("Marked"), str(sum(answer.question in marked for answer in answers))))
    return tuple(facts)


def _cell(
    syllabus: Syllabus, index: int, answer: Answer, question: Question | None, marked: frozenset[str]
) -> GridCell:
    name = (
        syllabus.objective(question.objective).title if question is not None else _("no longer in the bank")
    )
    verdict = VERDICTS[answer.verdict] if answer.response else None
    return GridCell(str(index), index + 1, verdict, answer.question in marked, name)
