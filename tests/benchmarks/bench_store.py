"""How long it takes to store an answer and to take one back, as a ratio to bare sqlite3 doing the same writes.

Run as `python -m tests.benchmarks.bench_store`; both sides write to records of 50,000 answers, taking turns.
"""

import gc
import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from certstudy.core.moment import moment_of
from certstudy.core.record import Answer, NewSitting, SittingKind
from certstudy.store.lock import RECORD
from certstudy.store.opening import open_store
from certstudy.store.values import instant
from tests.benchmarks.records import Size, answers, clock, entries, filled

SIZE = Size(50_000)
ROUNDS = 1_500

INSERT = "INSERT INTO answer VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
STATE = "SELECT * FROM question_state WHERE question = ?"
KEEP_STATE = (
    "INSERT INTO question_state VALUES (?, 1, ?, ?, ?, 0, 2.3, 5.0, ?, 0) ON CONFLICT (question) DO UPDATE SET"
    ' answers = excluded.answers, "right" = excluded."right", first_credit = excluded.first_credit,'
    " last_credit = excluded.last_credit, misled = excluded.misled,"
    " stability = excluded.stability, difficulty = excluded.difficulty, last = excluded.last,"
    " last_offset = excluded.last_offset"
)
DAY = (
    "INSERT INTO day_total VALUES (?, ?, 1, ?, ?, 0, 0, 1) ON CONFLICT (day, area) DO UPDATE SET"
    " answers = answers + excluded.answers, credit = credit + excluded.credit,"
    " milliseconds = milliseconds + excluded.milliseconds, first_answers = first_answers + excluded.first_answers,"
    " first_credit = first_credit + excluded.first_credit, planned = planned + excluded.planned"
)
OBJECTIVE = (
    "INSERT INTO objective_total VALUES (?, 1, ?, 0, 0) ON CONFLICT (objective) DO UPDATE SET"
    " answers = answers + excluded.answers, credit = credit + excluded.credit, met = met + excluded.met,"
    " known = known + excluded.known"
)
SITTING = (
    "INSERT INTO sitting_total VALUES (?, ?, 1, ?, ?, ?) ON CONFLICT (sitting, area) DO UPDATE SET"
    " answers = answers + excluded.answers, points = points + excluded.points, out_of = out_of + excluded.out_of,"
    " milliseconds = milliseconds + excluded.milliseconds"
)
ADVANCE = (
    "UPDATE sitting SET elapsed_ms = ?, place = place + 1, first_answer = coalesce(first_answer, ?),"
    " last_answer = ?, seal = (seal + ?) % 4294967296 WHERE id = ?"
)


class Bare:
    """The same statements on a connection of the standard library."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self.connection.execute(f"PRAGMA {pragma}")
        self.numbers = dict(self.connection.execute("SELECT name, id FROM question").fetchall())
        self.entries = {entry.id: entry for entry in entries(SIZE)}

    def record(self, answer: Answer) -> None:
        """Store an answer with everything that derives from it, without working anything out."""
        run, number, entry = (
            self.connection.execute,
            self.numbers[answer.question],
            self.entries[answer.question],
        )
        at, points, spent = instant(answer.at), answer.points, answer.milliseconds
        run("BEGIN IMMEDIATE")
        run("SELECT source FROM sitting WHERE id = ? AND closed IS NULL", (answer.sitting,)).fetchone()
        values = (answer.sitting, number, at, 60, 1, points, answer.out_of, spent, None)
        new = run(INSERT, values).lastrowid
        run(STATE, (number,)).fetchone()
        run(KEEP_STATE, (number, points, points, points, at))
        run(DAY, (739_000, entry.area, 720_720, spent))
        run(OBJECTIVE, (entry.objective, 720_720))
        run(SITTING, (answer.sitting, entry.area, points, answer.out_of, spent))
        run(ADVANCE, (spent, new, new, answer.id, answer.sitting))
        run("COMMIT")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        ours, bare = Path(scratch) / "ours", Path(scratch) / "bare"
        filled(ours, SIZE).close()
        bare.mkdir()
        shutil.copy2(ours / RECORD, bare / RECORD)
        with closing(open_store(ours, clock)) as store:
            new = NewSitting(SittingKind.PRACTICE, "mix", 1, (entries(SIZE)[0].id,), moment_of(clock()))
            sitting = store.ledger.open_sitting(new)
            floor = Bare(bare / RECORD)
            floor.connection.execute("UPDATE sitting SET closed = NULL WHERE id = 1")
            given = [replace(a, id=0) for a in answers(Size(ROUNDS))]
            random.Random(3).shuffle(given)
            stored: list[Answer] = []

            def record(answer: Answer) -> None:
                stored.append(store.ledger.record(replace(answer, sitting=sitting.id), 1_000))

            gc.disable()
            kept, told = _turns((record, given), (lambda a: floor.record(replace(a, sitting=1)), given))
            undone, _again = _turns((lambda a: store.ledger.retract(a.id, a.at), stored), (floor.record, []))
            floor.connection.close()
    _print("store an answer", kept, told)
    _print("take one back", undone, told)


def _turns(
    *sides: tuple[Callable[[Answer], None], Sequence[Answer]],
) -> list[list[float]]:
    """The milliseconds of each call, the sides taking turns."""
    times: list[list[float]] = [[] for _ in sides]
    for i in range(max(len(given) for _, given in sides)):
        for spent, (call, given) in zip(times, sides, strict=True):
            if i < len(given):
                began = time.perf_counter()
                call(given[i])
                spent.append(1000 * (time.perf_counter() - began))
    return times


def _print(title: str, ours: list[float], floor: list[float]) -> None:
    for name, at in (("p50", 0.5), ("p99", 0.99)):
        mine, bare = (sorted(times)[int(at * len(times))] for times in (ours, floor))
        print(f"{title:16} {name}: {mine:.3f} ms, bare sqlite3 {bare:.3f} ms, ratio {mine / bare:.2f}")


if __name__ == "__main__":
    main()
