"""The tables of totals: added to with every answer, taken from with every retraction."""

import sqlite3
from dataclasses import dataclass

from sqlalchemy import Table, and_, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from certstudy.store.database import compiled, constant
from certstudy.store.derive import Key, Share, Sums, Totals, rows
from certstudy.store.tables import day_total, objective_total, sitting_total


@dataclass(frozen=True, slots=True)
class _Statements:
    """What is done to one table of totals; `names` are its columns, the key's first."""

    names: tuple[str, ...]
    keys: int
    count: str
    drop: str
    clear: str
    read: str


def _statements(table: Table) -> _Statements:
    new = insert(table).values({c.name: bindparam(c.name) for c in table.c})
    sums = {c.name: c + new.excluded[c.name] for c in table.c if not c.primary_key}
    key = list(table.primary_key)
    here = and_(*(c == bindparam(c.name) for c in key))
    return _Statements(
        names=tuple(c.name for c in table.c),
        keys=len(key),
        count=compiled(new.on_conflict_do_update(index_elements=key, set_=sums)),
        drop=compiled(delete(table).where(here, table.c.answers == constant(0))),
        clear=compiled(delete(table)),
        read=compiled(select(table)),
    )


_DAY = _statements(day_total)
_OBJECTIVE = _statements(objective_total)
_SITTING = _statements(sitting_total)

Rows = dict[Key, Sums]


def count_share(connection: sqlite3.Connection, share: Share) -> None:
    """Add the share of one new answer."""
    for table, (key, sums) in ((_DAY, share.day), (_OBJECTIVE, share.objective), (_SITTING, share.sitting)):
        connection.execute(table.count, dict(zip(table.names, key + sums, strict=True)))


def count_totals(connection: sqlite3.Connection, totals: Totals) -> None:
    """Add a difference; a key under which no answer is left goes."""
    for table, difference in _pairs(totals):
        found = [dict(zip(table.names, key + sums, strict=True)) for key, sums in difference.items()]
        connection.executemany(table.count, found)
        keys = [{name: row[name] for name in table.names[: table.keys]} for row in found]
        connection.executemany(table.drop, keys)


def replace_totals(connection: sqlite3.Connection, totals: Totals) -> None:
    """Put totals in place of all that stand."""
    for table, _difference in _pairs(totals):
        connection.execute(table.clear)
    count_totals(connection, totals)


def differing(connection: sqlite3.Connection, totals: Totals) -> int:
    """How many rows stand otherwise than in these totals."""
    count = 0
    for table, expected in _pairs(totals):
        stored = {row[: table.keys]: row[table.keys :] for row in connection.execute(table.read)}
        count += sum(stored.get(key) != expected.get(key) for key in stored.keys() | expected.keys())
    return count


def _pairs(totals: Totals) -> tuple[tuple[_Statements, Rows], ...]:
    return (
        (_DAY, rows(totals.day)),
        (_OBJECTIVE, rows(totals.objective)),
        (_SITTING, rows(totals.sitting)),
    )
