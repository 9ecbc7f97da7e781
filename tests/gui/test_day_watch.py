"""The day turns while the window is open: every screen that shows days is read anew."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from certstudy.core.moment import moment_of, until_next_day
from certstudy.core.preferences import Preferences
from certstudy.gui.day_watch import DayWatch
from certstudy.gui.plan.page import PlanPage
from certstudy.gui.window import Window
from tests.fakes import FakeDesk

EXAM = date(2026, 12, 19)


@pytest.fixture
def evening(window: Window, learner: FakeDesk) -> Window:
    """A window with an exam date."""
    learner.record.prefer(Preferences(EXAM))
    window.today.refresh()
    window._operations.settle()
    assert window.today._frame.title.text() == "26 days to the exam"
    return window


def _days(window: Window) -> tuple[str, str]:
    view = window.rail.head._view
    assert view is not None
    return window.today._frame.title.text(), view.detail


def test_today_and_the_rail_follow_on_coming_back(
    evening: Window, learner: FakeDesk, qapp: QApplication
) -> None:
    learner.clock.forward(days=1)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    evening._operations.settle()
    assert _days(evening) == ("25 days to the exam", "19 Dec · 25 days")


def test_today_and_the_plan_follow_when_a_screen_is_shown(evening: Window, learner: FakeDesk) -> None:
    evening.go("plan")
    evening._operations.settle()
    evening.go("today")
    learner.clock.forward(days=1)
    evening.go("plan")
    evening._operations.settle()
    assert cast("PlanPage", evening.page).days.table().rows[0][0] == "Tue 24 Nov"
    evening.go("today")
    evening._operations.settle()
    assert _days(evening) == ("25 days to the exam", "19 Dec · 25 days")


def test_today_follows_at_the_hour(evening: Window, learner: FakeDesk) -> None:
    assert evening._days is not None
    learner.clock.forward(hours=16, seconds=1)
    evening._days._timer.timeout.emit()
    evening._operations.settle()
    assert _days(evening) == ("25 days to the exam", "19 Dec · 25 days")


def test_the_timer_rings_just_after_the_day_and_tells_once(qtbot: QtBot, learner: FakeDesk) -> None:
    watch = DayWatch(learner.desk.now)
    told: list[int] = []
    watch.turned.connect(lambda: told.append(1))
    assert watch._timer.interval() == 16 * 3_600_000 + 1_000
    watch.look()
    assert not told
    learner.clock.forward(days=2)
    watch.look()
    watch.look()
    assert told == [1]
    assert until_next_day(moment_of(learner.clock())).total_seconds() == 16 * 3_600


def test_the_rail_follows_a_date_at_once(evening: Window, learner: FakeDesk) -> None:
    evening.go("settings")
    evening.page.exam.date.set_day(date(2026, 12, 20))  # type: ignore[attr-defined]
    view = evening.rail.head._view
    assert view is not None
    assert view.detail == "20 Dec · 27 days"
