"""A check finds what is wrong with the file, the facts and what derives from them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from certstudy.core.errors import StoreError
from certstudy.store.lock import RECORD
from certstudy.store.opening import open_store
from certstudy.store.restoring import restore
from certstudy.store.salvaging import salvage
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


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sitting SET form = '{[' WHERE id = 2",
        "UPDATE sitting SET form = '7' WHERE id = 2",
        "UPDATE sitting SET form = '[[1]]' WHERE id = 2",
        "UPDATE sitting SET plan = '{}' WHERE id = 2",
        "UPDATE sitting SET opened = opened * 1000 WHERE id = 2",
        "UPDATE sitting SET kind = 'joust' WHERE id = 2",
        "INSERT INTO draft (sitting, question, response, marked, struck, milliseconds) VALUES (2, 1, 'A', 0, '[]', 0)",
        "INSERT INTO interruption VALUES (2, 1, 'nap', 0, 0, 0, 0)",
    ],
)
def test_a_sitting_that_cannot_be_read_shows_and_is_salvaged(record: Path, statement: str) -> None:
    alter(record, statement)
    with closing(opened(record.parent)) as store:
        report = store.check()
    assert not report.sound
    assert report.damage == ("session 2 cannot be read",)
    assert "certstudy salvage" in report.remedy
    back = salvage(record.parent, at().utc)
    restore(record.parent, back.path, at().utc)
    with closing(opened(record.parent)) as store:
        report = store.check()
        assert (report.sound, report.answers) == (True, 20)
        assert store.history.sitting(2).id == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer SET at = at * 1000 WHERE id > 5",
        "UPDATE answer SET at = 'noon' WHERE id > 5",
        "UPDATE answer SET offset_minutes = 1000000000 WHERE id > 5",
        "UPDATE answer SET confidence = 9 WHERE id > 5",
        "UPDATE response SET options = '7'",
    ],
)
def test_answers_with_values_that_never_were_are_told_and_salvaged(record: Path, statement: str) -> None:
    alter(record, statement)
    with closing(opened(record.parent)) as store:
        assert store.check().altered
        with pytest.raises(StoreError, match="cannot be read"):
            store.history.recent(20)
    back = salvage(record.parent, at().utc)
    restore(record.parent, back.path, at().utc)
    with closing(opened(record.parent)) as store:
        report = store.check()
        assert (report.sound, report.answers) == (True, 20)
        assert len(store.history.first_attempts()) == 10


def test_answers_without_points_to_be_had_are_told(record: Path) -> None:
    alter(record, "UPDATE answer SET out_of = 0 WHERE id > 5")
    with closing(opened(record.parent)) as store, pytest.raises(StoreError, match="cannot be read"):
        store.history.first_attempts()


def test_a_result_that_cannot_be_read_shows(record: Path) -> None:
    alter(record, "INSERT INTO exam_result VALUES (1, 'exam', 700000, 700.0, NULL, '7', 0, 0)")
    with closing(opened(record.parent)) as store:
        assert store.check().damage == ("the results from elsewhere cannot be read",)
