"""Reads of the learner's record; rows come in, core values go out."""

from collections.abc import Mapping, Sequence
from typing import Any

from certstudy.core.exam_result import Result
from certstudy.core.preferences import Preferences
from certstudy.core.record import (
    Answer,
    AreaTotal,
    DayTotal,
    Draft,
    FirstAttempt,
    Interruption,
    KeptForecast,
    ObjectiveTotal,
    QuestionState,
    SittingKind,
    SittingRecord,
    SittingTotals,
)
from certstudy.store import sql
from certstudy.store.database import Database
from certstudy.store.derive import UNIT
from certstudy.store.exam_values import draft_of, interruption_of, plan_of
from certstudy.store.faults import damaged
from certstudy.store.outcomes import result_of
from certstudy.store.settings import preferences_of
from certstudy.store.values import Row, answer_of, credit_of, form_of, member, moment_at, state_of


class SqliteHistory:
    """Satisfies `study.ports.History`; may be read from any thread. A file that cannot be read is a StoreError."""

    def __init__(self, database: Database) -> None:
        """Read from that database."""
        self._database = database
        # neither a question's name nor a closed sitting ever changes, so what is remembered stays right
        self._names: dict[int, str] = {}
        self._closed: dict[int, SittingRecord] = {}

    def open_sittings(self) -> Sequence[SittingRecord]:
        """Sittings not closed, newest first."""
        # one kind after the other, as the index over kind and closing time has them
        rows = [row for kind in SittingKind for row in self._rows(sql.OPEN_SITTINGS, kind=kind)]
        return sorted(map(self._sitting, rows), key=lambda found: -found.id)

    def sitting(self, sitting_id: int) -> SittingRecord:
        """One sitting; KeyError if there is none."""
        rows = self._rows(sql.SITTING, sitting=sitting_id)
        if not rows:
            raise KeyError(sitting_id)
        return self._sitting(rows[0])

    def answers_of(self, sitting_id: int) -> Sequence[Answer]:
        """The answers of a sitting that stand, in order."""
        rows = [
            row
            for first, last in self._rows(sql.ANSWER_RANGE, sitting=sitting_id)
            for row in self._rows(sql.STANDING_OF_SITTING, sitting=sitting_id, first=first, last=last)
        ]
        return [answer_of(row) for row in rows]

    def drafts_of(self, sitting_id: int) -> Mapping[str, Draft]:
        """The drafts of a sitting by question id."""
        return {name: draft_of(row) for name, *row in self._rows(sql.DRAFTS, sitting=sitting_id)}

    def interruptions_of(self, sitting_id: int) -> Sequence[Interruption]:
        """The pauses, breaks and look-ups of a mock exam in order."""
        return [interruption_of(row) for row in self._rows(sql.INTERRUPTIONS, sitting=sitting_id)]

    def closed_sittings(self, kind: str, limit: int = 200) -> Sequence[SittingTotals]:
        """Closed sittings of a kind with their totals, newest first."""
        areas: dict[int, list[AreaTotal]] = {}
        for number, *total in self._rows(sql.CLOSED_TOTALS, kind=kind, most=limit):
            areas.setdefault(number, []).append(AreaTotal(*total))
        closed = map(self._closed_sitting, self._rows(sql.CLOSED_SITTINGS, kind=kind, most=limit))
        return [SittingTotals(found, tuple(areas.get(found.id, ()))) for found in closed]

    def states(self) -> Mapping[str, QuestionState]:
        """The state of every question ever answered."""
        return {name: state_of(name, row) for _number, name, *row in self._rows(sql.STATES)}

    def answers_to(self, question_id: str) -> Sequence[Answer]:
        """Every standing answer to a question, oldest first."""
        return [answer_of(row) for row in self._rows(sql.STANDING_TO_NAME, name=question_id)]

    def recent(self, limit: int) -> Sequence[Answer]:
        """Every standing answer to the questions of the last `limit` answers, in order of answering."""
        return [answer_of(row) for row in self._rows(sql.STANDING_OF_RECENT, limit=limit)]

    def days(self, since: int = 0) -> Sequence[DayTotal]:
        """Totals per learner's day and area from that day on, in order."""
        return [
            DayTotal(day, area, answers, credit / UNIT, milliseconds, first, first_credit / UNIT)
            for day, area, answers, credit, milliseconds, first, first_credit in self._rows(
                sql.DAYS_SINCE, since=since
            )
        ]

    def objectives(self) -> Mapping[str, ObjectiveTotal]:
        """Totals per objective ever answered."""
        return {
            name: ObjectiveTotal(name, answers, credit / UNIT, met, known)
            for name, answers, credit, met, known in self._rows(sql.OBJECTIVES)
        }

    def first_attempts(self) -> Sequence[FirstAttempt]:
        """The first standing answer to each question, in the order they were given."""
        return [
            FirstAttempt(name, moment_at(at, offset), credit_of(points, out_of))
            for name, at, offset, points, out_of in self._rows(sql.FIRST_ATTEMPTS)
        ]

    def latest_answers(self, limit: int) -> Sequence[Answer]:
        """The last so many standing answers, oldest first."""
        return [answer_of(row) for row in reversed(self._rows(sql.STANDING_LATEST, most=limit))]

    def results(self) -> Sequence[Result]:
        """Results from elsewhere, by their day."""
        return [result_of(row) for row in self._rows(sql.RESULTS)]

    def forecasts(self) -> Mapping[int, KeptForecast]:
        """What was foretold of mock exams, by their sitting."""
        return {row[0]: KeptForecast(*row) for row in self._rows(sql.FORECASTS)}

    def planned_answers(self) -> Mapping[str, int]:
        """How many answers of the daily mix fell on each area so far."""
        return {area: planned for area, planned in self._rows(sql.PLANNED) if planned}

    def flags(self) -> frozenset[str]:
        """Flagged questions."""
        return frozenset(name for (name,) in self._rows(sql.FLAGS))

    def notes(self) -> Mapping[str, str]:
        """The learner's notes by question."""
        return dict(self._rows(sql.NOTES))

    def preferences(self) -> Preferences:
        """The learner's settings, defaults where none are kept."""
        return preferences_of(dict(self._rows(sql.PREFERENCES)))

    def _rows(self, statement: str, **values: str | int) -> list[Any]:
        with self._database.reading() as connection:
            return connection.execute(statement, values).fetchall()

    def _closed_sitting(self, row: Row) -> SittingRecord:
        found = self._closed.get(row[0])
        if found is None:
            found = self._closed[row[0]] = self._sitting(row)
        return found

    def _sitting(self, row: Row) -> SittingRecord:
        number, kind, source, seed, form, opened, offset, limit, *rest = row
        closed, closed_offset, elapsed, place, plan, kept, kept_offset = rest
        return SittingRecord(
            id=number,
            kind=member(SittingKind, kind),
            source=source,
            seed=seed,
            form=self._form(form),
            opened=moment_at(opened, offset),
            limit_ms=limit,
            closed=None if closed is None else moment_at(closed, closed_offset),
            elapsed_ms=elapsed,
            index=place,
            plan=plan_of(plan),
            kept=None if kept is None else moment_at(kept, kept_offset),
        )

    def _form(self, text: str) -> tuple[str, ...]:
        numbers = form_of(text)
        try:
            return tuple(map(self._names.__getitem__, numbers))
        except KeyError:
            self._names = dict(self._rows(sql.QUESTION_NAMES))
        try:
            return tuple(map(self._names.__getitem__, numbers))
        except KeyError as fault:
            raise damaged(self._database.path) from fault
