"""What the use cases need of the world, as protocols that the adapters satisfy."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from certstudy.core.certification import Certification
from certstudy.core.exam_result import Result
from certstudy.core.moment import Moment
from certstudy.core.note import Note, Page, Sheet, Term
from certstudy.core.preferences import Preferences
from certstudy.core.question import CaseStudy, Entry, Question, QuestionSource
from certstudy.core.record import (
    Answer,
    DayTotal,
    Draft,
    FirstAttempt,
    Interruption,
    KeptForecast,
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
    def certification(self) -> Certification | None:
        """The path to the certification, None if the pack says nothing of it."""
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

    def case(self, case_id: str) -> CaseStudy:
        """A case study; KeyError if the pack has none of that id."""
        ...

    def picture(self, src: str) -> bytes:
        """A picture's file; ContentError if it cannot be read."""
        ...

    def search(self, text: str) -> Sequence[str]:
        """Ids of the questions that hold all words of the text (prefixes count), best first."""
        ...

    @property
    def notes(self) -> Mapping[str, str]:
        """The titles of the study notes by their objectives, in outline order."""
        ...

    def note(self, objective_id: str) -> Note | None:
        """An objective's study note, None if it has none."""
        ...

    @property
    def sheets(self) -> Mapping[str, str]:
        """The titles of the cheat sheets by their areas, in outline order."""
        ...

    def sheet(self, area_id: str) -> Sheet | None:
        """An area's cheat sheet, None if it has none."""
        ...

    @property
    def glossary(self) -> Sequence[Term]:
        """The terms by name."""
        ...

    def search_pages(self, text: str) -> Sequence[Page]:
        """The notes, terms and sheets that hold all words of the text (prefixes count), best first."""
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

    def keep_place(
        self,
        sitting_id: int,
        index: int,
        elapsed_ms: int,
        at: Moment,
        drafts: Mapping[str, Draft] | None = None,
        interruption: tuple[int, Interruption] | None = None,
    ) -> None:
        """Note where a sitting stands, how much time it has used, and what goes with that, in one transaction.

        `interruption` is one of a mock exam with its number, counted from 0.
        """
        ...

    def keep_draft(self, sitting_id: int, question_id: str, draft: Draft) -> None:
        """Note what has been done with a question of an open sitting."""
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

    def add_result(self, result: Result, at: Moment) -> Result:
        """Keep a result from elsewhere; returns it with its id."""
        ...

    def drop_result(self, result_id: int) -> None:
        """Forget a result that was entered by mistake."""
        ...

    def keep_forecast(self, forecast: KeptForecast) -> None:
        """Keep what is foretold of a mock exam, in place of anything kept of it before."""
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
        """The drafts of a sitting by question id."""
        ...

    def interruptions_of(self, sitting_id: int) -> Sequence[Interruption]:
        """The pauses, breaks and look-ups of a mock exam in order."""
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

    def recent(self, limit: int) -> Sequence[Answer]:
        """Every standing answer to the questions of the last `limit` answers, in order of answering."""
        ...

    def days(self, since: int = 0) -> Sequence[DayTotal]:
        """Totals per learner's day and area from that day on, in order."""
        ...

    def objectives(self) -> Mapping[str, ObjectiveTotal]:
        """Totals per objective ever answered."""
        ...

    def first_attempts(self) -> Sequence[FirstAttempt]:
        """The first standing answer to each question, in the order they were given."""
        ...

    def latest_answers(self, limit: int) -> Sequence[Answer]:
        """The last so many standing answers, oldest first."""
        ...

    def results(self) -> Sequence[Result]:
        """Results from elsewhere, by their day."""
        ...

    def forecasts(self) -> Mapping[int, KeptForecast]:
        """What was foretold of mock exams, by their sitting."""
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
