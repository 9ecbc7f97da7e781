"""Whether the record is sound: the file, the facts, and what derives from them."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from certstudy.store.database import Database
from certstudy.store.faults import DamagedError
from certstudy.store.history import SqliteHistory
from certstudy.store.rebuild import differences, rebuild
from certstudy.store.resealing import altered


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    `damage` holds what SQLite says about the file and what cannot be read in it, `altered` the sittings whose answers
    are not those that were stored; `differing` counts derived rows that did not follow from the facts, `rebuilt`
    whether they do now; `remedy` says what to do about damaged or altered facts.
    """

    answers: int
    damage: tuple[str, ...]
    altered: tuple[int, ...]
    differing: int
    rebuilt: bool
    remedy: str = ""

    @property
    def sound(self) -> bool:
        """Whether nothing was lost and everything derived is right now."""
        return not self.damage and not self.altered and (self.rebuilt or not self.differing)


def check(database: Database) -> Report:
    """Read the whole record; what derives from the facts is rebuilt where it does not follow from them.

    From facts that were altered nothing is derived anew: a backup tells more.
    """
    with database.reading_whole() as connection:
        damage = _damage(connection)
        if damage:
            return Report(0, damage, (), 0, rebuilt=False)
        changed, answers = altered(connection)
        lost = tuple(_unreadable(SqliteHistory(database), connection))
        if lost:
            return Report(answers, lost, changed, 0, rebuilt=False)
        differing = 0 if changed else differences(connection)
    if differing and database.writable:
        with database.writing() as connection:
            rebuild(connection)
    return Report(answers, (), changed, differing, rebuilt=differing > 0 and database.writable)


def _damage(connection: sqlite3.Connection) -> tuple[str, ...]:
    said = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    lost = [f"a row of {table} refers to a missing row of {parent}" for table, _row, parent, _key in broken]
    return tuple(text for text in (*said, *lost) if text != "ok")


def _unreadable(history: SqliteHistory, connection: sqlite3.Connection) -> Iterator[str]:
    """What no seal covers and yet holds no value that the program writes, a sentence each."""
    for (number,) in connection.execute("SELECT id FROM sitting").fetchall():
        try:
            history.sitting(number)
            history.drafts_of(number)
            history.interruptions_of(number)
        except DamagedError:
            yield f"session {number} cannot be read"
    try:
        history.results()
    except DamagedError:
        yield "the results from elsewhere cannot be read"
