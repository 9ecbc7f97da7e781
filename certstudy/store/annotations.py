"""The learner's flags and notes as rows."""

import sqlite3

from certstudy.core.moment import Moment
from certstudy.store import sql
from certstudy.store.values import instant


def keep_flag(connection: sqlite3.Connection, question: int, flagged: bool, at: Moment) -> None:
    """Set or clear a flag."""
    if flagged:
        values = {"question": question, "at": instant(at), "offset_minutes": at.offset_minutes}
        connection.execute(sql.KEEP_FLAG, values)
    else:
        connection.execute(sql.DROP_FLAG, {"question": question})


def keep_note(connection: sqlite3.Connection, question: int, text: str, at: Moment) -> None:
    """Put a note in place of the one before; an empty text removes it."""
    if text:
        values = {"question": question, "text": text, "at": instant(at), "offset_minutes": at.offset_minutes}
        connection.execute(sql.KEEP_NOTE, values)
    else:
        connection.execute(sql.DROP_NOTE, {"question": question})
