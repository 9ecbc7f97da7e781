"""A day counts from a minimum on, and a streak is what its name says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.record import DayTotal
from certstudy.core.streak import FEWEST_ANSWERS, FEWEST_MS, DayWork, streak, work_by_day

TODAY = 740_000
ENOUGH, TOO_LITTLE = DayWork(FEWEST_ANSWERS, 0), DayWork(FEWEST_ANSWERS - 1, FEWEST_MS - 1)


@pytest.mark.parametrize(
    ("answers", "milliseconds", "counts"),
    [(0, 0, False), (4, 299_999, False), (5, 0, True), (1, 300_000, True), (60, 3_600_000, True)],
)
def test_a_day_counts_from_a_minimum_on(answers: int, milliseconds: int, counts: bool) -> None:
    assert DayWork(answers, milliseconds).counts is counts


def test_the_work_of_a_day_is_that_of_all_areas() -> None:
    totals = [DayTotal(TODAY, area, 3, 2.0, 100_000, 1, 1.0) for area in ("a", "b")]
    assert work_by_day(totals) == {TODAY: DayWork(6, 200_000)}


def test_nothing_done_is_no_streak() -> None:
    assert streak({}, TODAY).current == streak({}, TODAY).longest == streak({}, TODAY).days == 0


def test_a_day_that_is_not_over_does_not_break_it() -> None:
    work = {TODAY - 1: ENOUGH, TODAY - 2: ENOUGH}
    assert streak(work, TODAY).current == 2
    assert streak({**work, TODAY: TOO_LITTLE}, TODAY).current == 2
    assert streak({**work, TODAY: ENOUGH}, TODAY).current == 3


def test_a_day_with_too_little_breaks_it() -> None:
    work = {TODAY: ENOUGH, TODAY - 1: TOO_LITTLE, TODAY - 2: ENOUGH, TODAY - 3: ENOUGH}
    found = streak(work, TODAY)
    assert (found.current, found.longest, found.days) == (1, 2, 3)


@given(st.sets(st.integers(0, 40)))
def test_it_agrees_with_counting_one_by_one(back: set[int]) -> None:
    found = streak({TODAY - day: ENOUGH for day in back}, TODAY)
    rows, length = [0], 0
    for day in range(40, -1, -1):
        length = length + 1 if day in back else 0
        rows.append(length)
    begins = 0 if 0 in back else 1
    current = next((day for day in range(begins, 42) if day not in back), 42) - begins
    assert (found.current, found.longest, found.days) == (current, max(rows), len(back))
