"""A record on the disk with a small bank adopted, for the tests of the store."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from certstudy.core.confidence import Confidence
from certstudy.core.moment import Moment
from certstudy.core.record import Answer, NewSitting, SittingKind, SittingRecord
from certstudy.store.opening import Store, open_store
from tests.fakes import FakeCatalog, FakeClock, small_bank, small_syllabus

SYLLABUS = small_syllabus()
CATALOG = FakeCatalog(SYLLABUS, small_bank(SYLLABUS))
QUESTIONS = tuple(entry.id for entry in CATALOG.entries)
START = datetime(2026, 5, 2, 9, 30, 0, 123_456, tzinfo=UTC)


def at(minutes: float = 0, offset_minutes: int = 120) -> Moment:
    """A moment so long after the start."""
    return Moment(START + timedelta(minutes=minutes), offset_minutes)


def opened(folder: Path) -> Store:
    """The record in a folder, the small bank adopted."""
    store = open_store(folder, FakeClock())
    store.ledger.adopt(CATALOG.entries, CATALOG.fingerprint)
    return store


def practice(store: Store, *questions: str, source: str = "mix") -> SittingRecord:
    """A practice sitting, without questions named one over all of them."""
    form = questions or QUESTIONS
    return store.ledger.open_sitting(NewSitting(SittingKind.PRACTICE, source, 7, form, at()))


def mock(store: Store, *questions: str) -> SittingRecord:
    """A mock exam of ten minutes."""
    return store.ledger.open_sitting(NewSitting(SittingKind.MOCK, "mock", 8, questions, at(), 600_000))


def given(
    sitting: SittingRecord,
    question: str,
    points: int = 1,
    out_of: int = 1,
    minutes: float = 0,
    confidence: Confidence | None = None,
) -> Answer:
    """An answer, not stored yet."""
    return Answer(
        sitting=sitting.id,
        question=question,
        at=at(minutes),
        response=frozenset("ab"),
        points=points,
        out_of=out_of,
        milliseconds=40_000,
        confidence=confidence,
        revision="r1",
    )


def alter(record: Path, *statements: str) -> None:
    """Change a record behind the program's back."""
    with closing(sqlite3.connect(record)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
