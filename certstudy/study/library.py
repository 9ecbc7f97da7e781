"""The library: find questions by text, place, type, difficulty and state; read one with its history."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from certstudy.core.question import Entry, Kind, Question
from certstudy.core.record import Answer, QuestionState
from certstudy.study.desk import Desk
from certstudy.study.practice import in_scope


class Standing(StrEnum):
    """Where a question stands with the learner; a flag can come on top of each."""

    UNSEEN = "unseen"
    LEARNING = "learning"
    KNOWN = "known"
    MISSED = "missed"


# right at a gap of two weeks: the answer no longer rests on the last reading
KNOWN_AFTER_DAYS = 14


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for; an empty set filters nothing."""

    text: str = ""
    scope: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    difficulties: frozenset[int] = frozenset()
    standings: frozenset[Standing] = frozenset()
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: the catalogue's line and the learner's state beside it."""

    entry: Entry
    standing: Standing
    flagged: bool
    noted: bool
    state: QuestionState | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A question opened in the library, with everything the learner has to do with it."""

    question: Question
    found: Found
    answers: tuple[Answer, ...]
    note: str


def find(desk: Desk, search: Search) -> tuple[Found, ...]:
    """The questions that match, best text match first, else in outline order."""
    states, flags, notes = desk.history.states(), desk.history.flags(), desk.history.notes()
    rows = (_found(entry, states, flags, notes) for entry in _candidates(desk, search))
    return tuple(row for row in rows if _matches(row, search))


def read(desk: Desk, question_id: str) -> Reading:
    """Open a question; KeyError if the pack has none of that id."""
    question = desk.catalog.question(question_id)
    entry = next(e for e in desk.catalog.entries if e.id == question_id)
    states, notes = desk.history.states(), desk.history.notes()
    found = _found(entry, states, desk.history.flags(), notes)
    return Reading(question, found, tuple(desk.history.answers_to(question_id)), notes.get(question_id, ""))


def standing(state: QuestionState | None) -> Standing:
    """The word for a question's state."""
    if state is None:
        return Standing.UNSEEN
    if state.missed:
        return Standing.MISSED
    return Standing.KNOWN if state.memory.interval >= KNOWN_AFTER_DAYS else Standing.LEARNING


def _candidates(desk: Desk, search: Search) -> Iterable[Entry]:
    if not search.text.strip():
        return desk.catalog.entries
    by_id = {entry.id: entry for entry in desk.catalog.entries}
    return [by_id[hit] for hit in desk.catalog.search(search.text) if hit in by_id]


def _found(
    entry: Entry, states: Mapping[str, QuestionState], flags: frozenset[str], notes: Mapping[str, str]
) -> Found:
    state = states.get(entry.id)
    return Found(entry, standing(state), entry.id in flags, entry.id in notes, state)


def _matches(row: Found, search: Search) -> bool:
    entry = row.entry
    return (
        in_scope(search.scope, entry)
        and (not search.kinds or entry.kind in search.kinds)
        and (not search.difficulties or entry.difficulty in search.difficulties)
        and (not search.standings or row.standing in search.standings)
        and (row.flagged or not search.flagged)
    )
