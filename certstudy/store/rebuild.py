"""Everything derived, worked out from the facts alone."""

import sqlite3
from dataclasses import dataclass
from itertools import groupby

from certstudy.core.record import QuestionState, replayed
from certstudy.store import facts, sittings, sql, totals
from certstudy.store.adoption import places
from certstudy.store.derive import Totals, shares
from certstudy.store.settings import forgetting


@dataclass(frozen=True, slots=True)
class Derived:
    """The state of each question by number, and the totals."""

    states: dict[int, QuestionState]
    totals: Totals


def derived(connection: sqlite3.Connection) -> Derived:
    """Read all facts and work out what follows from them."""
    known, sources = places(connection), sittings.sources(connection)
    model = forgetting(connection)
    found = Derived({}, Totals())
    for name, group in groupby(facts.all_standing(connection), key=lambda answer: answer.question):
        answers = list(group)
        found.totals.add(shares(answers, known[name].place, sources))
        if (state := replayed(answers, model)) is not None:
            found.states[known[name].number] = state
    return found


def rebuild(connection: sqlite3.Connection) -> None:
    """Put what follows from the facts in place of all that is derived."""
    found = derived(connection)
    totals.replace_totals(connection, found.totals)
    connection.execute(sql.CLEAR_STATES)
    for number, state in found.states.items():
        facts.keep_state(connection, number, state)


def differences(connection: sqlite3.Connection) -> int:
    """How many derived rows stand otherwise than the facts say."""
    found = derived(connection)
    stored = facts.states_by_number(connection)
    states = sum(
        stored.get(number) != found.states.get(number) for number in stored.keys() | found.states.keys()
    )
    return states + totals.differing(connection, found.totals)
