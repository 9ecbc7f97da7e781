"""The schema's history: each step takes a record from one version to the next, all that lack whole or not at all."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from certstudy.store.durable import put_in_place
from certstudy.store.faults import file_fault, told
from certstudy.store.rebuild import rebuild

APPLICATION_ID = int.from_bytes(b"CStu")

Migration = Callable[[sqlite3.Connection], None]

# frozen as they were: `tables` has the tables of today, and a test holds the two together
_FIRST = (
    "CREATE TABLE question (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, area TEXT NOT NULL,"
    " objective TEXT NOT NULL)",
    "CREATE TABLE edition (id INTEGER NOT NULL PRIMARY KEY, question INTEGER NOT NULL REFERENCES question (id),"
    " revision TEXT NOT NULL, UNIQUE (question, revision))",
    "CREATE TABLE response (id INTEGER NOT NULL PRIMARY KEY, options TEXT NOT NULL UNIQUE)",
    "CREATE TABLE sitting (id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, source TEXT NOT NULL,"
    " seed INTEGER NOT NULL, form TEXT NOT NULL, opened INTEGER NOT NULL, opened_offset INTEGER NOT NULL,"
    " limit_ms INTEGER, closed INTEGER, closed_offset INTEGER, elapsed_ms INTEGER NOT NULL,"
    " place INTEGER NOT NULL, first_answer INTEGER, last_answer INTEGER, seal INTEGER NOT NULL)",
    "CREATE INDEX sitting_closed ON sitting (kind, closed)",
    "CREATE TABLE answer (id INTEGER NOT NULL PRIMARY KEY, sitting INTEGER NOT NULL REFERENCES sitting (id),"
    " edition INTEGER NOT NULL REFERENCES edition (id), at INTEGER NOT NULL, offset_minutes INTEGER NOT NULL,"
    " response INTEGER NOT NULL REFERENCES response (id), points INTEGER NOT NULL, out_of INTEGER NOT NULL,"
    " milliseconds INTEGER NOT NULL, confidence INTEGER)",
    "CREATE INDEX answer_edition ON answer (edition)",
    "CREATE TABLE retraction (answer INTEGER NOT NULL PRIMARY KEY REFERENCES answer (id), at INTEGER NOT NULL,"
    " offset_minutes INTEGER NOT NULL)",
    "CREATE TABLE draft (sitting INTEGER NOT NULL REFERENCES sitting (id), question INTEGER NOT NULL"
    " REFERENCES question (id), response TEXT NOT NULL, marked INTEGER NOT NULL, struck TEXT NOT NULL,"
    " milliseconds INTEGER NOT NULL, PRIMARY KEY (sitting, question)) WITHOUT ROWID",
    "CREATE TABLE flag (question INTEGER NOT NULL PRIMARY KEY REFERENCES question (id), at INTEGER NOT NULL,"
    " offset_minutes INTEGER NOT NULL)",
    "CREATE TABLE note (question INTEGER NOT NULL PRIMARY KEY REFERENCES question (id), text TEXT NOT NULL,"
    " at INTEGER NOT NULL, offset_minutes INTEGER NOT NULL)",
    "CREATE TABLE preference (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE adopted (fingerprint TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE question_state (question INTEGER NOT NULL PRIMARY KEY REFERENCES question (id),"
    ' answers INTEGER NOT NULL, "right" INTEGER NOT NULL, first_credit FLOAT NOT NULL,'
    " last_credit FLOAT NOT NULL, last INTEGER NOT NULL, last_offset INTEGER NOT NULL, rung INTEGER NOT NULL,"
    " due INTEGER NOT NULL)",
    "CREATE TABLE day_total (day INTEGER NOT NULL, area TEXT NOT NULL, answers INTEGER NOT NULL,"
    " credit INTEGER NOT NULL, milliseconds INTEGER NOT NULL, first_answers INTEGER NOT NULL,"
    " first_credit INTEGER NOT NULL, planned INTEGER NOT NULL, PRIMARY KEY (day, area)) WITHOUT ROWID",
    "CREATE TABLE objective_total (objective TEXT NOT NULL PRIMARY KEY, answers INTEGER NOT NULL,"
    " credit INTEGER NOT NULL, met INTEGER NOT NULL, known INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE sitting_total (sitting INTEGER NOT NULL REFERENCES sitting (id), area TEXT NOT NULL,"
    " answers INTEGER NOT NULL, points INTEGER NOT NULL, out_of INTEGER NOT NULL,"
    " milliseconds INTEGER NOT NULL, PRIMARY KEY (sitting, area)) WITHOUT ROWID",
)


def _first(connection: sqlite3.Connection) -> None:
    for statement in _FIRST:
        connection.execute(statement)


# four options were the rule, and `out_of` of them right: 4 over 1, 2, 3, 4
USUAL_GUESS_RATE = (
    "CASE (SELECT max(out_of) FROM answer WHERE answer.edition = edition.id)"
    " WHEN 1 THEN 0.25 WHEN 2 THEN 1.0 / 6 ELSE 0.1 END"
)

_SECOND = (
    "CREATE TABLE edition_2 (id INTEGER NOT NULL PRIMARY KEY, question INTEGER NOT NULL REFERENCES question (id),"
    " revision TEXT NOT NULL, guess_rate FLOAT NOT NULL, UNIQUE (question, revision))",
    f"INSERT INTO edition_2 SELECT id, question, revision, {USUAL_GUESS_RATE} FROM edition",
    "DROP TABLE edition",
    "ALTER TABLE edition_2 RENAME TO edition",
    "DROP TABLE question_state",
    "CREATE TABLE question_state (question INTEGER NOT NULL PRIMARY KEY REFERENCES question (id),"
    ' answers INTEGER NOT NULL, "right" INTEGER NOT NULL, first_credit FLOAT NOT NULL,'
    " last_credit FLOAT NOT NULL, misled INTEGER NOT NULL, stability FLOAT NOT NULL, difficulty FLOAT NOT NULL,"
    " last INTEGER NOT NULL, last_offset INTEGER NOT NULL)",
)


def _second(connection: sqlite3.Connection) -> None:
    """The memory of a question is a stability and a difficulty, which take the chance of guessing into account."""
    for statement in _SECOND:
        connection.execute(statement)


_THIRD = (
    "ALTER TABLE sitting ADD COLUMN plan TEXT",
    "ALTER TABLE sitting ADD COLUMN kept INTEGER",
    "ALTER TABLE sitting ADD COLUMN kept_offset INTEGER",
    "ALTER TABLE draft ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE draft ADD COLUMN highlights TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE draft ADD COLUMN first TEXT",
    "ALTER TABLE draft ADD COLUMN settled TEXT",
    "ALTER TABLE draft ADD COLUMN changes INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE draft ADD COLUMN confidence INTEGER",
    "ALTER TABLE draft ADD COLUMN locked INTEGER NOT NULL DEFAULT 0",
    "CREATE TABLE interruption (sitting INTEGER NOT NULL REFERENCES sitting (id), number INTEGER NOT NULL,"
    " kind TEXT NOT NULL, place INTEGER NOT NULL, at INTEGER NOT NULL, offset_minutes INTEGER NOT NULL,"
    " milliseconds INTEGER NOT NULL, PRIMARY KEY (sitting, number)) WITHOUT ROWID",
)


def _third(connection: sqlite3.Connection) -> None:
    """A mock exam has sections and rules, and what a candidate does in it is kept in full."""
    for statement in _THIRD:
        connection.execute(statement)


_FOURTH = (
    "CREATE TABLE exam_result (id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, day INTEGER NOT NULL,"
    " score FLOAT, share FLOAT, bars TEXT NOT NULL, at INTEGER NOT NULL, offset_minutes INTEGER NOT NULL)",
    "CREATE TABLE mock_forecast (sitting INTEGER NOT NULL PRIMARY KEY REFERENCES sitting (id),"
    " mean FLOAT NOT NULL, low FLOAT NOT NULL, middle FLOAT NOT NULL, high FLOAT NOT NULL, p_pass FLOAT)",
)


def _fourth(connection: sqlite3.Connection) -> None:
    """Results from elsewhere, and what was foretold of each mock exam."""
    for statement in _FOURTH:
        connection.execute(statement)


MIGRATIONS: Sequence[Migration] = (_first, _second, _third, _fourth)

# a record older than this has its derived rows worked out anew once the tables are those of today
DERIVED_ANEW_AT = 2


def create(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Make an empty record; StoreError if the folder or the disk does not take it.

    It is made beside and moved in place, so that a file of that name is a whole record from its first moment.
    """
    beside = path.with_name(path.name + ".new")
    try:
        beside.unlink(missing_ok=True)
        migrate(beside, migrations)
        put_in_place(beside, path)
    except OSError as fault:
        raise file_fault(fault, path) from fault


def migrate(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Take a record to the newest version, all steps in one transaction; StoreError leaves it as it was.

    A process that ends in between leaves the old record or the new one, so that derived rows are never lacking.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0]:
                # what is unfinished then stands in the log alone: the file itself reads as before
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            try:
                _take_steps(connection, migrations)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            # the version stands in the file's own header, where it is read before the file is opened
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as fault:
        raise told(fault, path) from fault


def _take_steps(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    for number, step in enumerate(migrations[version:], start=version + 1):
        step(connection)
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"migration {number} leaves {len(broken)} references to nothing")
    if 0 < version < DERIVED_ANEW_AT <= len(migrations):
        rebuild(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(migrations)}")
