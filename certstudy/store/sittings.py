"""Sittings and drafts: opened, moved through, closed."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from certstudy.core.errors import OutOfStepError
from certstudy.core.moment import Moment
from certstudy.core.record import Answer, NewSitting
from certstudy.store import sql
from certstudy.store.database import add_row
from certstudy.store.exam_values import plan_text
from certstudy.store.register import Register
from certstudy.store.values import answer_row, instant, retraction_row, seal


def add_sitting(connection: sqlite3.Connection, register: Register, new: NewSitting) -> int:
    """Add a sitting; returns its number."""
    values = {
        "kind": new.kind,
        "source": new.source,
        "seed": new.seed,
        "form": register.form(connection, new.form),
        "opened": instant(new.opened),
        "opened_offset": new.opened.offset_minutes,
        "limit_ms": new.limit_ms,
        "closed": None,
        "closed_offset": None,
        "elapsed_ms": 0,
        "place": 0,
        "first_answer": None,
        "last_answer": None,
        "seal": 0,
        "plan": plan_text(new.plan),
        "kept": None,
        "kept_offset": None,
    }
    return add_row(connection, sql.ADD_SITTING, values)


def open_source(connection: sqlite3.Connection, sitting_id: int) -> str:
    """The source of a sitting; OutOfStepError unless it is open."""
    row = connection.execute(sql.OPEN_SOURCE_OF, {"sitting": sitting_id}).fetchone()
    if row is None:
        raise OutOfStepError(f"sitting {sitting_id} is not open")
    source: str = row[0]
    return source


def sources_of(connection: sqlite3.Connection, given: Iterable[Answer]) -> Mapping[int, str]:
    """The sources of the sittings that answers were given in."""
    numbers = {answer.sitting for answer in given}
    return {n: connection.execute(sql.SOURCE_OF, {"sitting": n}).fetchone()[0] for n in numbers}


def sources(connection: sqlite3.Connection) -> Mapping[int, str]:
    """The source of every sitting."""
    return dict(connection.execute(sql.SOURCES))


def note_answers(
    connection: sqlite3.Connection, given: Sequence[Answer], elapsed_ms: int, steps: int = 0
) -> None:
    """Note that a sitting holds these answers now, and that it stands that many steps further."""
    values = {
        "sitting": given[0].sitting,
        "elapsed": elapsed_ms,
        "steps": steps,
        "first": given[0].id,
        "last": given[-1].id,
        "seal_more": sum(seal(answer_row(answer)) for answer in given),
    }
    connection.execute(sql.NOTE_ANSWERS, values)


def note_retraction(connection: sqlite3.Connection, taken: Answer, at: Moment) -> None:
    """Note that one of a sitting's answers was taken back."""
    more = seal(retraction_row(taken.id, at))
    connection.execute(sql.NOTE_RETRACTION, {"sitting": taken.sitting, "seal_more": more})


def move(connection: sqlite3.Connection, sitting_id: int, place: int, elapsed_ms: int, at: Moment) -> None:
    """Note where a sitting stands; OutOfStepError unless it is open."""
    values = {
        "sitting": sitting_id,
        "to_place": place,
        "elapsed": elapsed_ms,
        "at": instant(at),
        "offset": at.offset_minutes,
    }
    _must_be_open(connection.execute(sql.MOVE_SITTING, values), sitting_id)


def close(connection: sqlite3.Connection, sitting_id: int, at: Moment, elapsed_ms: int) -> None:
    """End a sitting; OutOfStepError unless it is open."""
    values = {
        "sitting": sitting_id,
        "at": instant(at),
        "offset": at.offset_minutes,
        "elapsed": elapsed_ms,
    }
    _must_be_open(connection.execute(sql.CLOSE_SITTING, values), sitting_id)


def _must_be_open(updated: sqlite3.Cursor, sitting_id: int) -> None:
    if updated.rowcount == 0:
        raise OutOfStepError(f"sitting {sitting_id} is not open")
