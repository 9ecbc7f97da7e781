"""Sittings that follow from their answers again: which they hold, in which range, under which seal."""

import sqlite3
from collections import defaultdict

from certstudy.store import sql
from certstudy.store.values import SEAL_MODULUS, SEALED, seal


def seals(connection: sqlite3.Connection) -> tuple[dict[int, int], int]:
    """The seal that fits each sitting's answers and retractions as they stand, and how many answers there are."""
    found: dict[int, int] = defaultdict(int)
    answers = 0
    for row in connection.execute(sql.ANSWERS):
        found[row[1]] += seal(row[:SEALED])
        answers += 1
    for number, *taken in connection.execute(sql.RETRACTIONS):
        found[number] += seal(taken)
    return {number: total % SEAL_MODULUS for number, total in found.items()}, answers


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
