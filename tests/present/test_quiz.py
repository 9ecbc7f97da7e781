"""The practice screen's view: nothing given away before the check, everything said after it."""

from dataclasses import replace

import pytest

from certstudy.core.grading import Grade, Response, Verdict
from certstudy.core.question import Question
from certstudy.core.record import Answer, Confidence, QuestionState, replayed
from certstudy.core.sitting import Practice
from certstudy.present.question import Mark
from certstudy.present.quiz import (
    QuizContext,
    QuizView,
    SeatState,
    asking,
    checked,
    confidence_word,
    reason_sentence,
    verdict_headline,
)
from certstudy.present.words import NARROW
from certstudy.study.practice import Mode, Request, answer
from tests.fakes import FakeDesk, fake_desk
from tests.study.learning import answered, begin, meet, rightly, wrongly

FIRST, SEVERAL = "plan.g1.o1-0", "plan.g1.o1-2"
PACE = 75_000.0


@pytest.fixture
def at() -> FakeDesk:
    return fake_desk()


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
        today=at.desk.now().day,
        misconceptions={"mixed-up": "Both are thought to be the same."},
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
    assert {option.mark for option in view.question.options} == {Mark.NONE}
    assert (view.title, view.counter, view.primary, view.can_undo) == ("Today", "1 of 5", "Check", False)
    assert view.remaining == f"5 left, about 6{NARROW}min"
    assert view.why_now == "New: you have not met this question yet."


def test_a_choice_is_shown_as_chosen(at: FakeDesk) -> None:
    view = _asking(at, _one(at), frozenset("b"))
    assert [option.id for option in view.question.options if option.chosen] == ["b"]


def test_the_strip_shows_what_became_of_each_question(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.MIX, 6))
    for right in (True, False):
        sitting = answered(at, sitting, right)
    view = _asking(at, sitting)
    assert [seat.state for seat in view.seats] == [
        SeatState.RIGHT, SeatState.WRONG, SeatState.CURRENT, SeatState.AHEAD, SeatState.AHEAD, SeatState.AHEAD,
    ]  # fmt: skip
    assert [seat.slot for seat in view.seats] == list(_context(at, sitting, at.catalog.question(FIRST)).areas)
    assert view.can_undo


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
    assert feedback.comes_back == "Comes back on 26 Nov."
    assert feedback.idea_html == "<p>Way <strong>a</strong> keeps the build short.</p>"


def test_a_wrong_answer_comes_back_tomorrow(at: FakeDesk) -> None:
    feedback = _checked(at, _one(at), frozenset("b")).feedback
    assert feedback is not None
    assert (feedback.headline, feedback.comes_back) == ("Wrong", "Comes back tomorrow.")


def test_points_are_named_where_they_are_split(at: FakeDesk) -> None:
    view = _checked(at, _one(at, SEVERAL), frozenset("ac"), None)
    assert view.feedback is not None
    assert view.feedback.headline == "Partly right, 1 of 2 points"
    assert view.feedback.detail == f"41{NARROW}s. Your usual is 75{NARROW}s."
    marks = {option.id: option.mark for option in view.question.options}
    assert marks == {"a": Mark.RIGHT, "b": Mark.MISSED, "c": Mark.WRONG, "d": Mark.NONE}


def test_sources_say_when_they_were_checked(at: FakeDesk) -> None:
    feedback = _checked(at, _one(at), frozenset("a")).feedback
    assert feedback is not None
    (link,) = feedback.links
    assert (link.title, link.url, link.note) == (
        "Testing things",
        "https://example.org/testing",
        "checked 1 Jan",
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
    told = replace(question, options=options)
    for chosen, mixup in (("c", "Both are thought to be the same."), ("b", ""), ("a", "")):
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


def _state(at: FakeDesk, right: bool) -> QuestionState:
    question = at.catalog.question(FIRST)
    response = rightly(question) if right else wrongly(question)
    given = Answer(1, FIRST, at.desk.now(), response, int(right), 1, 1000, Confidence.SURE)
    state = replayed([given])
    assert state is not None
    return state


@pytest.mark.parametrize(
    ("right", "days", "sentence"),
    [
        (False, 1, "Missed when last asked, yesterday."),
        (True, 3, "Due for review: last asked 3 days ago."),
        (True, 1, "Ahead of time, to keep the exam's proportions: due on 26 Nov."),
    ],
)
def test_why_a_question_is_asked_now(at: FakeDesk, right: bool, days: int, sentence: str) -> None:
    assert reason_sentence(_state(at, right), at.desk.now().day + days) == sentence


@pytest.mark.parametrize(
    ("grade", "words"),
    [(Grade(1, 1), "Right"), (Grade(0, 2), "Wrong"), (Grade(2, 3), "Partly right, 2 of 3 points")],
)
def test_verdicts_in_words(grade: Grade, words: str) -> None:
    assert verdict_headline(grade) == words


def test_each_confidence_has_its_word() -> None:
    assert [confidence_word(c) for c in Confidence] == ["Guess", "Unsure", "Sure"]
