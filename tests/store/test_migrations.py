"""The schema's history: the steps are taken whole or not at all, and a sound copy is made before."""

import hashlib
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine

from certstudy.core.errors import StoreError
from certstudy.core.exam import MockExam
from certstudy.core.record import Draft, replayed
from certstudy.store import opening
from certstudy.store.lock import RECORD
from certstudy.store.migrations import APPLICATION_ID, MIGRATIONS, Migration, create, migrate
from certstudy.store.opening import open_store
from certstudy.store.tables import metadata
from certstudy.store.values import seal
from certstudy.store.verify import verify
from tests.fakes import FakeClock
from tests.store.learner import QUESTIONS, given, opened, practice


def shape(path: Path) -> dict[str, object]:
    """Every table with its columns, references, indexes and kind of storage, however the SQL is written."""
    with closing(sqlite3.connect(path)) as connection:
        ask = connection.execute
        tables = ask(
            "SELECT name, wr FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
        ).fetchall()
        return {
            name: (
                without_rowid,
                ask(f"PRAGMA table_info({name})").fetchall(),
                sorted(row[2:] for row in ask(f"PRAGMA foreign_key_list({name})")),
                sorted(_index(connection, row) for row in ask(f"PRAGMA index_list({name})")),
            )
            for name, without_rowid in tables
        }


def _index(connection: sqlite3.Connection, row: tuple[int, str, int, str, int]) -> tuple[object, ...]:
    name = "" if row[1].startswith("sqlite_autoindex") else row[1]
    return (name, row[2], row[3], *connection.execute(f"PRAGMA index_info({row[1]})").fetchall())


def test_the_steps_lead_to_the_tables_of_today(tmp_path: Path) -> None:
    create(tmp_path / "migrated.db")
    engine = create_engine(URL.create("sqlite", database=str(tmp_path / "made.db")))
    metadata.create_all(engine)
    engine.dispose()
    assert shape(tmp_path / "migrated.db") == shape(tmp_path / "made.db")


def test_a_new_record_says_what_it_is(tmp_path: Path) -> None:
    create(tmp_path / RECORD)
    header = (tmp_path / RECORD).read_bytes()[:100]
    assert int.from_bytes(header[68:72]) == APPLICATION_ID
    assert int.from_bytes(header[60:64]) == len(MIGRATIONS)
    assert [path.name for path in tmp_path.iterdir()] == [RECORD]


def add_mood(connection: sqlite3.Connection) -> None:
    """A step that a later program might take."""
    connection.execute("ALTER TABLE sitting ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")


def stumble(connection: sqlite3.Connection) -> None:
    """A step that breaks off in the middle."""
    connection.execute("DELETE FROM sitting_total")
    connection.execute("DELETE FROM answer_nobody_has")


def lose_questions(connection: sqlite3.Connection) -> None:
    """A step with a mistake that only its references show."""
    connection.execute("DELETE FROM question")


def old_record(folder: Path) -> int:
    """A record of today's format with one answer; returns the answer's number."""
    with closing(opened(folder)) as store:
        return store.ledger.record(given(practice(store), QUESTIONS[0]), 1).id


def test_an_old_record_is_copied_and_then_brought_up_to_date(folder: Path) -> None:
    number = old_record(folder)
    with closing(open_store(folder, FakeClock(), migrations=(*MIGRATIONS, add_mood))) as store:
        (answer,) = store.history.answers_to(QUESTIONS[0])
        assert answer.id == number
        with store._database.reading() as connection:
            assert connection.execute("SELECT mood FROM sitting").fetchall() == [("calm",)]
    (backup,) = (folder / "backups").iterdir()
    assert backup.name == f"before-format-{len(MIGRATIONS) + 1}-20261123-120000.db"
    assert verify(backup).version == len(MIGRATIONS)
    assert verify(backup).answers == 1


V1_ROWS = (
    "INSERT INTO question VALUES (1, 'q-one', 'a', 'a.g.o'), (2, 'q-two', 'a', 'a.g.o')",
    "INSERT INTO edition VALUES (1, 1, 'r1'), (2, 2, 'r1')",
    """INSERT INTO response VALUES (1, '["A"]'), (2, '["A","B"]')""",
    "INSERT INTO sitting (id, kind, source, seed, form, opened, opened_offset, elapsed_ms, place, first_answer,"
    " last_answer, seal) VALUES (1, 'practice', 'mix', 1, '[1,2]', 0, 0, 0, 0, 1, 3, 0)",
    "INSERT INTO answer VALUES (1, 1, 1, 0, 60, 1, 0, 1, 9000, NULL), (2, 1, 2, 1000000, 60, 2, 1, 2, 9000, 1),"
    " (3, 1, 1, 200000000000, 60, 1, 1, 1, 9000, NULL)",
    "INSERT INTO question_state VALUES (1, 2, 1, 0.0, 1.0, 200000000000, 60, 0, 1),"
    " (2, 1, 0, 0.5, 0.5, 1000000, 60, 0, 1)",
)


def test_a_record_from_before_memory_knew_of_guessing_is_worked_out_anew(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    create(folder / RECORD, MIGRATIONS[:1])
    with closing(sqlite3.connect(folder / RECORD, isolation_level=None)) as connection:
        for statement in V1_ROWS:
            connection.execute(statement)
        seals = sum(
            seal((*row[:6], *row[7:]))
            for row in connection.execute(
                "SELECT a.id, a.sitting, q.name, e.revision, a.at, a.offset_minutes, 0, r.options, a.points,"
                " a.out_of, a.milliseconds, a.confidence FROM answer a JOIN edition e ON e.id = a.edition"
                " JOIN question q ON q.id = e.question JOIN response r ON r.id = a.response"
            )
        )
        connection.execute("UPDATE sitting SET seal = ?", (seals % 2**32,))
    with closing(open_store(folder, FakeClock())) as store:
        states = store.history.states()
        for question, guess_rate in (("q-one", 0.25), ("q-two", 1 / 6)):
            answers = store.history.answers_to(question)
            assert {answer.guess_rate for answer in answers} == {guess_rate}
            assert states[question] == replayed(answers)
        assert states["q-two"].misled
        report = store.check()
    assert (report.altered, report.answers) == ((), 3)


def test_a_step_that_fails_changes_nothing(folder: Path) -> None:
    old_record(folder)
    before = shape(folder / RECORD)
    with pytest.raises(sqlite3.OperationalError):
        open_store(folder, FakeClock(), migrations=(*MIGRATIONS, stumble))
    assert shape(folder / RECORD) == before
    with closing(opened(folder)) as store:
        assert store.check().sound
        assert len(store.history.answers_to(QUESTIONS[0])) == 1


def test_a_step_that_breaks_references_is_undone(folder: Path) -> None:
    old_record(folder)
    with pytest.raises(RuntimeError, match="references to nothing"):
        migrate(folder / RECORD, (*MIGRATIONS, lose_questions))
    with closing(opened(folder)) as store:
        assert store.check().sound


def test_where_a_later_step_fails_the_earlier_ones_are_undone(folder: Path) -> None:
    """A record between two formats would lack what only the last step works out."""
    old_record(folder)
    with pytest.raises(sqlite3.OperationalError):
        migrate(folder / RECORD, (*MIGRATIONS, add_mood, stumble))
    header = (folder / RECORD).read_bytes()[:100]
    assert int.from_bytes(header[60:64]) == len(MIGRATIONS)
    with closing(opened(folder)) as store:
        assert store.check().sound


def cut_short(folder: Path, migrations: Sequence[Migration]) -> None:
    """A change of format whose process ended before the log was folded into the file."""
    with closing(sqlite3.connect(folder / RECORD)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM answer").fetchone()
        migrate(folder / RECORD, migrations)
        for part in ("", "-wal"):
            shutil.copyfile(folder / f"{RECORD}{part}", folder / f"kept{part}")
    for part in ("", "-wal"):
        (folder / f"kept{part}").replace(folder / f"{RECORD}{part}")


def test_a_change_of_format_that_stands_in_the_log_alone(folder: Path) -> None:
    number = old_record(folder)
    later = (*MIGRATIONS, add_mood)
    cut_short(folder, later)
    assert int.from_bytes((folder / RECORD).read_bytes()[60:64]) == len(MIGRATIONS)
    with closing(open_store(folder, FakeClock(), migrations=later)) as store:
        assert [answer.id for answer in store.history.answers_to(QUESTIONS[0])] == [number]
        assert store.check().sound


@pytest.mark.parametrize("read_through", [2**22, 0])
def test_a_newer_format_that_stands_in_the_log_alone_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, read_through: int
) -> None:
    monkeypatch.setattr(opening, "_READ_THROUGH", read_through)
    old_record(folder)
    cut_short(folder, (*MIGRATIONS, add_mood))
    with pytest.raises(StoreError, match="newer CertStudy"):
        opened(folder)


def test_no_copy_no_migration(folder: Path) -> None:
    """Where the copy cannot be made, the record is left as it is."""
    old_record(folder)
    (folder / "backups").write_text("in the way", encoding="utf-8")
    before = digest(folder / RECORD)
    with pytest.raises(StoreError):
        open_store(folder, FakeClock(), migrations=(*MIGRATIONS, add_mood))
    assert digest(folder / RECORD) == before


def test_a_record_of_a_newer_program_is_refused_untouched(folder: Path) -> None:
    old_record(folder)
    migrate(folder / RECORD, (*MIGRATIONS, add_mood))
    before = digest(folder / RECORD)
    formats = rf"newer CertStudy \(format {len(MIGRATIONS) + 1}; this one reads up to {len(MIGRATIONS)}\)"
    with pytest.raises(StoreError, match=formats) as told:
        opened(folder)
    assert told.value.safe
    assert told.value.remedy
    assert digest(folder / RECORD) == before
    assert sorted(path.name for path in folder.iterdir()) == [RECORD, "record.lock"]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_mock_exam_of_an_older_format_can_be_taken_up_and_read(folder: Path) -> None:
    """One that was open when the program was renewed has a single section and keeps its drafts."""
    folder.mkdir(parents=True, exist_ok=True)
    create(folder / RECORD, MIGRATIONS[:2])
    with closing(sqlite3.connect(folder / RECORD)) as connection:
        connection.execute("INSERT INTO question VALUES (1, ?, '', ''), (2, ?, '', '')", QUESTIONS[:2])
        connection.execute(
            "INSERT INTO sitting VALUES (1, 'mock', 'mock', 8, '[1,2]', 5, 0, 600000, NULL, NULL, 9000, 1,"
            " NULL, NULL, 0)"
        )
        connection.execute("INSERT INTO draft VALUES (1, 1, '[\"a\"]', 1, '[\"c\"]', 9000)")
        connection.commit()
    with closing(opened(folder)) as store:
        [sitting] = store.history.open_sittings()
        assert (sitting.plan, sitting.kept, sitting.index) == (None, None, 1)
        assert store.history.drafts_of(1) == {
            QUESTIONS[0]: Draft(frozenset("a"), True, frozenset("c"), 9_000)
        }
        assert store.history.interruptions_of(1) == []
        exam = MockExam(sitting, store.history.drafts_of(1), sitting.index, sitting.elapsed_ms)
        assert exam.may_go(0)
        assert store.check().sound
