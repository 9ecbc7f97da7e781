"""The journal that SQLite keeps beside a file while it changes it in place."""

import sqlite3
from contextlib import closing
from pathlib import Path

from certstudy.store.faults import told
from certstudy.store.identity import version_of
from certstudy.store.migrations import MIGRATIONS

JOURNAL = "-journal"


def roll_back(record: Path, newest: int = len(MIGRATIONS)) -> None:
    """Undo what a process that ended in the middle has left unfinished; a file that is no record is left alone.

    Whoever opens the file for reading alone could not do so, and would see it half changed.
    """
    if not record.with_name(record.name + JOURNAL).exists():
        return
    version_of(record, newest)
    try:
        with closing(sqlite3.connect(record)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as fault:
        raise told(fault, record) from fault
