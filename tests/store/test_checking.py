"""A check finds what is wrong with the file, the facts and what derives from them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from certstudy.core.errors import StoreError
from certstudy.store.lock import RECORD
from certstudy.store.opening import open_store
from tests.fakes import FakeClock
from tests.store.learner import QUESTIONS, alter, at, given, opened, practice

PAGE = 4096


@pytest.fixture
def record(folder: Path) -> Path:
    """A closed record of two sittings; one answer was taken back."""
    with closing(opened(folder)) as store:
        for sitting in (practice(store), practice(store)):
            for question in QUESTIONS[:10]:
                taken = store.ledger.record(given(sitting, question), 1)
        store.ledger.retract(taken.id, at(9))
    return folder / RECORD


def test_a_sound_record(record: Path) -> None:
    with closing(opened(record.parent)) as store:
        report = store.check()
    assert report.sound
    assert (report.answers, report.differing, report.rebuilt) == (20, 0, False)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE day_total SET answers = answers + 1",
        "DELETE FROM day_total",
        "INSERT INTO objective_total VALUES ('ghost', 1, 0, 1, 0)",
        "UPDATE sitting_total SET points = 0 WHERE sitting = 2",
        'UPDATE question_state SET "right" = 7 WHERE question = 3',
        "DELETE FROM question_state WHERE question = 4",
    ],
)
def test_what_does_not_follow_from_the_facts_is_rebuilt(record: Path, statement: str) -> None:
    with closing(opened(record.parent)) as store:
        before = (store.history.states(), store.history.days(), store.history.objectives())
    alter(record, statement)
    with closing(opened(record.parent)) as store:
        report = store.check()
        assert report.sound
        assert report.differing > 0
        assert report.rebuilt
        assert (store.history.states(), store.history.days(), store.history.objectives()) == before
        assert store.check().differing == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer SET at = at + 1 WHERE id = 3",
        "UPDATE answer SET points = 0 WHERE id = 3",
        "UPDATE answer SET milliseconds = milliseconds + 64 WHERE id = 3",
        "UPDATE answer SET confidence = 0 WHERE id = 3",
        "UPDATE answer SET edition = 2 WHERE id = 3",
        "DELETE FROM answer WHERE id = 3",
        "DELETE FROM retraction",
        "UPDATE retraction SET at = at + 1",
        "UPDATE response SET options = '[\"c\"]'",
        "UPDATE response SET options = CAST(x'ff5b' AS TEXT)",
        "UPDATE edition SET revision = 'r2' WHERE id = 1",
        "INSERT INTO answer SELECT 99, 1, edition, at, offset_minutes, response, 1, 1, 1, NULL FROM answer LIMIT 1",
    ],
)
def test_a_fact_changed_behind_the_back_shows(record: Path, statement: str) -> None:
    alter(record, statement)
    with closing(opened(record.parent)) as store:
        report = store.check()
    assert not report.sound
    assert report.altered


def test_every_flipped_bit_of_an_answer_shows(record: Path) -> None:
    """SQLite's own check misses most of them: a different number is as good a number."""
    content = record.read_bytes()
    with closing(sqlite3.connect(record)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'answer'").fetchone()[0]
    # rows fill a page from its end
    missed = []
    for place in range(page * PAGE - 200, page * PAGE):
        flipped = bytearray(content)
        flipped[place] ^= 1 << place % 8
        record.write_bytes(flipped)
        if sound(record.parent):
            missed.append(place)
    assert missed == []


def sound(folder: Path) -> bool:
    """Whether neither the opening nor a check complains."""
    try:
        with closing(open_store(folder, FakeClock())) as store:
            return store.check().sound
    except StoreError:
        return False


def test_a_broken_reference_is_damage(record: Path) -> None:
    alter(record, "PRAGMA foreign_keys = OFF", "DELETE FROM question WHERE id = 1")
    with closing(opened(record.parent)) as store:
        report = store.check()
    assert not report.sound
    assert any("missing row of question" in text for text in report.damage)


def test_a_check_beside_an_open_window_changes_nothing(record: Path) -> None:
    alter(record, "DELETE FROM day_total")
    with (
        closing(opened(record.parent)),
        closing(open_store(record.parent, FakeClock(), look=True)) as looking,
    ):
        report = looking.check()
        assert report.differing > 0
        assert not report.rebuilt
        assert not report.sound
        assert looking.history.days() == []
