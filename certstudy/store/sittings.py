"""Sittings and drafts: opened, moved through, closed."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import bindparam, case, func, select, update

from certstudy.core.errors import OutOfStepError
from certstudy.core.moment import Moment
from certstudy.core.record import Answer, Draft, NewSitting
from certstudy.store.database import add_row, added_to, compiled, constant, kept_in
from certstudy.store.register import Register
from certstudy.store.tables import draft, sitting
from certstudy.store.values import SEAL_MODULUS, answer_row, instant, options_text, retraction_row, seal

_IS_IT = sitting.c.id == bindparam("sitting")
_IS_OPEN = sitting.c.closed.is_(None)
_SEALED = (sitting.c.seal + bindparam("seal_more")) % constant(SEAL_MODULUS)

_ADD = added_to(sitting)
_SOURCE = compiled(select(sitting.c.source).where(_IS_IT))
_OPEN_SOURCE = compiled(select(sitting.c.source).where(_IS_IT, _IS_OPEN))
_SOURCES = compiled(select(sitting.c.id, sitting.c.source))
_ANSWERED = compiled(
    update(sitting)
    .where(_IS_IT)
    .values(
        elapsed_ms=bindparam("elapsed"),
        place=sitting.c.place + bindparam("steps"),
        first_answer=func.coalesce(sitting.c.first_answer, bindparam("first")),
        last_answer=bindparam("last"),
        seal=_SEALED,
    )
)
_RETRACTED = compiled(
    update(sitting)
    .where(_IS_IT)
    .values(
        place=case((_IS_OPEN, func.max(constant(0), sitting.c.place - constant(1))), else_=sitting.c.place),
        seal=_SEALED,
    )
)
_KEEP_DRAFT = kept_in(draft)
_PLACE = compiled(
    update(sitting)
    .where(_IS_IT, _IS_OPEN)
    .values(place=bindparam("to_place"), elapsed_ms=bindparam("elapsed"))
)
_CLOSE = compiled(
    update(sitting)
    .where(_IS_IT, _IS_OPEN)
    .values(closed=bindparam("at"), closed_offset=bindparam("offset"), elapsed_ms=bindparam("elapsed"))
)


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
    }
    return add_row(connection, _ADD, values)


def open_source(connection: sqlite3.Connection, sitting_id: int) -> str:
    """The source of a sitting; OutOfStepError unless it is open."""
    row = connection.execute(_OPEN_SOURCE, {"sitting": sitting_id}).fetchone()
    if row is None:
        raise OutOfStepError(f"sitting {sitting_id} is not open")
    source: str = row[0]
    return source


def sources_of(connection: sqlite3.Connection, given: Iterable[Answer]) -> Mapping[int, str]:
    """The sources of the sittings that answers were given in."""
    numbers = {answer.sitting for answer in given}
    return {n: connection.execute(_SOURCE, {"sitting": n}).fetchone()[0] for n in numbers}


def sources(connection: sqlite3.Connection) -> Mapping[int, str]:
    """The source of every sitting."""
    return dict(connection.execute(_SOURCES))


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
    connection.execute(_ANSWERED, values)


def note_retraction(connection: sqlite3.Connection, taken: Answer, at: Moment) -> None:
    """Note that one of a sitting's answers was taken back."""
    more = seal(retraction_row(taken.id, at))
    connection.execute(_RETRACTED, {"sitting": taken.sitting, "seal_more": more})


def move(connection: sqlite3.Connection, sitting_id: int, place: int, elapsed_ms: int) -> None:
    """Note where a sitting stands; OutOfStepError unless it is open."""
    values = {"sitting": sitting_id, "to_place": place, "elapsed": elapsed_ms}
    _must_be_open(connection.execute(_PLACE, values), sitting_id)


def close(connection: sqlite3.Connection, sitting_id: int, at: Moment, elapsed_ms: int) -> None:
    """End a sitting; OutOfStepError unless it is open."""
    values = {
        "sitting": sitting_id,
        "at": instant(at),
        "offset": at.offset_minutes,
        "elapsed": elapsed_ms,
    }
    _must_be_open(connection.execute(_CLOSE, values), sitting_id)


def keep_draft(connection: sqlite3.Connection, sitting_id: int, question: int, kept: Draft) -> None:
    """Put a draft in place of the one before."""
    values = {
        "sitting": sitting_id,
        "question": question,
        "response": options_text(kept.response),
        "marked": int(kept.marked),
        "struck": options_text(kept.struck),
        "milliseconds": kept.milliseconds,
    }
    connection.execute(_KEEP_DRAFT, values)


def _must_be_open(updated: sqlite3.Cursor, sitting_id: int) -> None:
    if updated.rowcount == 0:
        raise OutOfStepError(f"sitting {sitting_id} is not open")
