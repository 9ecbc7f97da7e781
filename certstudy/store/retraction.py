"""Taking an answer back: a further fact, after which the question is as if the answer had never been."""

import sqlite3
from functools import partial, reduce

from certstudy.core.errors import OutOfStepError
from certstudy.core.moment import Moment
from certstudy.core.record import QuestionState, replayed, state_after
from certstudy.store import facts, sittings, totals
from certstudy.store.derive import Totals, shares
from certstudy.store.register import Register
from certstudy.store.settings import forgetting


def retract(connection: sqlite3.Connection, register: Register, answer_id: int, at: Moment) -> None:
    """Add a retraction; only the answers from that one on count otherwise than before.

    Raises KeyError if there is no such answer, OutOfStepError if it was taken back before.
    """
    taken = facts.answer_numbered(connection, answer_id)
    if facts.is_retracted(connection, answer_id):
        raise OutOfStepError(f"answer {answer_id} was taken back before")
    known = register.question(connection, taken.question)
    model = forgetting(connection)
    standing = facts.standing_answers(connection, known.number)
    earlier = replayed((answer for answer in standing if answer.id < answer_id), model)
    later = [answer for answer in standing if answer.id > answer_id]
    sources = sittings.sources_of(connection, (taken, *later))
    difference = Totals()
    difference.add(shares((taken, *later), known.place, sources, earlier), sign=-1)
    difference.add(shares(later, known.place, sources, earlier))
    after: QuestionState | None = reduce(partial(state_after, model=model), later, earlier)
    facts.add_retraction(connection, answer_id, at)
    sittings.note_retraction(connection, taken, at)
    totals.count_totals(connection, difference)
    facts.keep_state(connection, known.number, after)
