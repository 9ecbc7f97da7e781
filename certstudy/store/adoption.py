"""Where questions stand in the outline: taken over from the content, and moved when the content moves them."""

import sqlite3
from collections.abc import Mapping, Sequence

from certstudy.core.question import Entry
from certstudy.store import facts, sittings, sql, totals
from certstudy.store.derive import Place, Totals, shares
from certstudy.store.register import Known


def adopt(connection: sqlite3.Connection, entries: Sequence[Entry], fingerprint: str) -> bool:
    """Place the questions as the entries say; true if that moved anything already answered.

    Questions the entries do not name stay where they were: what was learnt about them was learnt there.
    """
    if connection.execute(sql.ADOPTED).fetchone() == (fingerprint,):
        return False
    known = places(connection)
    new = [entry for entry in entries if entry.id not in known]
    moved = [
        (known[entry.id], place)
        for entry in entries
        if entry.id in known and known[entry.id].place != (place := _place(entry))
    ]
    connection.executemany(
        sql.ADD_QUESTION, [{"name": e.id, "area": e.area, "objective": e.objective} for e in new]
    )
    connection.executemany(
        sql.MOVE_QUESTION,
        [{"number": k.number, "to_area": p.area, "to_objective": p.objective} for k, p in moved],
    )
    connection.execute(sql.FORGET_ADOPTED)
    connection.execute(sql.REMEMBER_ADOPTED, {"fingerprint": fingerprint})
    return _count_anew(connection, moved)


def places(connection: sqlite3.Connection) -> Mapping[str, Known]:
    """Every question ever named, with its number and place."""
    rows = connection.execute(sql.QUESTIONS)
    return {name: Known(number, Place(area, objective)) for number, name, area, objective in rows}


def _place(entry: Entry) -> Place:
    return Place(entry.area, entry.objective)


def _count_anew(connection: sqlite3.Connection, moved: Sequence[tuple[Known, Place]]) -> bool:
    """Take the answers to moved questions out of the totals of the old place and into those of the new."""
    sources = sittings.sources(connection) if moved else {}
    difference, answered = Totals(), False
    for known, place in moved:
        answers = facts.standing_answers(connection, known.number)
        difference.add(shares(answers, known.place, sources), sign=-1)
        difference.add(shares(answers, place, sources))
        answered = answered or bool(answers)
    totals.count_totals(connection, difference)
    return answered
