"""What the mock exam's screens say."""

from dataclasses import replace

import pytest

from certstudy.core.exam import MockExam, Progress
from certstudy.core.grading import Verdict
from certstudy.core.record import Draft
from certstudy.present import mock_result, mock_room, mock_setup
from certstudy.present.mock_reviewed import reviewed_view
from certstudy.present.task_view import Mark
from certstudy.present.words import NARROW
from certstudy.study import mock_exam
from certstudy.study.mock_result import attempts
from certstudy.study.mock_result import result as mock_result_of
from tests.choices import choice, shown_options
from tests.fakes import FakeDesk, fake_desk


def begun(fake: FakeDesk, n: int = 40) -> MockExam:
    return mock_exam.start(fake.desk, mock_exam.prepare(fake.desk, n), mock_exam.Rules(100))[0]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (601_000, 600_000, "10 minutes left"),
        (600_000, 599_000, ""),
        (300_500, 299_500, "5 minutes left"),
        (61_000, 60_000, "1 minute left"),
        (700_000, 50_000, "1 minute left"),
        (50_000, 49_000, ""),
        (None, None, ""),
    ],
)
def test_the_time_is_announced_three_times(before: int | None, after: int | None, words: str) -> None:
    assert mock_room.announcement(before, after) == words


def test_the_audit_counts_every_seat_and_says_when_it_does_not_fit() -> None:
    fake = fake_desk(each=12)
    form = mock_exam.prepare(fake.desk, 50)
    view = mock_setup.audit_view(fake.desk.catalog.syllabus, form.audit)
    assert sum(int(row.seats) for row in view.rows) == 50
    assert view.fits
    assert dict(view.facts)["Seen before"] == "0 of 50"
    small = fake_desk(each=5)
    scarce = mock_exam.prepare(small.desk, 60)
    assert not mock_setup.audit_view(small.desk.catalog.syllabus, scarce.audit).fits


def test_extra_time_follows_from_the_exams_minutes() -> None:
    assert [choice.minutes for choice in mock_setup.time_choices(100)] == [100, 125, 130, 150, 200]


def test_the_room_shows_a_choice_but_no_verdict_and_no_reason() -> None:
    fake = fake_desk()
    exam = begun(fake)
    question = fake.desk.catalog.question(exam.current)
    exam = mock_exam.draft(fake.desk, exam, exam.current, Draft(response=frozenset("a")))
    view = mock_room.room_view(fake.desk.catalog.syllabus, exam, question)
    assert view.question is not None
    assert [option.id for option in shown_options(view.question) if option.chosen] == ["a"]
    assert all(option.mark is Mark.NONE and not option.why for option in shown_options(view.question))
    assert view.place == "Question 1 of 40"


def test_the_list_filters_open_and_marked_questions() -> None:
    fake = fake_desk()
    exam = begun(fake)
    several = next(q for q in exam.form if choice(fake.desk.catalog.question(q)).choose == 2)
    exam = mock_exam.draft(fake.desk, exam, several, Draft(response=frozenset("a"), marked=True))
    view = mock_room.list_view(exam, [fake.desk.catalog.question(q) for q in exam.form])
    [marked] = view.chosen("marked")
    assert (marked.progress, marked.index) == (Progress.PARTLY, exam.form.index(several))
    assert len(view.chosen("open")) == view.open == 40
    assert "40 questions are open." in mock_room.ending(view, last_section=True)


def test_a_result_says_the_score_and_what_was_missed() -> None:
    fake = fake_desk()
    exam = begun(fake)
    for question_id in exam.form[1:]:
        key = fake.desk.catalog.question(question_id).key
        exam = mock_exam.draft(fake.desk, exam, question_id, Draft(response=key))
    mock_exam.hand_in(fake.desk, exam)
    result = mock_result_of(fake.desk, exam.record.id)
    syllabus = fake.desk.catalog.syllabus
    view = mock_result.result_view(syllabus, result, attempts(fake.desk))
    assert view.passed
    assert view.missed == exam.form[:1]
    assert {name: view.count(name) for name in view.groups if view.count(name)} == {"all": 40, "open": 1}
    assert view.to_practise("open") == exam.form[:1]
    assert view.point.span.low <= view.point.span.value <= view.point.span.high
    assert "estimate" in view.honest
    first = reviewed_view(syllabus, result, 0)
    assert (first.verdict, first.answered) == (Verdict.WRONG, False)
    assert first.question is not None
    assert all(option.why for option in shown_options(first.question))


@pytest.mark.parametrize(("minutes", "told"), [(99, False), (100, True)])
def test_a_result_says_that_the_time_was_up(minutes: int, told: bool) -> None:
    fake = fake_desk()
    exam = mock_exam.tick(fake.desk, begun(fake), minutes * 60_000)
    mock_exam.hand_in(fake.desk, exam)
    result = mock_result_of(fake.desk, exam.record.id)
    view = mock_result.result_view(fake.desk.catalog.syllabus, result, attempts(fake.desk))
    assert ("The time was up" in view.subtitle) is told


def test_questions_that_left_the_bank_stay_in_the_result() -> None:
    fake = fake_desk()
    exam = begun(fake)
    mock_exam.hand_in(fake.desk, exam)
    result = mock_result_of(fake.desk, exam.record.id)
    gone = replace(result, sat=(replace(result.sat[0], question=None), *result.sat[1:]))
    view = mock_result.result_view(fake.desk.catalog.syllabus, gone, attempts(fake.desk))
    assert len(view.cells) == 40
    assert exam.form[0] not in view.missed
    assert reviewed_view(fake.desk.catalog.syllabus, gone, 0).question is None


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (0.5, 0.9, "The forecast said 50–90 % right; you got 75 %, within that."),
        (0.8, 0.9, "The forecast said 80–90 % right; you got 75 %, less than that."),
        (0.5, 0.7, "The forecast said 50–70 % right; you got 75 %, more than that."),
    ],
)
def test_a_result_says_whether_what_was_foretold_came_true(low: float, high: float, told: str) -> None:
    fake = fake_desk()
    exam = begun(fake)
    mock_exam.hand_in(fake.desk, exam)
    result = mock_result_of(fake.desk, exam.record.id)
    assert result.forecast == fake.record.kept_forecasts[exam.record.id]
    kept = replace(result.forecast, low=low, high=high)
    scored = replace(result, forecast=kept, score=replace(result.score, points=30, out_of=40))
    view = mock_result.result_view(fake.desk.catalog.syllabus, scored, attempts(fake.desk))
    assert view.foretold.replace(NARROW, " ") == told
    untold = replace(scored, forecast=None)
    assert mock_result.result_view(fake.desk.catalog.syllabus, untold, attempts(fake.desk)).foretold == ""
