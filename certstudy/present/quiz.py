"""The practice screen's view: the question, the strip of seats, and after the check the verdict with its reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from certstudy.core.beliefs import believed
from certstudy.core.grading import Grade, Verdict
from certstudy.core.moment import date_of
from certstudy.core.question import CaseStudy, Question
from certstudy.core.ranking import Occasion, Reason, why_now
from certstudy.core.record import Answer, QuestionState
from certstudy.core.response import NOTHING, Response
from certstudy.core.shuffle import shown
from certstudy.core.sitting import Practice
from certstudy.core.syllabus import Syllabus
from certstudy.present import markup
from certstudy.present.confidence import confidence_word
from certstudy.present.gloss import NO_TERMS, Gloss, Meaning
from certstudy.present.links import LinkView, link_view
from certstudy.present.question import QuestionView, question_view
from certstudy.present.words import _, ago, minutes, ngettext, percent, seconds, short_date, source_title


class SeatState(StrEnum):
    """What a seat of the progress strip shows."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class SeatView:
    """One seat: the area's slot and what became of the question."""

    slot: int
    state: SeatState


@dataclass(frozen=True, slots=True)
class PastView:
    """An earlier answer to the same question."""

    verdict: Verdict
    when: str


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """What the learner reads after the check; `study_note` is the title of the objective's note, "" for none."""

    verdict: Verdict
    headline: str
    detail: str
    idea_html: str
    links: tuple[LinkView, ...]
    past: tuple[PastView, ...]
    comes_back: str
    mixup: str
    study_note: str = ""
    terms: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class QuizView:
    """The whole practice screen; `feedback` is None while the question is open."""

    title: str
    counter: str
    seats: tuple[SeatView, ...]
    question: QuestionView
    why_now: str
    remaining: str
    primary: str
    flagged: bool
    note: str
    feedback: FeedbackView | None


@dataclass(frozen=True, slots=True)
class QuizContext:
    """What the view needs beside the sitting: the outline, the question, the learner's marks on it, the pace.

    `pace_is_own` tells whether the pace was measured on the learner.
    """

    syllabus: Syllabus
    question: Question
    areas: Sequence[int]
    state: QuestionState | None
    past: Sequence[Answer]
    flagged: bool
    note: str
    pace_ms: float
    pace_is_own: bool
    today: int
    occasion: Occasion
    misconceptions: Mapping[str, str]
    case: CaseStudy | None = None
    study_note: str = ""
    gloss: Gloss = NO_TERMS


def asking(sitting: Practice, context: QuizContext, response: Response = NOTHING) -> QuizView:
    """The screen while the question waits for an answer."""
    return _view(sitting, context, sitting.index, response, None)


def checked(sitting: Practice, context: QuizContext, answer: Answer, after: QuestionState | None) -> QuizView:
    """The screen after the answer was checked; the sitting already holds it, `after` is the state it led to."""
    feedback = _feedback(context, answer, after)
    return _view(sitting, context, sitting.index - 1, answer.response, feedback)


def reason_sentence(state: QuestionState | None, occasion: Occasion, today: int) -> str:
    """Why a question is asked now, in one sentence."""
    if state is None:
        return _("New: you have not met this question yet.")
    why = why_now(state, occasion)
    sentences = {
        Reason.MISLED: _("You were sure and missed it, {when}: such an error is best put right soon."),
        Reason.MISSED: _("Missed when last asked, {when}."),
        Reason.DUE: _("Due for review: last asked {when}, recalled now with a chance of {now}."),
        Reason.FADING: _("Last asked {when}: left alone, its chance would fall from {now} to {then} {by}."),
        Reason.AHEAD: _("Well remembered ({now}); asked to keep the exam's proportions."),
    }
    return sentences[why.reason].format(
        when=ago(today - state.last.day),
        now=percent(why.recall),
        then=percent(why.left_alone),
        by=_("by the exam") if occasion.ahead else _("in a month"),
    )


def verdict_headline(grade: Grade, known: bool = True) -> str:
    """The verdict in words, with the points where they are split; whoever says "don't know" is not told off."""
    if not known:
        return _("Not known")
    if grade.verdict is Verdict.RIGHT:
        return _("Right")
    if grade.verdict is Verdict.WRONG:
        return _("Wrong")
    return _("Partly right, {k} of {n} points").format(k=grade.points, n=grade.out_of)


def _view(
    sitting: Practice,
    context: QuizContext,
    index: int,
    response: Response,
    feedback: FeedbackView | None,
) -> QuizView:
    total = len(sitting.form)
    last = index + 1 >= total
    question = shown(context.question, sitting.record.seed)
    return QuizView(
        title=source_title(sitting.record.source),
        counter=_("{k} of {n}").format(k=index + 1, n=total),
        seats=_seats(sitting, context.areas, index),
        question=question_view(
            context.syllabus, question, response, checked=feedback is not None, case=context.case
        ),
        why_now=reason_sentence(context.state, context.occasion, context.today),
        remaining=_remaining(total - index - (feedback is not None), context.pace_ms),
        primary=_("Check") if feedback is None else _("Finish") if last else _("Next"),
        flagged=context.flagged,
        note=context.note,
        feedback=feedback,
    )


def _seats(sitting: Practice, areas: Sequence[int], index: int) -> tuple[SeatView, ...]:
    states = [_state(answer.points, answer.out_of) for answer in sitting.answers]
    if index == len(states):
        states.append(SeatState.CURRENT)
    ahead = [SeatState.AHEAD] * (len(areas) - len(states))
    return tuple(map(_seat, areas, (*states, *ahead)))


@cache
def _state(points: int, out_of: int) -> SeatState:
    return SeatState(Grade(points, out_of).verdict.value)


@cache
def _seat(slot: int, state: SeatState) -> SeatView:
    return SeatView(slot, state)


def _remaining(left: int, pace_ms: float) -> str:
    if left <= 0:
        return _("The last question")
    text = ngettext("{n} left, about {time}", "{n} left, about {time}", left)
    return text.format(n=left, time=minutes(max(1, left * pace_ms / 60_000)))


def _feedback(context: QuizContext, answer: Answer, after: QuestionState | None) -> FeedbackView:
    question = context.question
    idea = markup.block(question.explanation) if question.explanation else ""
    shown_beliefs = (context.misconceptions.get(slug, "") for slug in believed(question, answer.response))
    return FeedbackView(
        verdict=answer.verdict,
        headline=verdict_headline(Grade(answer.points, answer.out_of), known=bool(answer.response)),
        detail=_detail(answer, context.pace_ms if context.pace_is_own else None),
        idea_html=idea,
        links=tuple(map(link_view, question.references)),
        past=tuple(PastView(a.verdict, ago(context.today - a.at.day)) for a in context.past[-4:]),
        comes_back=_comes_back(after, context.today),
        mixup=markup.plain(next((belief for belief in shown_beliefs if belief), "")),
        study_note=context.study_note,
        terms=context.gloss.terms_in(idea),
    )


def _detail(answer: Answer, own_ms: float | None) -> str:
    spent = seconds(answer.milliseconds)
    if answer.confidence is not None:
        spent = _("{sure}, {spent}").format(sure=confidence_word(answer.confidence), spent=spent)
    if own_ms is None:
        return spent
    return _("{spent}. Your usual is {usual}.").format(spent=spent, usual=seconds(round(own_ms)))


def _comes_back(after: QuestionState | None, today: int) -> str:
    if after is None:
        return ""
    days = after.memory.due - today
    if days <= 0:
        return _("Due again today.")
    if days == 1:
        return _("Due again tomorrow.")
    return _("Due again on {day}.").format(day=short_date(date_of(after.memory.due)))
