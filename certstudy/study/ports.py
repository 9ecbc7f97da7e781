"""What the use cases need of the world, as protocols that the adapters satisfy."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from certstudy.core.moment import Moment
from certstudy.core.preferences import Preferences
from certstudy.core.question import Entry, Question, QuestionSource
from certstudy.core.record import (
    Answer,
    DayTotal,
    Draft,
    NewSitting,
    ObjectiveTotal,
    QuestionState,
    SittingRecord,
    SittingTotals,
)
from certstudy.core.syllabus import Syllabus

Clock = Callable[[], datetime]
"""The learner's wall clock: an aware local time."""


class Catalog(Protocol):
    """The questions of a content pack."""

    @property
    def syllabus(self) -> Syllabus:
        """The outline the questions belong to."""
        ...

    @property
    def fingerprint(self) -> str:
        """A hash that changes whenever the pack's content does."""
        ...

    @property
    def entries(self) -> Sequence[Entry]:
        """The index in outline order, then by place in the file."""
        ...

    @property
    def misconceptions(self) -> Mapping[str, str]:
        """The belief behind each misconception's slug."""
        ...

    def __contains__(self, question_id: object) -> bool:
        """Whether the pack holds the question."""
        ...

    def question(self, question_id: str) -> Question:
        """The whole question; KeyError if the pack has none of that id."""
        ...

    def search(self, text: str) -> Sequence[str]:
        """Ids of the questions that hold all words of the text (prefixes count), best first."""
        ...

    def source(self, question_id: str) -> QuestionSource:
        """The file a question is written in; KeyError if the pack has none of that id, ContentError if unreadable."""
        ...


class Ledger(Protocol):
    """Writes to the learner's record; each method is one durable transaction or raises StoreError."""

    def open_sitting(self, sitting: NewSitting) -> SittingRecord:
        """Store a new sitting."""
        ...

    def record(self, answer: Answer, elapsed_ms: int) -> Answer:
        """Add an answer and all that derives from it; returns it with its id."""
        ...

    def retract(self, answer_id: int, at: Moment) -> None:
        """Take an answer back by a further fact; what derives from it is worked out anew."""
        ...

    def keep_place(self, sitting_id: int, index: int, elapsed_ms: int) -> None:
        """Note where a sitting stands and how much time it has used."""
        ...

    def keep_draft(self, sitting_id: int, question_id: str, draft: Draft) -> None:
        """Note what a candidate has done with a question of a mock exam."""
        ...

    def close_sitting(
        self, sitting_id: int, at: Moment, elapsed_ms: int, answers: Sequence[Answer] = ()
    ) -> None:
        """End a sitting; a mock exam hands in all its answers in the same transaction."""
        ...

    def flag(self, question_id: str, flagged: bool, at: Moment) -> None:
        """Set or clear a question's flag."""
        ...

    def note(self, question_id: str, text: str, at: Moment) -> None:
        """Keep the learner's own note on a question; an empty text removes it."""
        ...

    def prefer(self, preferences: Preferences) -> None:
        """Keep the learner's settings."""
        ...

    def adopt(self, entries: Sequence[Entry], fingerprint: str) -> bool:
        """Take over where questions stand in the outline; true if that moved anything already answered."""
        ...


class History(Protocol):
    """Reads of the learner's record."""

    def open_sittings(self) -> Sequence[SittingRecord]:
        """Sittings not closed, newest first."""
        ...

    def sitting(self, sitting_id: int) -> SittingRecord:
        """One sitting; KeyError if there is none."""
        ...

    def answers_of(self, sitting_id: int) -> Sequence[Answer]:
        """The answers of a sitting that stand, in order."""
        ...

    def drafts_of(self, sitting_id: int) -> Mapping[str, Draft]:
        """The drafts of a mock exam by question id."""
        ...

    def closed_sittings(self, kind: str, limit: int = 200) -> Sequence[SittingTotals]:
        """Closed sittings of a kind with their totals, newest first."""
        ...

    def states(self) -> Mapping[str, QuestionState]:
        """The state of every question ever answered."""
        ...

    def answers_to(self, question_id: str) -> Sequence[Answer]:
        """Every standing answer to a question, oldest first."""
        ...

    def days(self, since: int = 0) -> Sequence[DayTotal]:
        """Totals per learner's day and area from that day on, in order."""
        ...

    def objectives(self) -> Mapping[str, ObjectiveTotal]:
        """Totals per objective ever answered."""
        ...

    def planned_answers(self) -> Mapping[str, int]:
        """How many answers of the daily mix fell on each area so far."""
        ...

    def flags(self) -> frozenset[str]:
        """Flagged questions."""
        ...

    def notes(self) -> Mapping[str, str]:
        """The learner's notes by question."""
        ...

    def preferences(self) -> Preferences:
        """The learner's settings, defaults where none are kept."""
        ...


class Keeping(Protocol):
    """How the learner's record is kept safe."""

    @property
    def folder(self) -> str:
        """Where the record lies."""
        ...

    def backup(self) -> str:
        """Write a verified copy and name the file; raises StoreError."""
        ...

    def check(self) -> Sequence[str]:
        """Check the record, rebuild what is derived where it differs, and say what was found; raises StoreError."""
        ...
