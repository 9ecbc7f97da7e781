"""Writes to the learner's record, each one durable transaction."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from certstudy.core.exam_result import Result
from certstudy.core.moment import Moment
from certstudy.core.preferences import Preferences
from certstudy.core.question import Entry
from certstudy.core.record import (
    Answer,
    Draft,
    Interruption,
    KeptForecast,
    NewSitting,
    SittingRecord,
    state_after,
)
from certstudy.store import annotations, exams, facts, outcomes, sittings, totals
from certstudy.store.adoption import adopt
from certstudy.store.database import Database
from certstudy.store.derive import share
from certstudy.store.rebuild import rebuild
from certstudy.store.register import Register
from certstudy.store.retraction import retract
from certstudy.store.settings import forgetting, keep_preferences


class SqliteLedger:
    """Satisfies `study.ports.Ledger`: what a method was given is on the disk when it returns, or StoreError tells.

    OutOfStepError is raised for an answer to a closed sitting and for taking an answer back twice.
    """

    def __init__(self, database: Database) -> None:
        """Write to that database."""
        self._database = database
        self._register = Register()

    def open_sitting(self, sitting: NewSitting) -> SittingRecord:
        """Store a new sitting."""
        with self._writing() as connection:
            number = sittings.add_sitting(connection, self._register, sitting)
        return SittingRecord(
            id=number,
            kind=sitting.kind,
            source=sitting.source,
            seed=sitting.seed,
            form=sitting.form,
            opened=sitting.opened,
            limit_ms=sitting.limit_ms,
            closed=None,
            elapsed_ms=0,
            index=0,
            plan=sitting.plan,
        )

    def record(self, answer: Answer, elapsed_ms: int) -> Answer:
        """Add an answer and all that derives from it; returns it with its id."""
        with self._writing() as connection:
            source = sittings.open_source(connection, answer.sitting)
            stored = self._add(connection, answer, source)
            sittings.note_answers(connection, (stored,), elapsed_ms, steps=1)
        return stored

    def retract(self, answer_id: int, at: Moment) -> None:
        """Take an answer back by a further fact; KeyError if there is none of that id."""
        with self._writing() as connection:
            retract(connection, self._register, answer_id, at)

    def keep_place(
        self,
        sitting_id: int,
        index: int,
        elapsed_ms: int,
        at: Moment,
        drafts: Mapping[str, Draft] | None = None,
        interruption: tuple[int, Interruption] | None = None,
    ) -> None:
        """Note where a sitting stands, how much time it has used, and what goes with that, in one transaction."""
        with self._writing() as connection:
            sittings.move(connection, sitting_id, index, elapsed_ms, at)
            for name, draft in (drafts or {}).items():
                known = self._register.question(connection, name)
                exams.keep_draft(connection, sitting_id, known.number, draft)
            if interruption is not None:
                exams.keep_interruption(connection, sitting_id, *interruption)

    def keep_draft(self, sitting_id: int, question_id: str, draft: Draft) -> None:
        """Note what has been done with a question of an open sitting."""
        with self._writing() as connection:
            sittings.open_source(connection, sitting_id)
            known = self._register.question(connection, question_id)
            exams.keep_draft(connection, sitting_id, known.number, draft)

    def close_sitting(
        self, sitting_id: int, at: Moment, elapsed_ms: int, answers: Sequence[Answer] = ()
    ) -> None:
        """End a sitting; a mock exam hands in all its answers in the same transaction."""
        with self._writing() as connection:
            source = sittings.open_source(connection, sitting_id)
            stored = [self._add(connection, answer, source) for answer in answers]
            if stored:
                sittings.note_answers(connection, stored, elapsed_ms)
            sittings.close(connection, sitting_id, at, elapsed_ms)

    def flag(self, question_id: str, flagged: bool, at: Moment) -> None:
        """Set or clear a question's flag."""
        with self._writing() as connection:
            known = self._register.question(connection, question_id)
            annotations.keep_flag(connection, known.number, flagged, at)

    def note(self, question_id: str, text: str, at: Moment) -> None:
        """Keep the learner's own note on a question; an empty text removes it."""
        with self._writing() as connection:
            known = self._register.question(connection, question_id)
            annotations.keep_note(connection, known.number, text, at)

    def prefer(self, preferences: Preferences) -> None:
        """Keep the learner's settings."""
        with self._writing() as connection:
            before = forgetting(connection)
            keep_preferences(connection, preferences)
            if forgetting(connection) != before:
                rebuild(connection)

    def add_result(self, result: Result, at: Moment) -> Result:
        """Keep a result from elsewhere; returns it with its id."""
        with self._writing() as connection:
            return outcomes.add_result(connection, result, at)

    def drop_result(self, result_id: int) -> None:
        """Forget a result that was entered by mistake."""
        with self._writing() as connection:
            outcomes.drop_result(connection, result_id)

    def keep_forecast(self, forecast: KeptForecast) -> None:
        """Keep what is foretold of a mock exam, in place of anything kept of it before."""
        with self._writing() as connection:
            outcomes.keep_forecast(connection, forecast)

    def adopt(self, entries: Sequence[Entry], fingerprint: str) -> bool:
        """Take over where questions stand in the outline; true if that moved anything already answered."""
        with self._writing() as connection:
            moved = adopt(connection, entries, fingerprint)
            self._register.forget()
        return moved

    def rebuild(self) -> None:
        """Work out everything derived anew from the facts."""
        with self._writing() as connection:
            rebuild(connection)

    def _add(self, connection: sqlite3.Connection, answer: Answer, source: str) -> Answer:
        known = self._register.question(connection, answer.question)
        stored = facts.add_answer(connection, self._register, known, answer)
        before = facts.state(connection, known.number, answer.question)
        after = state_after(before, stored, forgetting(connection))
        facts.keep_state(connection, known.number, after)
        known_before = before.known if before else None
        totals.count_share(connection, share(stored, known_before, known.place, source))
        return stored

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction; what was remembered inside a failed one may never have happened."""
        try:
            with self._database.writing() as connection:
                yield connection
        except BaseException:
            self._register.forget()
            raise
