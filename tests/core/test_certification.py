"""Validity, the renewal window, and what changed since a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.certification import (
    Certification,
    Change,
    ChangeKind,
    Edition,
    Retake,
    changes_since,
    held,
    months_after,
)

NARROWED = Change("a.b", ChangeKind.NARROWED, "Less")
RENAMED = Change("a.b", ChangeKind.RENAMED, "New name")
ADDED = Change("a.c", ChangeKind.ADDED, "More")
EDITIONS = (
    Edition(date(2026, 7, 27), (NARROWED,)),
    Edition(date(2026, 4, 24), (RENAMED, ADDED)),
    Edition(date(2024, 7, 26)),
)
PATH = Certification("Expert", (), 12, 6, "Free.", "Again.", EDITIONS)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 12, 19), 12, date(2027, 12, 19)),
        (date(2027, 12, 19), -6, date(2027, 6, 19)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 31), -1, date(2025, 12, 31)),
    ],
)
def test_months_keep_the_day_where_there_is_one(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-240, 240))
def test_months_land_in_the_month_meant(day: date, months: int) -> None:
    then = months_after(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day <= day.day


def test_a_pass_holds_for_a_year_and_opens_for_renewal_six_months_before() -> None:
    mine = held(PATH, date(2026, 12, 19))
    assert (mine.until, mine.opens) == (date(2027, 12, 19), date(2027, 6, 19))
    assert not mine.open_on(date(2027, 6, 18))
    assert mine.open_on(date(2027, 6, 19))
    assert mine.open_on(mine.until)
    assert not mine.lapsed_on(mine.until)
    assert mine.lapsed_on(date(2027, 12, 20))
    assert held(PATH, date(2026, 12, 19), date(2028, 12, 19)).opens == date(2028, 6, 19)


def test_changes_are_those_of_later_editions_and_the_newest_of_each_objective() -> None:
    assert changes_since(EDITIONS, date(2024, 12, 1)) == (NARROWED, ADDED)
    assert changes_since(EDITIONS, date(2026, 4, 24)) == (NARROWED,)
    assert changes_since(EDITIONS, date(2026, 7, 27)) == ()


def test_the_wait_after_a_failed_exam_grows_and_ends_in_a_year() -> None:
    rule = Retake(first_hours=24, later_days=14, attempts=5, months=12)
    first = date(2026, 1, 10)
    assert rule.earliest([first]) == date(2026, 1, 11)
    failed = [first, date(2026, 1, 20), date(2026, 2, 10), date(2026, 3, 1)]
    assert rule.earliest(failed) == date(2026, 3, 15)
    assert rule.earliest([*failed, date(2026, 4, 1)]) == date(2027, 1, 10)
    assert rule.earliest([*failed, date(2027, 2, 1)]) == date(2027, 2, 15)
