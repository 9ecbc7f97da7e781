"""A backup comes back whole, and what was there before is still there."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from certstudy.core.errors import StoreError
from certstudy.store.lock import RECORD
from certstudy.store.migrations import MIGRATIONS, create
from certstudy.store.opening import open_store
from certstudy.store.restoring import restore
from tests.fakes import NOON, FakeClock
from tests.store.learner import QUESTIONS, given, opened, practice


def study(folder: Path, answers: int) -> None:
    """So many more answers in the folder's record."""
    with closing(opened(folder)) as store:
        sitting = practice(store)
        for question in QUESTIONS[:answers]:
            store.ledger.record(given(sitting, question), 1)


def answers_in(folder: Path) -> int:
    """How many answers the folder's record counts; it must be sound."""
    with closing(opened(folder)) as store:
        assert store.check().sound
        return sum(total.answers for total in store.history.days())


@pytest.fixture
def backup(folder: Path) -> Path:
    """A backup of two answers of a record that has five by now."""
    study(folder, 2)
    with closing(opened(folder)) as store:
        made = store.back_up()
    study(folder, 3)
    return made.path


def test_a_restore_can_be_undone(folder: Path, backup: Path) -> None:
    done = restore(folder, backup, NOON)
    assert answers_in(folder) == done.contents.answers == 2
    assert done.kept == folder / "record-replaced-20261123-120000.db"
    undone = restore(folder, done.kept, NOON)
    assert answers_in(folder) == 5
    assert undone.kept not in (None, done.kept)
    assert backup.exists()


def test_a_restore_into_an_empty_folder(folder: Path, backup: Path, tmp_path: Path) -> None:
    done = restore(tmp_path / "new" / "folder", backup, NOON)
    assert done.kept is None
    assert answers_in(tmp_path / "new" / "folder") == 2


def test_a_damaged_record_is_set_aside_byte_for_byte(folder: Path, backup: Path) -> None:
    broken = b"\0" * 5_000
    (folder / RECORD).write_bytes(broken)
    (folder / f"{RECORD}-wal").write_bytes(b"rest of a log")
    done = restore(folder, backup, NOON)
    assert done.kept is not None
    assert done.kept.read_bytes() == broken
    assert done.kept.with_name(done.kept.name + "-wal").read_bytes() == b"rest of a log"
    assert answers_in(folder) == 2


def test_answers_still_in_the_log_are_kept_too(folder: Path, backup: Path, tmp_path: Path) -> None:
    """After a crash the newest answers stand in the log beside the record."""
    with closing(opened(folder)) as store:
        store.ledger.record(given(practice(store), QUESTIONS[0]), 1)
        parts = {path.name: path.read_bytes() for path in folder.glob(f"{RECORD}*")}
    assert len(parts) == 3
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name, content in parts.items():
        (crashed / name).write_bytes(content)
    done = restore(crashed, backup, NOON)
    assert done.kept is not None
    restore(crashed, done.kept, NOON)
    assert answers_in(crashed) == 6


def test_a_disk_that_fails_at_the_very_end_is_told_as_it_is(
    folder: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(where: Path) -> None:
        if where == folder and answers_of(folder / RECORD) == 2:
            raise OSError(errno.EIO, "the disk")

    monkeypatch.setattr("certstudy.store.durable.settle_folder", fail)
    with pytest.raises(StoreError, match="has taken the place") as told:
        restore(folder, backup, NOON)
    (kept,) = folder.glob("record-replaced-*.db")
    assert kept.stem.startswith(told.value.safe.rsplit(" ", 1)[1].rstrip("."))
    assert answers_of(kept) == 5
    assert answers_in(folder) == 2


def answers_of(path: Path) -> int:
    """How many answers a file holds."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM answer").fetchone()[0])


def _with_trigger(path: Path) -> None:
    create(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON answer BEGIN DELETE FROM answer; END")


def _foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE card (id INTEGER)")


def _half(path: Path) -> None:
    create(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _of_tomorrow(path: Path) -> None:
    create(path, (*MIGRATIONS, lambda connection: None))


@pytest.mark.parametrize(
    "make",
    [
        _with_trigger,
        _foreign_database,
        _half,
        _of_tomorrow,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("Dear Ada", encoding="utf-8"),
        lambda path: path.mkdir(),
        lambda path: None,
    ],
    ids=["trigger", "foreign", "half", "newer", "empty", "letter", "folder", "missing"],
)
def test_what_is_no_sound_record_is_refused(folder: Path, tmp_path: Path, make: object) -> None:
    study(folder, 2)
    file = tmp_path / "file.db"
    assert callable(make)
    make(file)
    before = (folder / RECORD).read_bytes()
    with pytest.raises(StoreError) as told:
        restore(folder, file, NOON)
    assert told.value.what
    assert told.value.safe
    assert told.value.remedy
    assert (folder / RECORD).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == [RECORD, "record.lock"]


def test_an_open_window_is_left_in_peace(folder: Path, backup: Path) -> None:
    with closing(opened(folder)) as store:
        with pytest.raises(StoreError, match="already open"):
            restore(folder, backup, NOON)
        assert store.check().sound
    assert answers_in(folder) == 5


def test_a_record_that_another_program_reads_is_left_in_peace(folder: Path, backup: Path) -> None:
    with closing(sqlite3.connect(folder / RECORD)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM answer").fetchone()
        with pytest.raises(StoreError, match="locked by another program"):
            restore(folder, backup, NOON)
    assert answers_in(folder) == 5


def test_an_older_backup_is_brought_up_to_date_when_it_is_opened(folder: Path, backup: Path) -> None:
    def later(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE answer ADD COLUMN mood TEXT")

    restore(folder, backup, NOON)
    with closing(open_store(folder, FakeClock(), migrations=(*MIGRATIONS, later))) as store:
        assert sum(total.answers for total in store.history.days()) == 2
