"""Minutes a day: what was done, what is meant until the exam, what is caught up."""

from datetime import date

import pytest

from certstudy.core.preferences import Preferences
from certstudy.present.day_bars import DAYS_AHEAD, DAYS_BACK, minutes_by_day
from certstudy.study.practice import Mode, Request
from tests.fakes import FakeDesk
from tests.present.screens import booked, plain, today_screen
from tests.study.learning import MINUTE, answered, begin, meet, work_through


def test_the_days_behind_hold_what_was_done(at: FakeDesk) -> None:
    answered(at, begin(at, Request(Mode.MIX, 5)), milliseconds=3 * MINUTE)
    view = today_screen(at)
    assert len(view.days) == DAYS_BACK
    today = view.days[-1]
    assert (today.kind, today.minutes, today.axis) == ("today", 3.0, "today")
    assert {bar.minutes for bar in view.days[:-1]} == {0}
    assert plain(view.pace) == "3 min of 4 h 40 min in the last 7 days."


@pytest.mark.parametrize(("day", "ahead", "last"), [(30, 7, "exam"), (23, 0, "today"), (20, 0, "today")])
def test_the_days_ahead_end_with_the_exam(at: FakeDesk, day: int, ahead: int, last: str) -> None:
    bars = booked(at, date(2026, 11, day)).days
    assert len(bars) == DAYS_BACK + ahead
    assert bars[-1].kind == last
    planned = [bar.minutes for bar in bars if bar.kind == "planned"]
    assert planned == ([40] * (ahead - 2) + [20] if ahead else [])


def test_what_was_missed_lately_is_made_up_for(at: FakeDesk) -> None:
    meet(at, ["plan.g1.o1-0"])
    at.clock.forward(days=3)
    view = booked(at, date(2026, 12, 20))
    assert plain(view.pace) == (
        "1 min of 4 h 40 min in the last 7 days. The next 12 evenings are longer by up to a quarter to catch up."
    )
    assert [bar.minutes for bar in view.days if bar.kind == "planned"][:2] == [50, 50]


def test_a_day_off_stands_empty_in_the_days_ahead(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 12, 20), week=(30, 30, 30, 30, 0, 90, 60), plan_mocks=False))
    bars = {bar.label.split(":")[0]: bar for bar in today_screen(at).days}
    assert plain(bars["27 Nov"].label) == "27 Nov: day off"
    assert (bars["27 Nov"].minutes, bars["28 Nov"].minutes, bars["30 Nov"].minutes) == (0, 90, 30)


def test_a_distant_exam_does_not_stretch_the_days(at: FakeDesk) -> None:
    bars = booked(at, date(2027, 6, 1)).days
    assert len(bars) == DAYS_BACK + DAYS_AHEAD
    assert bars[-1].kind == "planned"


def test_minutes_add_up_over_areas(at: FakeDesk) -> None:
    work_through(at, Request(Mode.MIX, 12))
    assert minutes_by_day(at.record.days()) == {at.desk.now().day: 12}
