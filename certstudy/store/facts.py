"""Answers and retractions: written once, never changed; and the state each question is in after them."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import bindparam, delete, select

from certstudy.core.moment import Moment
from certstudy.core.record import Answer, QuestionState
from certstudy.store.database import add_row, added_to, compiled, kept_in
from certstudy.store.register import Known, Register
from certstudy.store.tables import answer, edition, question, question_state, response, retraction
from certstudy.store.values import CONFIDENCE, Row, answer_of, instant, state_of, state_row

ANSWERS = (
    select(
        answer.c.id,
        answer.c.sitting,
        question.c.name,
        edition.c.revision,
        answer.c.at,
        answer.c.offset_minutes,
        response.c.options,
        answer.c.points,
        answer.c.out_of,
        answer.c.milliseconds,
        answer.c.confidence,
    )
    .join_from(answer, edition)
    .join(question)
    .join(response, response.c.id == answer.c.response)
)
"""Every answer, taken back or not, as `values.answer_of` reads it."""

STANDING = ANSWERS.outerjoin(retraction, retraction.c.answer == answer.c.id).where(
    retraction.c.answer.is_(None)
)
"""The answers that were not taken back."""

_STATE_COLUMNS = [c for c in question_state.c if not c.primary_key]
_STATE_NAMES = tuple(c.name for c in _STATE_COLUMNS)

STATES = select(question.c.id, question.c.name, *_STATE_COLUMNS).join_from(question_state, question)
"""The number and name of every question in front of the columns of its state."""

_ADD_ANSWER = added_to(answer)
_ADD_RETRACTION = added_to(retraction)
_IS_RETRACTED = compiled(select(retraction.c.at).where(retraction.c.answer == bindparam("answer")))
_ANSWER = compiled(ANSWERS.where(answer.c.id == bindparam("answer")))
_OF_QUESTION = compiled(STANDING.where(question.c.id == bindparam("question")).order_by(answer.c.id))
_ALL = compiled(STANDING.order_by(question.c.id, answer.c.id))
_STATE = compiled(select(*_STATE_COLUMNS).where(question_state.c.question == bindparam("question")))
_KEEP_STATE = kept_in(question_state)
_STATES = compiled(STATES)
_DROP_STATE = compiled(delete(question_state).where(question_state.c.question == bindparam("question")))


def add_answer(connection: sqlite3.Connection, register: Register, known: Known, given: Answer) -> Answer:
    """Add an answer; returns it with its number."""
    number = add_row(
        connection,
        _ADD_ANSWER,
        {
            "sitting": given.sitting,
            "edition": register.edition(connection, known.number, given.revision),
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
    connection.execute(_ADD_RETRACTION, values)


def is_retracted(connection: sqlite3.Connection, answer_id: int) -> bool:
    """Whether an answer was taken back."""
    return connection.execute(_IS_RETRACTED, {"answer": answer_id}).fetchone() is not None


def answer_numbered(connection: sqlite3.Connection, answer_id: int) -> Answer:
    """An answer, taken back or not; KeyError if there is none."""
    row = connection.execute(_ANSWER, {"answer": answer_id}).fetchone()
    if row is None:
        raise KeyError(answer_id)
    return answer_of(row)


def standing_answers(connection: sqlite3.Connection, question_number: int) -> list[Answer]:
    """The answers to a question that stand, in order."""
    rows = connection.execute(_OF_QUESTION, {"question": question_number})
    return [answer_of(row) for row in rows]


def all_standing(connection: sqlite3.Connection) -> Iterator[Answer]:
    """Every answer that stands, question by question, in order."""
    return map(answer_of, connection.execute(_ALL))


def state(connection: sqlite3.Connection, question_number: int, name: str) -> QuestionState | None:
    """The state of a question, None if it has no standing answer."""
    row: Row | None = connection.execute(_STATE, {"question": question_number}).fetchone()
    return None if row is None else state_of(name, row)


def states_by_number(connection: sqlite3.Connection) -> dict[int, QuestionState]:
    """The stored state of every question by its number."""
    rows = connection.execute(_STATES)
    return {number: state_of(name, row) for number, name, *row in rows}


def keep_state(connection: sqlite3.Connection, question_number: int, after: QuestionState | None) -> None:
    """Put a question's state in place of the one before."""
    if after is None:
        connection.execute(_DROP_STATE, {"question": question_number})
        return
    values = dict(zip(_STATE_NAMES, state_row(after), strict=True))
    connection.execute(_KEEP_STATE, {"question": question_number, **values})
