"""Unquoted scalars follow the core schema of YAML 1.2, not the surprises of 1.1."""

import math

import pytest

from certstudy.bank.scalars import Scalar, plain

TABLE: list[tuple[str, Scalar]] = [
    ("", None), ("~", None), ("null", None), ("NULL", None), ("nULL", "nULL"),
    ("true", True), ("True", True), ("FALSE", False), ("tRUE", "tRUE"),
    ("on", "on"), ("off", "off"), ("yes", "yes"), ("no", "no"), ("NO", "NO"), ("y", "y"), ("n", "n"),
    ("0", 0), ("-7", -7), ("+12", 12), ("010", 10), ("0o10", 8), ("0x1F", 31), ("1_000", "1_000"),
    ("1.10", 1.1), ("-.5", -0.5), ("1e3", 1000.0), ("1.", 1.0), ("1.0.0", "1.0.0"), (".", "."), ("-", "-"), ("+", "+"),
    ("2026-07-27", "2026-07-27"), ("22:30", "22:30"), ("12:30:45", "12:30:45"), ("2026-07-27T10:00:00Z",) * 2,
    (".inf", math.inf), ("-.INF", -math.inf), ("0b11", "0b11"), ("=", "="), ("<<", "<<"), ("nano", "nano"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), TABLE)
def test_core_schema(text: str, value: Scalar) -> None:
    found = plain(text)
    assert found == value
    assert type(found) is type(value)


def test_not_a_number() -> None:
    found = plain(".nan")
    assert isinstance(found, float)
    assert math.isnan(found)


def test_a_number_of_absurd_length_is_refused() -> None:
    with pytest.raises(ValueError, match="5000 characters"):
        plain("9" * 5_000)
