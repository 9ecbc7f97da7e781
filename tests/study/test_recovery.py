"""The next attempt: offered after a failed one, by the owner's rules, on a day that gives time enough."""

from datetime import date, timedelta

import pytest

from certstudy.core.certification import Certification, Edition, Retake
from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.moment import date_of
from certstudy.core.preferences import Preferences
from certstudy.study.next_attempt import next_attempt
from certstudy.study.readiness import enter_result
from certstudy.study.recovery import recovery
from tests.fakes import FakeDesk, fake_desk
from tests.study.learning import meet

BARS = {"plan": 0.7, "build": 0.5, "watch": 0.8}
RULE = Retake(first_hours=24, later_days=14, attempts=5, months=12)


@pytest.fixture
def at() -> FakeDesk:
    made = fake_desk()
    edition = Edition(date(2026, 1, 1))
    made.catalog.certification = Certification("T", (), 12, 6, "", "", (edition,), retake=RULE)
    return made


def fail(at: FakeDesk, ago: int = 1, score: float | None = 640.0) -> None:
    enter_result(at.desk, Result(ResultKind.EXAM, at.desk.now().day - ago, score, None, BARS))


def today(at: FakeDesk) -> date:
    return date_of(at.desk.now().day)


def test_without_a_failed_attempt_there_is_nothing_to_plan(at: FakeDesk) -> None:
    assert recovery(at.desk) is None
    fail(at, score=820.0)
    assert recovery(at.desk) is None


def test_the_owners_waits_are_kept(at: FakeDesk) -> None:
    fail(at, ago=20)
    assert attempt_of(at) == (1, today(at) - timedelta(days=19))
    fail(at, ago=2)
    assert attempt_of(at) == (2, today(at) + timedelta(days=12))


def attempt_of(at: FakeDesk) -> tuple[int, date | None]:
    found = next_attempt(at.desk)
    assert found is not None
    return found.attempts, found.earliest


def test_a_pack_without_rules_names_no_day(at: FakeDesk) -> None:
    at.catalog.certification = None
    fail(at)
    assert attempt_of(at) == (1, None)


def test_a_passed_exam_ends_it(at: FakeDesk) -> None:
    fail(at)
    at.record.prefer(Preferences(passed=today(at)))
    assert next_attempt(at.desk) is None


def test_the_proposed_day_comes_later_the_less_time_there_is_a_day(at: FakeDesk) -> None:
    meet(at, [entry.id for entry in at.catalog.entries[::2]])
    meet(at, [entry.id for entry in at.catalog.entries[1::6]], right=False)
    fail(at)
    found = recovery(at.desk)
    assert found is not None
    assert found.has_forecast
    assert found.attempt.open
    assert found.day >= today(at) + timedelta(days=14)
    assert found.allotment.p_then > found.allotment.p_now + 0.1
    assert sum(group.minutes for group in found.allotment.groups) == pytest.approx(found.minutes, abs=15)
    at.record.prefer(Preferences(minutes_a_day=12))
    late = recovery(at.desk)
    assert late is not None
    assert late.day > found.day


def test_the_learners_own_day_stands_unless_it_is_too_early(at: FakeDesk) -> None:
    fail(at, ago=30)
    fail(at, ago=1)
    own = today(at) + timedelta(days=60)
    at.record.prefer(Preferences(own))
    found = recovery(at.desk)
    assert found is not None
    assert (found.day, found.attempt.open, found.has_forecast) == (own, False, False)
    at.record.prefer(Preferences(today(at) + timedelta(days=5)))
    early = recovery(at.desk)
    assert early is not None
    assert early.attempt.too_early
    assert early.day >= today(at) + timedelta(days=13)


def test_a_date_before_the_failure_is_no_plan(at: FakeDesk) -> None:
    at.record.prefer(Preferences(today(at) - timedelta(days=1)))
    fail(at)
    found = next_attempt(at.desk)
    assert found is not None
    assert found.exam is None
