"""A closed mock exam: score, areas, figures, and each question as it was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from certstudy.core.grading import Verdict
from certstudy.core.moment import date_of
from certstudy.core.question import Question
from certstudy.core.readiness import FirstAttempts, scaled, share_right
from certstudy.core.record import Answer, AreaTotal, SittingRecord
from certstudy.core.shuffle import option_order
from certstudy.core.syllabus import ExamFacts, Syllabus
from certstudy.present import markup
from certstudy.present.chart import AreaSpan, AreaTag, GridCell, ScorePoint, Span
from certstudy.present.chart import Verdict as Mark
from certstudy.present.question import QuestionView, question_view
from certstudy.present.today import area_tags
from certstudy.present.words import (
    MINUTE_MS,
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

VERDICTS: Mapping[Verdict, Mark] = {
    Verdict.RIGHT: "right",
    Verdict.PARTLY: "partly",
    Verdict.WRONG: "wrong",
}

Outcome = Literal["all", "wrong", "partly", "open", "marked"]


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
