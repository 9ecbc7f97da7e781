"""Clocks that are wrong by years, set anew, or changed for summer and for journeys: study goes on as it should."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

import pytest

from certstudy.core.moment import moment_of
from certstudy.core.ranking import Occasion, why_now
from certstudy.core.record import DayTotal
from certstudy.core.streak import streak, work_by_day
from certstudy.study import honesty, practice, progress, readiness, today
from certstudy.study.practice import Mode, Request
from certstudy.study.readiness import standing
from tests.fakes import NOON, FakeDesk, fake_desk
from tests.study.learning import meet, work_through

YEARS = timedelta(days=9 * 365)


@pytest.fixture
def at() -> FakeDesk:
    """A desk with more questions than an evening asks."""
    return fake_desk(each=4)


def study(at: FakeDesk, *days: float) -> None:
    """An evening on each of these days after the start."""
    for day in days:
        at.clock.time = NOON + timedelta(days=day)
        work_through(at, Request(Mode.MIX, 10))


def look_everywhere(at: FakeDesk) -> None:
    """What the screens read."""
    today.look(at.desk)
    progress.overview(at.desk, 8)
    readiness.standing(at.desk)
    honesty.account(at.desk)


def in_a_row(days: Sequence[int]) -> int:
    """The streak after an evening on each of these days."""
    totals = [DayTotal(day, "plan", 10, 10, 60_000, 10, 10) for day in days]
    return streak(work_by_day(totals), days[-1]).current


@pytest.mark.parametrize("off", [YEARS, -YEARS], ids=["ahead", "behind"])
def test_what_was_answered_by_a_wrong_clock_comes_again_soon(at: FakeDesk, off: timedelta) -> None:
    asked = [entry.id for entry in at.catalog.entries[:5]]
    at.clock.time = NOON + off
    meet(at, asked)
    for day in (0, 1, 400):
        at.clock.time = NOON + timedelta(days=day)
        for state in map(at.desk.history.states().__getitem__, asked):
            assert why_now(state, Occasion(at.clock.time)).recall < 0.91
    at.clock.time = NOON + timedelta(days=1)
    meet(at, asked)
    states = at.desk.history.states()
    assert all(1 <= states[name].memory.due - at.desk.now().day < 366 for name in asked)


def test_a_clock_that_is_put_right_by_minutes_forgets_nothing(at: FakeDesk) -> None:
    asked = [entry.id for entry in at.catalog.entries[:5]]
    at.clock.time = NOON + timedelta(minutes=50)
    meet(at, asked)
    at.clock.time = NOON
    for state in at.desk.history.states().values():
        assert why_now(state, Occasion(at.clock.time)).recall > 0.99


def test_an_evening_by_a_clock_years_ahead_counts_for_readiness(at: FakeDesk) -> None:
    study(at, 0, YEARS / timedelta(days=1), 1, 2)
    known = standing(at.desk)
    assert sum(known.stage.answers.values()) == len(at.desk.history.first_attempts())
    assert known.stage.day == at.desk.now().day
    days = [stage.day for stage in known.trajectory]
    assert days == sorted(set(days))
    assert days[-1] == at.desk.now().day
    look_everywhere(at)


def test_while_the_clock_is_years_behind_everything_known_stays_known(at: FakeDesk) -> None:
    study(at, 0, 1)
    at.clock.time = NOON - YEARS
    known = standing(at.desk)
    assert sum(known.stage.answers.values()) == len(at.desk.history.first_attempts())
    look_everywhere(at)


def test_a_streak_counts_no_day_that_has_not_come(at: FakeDesk) -> None:
    study(at, 0, YEARS / timedelta(days=1), 1)
    row = streak(work_by_day(at.desk.history.days()), at.desk.now().day)
    assert (row.current, row.longest, row.days) == (2, 2, 2)


def test_a_night_of_25_or_23_hours_is_one_night() -> None:
    winter, summer = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
    # back to winter time: half past three comes once, half past two twice, and all are still the evening before
    evening = moment_of(datetime(2026, 10, 24, 22, tzinfo=summer))
    for late in (
        datetime(2026, 10, 25, 2, 30, tzinfo=summer),
        datetime(2026, 10, 25, 2, 30, tzinfo=winter),
        datetime(2026, 10, 25, 3, 59, tzinfo=winter),
    ):
        assert moment_of(late).day == evening.day
    assert moment_of(datetime(2026, 10, 25, 4, 0, tzinfo=winter)).day == evening.day + 1
    # on to summer time: two o'clock does not come, four comes an hour sooner
    evening = moment_of(datetime(2027, 3, 27, 22, tzinfo=winter))
    assert moment_of(datetime(2027, 3, 28, 3, 59, tzinfo=summer)).day == evening.day
    assert moment_of(datetime(2027, 3, 28, 4, 0, tzinfo=summer)).day == evening.day + 1


@pytest.mark.parametrize("start", [datetime(2026, 10, 20, 18, 30), datetime(2027, 3, 24, 18, 30)])  # noqa: DTZ001
def test_a_streak_goes_on_when_summer_begins_and_ends(start: datetime) -> None:
    days = []
    for number in range(10):
        local = start + timedelta(days=number)
        summer = datetime(2026, 3, 29) <= local < datetime(2026, 10, 25) or local >= datetime(2027, 3, 28)  # noqa: DTZ001
        days.append(moment_of(local.replace(tzinfo=timezone(timedelta(hours=2 if summer else 1)))).day)
    assert in_a_row(days) == 10


def test_on_a_journey_to_the_east_a_streak_goes_on_and_none_grows_to_the_west() -> None:
    flown = [(0, -8), (1, -8), (2, 1), (3, 9), (4, 9)]
    days = [
        moment_of(datetime(2026, 5, 2 + day, 20, tzinfo=timezone(timedelta(hours=hours)))).day
        for day, hours in flown
    ]
    assert in_a_row(days) == 5
    # across the date line the same day comes twice, and counts once
    tokyo = moment_of(datetime(2026, 5, 2, 20, tzinfo=timezone(timedelta(hours=9))))
    honolulu = moment_of(tokyo.utc.astimezone(timezone(timedelta(hours=-10))) + timedelta(hours=16))
    assert tokyo.day == honolulu.day
    assert tokyo.utc < honolulu.utc <= datetime(2026, 5, 4, tzinfo=UTC)


def test_a_session_that_a_journey_falls_into_goes_on(at: FakeDesk) -> None:
    sitting, _changes = practice.start(at.desk, practice.propose(at.desk, Request(Mode.MIX, 5)))
    for hours in (2, -10, 13):
        at.clock.time = at.clock.time.astimezone(timezone(timedelta(hours=hours)))
        task = at.catalog.question(sitting.current or "").task
        sitting = practice.answer(at.desk, sitting, task.model, None, 1_000).sitting
        sitting = practice.resume(at.desk, sitting.record.id)
    given = at.desk.history.answers_of(sitting.record.id)
    assert [answer.at.offset_minutes for answer in given] == [120, -600, 780]
    assert {answer.at.utc for answer in given} == {NOON}
    look_everywhere(at)
