"""A rollback journal that a power cut or a kill left beside the record is played back before anything is judged."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from certstudy.store.lock import RECORD
from certstudy.store.restoring import restore
from certstudy.store.salvaging import salvage
from tests.store.learner import QUESTIONS, START, given, opened, practice

ANSWERS = 300


def cut_short(folder: Path, log: bool) -> set[int]:
    """A record in the middle of a transaction that keeps what it replaces in a journal; the answers from before."""
    with closing(opened(folder)) as store:
        sitting = practice(store)
        kept = {store.ledger.record(given(sitting, QUESTIONS[n % 9]), 1).id for n in range(ANSWERS)}
    with closing(sqlite3.connect(folder / RECORD, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("DELETE FROM answer WHERE id % 2")
        connection.execute("UPDATE answer SET at = at + 1, milliseconds = 1")
        for part in ("", "-journal"):
            shutil.copyfile(folder / f"{RECORD}{part}", folder / f"cut{part}")
        connection.execute("ROLLBACK")
    for part in ("", "-journal"):
        (folder / f"cut{part}").replace(folder / f"{RECORD}{part}")
    if log:
        (folder / f"{RECORD}-wal").touch()
    return kept


def answers_in(folder: Path) -> set[int]:
    """The answers of a record, which must be sound."""
    with closing(opened(folder)) as store:
        found = store.check()
        assert (found.sound, found.differing) == (True, 0)
        return {answer.id for answer in store.history.latest_answers(10**6)}


@pytest.mark.parametrize("log", [False, True])
def test_the_record_is_as_before_the_transaction(folder: Path, log: bool) -> None:
    kept = cut_short(folder, log)
    assert answers_in(folder) == kept
    assert not (folder / f"{RECORD}-journal").exists()


@pytest.mark.parametrize("log", [False, True])
def test_a_restore_keeps_it_as_before_the_transaction(folder: Path, log: bool, tmp_path: Path) -> None:
    with closing(opened(tmp_path / "other")) as store:
        backup = store.back_up().path
    kept = cut_short(folder, log)
    done = restore(folder, backup, START)
    assert answers_in(folder) == set()
    assert done.kept is not None
    restore(folder, done.kept, START)
    assert answers_in(folder) == kept


def test_no_journal_of_a_damaged_record_reaches_the_restored_one(folder: Path, tmp_path: Path) -> None:
    with closing(opened(tmp_path / "other")) as store:
        backup = store.back_up().path
    cut_short(folder, log=False)
    data = (folder / RECORD).read_bytes()
    (folder / RECORD).write_bytes(bytes(100) + data[100:])
    journal = (folder / f"{RECORD}-journal").read_bytes()
    done = restore(folder, backup, START)
    assert answers_in(folder) == set()
    assert done.kept is not None
    assert Path(f"{done.kept}-journal").read_bytes() == journal


def test_salvage_plays_it_back_in_its_copy(folder: Path) -> None:
    kept = cut_short(folder, log=False)
    before = {path.name: path.read_bytes() for path in folder.glob(f"{RECORD}*")}
    done = salvage(folder, START)
    assert {path.name: path.read_bytes() for path in folder.glob(f"{RECORD}*")} == before
    restore(folder, done.path, START)
    assert answers_in(folder) == kept
