"""Reads of the learner's record; rows come in, core values go out."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, func, select

from certstudy.core.preferences import Preferences
from certstudy.core.record import (
    Answer,
    AreaTotal,
    DayTotal,
    Draft,
    ObjectiveTotal,
    QuestionState,
    SittingKind,
    SittingRecord,
    SittingTotals,
)
from certstudy.store.database import Database, compiled, constant
from certstudy.store.derive import UNIT
from certstudy.store.facts import STANDING, STATES
from certstudy.store.settings import preferences_of
from certstudy.store.tables import (
    answer,
    day_total,
    draft,
    flag,
    note,
    objective_total,
    preference,
    question,
    sitting,
    sitting_total,
)
from certstudy.store.values import Row, answer_of, moment_at, options_of, state_of

_SITTINGS = select(
    sitting.c.id,
    sitting.c.kind,
    sitting.c.source,
    sitting.c.seed,
    sitting.c.form,
    sitting.c.opened,
    sitting.c.opened_offset,
    sitting.c.limit_ms,
    sitting.c.closed,
    sitting.c.closed_offset,
    sitting.c.elapsed_ms,
    sitting.c.place,
)
_IS_IT = sitting.c.id == bindparam("sitting")
_SITTING = compiled(_SITTINGS.where(_IS_IT))
_OPEN = compiled(
    _SITTINGS.where(sitting.c.kind == bindparam("kind"), sitting.c.closed.is_(None)).order_by(
        sitting.c.id.desc()
    )
)
_CLOSED_SITTINGS = (
    _SITTINGS.where(sitting.c.kind == bindparam("kind"), sitting.c.closed.is_not(None))
    .order_by(sitting.c.closed.desc(), sitting.c.id.desc())
    .limit(bindparam("most"))
    .offset(constant(0))
)
_CLOSED = compiled(_CLOSED_SITTINGS)
_CLOSED_TOTALS = compiled(
    select(sitting_total).where(sitting_total.c.sitting.in_(_CLOSED_SITTINGS.with_only_columns(sitting.c.id)))
)
_ENDS = compiled(select(sitting.c.first_answer, sitting.c.last_answer).where(_IS_IT))
_ANSWERS_OF = compiled(
    STANDING.where(
        answer.c.id.between(bindparam("first"), bindparam("last")), answer.c.sitting == bindparam("sitting")
    ).order_by(answer.c.id)
)
_ANSWERS_TO = compiled(STANDING.where(question.c.name == bindparam("name")).order_by(answer.c.id))
_DRAFTS = compiled(
    select(question.c.name, draft.c.response, draft.c.marked, draft.c.struck, draft.c.milliseconds)
    .join_from(draft, question)
    .where(draft.c.sitting == bindparam("sitting"))
)
_STATES = compiled(STATES)
_DAYS = compiled(
    select(*(c for c in day_total.c if c is not day_total.c.planned))
    .where(day_total.c.day >= bindparam("since"))
    .order_by(day_total.c.day, day_total.c.area)
)
_OBJECTIVES = compiled(select(objective_total))
_PLANNED = compiled(select(day_total.c.area, func.sum(day_total.c.planned)).group_by(day_total.c.area))
_FLAGS = compiled(select(question.c.name).join_from(flag, question))
_NOTES = compiled(select(question.c.name, note.c.text).join_from(note, question))
_PREFERENCES = compiled(select(preference))
_NAMES = compiled(select(question.c.id, question.c.name))


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
        rows = [row for kind in SittingKind for row in self._rows(_OPEN, kind=kind)]
        return sorted(map(self._sitting, rows), key=lambda found: -found.id)

    def sitting(self, sitting_id: int) -> SittingRecord:
        """One sitting; KeyError if there is none."""
        rows = self._rows(_SITTING, sitting=sitting_id)
        if not rows:
            raise KeyError(sitting_id)
        return self._sitting(rows[0])

    def answers_of(self, sitting_id: int) -> Sequence[Answer]:
        """The answers of a sitting that stand, in order."""
        rows = [
            row
            for first, last in self._rows(_ENDS, sitting=sitting_id)
            for row in self._rows(_ANSWERS_OF, sitting=sitting_id, first=first, last=last)
        ]
        return [answer_of(row) for row in rows]

    def drafts_of(self, sitting_id: int) -> Mapping[str, Draft]:
        """The drafts of a mock exam by question id."""
        return {
            name: Draft(options_of(chosen), bool(marked), options_of(struck), milliseconds)
            for name, chosen, marked, struck, milliseconds in self._rows(_DRAFTS, sitting=sitting_id)
        }

    def closed_sittings(self, kind: str, limit: int = 200) -> Sequence[SittingTotals]:
        """Closed sittings of a kind with their totals, newest first."""
        areas: dict[int, list[AreaTotal]] = {}
        for number, *total in self._rows(_CLOSED_TOTALS, kind=kind, most=limit):
            areas.setdefault(number, []).append(AreaTotal(*total))
        closed = map(self._closed_sitting, self._rows(_CLOSED, kind=kind, most=limit))
        return [SittingTotals(found, tuple(areas.get(found.id, ()))) for found in closed]

    def states(self) -> Mapping[str, QuestionState]:
        """The state of every question ever answered."""
        return {name: state_of(name, row) for _number, name, *row in self._rows(_STATES)}

    def answers_to(self, question_id: str) -> Sequence[Answer]:
        """Every standing answer to a question, oldest first."""
        return [answer_of(row) for row in self._rows(_ANSWERS_TO, name=question_id)]

    def days(self, since: int = 0) -> Sequence[DayTotal]:
        """Totals per learner's day and area from that day on, in order."""
        return [
            DayTotal(day, area, answers, credit / UNIT, milliseconds, first, first_credit / UNIT)
            for day, area, answers, credit, milliseconds, first, first_credit in self._rows(
                _DAYS, since=since
            )
        ]

    def objectives(self) -> Mapping[str, ObjectiveTotal]:
        """Totals per objective ever answered."""
        return {
            name: ObjectiveTotal(name, answers, credit / UNIT, met, known)
            for name, answers, credit, met, known in self._rows(_OBJECTIVES)
        }

    def planned_answers(self) -> Mapping[str, int]:
        """How many answers of the daily mix fell on each area so far."""
        return {area: planned for area, planned in self._rows(_PLANNED) if planned}

    def flags(self) -> frozenset[str]:
        """Flagged questions."""
        return frozenset(name for (name,) in self._rows(_FLAGS))

    def notes(self) -> Mapping[str, str]:
        """The learner's notes by question."""
        return dict(self._rows(_NOTES))

    def preferences(self) -> Preferences:
        """The learner's settings, defaults where none are kept."""
        return preferences_of(dict(self._rows(_PREFERENCES)))

    def _rows(self, statement: str, **values: str | int) -> list[Any]:
        with self._database.reading() as connection:
            return connection.execute(statement, values).fetchall()

    def _closed_sitting(self, row: Row) -> SittingRecord:
        found = self._closed.get(row[0])
        if found is None:
            found = self._closed[row[0]] = self._sitting(row)
        return found

    def _sitting(self, row: Row) -> SittingRecord:
        number, kind, source, seed, form, opened, offset, limit, closed, closed_offset, elapsed, place = row
        return SittingRecord(
            id=number,
            kind=SittingKind(kind),
            source=source,
            seed=seed,
            form=self._form(form),
            opened=moment_at(opened, offset),
            limit_ms=limit,
            closed=None if closed is None else moment_at(closed, closed_offset),
            elapsed_ms=elapsed,
            index=place,
        )

    def _form(self, text: str) -> tuple[str, ...]:
        numbers = json.loads(text)
        try:
            return tuple(map(self._names.__getitem__, numbers))
        except KeyError:
            self._names = dict(self._rows(_NAMES))
            return tuple(map(self._names.__getitem__, numbers))
