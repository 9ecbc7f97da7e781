"""The learner's flags and notes as rows."""

import sqlite3

from sqlalchemy import bindparam, delete

from certstudy.core.moment import Moment
from certstudy.store.database import compiled, kept_in
from certstudy.store.tables import flag, note
from certstudy.store.values import instant

_KEEP_FLAG, _KEEP_NOTE = kept_in(flag), kept_in(note)
_DROP_FLAG = compiled(delete(flag).where(flag.c.question == bindparam("question")))
_DROP_NOTE = compiled(delete(note).where(note.c.question == bindparam("question")))


def keep_flag(connection: sqlite3.Connection, question: int, flagged: bool, at: Moment) -> None:
    """Set or clear a flag."""
    if flagged:
        values = {"question": question, "at": instant(at), "offset_minutes": at.offset_minutes}
        connection.execute(_KEEP_FLAG, values)
    else:
        connection.execute(_DROP_FLAG, {"question": question})


def keep_note(connection: sqlite3.Connection, question: int, text: str, at: Moment) -> None:
    """Put a note in place of the one before; an empty text removes it."""
    if text:
        values = {"question": question, "text": text, "at": instant(at), "offset_minutes": at.offset_minutes}
        connection.execute(_KEEP_NOTE, values)
    else:
        connection.execute(_DROP_NOTE, {"question": question})
