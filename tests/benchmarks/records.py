"""Large records for measuring: filled by bare sqlite3 through the store's own schema."""

import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from certstudy.core.confidence import Confidence
from certstudy.core.moment import Moment
from certstudy.core.question import Entry, Kind
from certstudy.core.record import Answer
from certstudy.store.lock import RECORD
from certstudy.store.opening import Store, open_store
from certstudy.store.values import CONFIDENCE, SEAL_MODULUS, answer_row, instant, response_text, seal

AREAS = ("processes", "source-control", "pipelines", "security", "monitoring")
START = datetime(2026, 1, 1, 8, tzinfo=UTC)
LENGTH = 40
RESPONSES = tuple(frozenset(text) for text in ("A", "B", "C", "D", "AB", "AC", "BD", "ABC"))


@dataclass(frozen=True)
class Size:
    """How large a record is to be."""

    answers: int
    questions: int = 2_000
    objectives: int = 90
    days: int = 365


def clock() -> datetime:
    """A standing clock just after the last answer."""
    return START + timedelta(days=365)


def entries(size: Size) -> list[Entry]:
    """The index of a made-up bank."""
    return [
        Entry(
            id=f"{AREAS[i % 5]}-{i:05}",
            area=AREAS[i % 5],
            group=f"{AREAS[i % 5]}.g{i % 15}",
            objective=f"{AREAS[i % 5]}.g{i % 15}.objective-{i % size.objectives}",
            kind=Kind.SINGLE,
            difficulty=2,
        )
        for i in range(size.questions)
    ]


def filled(folder: Path, size: Size) -> Store:
    """An open record of that size, its totals rebuilt; every 25th sitting is a mock exam."""
    with closing(open_store(folder, clock)) as store:
        store.ledger.adopt(entries(size), "benchmark")
    with closing(sqlite3.connect(folder / RECORD, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        _fill(connection, size)
        connection.execute("COMMIT")
    store = open_store(folder, clock)
    store.ledger.rebuild()
    return store


def answers(size: Size, sitting: int = 1) -> Iterator[Answer]:
    """Answers one after the other, spread over the days."""
    rng = random.Random(7)
    pause = timedelta(days=size.days) / size.answers
    names = [entry.id for entry in entries(size)]
    for number in range(size.answers):
        out_of = rng.choice((1, 1, 1, 2, 3))
        yield Answer(
            sitting=sitting + number // LENGTH,
            question=rng.choice(names),
            at=Moment(START + number * pause, 60),
            response=rng.choice(RESPONSES),
            points=rng.randint(0, out_of),
            out_of=out_of,
            milliseconds=rng.randint(5_000, 120_000),
            confidence=rng.choice((None, *Confidence)),
            id=number + 1,
            revision="5f2c81d0",
        )


def _fill(connection: sqlite3.Connection, size: Size) -> None:
    numbers = dict(connection.execute("SELECT name, id FROM question").fetchall())
    connection.executemany(
        "INSERT INTO edition VALUES (?, ?, '5f2c81d0', 0.25)", ((n, n) for n in numbers.values())
    )
    texts = [response_text(response) for response in RESPONSES]
    connection.executemany("INSERT INTO response VALUES (?, ?)", enumerate(texts, start=1))
    found = answers(size)
    while sitting := list(islice(found, LENGTH)):
        _add_sitting(connection, numbers, sitting)


def _add_sitting(connection: sqlite3.Connection, numbers: dict[str, int], given: list[Answer]) -> None:
    first, last = given[0], given[-1]
    kind, source = ("mock", "mock") if first.sitting % 25 == 0 else ("practice", "mix")
    form = json.dumps([numbers[answer.question] for answer in given], separators=(",", ":"))
    spent = sum(answer.milliseconds for answer in given)
    sealed = sum(seal(answer_row(answer)) for answer in given) % SEAL_MODULUS
    row = (
        first.sitting, kind, source, first.sitting, form, instant(first.at), 60, None, instant(last.at), 60, spent,
        len(given), first.id, last.id, sealed, None, None, None,
    )  # fmt: skip
    connection.execute(f"INSERT INTO sitting VALUES ({', '.join('?' * len(row))})", row)
    rows = [
        (
            a.id, a.sitting, numbers[a.question], instant(a.at), 60, 1 + RESPONSES.index(a.response), a.points,
            a.out_of, a.milliseconds, None if a.confidence is None else CONFIDENCE[a.confidence],
        )
        for a in given
    ]  # fmt: skip
    connection.executemany(f"INSERT INTO answer VALUES ({', '.join('?' * 10)})", rows)
