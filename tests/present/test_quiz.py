"""The practice screen's view: nothing given away before the check, everything said after it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from certstudy.core.confidence import Confidence
from certstudy.core.grading import Grade, Verdict
from certstudy.core.moment import Moment
from certstudy.core.preferences import Preferences
from certstudy.core.question import Question
from certstudy.core.record import Answer, replayed
from certstudy.core.response import NOTHING, Response
from certstudy.core.sitting import Practice
from certstudy.present.confidence import confidence_word
from certstudy.present.quiz import (
    QuizContext,
    QuizView,
    SeatState,
    asking,
    checked,
    reason_sentence,
    verdict_headline,
)
from certstudy.present.task_view import Mark
from certstudy.present.words import NARROW
from certstudy.study.occasion import occasion
from certstudy.study.practice import Mode, Request, answer
from tests.choices import shown_options, with_options
from tests.fakes import FakeDesk
from tests.study.learning import answered, begin, meet, rightly

FIRST, SEVERAL = "plan.g1.o1-0", "plan.g1.o1-2"
PACE = 75_000.0


def _context(at: FakeDesk, sitting: Practice, question: Question) -> QuizContext:
    areas = [
        at.catalog.syllabus.areas.index(at.catalog.syllabus.area_of(qid.rsplit("-")[0]))
        for qid in sitting.form
    ]
    return QuizContext(
        syllabus=at.catalog.syllabus,
        question=question,
        areas=areas,
        state=at.record.states().get(question.id),
        past=at.record.answers_to(question.id),
        flagged=question.id in at.record.flags(),
        note="",
        pace_ms=PACE,
        pace_is_own=True,
        today=at.desk.now().day,
        occasion=occasion(at.desk),
        misconceptions={"mixed-up": "`needs` and `if` are thought to be the same."},
    )


def _asking(at: FakeDesk, sitting: Practice, response: Response = frozenset()) -> QuizView:
    return asking(sitting, _context(at, sitting, at.catalog.question(sitting.current or "")), response)


def _checked(
    at: FakeDesk, sitting: Practice, response: Response, confidence: Confidence | None = Confidence.SURE
) -> QuizView:
    question = at.catalog.question(sitting.current or "")
    context = _context(at, sitting, question)
    done = answer(at.desk, sitting, response, confidence, 41_000)
    return checked(done.sitting, context, done.answer, at.record.states()[question.id])


def _one(at: FakeDesk, question: str = FIRST) -> Practice:
    return begin(at, Request(Mode.SELECTION, 1, questions=(question,)))


def test_an_open_question_gives_nothing_away(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.MIX, 5))
    view = _asking(at, sitting)
    assert view.feedback is None
    assert {option.mark for option in shown_options(view.question)} == {Mark.NONE}
    assert (view.title, view.counter, view.primary) == ("Today", "1 of 5", "Check")
    assert view.remaining == f"5 left, about 6{NARROW}min"
    assert view.why_now == "New: you have not met this question yet."


def test_a_choice_is_shown_as_chosen(at: FakeDesk) -> None:
    view = _asking(at, _one(at), frozenset("b"))
    assert [option.id for option in shown_options(view.question) if option.chosen] == ["b"]


def test_the_strip_shows_what_became_of_each_question(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.MIX, 6))
    for right in (True, False):
        sitting = answered(at, sitting, right)
    view = _asking(at, sitting)
    assert [seat.state for seat in view.seats] == [
        SeatState.RIGHT, SeatState.WRONG, SeatState.CURRENT, SeatState.AHEAD, SeatState.AHEAD, SeatState.AHEAD,
    ]  # fmt: skip
    assert [seat.slot for seat in view.seats] == list(_context(at, sitting, at.catalog.question(FIRST)).areas)


def test_after_the_check_the_place_is_still_that_question(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.MIX, 5))
    view = _checked(at, sitting, rightly(at.catalog.question(sitting.form[0])))
    assert (view.counter, view.primary, view.question.id) == ("1 of 5", "Next", sitting.form[0])
    assert [seat.state for seat in view.seats[:2]] == [SeatState.RIGHT, SeatState.AHEAD]
    assert view.remaining.startswith("4 left")


def test_the_last_question_finishes(at: FakeDesk) -> None:
    sitting = _one(at)
    view = _checked(at, sitting, rightly(at.catalog.question(FIRST)))
    assert (view.primary, view.remaining) == ("Finish", "The last question")


def test_a_right_answer_says_when_it_comes_back(at: FakeDesk) -> None:
    feedback = _checked(at, _one(at), frozenset("a")).feedback
    assert feedback is not None
    assert (feedback.verdict, feedback.headline) == (Verdict.RIGHT, "Right")
    assert feedback.detail == f"Sure, 41{NARROW}s. Your usual is 75{NARROW}s."
    assert feedback.comes_back == "Due again on 25 Nov."
    assert feedback.idea_html == "<p>Way <strong>a</strong> keeps the build short.</p>"


def test_nobody_has_a_usual_pace_at_the_start(at: FakeDesk) -> None:
    sitting = _one(at)
    context = replace(_context(at, sitting, at.catalog.question(FIRST)), pace_is_own=False)
    done = answer(at.desk, sitting, frozenset("a"), Confidence.SURE, 41_000)
    feedback = checked(done.sitting, context, done.answer, None).feedback
    assert feedback is not None
    assert feedback.detail == f"Sure, 41{NARROW}s"


def test_a_wrong_answer_comes_back_tomorrow(at: FakeDesk) -> None:
    feedback = _checked(at, _one(at), frozenset("b")).feedback
    assert feedback is not None
    assert (feedback.headline, feedback.comes_back) == ("Wrong", "Due again tomorrow.")


def test_dont_know_is_not_told_off(at: FakeDesk) -> None:
    feedback = _checked(at, _one(at), NOTHING).feedback
    assert feedback is not None
    assert (feedback.verdict, feedback.headline) == (Verdict.WRONG, "Not known")


def test_points_are_named_where_they_are_split(at: FakeDesk) -> None:
    view = _checked(at, _one(at, SEVERAL), frozenset("ac"), None)
    assert view.feedback is not None
    assert view.feedback.headline == "Partly right, 1 of 2 points"
    assert view.feedback.detail == f"41{NARROW}s. Your usual is 75{NARROW}s."
    marks = {option.id: option.mark for option in shown_options(view.question)}
    assert marks == {"a": Mark.RIGHT, "b": Mark.MISSED, "c": Mark.WRONG, "d": Mark.NONE}


def test_sources_say_when_they_were_checked(at: FakeDesk) -> None:
    feedback = _checked(at, _one(at), frozenset("a")).feedback
    assert feedback is not None
    (link,) = feedback.links
    assert (link.title, link.url, link.note) == (
        "Testing things",
        "https://example.org/testing",
        "checked 1 Jan 2026",
    )


def test_a_source_without_a_readable_date_says_none(at: FakeDesk) -> None:
    sitting = _one(at)
    question = at.catalog.question(FIRST)
    undated = replace(question, references=(replace(question.references[0], checked="soon"),))
    done = answer(at.desk, sitting, frozenset("a"), None, 1000)
    feedback = checked(done.sitting, _context(at, sitting, undated), done.answer, None).feedback
    assert feedback is not None
    assert [link.note for link in feedback.links] == [""]
    assert feedback.comes_back == ""


def test_a_mix_up_is_named_only_where_it_was_chosen(at: FakeDesk) -> None:
    question = at.catalog.question(FIRST)
    options = tuple(replace(o, misconception="mixed-up") if o.id == "c" else o for o in question.options)
    told = with_options(question, options)
    for chosen, mixup in (("c", "needs and if are thought to be the same."), ("b", ""), ("a", "")):
        sitting = _one(at)
        done = answer(at.desk, sitting, frozenset(chosen), None, 1000)
        feedback = checked(done.sitting, _context(at, sitting, told), done.answer, None).feedback
        assert feedback is not None
        assert feedback.mixup == mixup


def test_the_past_is_what_was_answered_before(at: FakeDesk) -> None:
    for right in (True, True, False, True, False):
        meet(at, [FIRST], right)
        at.clock.forward(days=1)
    feedback = _checked(at, _one(at), frozenset("a")).feedback
    assert feedback is not None
    assert [(past.verdict, past.when) for past in feedback.past] == [
        (Verdict.RIGHT, "4 days ago"), (Verdict.WRONG, "3 days ago"),
        (Verdict.RIGHT, "2 days ago"), (Verdict.WRONG, "yesterday"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "confidence", "exam", "sentence"),
    [
        ((), None, None, "New: you have not met this question yet."),
        (
            (0,),
            Confidence.SURE,
            None,
            "You were sure and missed it, yesterday: such an error is best put right soon.",
        ),
        ((0,), Confidence.GUESS, None, "Missed when last asked, yesterday."),
        (
            (1,),
            Confidence.GUESS,
            None,
            f"Due for review: last asked yesterday, recalled now with a chance of 84{NARROW}%.",
        ),
        (
            (1, 1, 1),
            Confidence.SURE,
            None,
            f"Last asked yesterday: left alone, its chance would fall from 99{NARROW}% to 82{NARROW}% in a month.",
        ),
        (
            (1, 1, 1),
            Confidence.SURE,
            date(2026, 12, 24),
            f"Last asked yesterday: left alone, its chance would fall from 99{NARROW}% to 81{NARROW}% by the exam.",
        ),
        (
            (1, 1, 1, 1),
            None,
            date(2026, 11, 27),
            f"Well remembered (99{NARROW}%); asked to keep the exam's proportions.",
        ),
    ],
)
def test_why_a_question_is_asked_now(
    at: FakeDesk, answers: tuple[int, ...], confidence: Confidence | None, exam: date | None, sentence: str
) -> None:
    at.record.prefer(Preferences(exam_date=exam))
    now = at.desk.now()
    state = replayed(
        Answer(1, FIRST, Moment(now.utc - timedelta(days=k)), frozenset("a"), points, 1, 1000, confidence)
        for k, points in zip(range(len(answers), 0, -1), answers, strict=True)
    )
    assert reason_sentence(state, occasion(at.desk), now.day) == sentence


@pytest.mark.parametrize(
    ("grade", "words"),
    [(Grade(1, 1), "Right"), (Grade(0, 2), "Wrong"), (Grade(2, 3), "Partly right, 2 of 3 points")],
)
def test_verdicts_in_words(grade: Grade, words: str) -> None:
    assert verdict_headline(grade) == words


def test_each_confidence_has_its_word() -> None:
    assert [confidence_word(c) for c in Confidence] == ["Guess", "Unsure", "Sure"]
