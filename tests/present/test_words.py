"""Figures, dates and times as the learner reads them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.present.words import (
    NARROW,
    ago,
    clock,
    long_date,
    long_month,
    minutes,
    month,
    number,
    percent,
    percent_range,
    seconds,
    short_date,
    source_title,
)
from certstudy.study.practice import Mode
from tests.present.screens import plain

YEAR = [date(2026, 1, 1) + timedelta(days=day) for day in range(365)]


@pytest.mark.parametrize(("share", "words"), [(0.0, "0 %"), (0.694, "69 %"), (1.0, "100 %")])
def test_percent(share: float, words: str) -> None:
    assert plain(percent(share)) == words


def test_a_range_has_one_unit_and_an_en_dash() -> None:
    assert plain(percent_range(0.554, 0.8)) == "55–80 %"
    assert plain(percent_range(0.551, 0.554)) == "55 %"


def test_the_space_before_a_unit_never_breaks() -> None:
    words = percent(0.5) + percent_range(0.1, 0.2) + minutes(5) + minutes(80) + seconds(5000)
    assert words.count(NARROW) == 6


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (-3, "0 min"),
        (0, "0 min"),
        (37.6, "38 min"),
        (59, "59 min"),
        (59.7, "1 h"),
        (60, "1 h"),
        (80, "1 h 20 min"),
    ],
)
def test_minutes(count: float, words: str) -> None:
    assert plain(minutes(count)) == words


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [(0, "0 s"), (41_400, "41 s"), (119_000, "119 s"), (120_000, "2 min"), (170_000, "3 min")],
)
def test_seconds(milliseconds: int, words: str) -> None:
    assert plain(seconds(milliseconds)) == words


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [
        (-1, "0:00"), (0, "0:00"), (1, "0:01"), (1000, "0:01"), (59_001, "1:00"), (600_000, "10:00"),
        (3_599_999, "1:00:00"), (3_661_000, "1:01:01"),
    ],
)  # fmt: skip
def test_the_clock(milliseconds: int, words: str) -> None:
    assert clock(milliseconds) == words


@given(st.integers(1, 10**8))
def test_the_clock_shows_zero_only_when_no_time_is_left(milliseconds: int) -> None:
    assert clock(milliseconds) != "0:00"


def test_dates() -> None:
    day = date(2026, 12, 19)
    assert (short_date(day), long_date(day)) == ("19 Dec", "Saturday 19 December")
    assert (short_date(day, date(2026, 1, 1)), long_date(day, date(2026, 1, 1))) == (
        "19 Dec",
        "Saturday 19 December",
    )
    assert short_date(day, date(2027, 1, 1)) == "19 Dec 2026"
    assert long_date(day, date(2027, 1, 1)) == "Saturday 19 December 2026"


def test_every_month_has_two_names() -> None:
    assert len({month(day) for day in YEAR}) == len({long_month(day) for day in YEAR}) == 12
    assert all(long_month(day).startswith(month(day)) for day in YEAR)
    assert (month(YEAR[130]), long_month(YEAR[130])) == ("May", "May")


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "today"), (0, "today"), (1, "yesterday"), (2, "2 days ago")]
)
def test_ago(days: int, words: str) -> None:
    assert ago(days) == words


def test_every_way_of_practising_has_a_title() -> None:
    titles = [source_title(mode.value) for mode in Mode]
    assert len(set(titles)) == len(Mode)
    assert source_title("mix") == "Today"


def test_a_way_of_a_later_version_keeps_its_name() -> None:
    assert source_title("duel") == "Duel"


def test_counts_are_grouped() -> None:
    assert number(1216) == "1,216"
