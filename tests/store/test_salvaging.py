"""Of a damaged record what can be read is brought back, together with the newest backup."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from certstudy.core.errors import StoreError
from certstudy.store.lock import RECORD
from certstudy.store.migrations import MIGRATIONS, create
from certstudy.store.restoring import restore
from certstudy.store.salvaging import salvage
from tests.faults.damage import scribble
from tests.store.learner import QUESTIONS, START, alter, given, opened, practice


def studied(folder: Path, answers: int) -> list[int]:
    """So many answers more; their ids."""
    with closing(opened(folder)) as store:
        sitting = practice(store)
        return [
            store.ledger.record(given(sitting, QUESTIONS[n % len(QUESTIONS)]), 1).id for n in range(answers)
        ]


def brought_back(folder: Path) -> set[int]:
    """The ids of the answers after salvage and restore, in a record that is sound."""
    done = salvage(folder, START)
    restore(folder, done.path, START)
    with closing(opened(folder)) as store:
        found = store.check()
        assert found.sound
        assert not found.differing
        return {answer.id for answer in store.history.latest_answers(10**6)}


def test_of_a_sound_record_everything_comes_back(folder: Path) -> None:
    given_answers = set(studied(folder, 300))
    assert brought_back(folder) == given_answers


def test_answers_since_the_backup_are_read_from_the_damaged_record(folder: Path) -> None:
    before = studied(folder, 50)
    with closing(opened(folder)) as store:
        store.back_up()
    after = studied(folder, 30)
    data = bytearray((folder / RECORD).read_bytes())
    data[:100] = bytes(100)
    (folder / RECORD).write_bytes(data)
    assert brought_back(folder) == {*before, *after}


@pytest.mark.parametrize("seed", range(3))
def test_with_a_backup_a_lost_page_takes_no_answer_from_before_it(folder: Path, seed: int) -> None:
    before = set(studied(folder, 200))
    with closing(opened(folder)) as store:
        store.back_up()
    given_answers = before | set(studied(folder, 50))
    data = bytearray((folder / RECORD).read_bytes())
    scribble(data, random.Random(seed))
    (folder / RECORD).write_bytes(data)
    back = brought_back(folder)
    assert before <= back <= given_answers


@pytest.mark.parametrize("table", ["answer", "sitting", "response", "day_total", "question_state", "flag"])
def test_without_a_backup_a_lost_page_takes_its_own_rows_at_most(folder: Path, table: str) -> None:
    given_answers = set(studied(folder, 1_500 if table == "answer" else 150))
    with closing(sqlite3.connect(folder / RECORD)) as connection:
        found = "SELECT max(rootpage) FROM sqlite_master WHERE name = ?"
        page = connection.execute(found, (table,)).fetchone()[0]
    # the root of a large table names its pages: a leaf of it comes later
    page += 20 if table == "answer" else 0
    data = bytearray((folder / RECORD).read_bytes())
    data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    (folder / RECORD).write_bytes(data)
    back = brought_back(folder)
    assert back <= given_answers
    assert len(back) >= 0.9 * len(given_answers)


def test_the_damaged_record_is_left_as_it_is(folder: Path) -> None:
    studied(folder, 20)
    (folder / RECORD).write_bytes(b"\xa5" * 20_000)
    with closing(opened(folder / "other")) as store:
        backup = store.back_up(folder / "backups" / "backup-20260101-000000.db")
    assert salvage(folder, START).contents.answers == backup.contents.answers
    assert (folder / RECORD).read_bytes() == b"\xa5" * 20_000


def test_nothing_to_save_is_told(folder: Path) -> None:
    folder.mkdir()
    (folder / RECORD).write_bytes(b"no record")
    with pytest.raises(StoreError, match="Nothing can be read"):
        salvage(folder, START)
    assert [path.name for path in folder.iterdir()] == [RECORD]


def test_a_record_of_an_older_version_is_salvaged_into_one_of_today(folder: Path) -> None:
    folder.mkdir()
    create(folder / RECORD, MIGRATIONS[:2])
    with pytest.raises(StoreError, match="Nothing can be read"):
        salvage(folder, START)


def test_a_sitting_that_was_to_ask_a_lost_question_asks_the_others(folder: Path) -> None:
    studied(folder, 5)
    alter(folder / RECORD, "PRAGMA foreign_keys = OFF", "DELETE FROM question WHERE id = 2")
    assert brought_back(folder) == {1, 3, 4, 5}
    with closing(opened(folder)) as store:
        (left,) = store.history.open_sittings()
        assert left.form == (QUESTIONS[0], *QUESTIONS[2:])


def test_without_a_record_and_without_a_folder_nothing_is_made(folder: Path) -> None:
    with pytest.raises(StoreError, match="There is no record in"):
        salvage(folder, START)
    assert not folder.exists()
    (folder / RECORD).mkdir(parents=True)
    with pytest.raises(StoreError, match="Nothing can be read"):
        salvage(folder, START)


def test_a_record_of_a_newer_program_is_not_made_an_older_one(folder: Path) -> None:
    studied(folder, 5)
    alter(folder / RECORD, "ALTER TABLE answer ADD COLUMN mood INTEGER", "PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer CertStudy"):
        salvage(folder, START)
    assert not list(folder.glob("backups/*"))


def test_a_number_of_format_that_is_damaged_keeps_nobody_from_salvage(folder: Path) -> None:
    studied(folder, 5)
    alter(folder / RECORD, "PRAGMA user_version = 99")
    assert salvage(folder, START).contents.answers == 5
