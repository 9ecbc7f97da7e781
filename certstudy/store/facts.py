"""Answers and retractions: written once, never changed; and the state each question is in after them."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from certstudy.core.moment import Moment
from certstudy.core.record import Answer, QuestionState
from certstudy.store import sql
from certstudy.store.database import add_row
from certstudy.store.register import Known, Register
from certstudy.store.values import CONFIDENCE, Row, answer_of, instant, state_of, state_row


def add_answer(connection: sqlite3.Connection, register: Register, known: Known, given: Answer) -> Answer:
    """Add an answer; returns it with its number."""
    number = add_row(
        connection,
        sql.ADD_ANSWER,
        {
            "sitting": given.sitting,
            "edition": register.edition(connection, known.number, given.revision, given.guess_rate),
            "at": instant(given.at),
            "offset_minutes": given.at.offset_minutes,
            "response": register.response(connection, given.response),
            "points": given.points,
            "out_of": given.out_of,
            "milliseconds": given.milliseconds,
            "confidence": None if given.confidence is None else CONFIDENCE[given.confidence],
        },
    )
    return replace(given, id=number)


def add_retraction(connection: sqlite3.Connection, answer_id: int, at: Moment) -> None:
    """Add the fact that an answer was taken back."""
    values = {"answer": answer_id, "at": instant(at), "offset_minutes": at.offset_minutes}
    connection.execute(sql.ADD_RETRACTION, values)


def is_retracted(connection: sqlite3.Connection, answer_id: int) -> bool:
    """Whether an answer was taken back."""
    return connection.execute(sql.RETRACTION_OF, {"answer": answer_id}).fetchone() is not None


def answer_numbered(connection: sqlite3.Connection, answer_id: int) -> Answer:
    """An answer, taken back or not; KeyError if there is none."""
    row = connection.execute(sql.ANSWER_NUMBERED, {"answer": answer_id}).fetchone()
    if row is None:
        raise KeyError(answer_id)
    return answer_of(row)


def standing_answers(connection: sqlite3.Connection, question_number: int) -> list[Answer]:
    """The answers to a question that stand, in order."""
    rows = connection.execute(sql.STANDING_OF_QUESTION, {"question": question_number})
    return [answer_of(row) for row in rows]


def all_standing(connection: sqlite3.Connection) -> Iterator[Answer]:
    """Every answer that stands, question by question, in order."""
    return map(answer_of, connection.execute(sql.STANDING_ANSWERS))


def state(connection: sqlite3.Connection, question_number: int, name: str) -> QuestionState | None:
    """The state of a question, None if it has no standing answer."""
    row: Row | None = connection.execute(sql.STATE_OF, {"question": question_number}).fetchone()
    return None if row is None else state_of(name, row)


def states_by_number(connection: sqlite3.Connection) -> dict[int, QuestionState]:
    """The stored state of every question by its number."""
    rows = connection.execute(sql.STATES)
    return {number: state_of(name, row) for number, name, *row in rows}


def keep_state(connection: sqlite3.Connection, question_number: int, after: QuestionState | None) -> None:
    """Put a question's state in place of the one before."""
    if after is None:
        connection.execute(sql.DROP_STATE, {"question": question_number})
        return
    values = dict(zip(sql.STATE_NAMES, state_row(after), strict=True))
    connection.execute(sql.KEEP_STATE, {"question": question_number, **values})
