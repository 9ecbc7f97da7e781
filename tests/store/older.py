"""Records as earlier versions of the app left them: what one of today holds, as far as their tables could."""

import sqlite3
from contextlib import closing
from pathlib import Path

from certstudy.store.migrations import MIGRATIONS, create


def written_as(version: int, record: Path, target: Path, journal: str = "WAL") -> None:
    """Write what a closed record holds into one of an earlier format.

    It has a log, as one that an earlier app has had open, or as `journal` says none, as a backup that was restored.
    """
    create(target, MIGRATIONS[:version])
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS today", (str(record),))
        tables = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
        connection.execute("BEGIN")
        for (table,) in tables:
            _carry_over(connection, table)
        connection.execute("COMMIT")
        connection.execute(f"PRAGMA journal_mode = {journal}")


def _carry_over(connection: sqlite3.Connection, table: str) -> None:
    """The rows of a table; columns that were given up since are 0."""
    then, now = _columns(connection, "main", table), _columns(connection, "today", table)
    values = ", ".join(f'"{name}"' if name in now else "0" for name in then)
    names = ", ".join(f'"{name}"' for name in then)
    connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {values} FROM today.{table}")


def _columns(connection: sqlite3.Connection, schema: str, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA {schema}.table_info({table})")]
