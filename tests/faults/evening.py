"""Everything that writes in the evening of a learner, on a record of an earlier version of the app or a new one."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from certstudy.app.opening import Opened, open_desk
from certstudy.core.errors import StoreError
from certstudy.core.exam import MockExam
from certstudy.core.response import NOTHING
from certstudy.store.lock import RECORD
from certstudy.store.restoring import restore
from certstudy.store.salvaging import salvage
from certstudy.store.verify import verify
from certstudy.study import annotations, mock_exam, practice
from certstudy.study.desk import Desk
from certstudy.study.practice import Mode, Request
from tests.faults.script import MANY, places
from tests.faults.sitting_exam import standing
from tests.store.older import written_as

T = TypeVar("T")
EARLIER_ANSWERS, A_SESSION, FORMAT = 20, 5, 1


class Patience(Protocol):
    """Does something that may fail, and in the end has it done."""

    def __call__(self, act: Callable[[], T]) -> T:
        """What came of it."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What the app has said that it keeps: answers, the open exam as it stands, sound copies with so many answers."""

    answers: frozenset[int] = frozenset()
    exam: str = ""
    copies: tuple[tuple[str, int], ...] = ()

    def broken(self, opened: Opened) -> list[str]:
        """What the record that is open does not keep."""
        found = kept_by(opened)
        wrong = (
            []
            if self.answers == found.answers
            else [f"{sorted(self.answers)} became {sorted(found.answers)}"]
        )
        wrong += [] if self.exam == found.exam else [f"the exam {self.exam} became {found.exam}"]
        for name, answers in self.copies:
            copy = Path(opened.folder) / name
            if _standing_answers(copy) != answers:
                wrong.append(f"the copy {name} is gone or has not its {answers} answers")
        return wrong


def _standing_answers(copy: Path) -> int | None:
    """How many answers a copy holds that were not taken back; None if there is no sound one."""
    asked = "SELECT count(*) FROM answer WHERE id NOT IN (SELECT answer FROM retraction)"
    with suppress(StoreError, sqlite3.Error):
        verify(copy)
        with closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as connection:
            return int(connection.execute(asked).fetchone()[0])
    return None


def kept_by(opened: Opened) -> Promise:
    """The answers and the open exam of a record."""
    answers = {answer.id for answer in opened.desk.history.latest_answers(MANY)}
    waiting = [sitting for sitting in opened.desk.history.open_sittings() if sitting.kind == "mock"]
    return Promise(
        frozenset(answers), stands(mock_exam.resume(opened.desk, waiting[0].id)) if waiting else ""
    )


def stands(exam: MockExam) -> str:
    """What the candidate would miss; what is settled is so only as a step towards handing in."""
    return json.dumps(
        {key: value for key, value in standing(exam).items() if key != "settled"}, sort_keys=True
    )


def prepared(folder: Path) -> Path:
    """The compiled pack and a record of the first format with some answers."""
    with closing(open_desk(places(folder))) as opened:
        for _ in range(EARLIER_ANSWERS // A_SESSION):
            for _step in practise(opened.desk, lambda act: act(), A_SESSION):
                pass
    record = folder / "data" / RECORD
    written_as(FORMAT, record, folder / "then.db")
    (folder / "then.db").replace(record)
    return folder


def new(folder: Path) -> Path:
    """The compiled pack and an empty data folder."""
    open_desk(places(folder)).close()
    for path in (folder / "data").iterdir():
        path.unlink()
    return folder


def evening(place: Path, patient: Patience) -> Iterator[Promise]:
    """Study, sit exams, back up, restore and salvage; yields what is promised whenever that has changed."""
    data = place / "data"
    opened = patient(lambda: open_desk(places(place)))
    try:
        older = sorted((data / "backups").glob("before-format-*.db"))
        copies = tuple(_copy(data, path, EARLIER_ANSWERS) for path in older[-1:])
        for promise in _session(opened, patient):
            yield replace(promise, copies=copies)
        made = patient(opened.store.back_up)
        kept = Promise(promise.answers, promise.exam, (*copies, _copy(data, made.path, len(promise.answers))))
        yield kept
        patient(opened.store.back_up_daily)
        answers = kept.answers
        for answered in practise(opened.desk, patient, 1):
            answers |= answered
            yield replace(kept, answers=answers)
    finally:
        opened.close()
    patient(lambda: restore(data, made.path, opened.desk.clock()))
    before = patient(lambda: _replaced(data, len(answers)))
    kept = replace(kept, copies=(*kept.copies, _copy(data, before, len(answers))))
    yield kept
    yield from _next_day(place, patient, kept)


def _next_day(place: Path, patient: Patience, kept: Promise) -> Iterator[Promise]:
    """The restored record is studied with, and gathered anew at last."""
    opened = patient(lambda: open_desk(places(place)))
    try:
        waiting = patient(opened.desk.history.open_sittings)
        number = next(sitting.id for sitting in waiting if sitting.kind == "mock")
        exam = patient(lambda: mock_exam.resume(opened.desk, number))
        exam = patient(lambda: mock_exam.tick(opened.desk, exam, 500))
        kept = replace(kept, exam=stands(exam))
        yield kept
        now = opened.desk.clock()
    finally:
        opened.close()
    gathered = patient(lambda: salvage(place / "data", now))
    yield replace(kept, copies=(*kept.copies, _copy(place / "data", gathered.path, len(kept.answers))))


def _replaced(data: Path, answers: int) -> Path:
    """Where the record from before a restore is kept; one that failed half-way and was done again kept it twice."""
    for path in data.glob("record-replaced-*.db"):
        if _standing_answers(path) == answers:
            return path
    raise StoreError(
        "The record from before is not kept.", "Nothing is safe.", "There is nothing to be done."
    )


def _copy(data: Path, path: Path, answers: int) -> tuple[str, int]:
    return path.relative_to(data).as_posix(), answers


def practise(desk: Desk, patient: Patience, answers: int) -> Iterator[frozenset[int]]:
    """A session of so many answers; yields each."""
    sitting, _changes = patient(
        lambda: practice.start(desk, practice.propose(desk, Request(Mode.MIX, A_SESSION)))
    )
    for _ in range(answers):
        given = patient(partial(practice.answer, desk, sitting, NOTHING, None, 100))
        sitting = given.sitting
        yield frozenset((given.answer.id,))
    patient(partial(practice.finish, desk, sitting))


def _session(opened: Opened, patient: Patience) -> Iterator[Promise]:
    desk = opened.desk
    kept = patient(lambda: kept_by(opened))
    yield kept
    answers = kept.answers
    for answered in practise(desk, patient, 3):
        answers |= answered
        yield Promise(answers)
    sitting, _changes = patient(
        lambda: practice.start(desk, practice.propose(desk, Request(Mode.MIX, A_SESSION)))
    )
    given = patient(lambda: practice.answer(desk, sitting, NOTHING, None, 100))
    yield Promise(answers | {given.answer.id})
    patient(lambda: practice.undo(desk, given.sitting))
    yield Promise(answers)
    patient(lambda: annotations.note(desk, given.answer.question, "a note"))
    for exam in _examine(desk, patient):
        yield Promise(answers, stands(exam))
    patient(partial(mock_exam.hand_in, desk, exam))
    handed = {answer.id for answer in patient(lambda: desk.history.answers_of(exam.record.id))}
    assert len(handed) == len(exam.form)
    yield Promise(answers | handed)
    for exam in _examine(desk, patient):
        yield Promise(answers | handed, stands(exam))


def _examine(desk: Desk, patient: Patience) -> Iterator[MockExam]:
    """A mock exam with an answer, a move, time that passes and a break; yields it after each."""
    form = patient(lambda: mock_exam.prepare(desk, 5, 5))
    exam, _changes = patient(lambda: mock_exam.start(desk, form, mock_exam.Rules(20)))
    yield exam
    kept = replace(exam.draft(exam.current), response=frozenset("a"))
    exam = patient(partial(mock_exam.draft, desk, exam, exam.current, kept))
    yield exam
    exam = patient(partial(mock_exam.tick, desk, exam, 700))
    yield exam
    if exam.next_place is not None:
        exam = patient(partial(mock_exam.go, desk, exam, exam.next_place))
        yield exam
    exam = patient(partial(mock_exam.take_break, desk, exam))
    yield exam
    exam = patient(partial(mock_exam.tick, desk, exam, 300))
    yield exam
    exam = patient(partial(mock_exam.come_back, desk, exam))
    yield exam
