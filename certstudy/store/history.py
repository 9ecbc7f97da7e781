"""Reads of the learner's record; rows come in, core values go out."""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, func, select

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
from certstudy.store.database import Database
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


class SqliteHistory:
    """Satisfies `study.ports.History`; may be read from any thread. A file that cannot be read is a StoreError."""

    def __init__(self, database: Database) -> None:
        """Read from that database."""
        self._database = database
        # a question's number never gets another name, so what is remembered stays right
        self._names: dict[int, str] = {}

    def open_sittings(self) -> Sequence[SittingRecord]:
        """Sittings not closed, newest first."""
        # naming every kind lets the index over kind and closing time serve
        is_open = sitting.c.kind.in_(list(SittingKind)) & sitting.c.closed.is_(None)
        with self._database.reading() as connection:
            rows = connection.execute(_SITTINGS.where(is_open).order_by(sitting.c.id.desc())).all()
            return [self._sitting(connection, row) for row in rows]

    def sitting(self, sitting_id: int) -> SittingRecord:
        """One sitting; KeyError if there is none."""
        with self._database.reading() as connection:
            row = connection.execute(_SITTINGS.where(sitting.c.id == sitting_id)).first()
            if row is None:
                raise KeyError(sitting_id)
            return self._sitting(connection, row)

    def answers_of(self, sitting_id: int) -> Sequence[Answer]:
        """The answers of a sitting that stand, in order."""
        here = select(sitting.c.first_answer, sitting.c.last_answer).where(sitting.c.id == sitting_id)
        with self._database.reading() as connection:
            ends = connection.execute(here).first()
            if ends is None or ends[0] is None:
                return []
            found = STANDING.where(answer.c.id.between(*ends), answer.c.sitting == sitting_id)
            rows = connection.execute(found.order_by(answer.c.id))
            return [answer_of(row) for row in rows]

    def drafts_of(self, sitting_id: int) -> Mapping[str, Draft]:
        """The drafts of a mock exam by question id."""
        columns = (question.c.name, draft.c.response, draft.c.marked, draft.c.struck, draft.c.milliseconds)
        kept = select(*columns).join_from(draft, question).where(draft.c.sitting == sitting_id)
        with self._database.reading() as connection:
            rows = connection.execute(kept).all()
        return {
            name: Draft(options_of(chosen), bool(marked), options_of(struck), milliseconds)
            for name, chosen, marked, struck, milliseconds in rows
        }

    def closed_sittings(self, kind: str, limit: int = 200) -> Sequence[SittingTotals]:
        """Closed sittings of a kind with their totals, newest first."""
        closed = (
            _SITTINGS.where(sitting.c.kind == kind, sitting.c.closed.is_not(None))
            .order_by(sitting.c.closed.desc(), sitting.c.id.desc())
            .limit(limit)
        )
        within = closed.with_only_columns(sitting.c.id)
        totals = select(sitting_total).where(sitting_total.c.sitting.in_(within))
        with self._database.reading() as connection:
            areas: dict[int, list[AreaTotal]] = {}
            for number, area, answers, points, out_of, milliseconds in connection.execute(totals):
                total = AreaTotal(area, answers, points, out_of, milliseconds)
                areas.setdefault(number, []).append(total)
            rows = connection.execute(closed).all()
            return [
                SittingTotals(self._sitting(connection, row), tuple(areas.get(row[0], ()))) for row in rows
            ]

    def states(self) -> Mapping[str, QuestionState]:
        """The state of every question ever answered."""
        with self._database.reading() as connection:
            rows = connection.execute(STATES).all()
        return {row[1]: state_of(row[1], row[2:]) for row in rows}

    def answers_to(self, question_id: str) -> Sequence[Answer]:
        """Every standing answer to a question, oldest first."""
        found = STANDING.where(question.c.name == question_id).order_by(answer.c.id)
        with self._database.reading() as connection:
            return [answer_of(row) for row in connection.execute(found)]

    def days(self, since: int = 0) -> Sequence[DayTotal]:
        """Totals per learner's day and area from that day on, in order."""
        wanted = select(
            day_total.c.day,
            day_total.c.area,
            day_total.c.answers,
            day_total.c.credit,
            day_total.c.milliseconds,
            day_total.c.first_answers,
            day_total.c.first_credit,
        ).where(day_total.c.day >= since)
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(day_total.c.day, day_total.c.area)).all()
        return [
            DayTotal(day, area, answers, credit / UNIT, milliseconds, first, first_credit / UNIT)
            for day, area, answers, credit, milliseconds, first, first_credit in rows
        ]

    def objectives(self) -> Mapping[str, ObjectiveTotal]:
        """Totals per objective ever answered."""
        with self._database.reading() as connection:
            rows = connection.execute(select(objective_total)).all()
        return {
            name: ObjectiveTotal(name, answers, credit / UNIT, met, known)
            for name, answers, credit, met, known in rows
        }

    def planned_answers(self) -> Mapping[str, int]:
        """How many answers of the daily mix fell on each area so far."""
        sums = select(day_total.c.area, func.sum(day_total.c.planned)).group_by(day_total.c.area)
        with self._database.reading() as connection:
            return {area: planned for area, planned in connection.execute(sums) if planned}

    def flags(self) -> frozenset[str]:
        """Flagged questions."""
        with self._database.reading() as connection:
            return frozenset(connection.execute(select(question.c.name).join_from(flag, question)).scalars())

    def notes(self) -> Mapping[str, str]:
        """The learner's notes by question."""
        with self._database.reading() as connection:
            kept = connection.execute(select(question.c.name, note.c.text).join_from(note, question))
            return dict(kept.tuples().all())

    def preferences(self) -> Preferences:
        """The learner's settings, defaults where none are kept."""
        with self._database.reading() as connection:
            kept = connection.execute(select(preference.c.name, preference.c.value))
            return preferences_of(dict(kept.tuples().all()))

    def _sitting(self, connection: Connection, row: Row) -> SittingRecord:
        number, kind, source, seed, form, opened, offset, limit, closed, closed_offset, elapsed, place = row
        return SittingRecord(
            id=number,
            kind=SittingKind(kind),
            source=source,
            seed=seed,
            form=self._form(connection, form),
            opened=moment_at(opened, offset),
            limit_ms=limit,
            closed=None if closed is None else moment_at(closed, closed_offset),
            elapsed_ms=elapsed,
            index=place,
        )

    def _form(self, connection: Connection, text: str) -> tuple[str, ...]:
        numbers = json.loads(text)
        try:
            return tuple(map(self._names.__getitem__, numbers))
        except KeyError:
            rows = connection.execute(select(question.c.id, question.c.name))
            self._names = dict(rows.tuples().all())
            return tuple(map(self._names.__getitem__, numbers))
