"""Every earlier format with a learner's evenings in it: opened, restored and salvaged by the app of today."""

import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from certstudy.core.confidence import Confidence
from certstudy.core.errors import StoreError
from certstudy.core.preferences import Preferences
from certstudy.core.record import Answer, Draft, SittingRecord, replayed
from certstudy.store.lock import RECORD
from certstudy.store.migrations import MIGRATIONS
from certstudy.store.opening import Store, open_store
from certstudy.store.restoring import restore
from certstudy.store.salvaging import salvage
from certstudy.store.verify import verify
from tests.fakes import FakeClock
from tests.store.learner import QUESTIONS, START, at, given, mock, opened, practice
from tests.store.older import written_as

EARLIER = range(1, len(MIGRATIONS))
MANY = 10**6


@dataclass(frozen=True, slots=True)
class Evenings:
    """What a learner would miss."""

    answers: list[Answer]
    open: list[SittingRecord]
    drafts: dict[str, Draft]
    flags: frozenset[str]
    notes: dict[str, str]
    preferences: Preferences


def evenings(store: Store) -> Evenings:
    """What the record holds; how likely blind choice was right is known since the second format only."""
    history = store.history
    return Evenings(
        answers=[replace(answer, guess_rate=0) for answer in history.latest_answers(MANY)],
        open=list(history.open_sittings()),
        drafts=dict(history.drafts_of(history.open_sittings()[-1].id)),
        flags=history.flags(),
        notes=dict(history.notes()),
        preferences=history.preferences(),
    )


def lived(folder: Path) -> Evenings:
    """Evenings of practice, an answer taken back, an exam handed in, another one and a sitting open."""
    with closing(opened(folder)) as store:
        ledger, done = store.ledger, practice(store)
        for number, question in enumerate(QUESTIONS * 2):
            answer = given(done, question, number % 2, 1, number, Confidence.SURE if number % 3 else None)
            last = ledger.record(answer, 1)
        ledger.retract(last.id, at(300))
        ledger.close_sitting(done.id, at(301), 1, [])
        exam = mock(store, *QUESTIONS[:5])
        ledger.close_sitting(
            exam.id, at(400), 60_000, [given(exam, name, minutes=399) for name in QUESTIONS[:5]]
        )
        ledger.record(given(practice(store), QUESTIONS[0], minutes=500), 1)
        left_open = mock(store, *QUESTIONS[:5])
        ledger.keep_draft(left_open.id, QUESTIONS[1], Draft(frozenset("a"), True, frozenset("c"), 9_000))
        ledger.flag(QUESTIONS[2], True, at())
        ledger.note(QUESTIONS[3], "Grüße, 你好", at())
        ledger.prefer(Preferences(minutes_a_day=25))
        return evenings(store)


@pytest.fixture
def then(tmp_path: Path) -> Evenings:
    """A record of today's format in a folder beside, and what it holds."""
    return lived(tmp_path / "today")


def as_before(then: Evenings, folder: Path) -> None:
    """Nothing is missing, what derives follows, and study goes on."""
    with closing(opened(folder)) as store:
        assert evenings(store) == then
        for name, state in store.history.states().items():
            assert state == replayed(store.history.answers_to(name))
        report = store.check()
        assert (report.damage, report.altered, report.differing) == ((), (), 0)
        sitting = then.open[0]
        assert store.ledger.record(given(sitting, QUESTIONS[1], minutes=600), 1).id == then.answers[-1].id + 1


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
@pytest.mark.parametrize("version", EARLIER)
def test_is_opened_with_all_it_holds(
    tmp_path: Path, folder: Path, then: Evenings, version: int, journal: str
) -> None:
    folder.mkdir()
    written_as(version, tmp_path / "today" / RECORD, folder / RECORD, journal)
    as_before(then, folder)
    (copy,) = (folder / "backups").glob("before-format-*.db")
    assert (verify(copy).version, verify(copy).answers) == (version, len(QUESTIONS) * 2 + 6)


@pytest.mark.parametrize("version", EARLIER)
def test_a_backup_of_that_time_is_restored(
    tmp_path: Path, folder: Path, then: Evenings, version: int
) -> None:
    written_as(version, tmp_path / "today" / RECORD, tmp_path / "backup.db", "DELETE")
    restore(folder, tmp_path / "backup.db", START)
    as_before(then, folder)


@pytest.mark.parametrize("version", EARLIER)
def test_is_left_as_it_is_while_another_window_has_it(
    tmp_path: Path, folder: Path, then: Evenings, version: int
) -> None:
    written_as(version, tmp_path / "today" / RECORD, tmp_path / "then.db")
    with closing(opened(folder)):
        shutil.copyfile(tmp_path / "then.db", tmp_path / "swapped.db")
        (tmp_path / "swapped.db").replace(folder / RECORD)
        with pytest.raises(StoreError):
            open_store(folder, FakeClock(), look=True)
    assert (folder / RECORD).read_bytes() == (tmp_path / "then.db").read_bytes()


@pytest.mark.parametrize("lost", [0, 100])
@pytest.mark.parametrize("version", EARLIER)
def test_what_is_left_of_it_is_salvaged(
    tmp_path: Path, folder: Path, then: Evenings, version: int, lost: int
) -> None:
    folder.mkdir()
    written_as(version, tmp_path / "today" / RECORD, folder / RECORD, "DELETE")
    with (folder / RECORD).open("r+b") as file:
        file.write(bytes(lost))
    restore(folder, salvage(folder, START).path, START)
    as_before(then, folder)


@pytest.mark.parametrize("version", EARLIER)
def test_a_damaged_record_is_joined_with_a_backup_of_that_time(
    tmp_path: Path, folder: Path, then: Evenings, version: int
) -> None:
    (folder / "backups").mkdir(parents=True)
    written_as(
        version, tmp_path / "today" / RECORD, folder / "backups" / "daily-20260101-000000.db", "DELETE"
    )
    (folder / RECORD).write_bytes(bytes(5_000))
    restore(folder, salvage(folder, START).path, START)
    as_before(then, folder)
