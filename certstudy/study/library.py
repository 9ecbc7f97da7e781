"""The library: find questions by text, place, type, difficulty and state; read one with its history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import overload

from certstudy.core.question import CaseStudy, Entry, Kind, Question
from certstudy.core.record import Answer, QuestionState
from certstudy.study.cases import case_of
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
class Hits(Sequence[Found]):
    """What a search found, in order; a hit is put together when it is asked for, as few of thousands are seen."""

    entries: Sequence[Entry]
    _states: Mapping[str, QuestionState]
    _flags: frozenset[str]
    _notes: Mapping[str, str]

    def __len__(self) -> int:
        """How many."""
        return len(self.entries)

    @overload
    def __getitem__(self, place: int) -> Found: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Found, ...]: ...
    def __getitem__(self, place: int | slice) -> Found | tuple[Found, ...]:
        """The hit at a place, counted from 0."""
        if isinstance(place, slice):
            return tuple(map(self._found, self.entries[place]))
        return self._found(self.entries[place])

    def _found(self, entry: Entry) -> Found:
        return _found(entry, self._states, self._flags, self._notes)


@dataclass(frozen=True, slots=True)
class Reading:
    """A question opened in the library, with everything the learner has to do with it."""

    question: Question
    found: Found
    answers: tuple[Answer, ...]
    note: str
    case: CaseStudy | None = None


def find(desk: Desk, search: Search) -> Hits:
    """The questions that match, best text match first, else in outline order."""
    states, flags, notes = desk.history.states(), desk.history.flags(), desk.history.notes()
    entries = _candidates(desk, search)
    if search != Search(text=search.text):
        entries = [entry for entry in entries if _matches(entry, search, states, flags)]
    return Hits(entries, states, flags, notes)


def read(desk: Desk, question_id: str) -> Reading:
    """Open a question; KeyError if the pack has none of that id."""
    question = desk.catalog.question(question_id)
    entry = next(e for e in desk.catalog.entries if e.id == question_id)
    states, notes = desk.history.states(), desk.history.notes()
    found = _found(entry, states, desk.history.flags(), notes)
    answers = tuple(desk.history.answers_to(question_id))
    return Reading(question, found, answers, notes.get(question_id, ""), case_of(desk, question))


def standing(state: QuestionState | None) -> Standing:
    """The word for a question's state."""
    if state is None:
        return Standing.UNSEEN
    if state.missed:
        return Standing.MISSED
    return Standing.KNOWN if state.memory.stability >= KNOWN_AFTER_DAYS else Standing.LEARNING


def _candidates(desk: Desk, search: Search) -> Sequence[Entry]:
    if not search.text.strip():
        return desk.catalog.entries
    by_id = {entry.id: entry for entry in desk.catalog.entries}
    return [by_id[hit] for hit in desk.catalog.search(search.text) if hit in by_id]


def _found(
    entry: Entry, states: Mapping[str, QuestionState], flags: frozenset[str], notes: Mapping[str, str]
) -> Found:
    state = states.get(entry.id)
    return Found(entry, standing(state), entry.id in flags, entry.id in notes, state)


def _matches(
    entry: Entry, search: Search, states: Mapping[str, QuestionState], flags: frozenset[str]
) -> bool:
    return (
        in_scope(search.scope, entry)
        and (not search.kinds or entry.kind in search.kinds)
        and (not search.difficulties or entry.difficulty in search.difficulties)
        and (not search.standings or standing(states.get(entry.id)) in search.standings)
        and (not search.flagged or entry.id in flags)
    )
