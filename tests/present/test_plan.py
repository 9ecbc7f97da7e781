"""The plan's view and its calendar."""

from datetime import date, timedelta

import pytest

from certstudy.core.exam_plan import DayKind
from certstudy.core.moment import date_of
from certstudy.core.preferences import Preferences
from certstudy.present.plan import PlanView, plan_events, plan_view
from certstudy.study.availability import LONGEST_PLAN
from certstudy.study.plan import plan
from tests.fakes import FakeDesk
from tests.present.screens import plain
from tests.study.learning import meet


def _view(at: FakeDesk, preferences: Preferences) -> PlanView:
    at.record.prefer(preferences)
    return plan_view(
        at.catalog.syllabus,
        plan(at.desk),
        len(at.catalog.entries),
        preferences.exam_date,
        date_of(at.desk.now().day),
    )


def test_without_a_date_it_says_what_is_missing(at: FakeDesk) -> None:
    view = _view(at, Preferences())
    assert view.rows == ()
    assert view.empty


@pytest.mark.parametrize(
    ("exam", "title"),
    [
        (date(2029, 1, 4), "Exam on 4 January 2029"),
        (date(2026, 11, 20), "The exam was on 20 November 2026"),
        (date(2026, 11, 23), "The exam is today"),
    ],
)
def test_a_date_without_a_plan_is_named(at: FakeDesk, exam: date, title: str) -> None:
    view = _view(at, Preferences(exam))
    assert view.rows == ()
    assert view.subtitle == title
    assert view.empty


def test_a_date_too_far_away_says_when_the_plan_begins(at: FakeDesk) -> None:
    assert _view(at, Preferences(date(2029, 1, 4))).empty.endswith("The plan begins on 5 January 2027.")
    assert _view(at, Preferences(date(2026, 11, 23) + timedelta(LONGEST_PLAN))).rows


def test_each_day_says_how_long_and_what(at: FakeDesk) -> None:
    view = _view(at, Preferences(date(2026, 11, 27), days_off=(date(2026, 11, 25),), plan_mocks=False))
    assert [(row.day, plain(row.what)) for row in view.rows] == [
        ("Mon 23 Nov", "40 min"), ("Tue 24 Nov", "40 min"), ("Wed 25 Nov", "Day off"),
        ("Thu 26 Nov", "20 min"), ("Fri 27 Nov", "Exam"),
    ]  # fmt: skip
    assert view.rows[0].detail == "32 questions, 32 new"
    assert sum(len(area.seats) for area in view.rows[0].areas) == 32
    assert view.rows[3].kind is DayKind.LAST
    assert view.rows[3].detail.endswith("a short evening, reviews first")
    facts = [plain(f"{figure} {words}") for figure, words in view.facts]
    assert facts[0] == "1 h 40 min on 3 days of study"
    assert "of the questions known on the day" in facts[1]


def test_what_was_missed_is_said(at: FakeDesk) -> None:
    meet(at, ["plan.g1.o1-0"])
    at.clock.forward(days=2)
    view = _view(at, Preferences(date(2026, 12, 20), plan_mocks=False))
    assert plain(view.facts[-1][0]) == "1 h 19 min"
    assert plain(view.rows[0].detail).endswith("10 min to catch up")
    assert view.facts[-2][1] == "every one of 72 questions met"


def test_a_calendar_gets_the_days_of_study_and_the_exam(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 11, 27), days_off=(date(2026, 11, 25),), plan_mocks=False))
    found = plan(at.desk)
    assert found is not None
    events = plan_events(at.catalog.syllabus, found)
    code = at.catalog.syllabus.exam.code
    assert [event.day.day for event in events] == [23, 24, 26, 27]
    assert events[0].title == f"{code}: 40 min, 32 questions, 32 new"
    assert "Building: 16" in events[0].details
    assert (events[-1].title, events[-1].reminders) == (f"Exam {code}", (7, 1))
    assert len({event.uid for event in events}) == 4


def test_a_mock_exam_stands_on_its_day_with_its_time(at: FakeDesk) -> None:
    view = _view(at, Preferences(date(2026, 12, 20)))
    mocks = [(row.day, plain(row.what), row.detail) for row in view.rows if row.mock]
    assert mocks == [
        ("Mon 23 Nov", "40 min", "Diagnostic of 15 questions, and 20 questions"),
        ("Sat 28 Nov", "1 h 40 min", "Mock exam of 50 questions"),
        ("Mon 7 Dec", "1 h 40 min", "Mock exam of 50 questions"),
        ("Wed 16 Dec", "1 h 40 min", "Mock exam of 50 questions"),
    ]
    figures = [f"{figure} {words}" for figure, words in view.facts]
    assert "4 mock exams, the last on 16 Dec" in figures
    found = plan(at.desk)
    assert found is not None
    titles = [event.title for event in plan_events(at.catalog.syllabus, found)]
    assert "T-100: 1 h 40 min, Mock exam of 50 questions" in titles
