"""The tables of totals: added to with every answer, taken from with every retraction."""

import sqlite3
from dataclasses import dataclass

from certstudy.store import sql
from certstudy.store.derive import Key, Share, Sums, Totals, rows


@dataclass(frozen=True, slots=True)
class _Statements:
    """What is done to one table of totals; `names` are its columns, the key's first."""

    names: tuple[str, ...]
    keys: int
    count: str
    drop: str
    clear: str
    read: str


_DAY = _Statements(
    names=sql.DAY_NAMES,
    keys=2,
    count=sql.COUNT_DAY,
    drop=sql.DROP_DAY,
    clear=sql.CLEAR_DAYS,
    read=sql.DAYS,
)
_OBJECTIVE = _Statements(
    names=sql.OBJECTIVE_NAMES,
    keys=1,
    count=sql.COUNT_OBJECTIVE,
    drop=sql.DROP_OBJECTIVE,
    clear=sql.CLEAR_OBJECTIVES,
    read=sql.OBJECTIVES,
)
_SITTING = _Statements(
    names=sql.SITTING_TOTAL_NAMES,
    keys=2,
    count=sql.COUNT_SITTING_TOTAL,
    drop=sql.DROP_SITTING_TOTAL,
    clear=sql.CLEAR_SITTING_TOTALS,
    read=sql.SITTING_TOTALS,
)

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
