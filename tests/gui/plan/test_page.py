"""The Plan screen: days from the record, the week edited at once, a calendar file on the disk."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QDate

from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.preferences import Preferences
from certstudy.gui.calendar_export import save_calendar
from certstudy.gui.plan.page import PlanPage
from certstudy.gui.practice.quiz_page import QuizPage
from certstudy.gui.widgets.button import Button
from certstudy.gui.window import Window
from tests.fakes import FakeDesk

EXAM = date(2026, 12, 3)


@pytest.fixture
def page(window: Window, learner: FakeDesk) -> PlanPage:
    learner.record.prefer(Preferences(EXAM))
    return opened(window)


def opened(window: Window) -> PlanPage:
    """The page with the plan on it."""
    window.go("plan")
    made = cast("PlanPage", window.page)
    arrive(made)
    return made


def arrive(page: PlanPage) -> None:
    """Lets what is being planned arrive."""
    page._room.operations.settle()


def test_the_days_to_the_exam_are_shown(page: PlanPage) -> None:
    assert not page.days_card.isHidden()
    assert len(page.days.marks_now()) == 11
    assert page.days.table().rows[-1][:2] == ("Thu 3 Dec", "Exam")
    assert "40" in page.days.table().rows[0][1]


def test_without_a_date_the_way_to_it_is_shown(window: Window) -> None:
    page = opened(window)
    assert page.days_card.isHidden()
    page.empty.button.click()
    assert window.here == "settings"


def test_a_weekday_edited_changes_the_plan_at_once(page: PlanPage, learner: FakeDesk) -> None:
    page.week.fields[0].setValue(0)
    arrive(page)
    assert learner.record.kept_preferences.week == (0, 40, 40, 40, 40, 40, 40)
    assert page.days.table().rows[0][1] == "Day off"


def test_a_day_off_comes_and_goes(page: PlanPage, learner: FakeDesk) -> None:
    page.days_off.date.setDate(QDate(2026, 11, 25))
    page.days_off.add.click()
    arrive(page)
    assert learner.record.kept_preferences.days_off == (date(2026, 11, 25),)
    assert page.days.table().rows[2][1] == "Day off"
    page.days_off.findChildren(Button)[-1].click()
    assert not learner.record.preferences().days_off


def test_a_day_off_that_is_past_stays_one(page: PlanPage, learner: FakeDesk) -> None:
    """Forgotten, it would count as an evening missed."""
    past = date(2026, 11, 21)
    learner.record.prefer(replace(learner.record.preferences(), days_off=(past,)))
    page.refresh()
    page.days_off.date.setDate(QDate(2026, 11, 25))
    page.days_off.add.click()
    assert learner.record.kept_preferences.days_off == (past, date(2026, 11, 25))


def test_the_calendar_is_saved_and_a_full_disk_is_told(
    page: PlanPage, window: Window, tmp_path: Path
) -> None:
    save_calendar(page._room, page._events, tmp_path / "plan.ics")
    text = (tmp_path / "plan.ics").read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 11
    save_calendar(page._room, page._events, tmp_path / "missing" / "plan.ics")
    assert window._fault.isVisibleTo(window)


def test_today_leads_to_the_plan(window: Window) -> None:
    window.today._plan.click()
    assert window.here == "plan"


def test_mock_exams_leave_the_plan_when_they_are_not_wanted(page: PlanPage, learner: FakeDesk) -> None:
    assert any("Diagnostic" in row[2] for row in page.days.table().rows)
    page.mocks.planned.click()
    arrive(page)
    assert not learner.record.kept_preferences.plan_mocks
    assert not any("of 50 questions" in row[2] or "Diagnostic" in row[2] for row in page.days.table().rows)


def test_after_a_failed_attempt_the_next_one_is_planned(window: Window, learner: FakeDesk) -> None:
    learner.record.add_result(Result(ResultKind.EXAM, learner.desk.now().day - 1, 640.0), learner.desk.now())
    page = opened(window)
    assert page.attempt.isVisibleTo(page)
    assert "640" in page.attempt.words.text()
    page.attempt.take.click()
    arrive(page)
    assert learner.record.kept_preferences.exam_date is not None
    assert not page.attempt.take.isVisibleTo(page)
    assert not page.days_card.isHidden()
    page.attempt.practised.emit("build")
    areas = {learner.record.places[q].area for q in cast("QuizPage", window.page).controller.sitting.form}
    assert areas == {"build"}


def test_without_a_failed_attempt_there_is_no_card_of_the_next(page: PlanPage) -> None:
    assert page.attempt.isHidden()
