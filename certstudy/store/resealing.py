"""Sittings and their answers: whether the seals fit, and how to make them fit again."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from certstudy.store import sql
from certstudy.store.values import SEAL_MODULUS, seal


def seals(connection: sqlite3.Connection) -> tuple[dict[int, int], int]:
    """The seal that fits each sitting's answers and retractions as they stand, and how many answers there are."""
    found: dict[int, int] = defaultdict(int)
    answers = 0
    for row in connection.execute(sql.SEALED_ANSWERS):
        found[row[1]] += seal(row)
        answers += 1
    for number, *taken in connection.execute(sql.RETRACTIONS):
        found[number] += seal(taken)
    return {number: total % SEAL_MODULUS for number, total in found.items()}, answers


def altered(connection: sqlite3.Connection) -> tuple[tuple[int, ...], int]:
    """The sittings whose seal does not fit their answers, and how many answers there are."""
    with _any_text(connection):
        fitting, answers = seals(connection)
    stored = dict(connection.execute(sql.SEALS).fetchall())
    found = (number for number, sealed in stored.items() if sealed != fitting.get(number, 0))
    return tuple(sorted(found)), answers


def reseal(connection: sqlite3.Connection) -> None:
    """Note for every sitting what it holds now."""
    fitting, _answers = seals(connection)
    rows = connection.execute("SELECT sitting, min(id), max(id) FROM answer GROUP BY sitting").fetchall()
    ranges = {number: (first, last) for number, first, last in rows}
    for (number,) in connection.execute("SELECT id FROM sitting").fetchall():
        first, last = ranges.get(number, (None, None))
        values = (first, last, fitting.get(number, 0), number)
        connection.execute(
            "UPDATE sitting SET first_answer = ?, last_answer = ?, seal = ? WHERE id = ?", values
        )


@contextmanager
def _any_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Text that is no text any more is read as something else, and fits no seal."""
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    try:
        yield
    finally:
        connection.text_factory = str
