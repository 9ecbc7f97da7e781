"""One SQLite file: its connections, and transactions that happen whole or not at all."""

import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Integer,
    Table,
    bindparam,
    create_engine,
    event,
    insert,
    literal_column,
)
from sqlalchemy.dialects import sqlite as dialect
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.sql import ClauseElement, ColumnElement

from certstudy.store.faults import FAULTS, told
from certstudy.store.lock import in_use

PATIENCE_MS = 1_000

# full durability costs a fraction of a millisecond an answer; fullfsync matters on macOS alone
_PRAGMAS = (
    f"PRAGMA busy_timeout = {PATIENCE_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)
_LOOKING_PRAGMAS = (f"PRAGMA busy_timeout = {PATIENCE_MS}", "PRAGMA query_only = ON")

_NAMED = dialect.dialect(paramstyle="named")


def compiled(statement: ClauseElement) -> str:
    """A statement as SQL with named parameters, compiled once and kept by SQLite's own statement cache.

    On the answer's way it runs on the bare driver: what the statement is made of does not change between answers.
    """
    made = statement.compile(dialect=_NAMED)
    # a plain number in a statement would become a parameter that nobody fills
    assert all(value is None for value in made.params.values()), made.params
    return str(made)


def constant(number: int) -> ColumnElement[int]:
    """A number that is part of a statement's text."""
    return literal_column(str(number), Integer)


def added_to(table: Table) -> str:
    """The compiled insert of a whole row, which gets its number by itself where the table has one."""
    return compiled(insert(table).values({c.name: bindparam(c.name) for c in table.c if c.name != "id"}))


def kept_in(table: Table) -> str:
    """The compiled insert of a whole row that takes the place of the one with its key."""
    new = upsert(table).values({c.name: bindparam(c.name) for c in table.c})
    fresh = {c.name: new.excluded[c.name] for c in table.c if not c.primary_key}
    return compiled(new.on_conflict_do_update(index_elements=list(table.primary_key), set_=fresh))


class Database:
    """The connections to one file; any thread may read, writers wait for each other.

    Every fault of the world is raised as StoreError.
    """

    def __init__(self, path: Path, writable: bool = True) -> None:
        """Connect; the file must exist and hold the newest schema."""
        self.path = path
        self.writable = writable
        self._engine = create_engine(URL.create("sqlite", database=str(path)), isolation_level="AUTOCOMMIT")
        event.listen(self._engine, "connect", _writes if writable else _looks)
        self._turn = threading.Lock()
        try:
            self._own = self._engine.connect()
        except FAULTS as fault:
            self._engine.dispose()
            raise told(fault, path) from fault
        self._driver = driver(self._own)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The bare driver of a connection to read with, for a short while."""
        try:
            with self._engine.connect() as connection:
                yield driver(connection)
        except FAULTS as fault:
            raise told(fault, self.path) from fault

    @contextmanager
    def reading_whole(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees the record as of one moment throughout."""
        with self.reading() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction on the bare driver: durable when the block ends, rolled back whole if anything fails."""
        if not self.writable:
            raise in_use()
        with self._turn:
            try:
                self._driver.execute("BEGIN IMMEDIATE")
                yield self._driver
                self._driver.execute("COMMIT")
            except FAULTS as fault:
                self._roll_back()
                raise told(fault, self.path) from fault
            except BaseException:
                self._roll_back()
                raise

    def close(self) -> None:
        """Let go of the file; the write-ahead log is folded into it."""
        self._own.close()
        self._engine.dispose()

    def _roll_back(self) -> None:
        # a full disk rolls back by itself
        if self._driver.in_transaction:
            self._driver.execute("ROLLBACK")


def add_row(connection: sqlite3.Connection, statement: str, values: Mapping[str, Any]) -> int:
    """Run a compiled insert; returns the new row's number."""
    number = connection.execute(statement, values).lastrowid
    assert number is not None
    return number


def driver(connection: Connection) -> sqlite3.Connection:
    """The bare connection beneath."""
    bare = connection.connection.driver_connection
    assert isinstance(bare, sqlite3.Connection)
    return bare


def _writes(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _looks(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in _LOOKING_PRAGMAS:
        connection.execute(pragma)
