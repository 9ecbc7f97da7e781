"""Copies are sound before they count, and are thinned with sense."""

import shutil
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given as holds
from hypothesis import strategies as st

from certstudy.core.errors import StoreError
from certstudy.store.backups import back_up, newest_sound, worth_keeping
from certstudy.store.lock import RECORD
from certstudy.store.opening import Store, open_store
from certstudy.store.restoring import restore
from certstudy.store.verify import verify
from tests.fakes import FakeClock
from tests.store.learner import QUESTIONS, alter, given, opened, practice

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_backup_is_one_whole_file(store: Store, tmp_path: Path) -> None:
    sitting = practice(store)
    for question in QUESTIONS[:3]:
        store.ledger.record(given(sitting, question), 1)
    made = store.back_up(tmp_path / "to" / "copy.db")
    assert made.contents.answers == 3
    assert [path.name for path in (tmp_path / "to").iterdir()] == ["copy.db"]
    store.ledger.record(given(sitting, QUESTIONS[3]), 1)
    assert verify(made.path).answers == 3
    assert store.back_up(made.path).contents.answers == 4


def test_a_backup_without_a_name_gets_a_dated_one(store: Store, folder: Path) -> None:
    assert store.back_up().path == folder / "backups" / "backup-20261123-120000.db"


def test_a_backup_never_takes_the_place_of_another_file(store: Store, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ada", encoding="utf-8")
    for target in (letter, store.path):
        with pytest.raises(StoreError, match="unchanged"):
            store.back_up(target)
    assert letter.read_text(encoding="utf-8") == "Dear Ada"
    assert store.check().sound


def test_a_place_that_takes_no_file_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for target in (tmp_path / "file" / "copy.db", tmp_path):
        with pytest.raises(StoreError) as told:
            store.back_up(target)
        assert told.value.what
        assert told.value.safe
        assert told.value.remedy


def test_there_is_one_backup_a_day(folder: Path) -> None:
    clock = FakeClock()
    with closing(open_store(folder, clock)) as store:
        first = store.back_up_daily()
        assert first is not None
        assert store.back_up_daily() is None
        clock.forward(hours=5)
        assert store.back_up_daily() is not None
        clock.forward(hours=-1)
        assert store.back_up_daily() is not None
    assert len(list((folder / "backups").iterdir())) == 3


def test_old_daily_backups_go_and_others_stay(folder: Path) -> None:
    clock = FakeClock()
    with closing(open_store(folder, clock)) as store:
        by_hand = store.back_up()
        for _ in range(40):
            store.back_up_daily()
            clock.forward(hours=24)
        left = sorted(path.name for path in (folder / "backups").iterdir())
    assert by_hand.path.name in left
    daily = [name for name in left if name.startswith("daily-")]
    assert "daily-20270101-120000.db" in daily
    assert 10 <= len(daily) <= 13


@holds(st.lists(st.integers(0, 900), unique=True))
def test_thinning_keeps_something_of_every_age(ages: list[int]) -> None:
    stamps = [NOW - timedelta(days=age) for age in ages]
    kept = worth_keeping(stamps, NOW)
    assert kept <= set(stamps)
    assert kept >= set(sorted(stamps)[-3:])
    assert kept >= {stamp for stamp in stamps if NOW - stamp < timedelta(days=7)}
    for age in ages:
        if age < 720:
            near = [stamp for stamp in kept if abs((stamp - NOW).days + age) <= 31]
            assert near
    assert worth_keeping(kept, NOW) == kept


def test_a_damaged_record_makes_no_backup(folder: Path) -> None:
    with closing(opened(folder)) as store:
        sitting = practice(store)
        for question in QUESTIONS:
            store.ledger.record(given(sitting, question), 1)
    content = bytearray((folder / RECORD).read_bytes())
    content[4096:8192] = b"\xff" * 4096
    (folder / RECORD).write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        back_up(folder / RECORD, folder / "copy.db")
    assert not list(folder.glob("copy*"))


def test_the_newest_sound_backup_is_found_past_damaged_ones(store: Store, folder: Path) -> None:
    good = store.back_up(folder / "backups" / "daily-20261120-080000.db")
    for name in ("daily-20261121-080000.db", "before-format-2-20261122-080000.db", "notes.txt"):
        (folder / "backups" / name).write_bytes(b"no database")
    assert newest_sound(folder) == good
    good.path.unlink()
    assert newest_sound(folder) is None


@pytest.fixture
def studied(folder: Path) -> Path:
    """The path of a closed record of three answers, with a backup."""
    with closing(opened(folder)) as store:
        sitting = practice(store)
        for question in QUESTIONS[:3]:
            store.ledger.record(given(sitting, question), 1)
        store.back_up()
    return folder / RECORD


def test_a_copy_of_altered_answers_is_no_backup(studied: Path) -> None:
    good = newest_sound(studied.parent)
    alter(studied, "UPDATE answer SET points = 0 WHERE id < 3")
    with (
        closing(opened(studied.parent)) as store,
        pytest.raises(StoreError, match="not those that were stored"),
    ):
        store.back_up(studied.parent / "backups" / "backup-20301231-235959.db")
    shutil.copy(studied, studied.parent / "backups" / "backup-20301231-235959.db")
    assert newest_sound(studied.parent) == good


def test_a_record_that_is_gone_is_not_begun_anew_beside_its_backups(studied: Path) -> None:
    studied.unlink()
    with pytest.raises(StoreError, match="is missing") as told:
        opened(studied.parent)
    assert "with 3 answers, comes back with: certstudy restore" in told.value.remedy
    assert not studied.exists()
    restore(studied.parent, next(studied.parent.glob("backups/*.db")), NOW)
    with closing(opened(studied.parent)) as store:
        assert store.check().answers == 3


def test_a_record_on_a_drive_that_is_not_there_is_not_begun_anew(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    try:
        (folder / RECORD).symlink_to(tmp_path / "drive" / RECORD)
    except OSError:
        pytest.skip("this system makes no links")
    with pytest.raises(StoreError, match="is a link to") as told:
        opened(folder)
    assert "Connect the drive" in told.value.remedy
    assert (folder / RECORD).is_symlink()


def test_a_log_without_its_record_is_not_played_into_a_new_one(studied: Path) -> None:
    shutil.rmtree(studied.parent / "backups")
    studied.rename(studied.with_name(RECORD + "-wal"))
    with pytest.raises(StoreError, match="is missing") as told:
        opened(studied.parent)
    assert "There is no sound backup" in told.value.remedy


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that takes no file, not even the superuser's")
def test_a_folder_that_takes_no_file_is_told_in_its_own_name(store: Store) -> None:
    with pytest.raises(StoreError, match="No file can be made in /proc") as told:
        store.back_up(Path("/proc/copy.db"))
    assert "--data-dir" not in told.value.remedy
    with pytest.raises(StoreError, match=r"/proc/to/copy\.db cannot be written: No such file"):
        store.back_up(Path("/proc/to/copy.db"))
