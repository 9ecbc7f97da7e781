"""The world's faults come as three sentences, change nothing, and pass when their cause does."""

import errno
import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from certstudy.core.errors import StoreError
from certstudy.store.lock import LOCK, RECORD
from certstudy.store.opening import Store, open_store
from tests.fakes import FakeClock
from tests.store.learner import QUESTIONS, at, given, opened, practice


@contextmanager
def told(match: str) -> Iterator[None]:
    """A StoreError with all its sentences."""
    with pytest.raises(StoreError, match=match) as caught:
        yield
    assert caught.value.what
    assert caught.value.safe
    assert caught.value.remedy


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file of a folder and a hash of it."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir() if p.is_file()}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EDQUOT, "is full"),
        (errno.EIO, "disk did not read or write"),
        (errno.EROFS, "cannot be written"),
        (errno.EACCES, "cannot be written"),
    ],
)
def test_each_refusal_of_the_system_has_its_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    with told(words):
        opened(folder)
    monkeypatch.undo()
    opened(folder).close()


def test_another_program_that_holds_the_record(store: Store) -> None:
    sitting = practice(store)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with told("locked by another program"):
            store.ledger.record(given(sitting, QUESTIONS[0]), 1)
        assert store.history.sitting(sitting.id) == sitting
        other.execute("ROLLBACK")
    store.ledger.record(given(sitting, QUESTIONS[0]), 1)
    assert store.check().sound


def test_a_record_locked_before_it_is_opened(folder: Path) -> None:
    opened(folder).close()
    with closing(sqlite3.connect(folder / RECORD, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE adopted SET fingerprint = 'x'")
        with told("locked by another program"):
            opened(folder)
        other.execute("ROLLBACK")
    opened(folder).close()


def test_a_full_disk_stops_writing_not_reading(store: Store) -> None:
    sitting = practice(store)
    answers = [store.ledger.record(given(sitting, question), 1) for question in QUESTIONS[:5]]
    with store._database.writing() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with told("is full"):
        for number in range(10_000):
            practice(store, *QUESTIONS, source=f"source {number}")
    reached = len(store.history.open_sittings())
    assert list(store.history.answers_of(sitting.id)) == answers
    assert store.check().sound
    with store._database.writing() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    practice(store, *QUESTIONS)
    assert len(store.history.open_sittings()) == reached + 1


def test_a_full_disk_in_the_middle_of_handing_in_takes_all_of_it_back(store: Store) -> None:
    sitting = practice(store, *QUESTIONS)
    with store._database.writing() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    answers = [given(sitting, f"{question} {'x' * 500}") for question in QUESTIONS]
    with told("is full"):
        store.ledger.close_sitting(sitting.id, at(9), 1, answers)
    assert store.history.sitting(sitting.id) == sitting
    assert not store.history.states()
    assert store.check().sound


def test_a_record_that_may_only_be_read(store: Store) -> None:
    sitting = practice(store)
    store._database._driver.execute("PRAGMA query_only = ON")
    with told("cannot be written"):
        store.ledger.record(given(sitting, QUESTIONS[0]), 1)
    assert store.history.sitting(sitting.id) == sitting
    store._database._driver.execute("PRAGMA query_only = OFF")
    store.ledger.record(given(sitting, QUESTIONS[0]), 1)


def test_a_record_that_could_once_not_be_opened_for_writing(store: Store) -> None:
    """SQLite then opens it for reading, and would go on so until the app starts anew."""
    sitting = practice(store)
    store._database._driver.close()
    address = f"{store.path.absolute().as_uri()}?mode=ro"
    store._database._driver = sqlite3.connect(
        address, uri=True, isolation_level=None, check_same_thread=False
    )
    with told("cannot be written"):
        store.ledger.record(given(sitting, QUESTIONS[0]), 1)
    store.ledger.record(given(sitting, QUESTIONS[0]), 1)
    assert store.check().sound


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_disk_that_does_not_take_the_data(store: Store) -> None:
    """A limit on the size of files makes the system itself refuse to write."""
    import resource  # noqa: PLC0415

    sitting = practice(store)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, before[1]))
    try:
        with told("did not read or write"):
            for question in QUESTIONS:
                store.ledger.record(given(sitting, question), 1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    held = len(store.history.answers_of(sitting.id))
    assert store.history.sitting(sitting.id).index == held
    store.ledger.record(given(sitting, QUESTIONS[0]), 1)
    assert len(store.history.answers_of(sitting.id)) == held + 1
    assert store.check().sound


def test_a_home_that_takes_no_folder(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder", encoding="utf-8")
    with told("cannot be written"):
        opened(tmp_path / "home" / "certstudy")


@pytest.mark.parametrize("name", [RECORD, LOCK, f"{RECORD}.new"])
def test_a_folder_in_the_place_of_a_file(folder: Path, name: str) -> None:
    (folder / name / "inside").mkdir(parents=True)
    with told("cannot be"):
        opened(folder)
    assert (folder / name / "inside").is_dir()


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE card (id INTEGER)")


def _letter(path: Path) -> None:
    path.write_text("Dear Ada, " * 100, encoding="utf-8")


def _nothing(path: Path) -> None:
    path.write_bytes(b"")


def _cut_short(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3])


def _scratched(path: Path) -> None:
    """Every page but the first is overwritten."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))


DAMAGE = [_foreign, _letter, _nothing, _cut_short, _scratched]


@pytest.mark.parametrize("spoil", DAMAGE)
def test_what_is_no_sound_record_is_refused_untouched(folder: Path, spoil: object) -> None:
    opened(folder).close()
    if spoil is _foreign:
        (folder / RECORD).unlink()
    assert callable(spoil)
    spoil(folder / RECORD)
    before = fingerprint(folder)
    for _ in range(2):
        with told("There is no sound backup"):
            opened(folder)
        with told("There is no sound backup"):
            open_store(folder, FakeClock(), look=True)
    assert fingerprint(folder) == before


@pytest.mark.parametrize("spoil", DAMAGE)
def test_the_newest_sound_backup_is_offered(folder: Path, spoil: object) -> None:
    with closing(opened(folder)) as store:
        store.ledger.record(given(practice(store), QUESTIONS[0]), 1)
        backup = store.back_up_daily()
    assert backup is not None
    (folder / "backups" / "daily-20991231-000000.db").write_bytes(b"newer but broken")
    if spoil is _foreign:
        (folder / RECORD).unlink()
    assert callable(spoil)
    spoil(folder / RECORD)
    with pytest.raises(StoreError) as caught:
        opened(folder)
    assert f'certstudy restore "{backup.path}"' in caught.value.remedy


def test_damage_found_later_is_told_too(folder: Path) -> None:
    """A page that goes bad under an open window."""
    with closing(opened(folder)) as store:
        sitting = practice(store)
        for question in QUESTIONS:
            store.ledger.record(given(sitting, question), 1)
    content = bytearray((folder / RECORD).read_bytes())
    with closing(opened(folder)) as store:
        with (folder / RECORD).open("r+b") as file:
            file.seek(4096)
            file.write(b"\xa5" * (len(content) - 4096))
        with told("is damaged"):
            store.history.states()
        with told("is damaged"):
            store.ledger.record(given(sitting, QUESTIONS[0]), 1)
