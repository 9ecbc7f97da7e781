"""One SQLite file: its connections, and transactions that happen whole or not at all."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from certstudy.core.errors import StoreError
from certstudy.store.faults import damaged, told
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
    # some 400 answers: the log is folded in while the learner reads (`fold`), so that no answer waits for that
    "PRAGMA wal_autocheckpoint = 4000",
)
_LOOKING_PRAGMAS = (f"PRAGMA busy_timeout = {PATIENCE_MS}", "PRAGMA query_only = ON")


class Database:
    """The connections to one file; any thread may read, writers wait for each other.

    Every fault of the world is raised as StoreError.
    """

    def __init__(self, path: Path, writable: bool = True, refusal: Callable[[], StoreError] = in_use) -> None:
        """Connect; the file must exist and hold the newest schema. `refusal` says why it is not writable."""
        self.path = path
        self._refusal = refusal
        self.writable = writable
        self._turn = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        try:
            self._driver = self._connected()
        except sqlite3.Error as fault:
            raise told(fault, path) from fault

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to read with, nobody else's for that while."""
        try:
            connection = self._lent()
            try:
                yield connection
            finally:
                self._give_back(connection)
        except sqlite3.Error as fault:
            raise told(fault, self.path) from fault
        except UnicodeDecodeError as fault:  # what SQLite says of a damaged schema
            raise damaged(self.path) from fault

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
        """One transaction: durable when the block ends, rolled back whole if anything fails."""
        if not self.writable:
            raise self._refusal()
        with self._turn:
            try:
                self._driver.execute("BEGIN IMMEDIATE")
                yield self._driver
                self._driver.execute("COMMIT")
            except sqlite3.Error as fault:
                self._roll_back()
                self._connect_anew(fault)
                raise told(fault, self.path) from fault
            except BaseException:
                self._roll_back()
                raise

    def fold(self) -> None:
        """Fold the write-ahead log into the file; who reads or writes meanwhile does not wait."""
        if self.writable:
            with self.reading() as connection:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def close(self) -> None:
        """Let go of the file; the write-ahead log is folded into it. Whoever still reads does so to the end."""
        self._closed = True
        self._close_idle()
        self._driver.close()

    def _connected(self) -> sqlite3.Connection:
        # a connection serves one thread at a time, but not always the one that made it
        connection = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        try:
            for pragma in _PRAGMAS if self.writable else _LOOKING_PRAGMAS:
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
        return connection

    def _connect_anew(self, fault: sqlite3.Error) -> None:
        """A file that the system once refused to open for writing is held for reading alone until it is closed."""
        if getattr(fault, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY:
            with suppress(sqlite3.Error):
                fresh = self._connected()
                self._driver.close()
                self._driver = fresh

    def _lent(self) -> sqlite3.Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return self._connected()

    def _give_back(self, connection: sqlite3.Connection) -> None:
        self._idle.append(connection)
        if self._closed:
            self._close_idle()

    def _close_idle(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def _roll_back(self) -> None:
        # a full disk rolls back by itself
        if self._driver.in_transaction:
            self._driver.execute("ROLLBACK")


def add_row(connection: sqlite3.Connection, statement: str, values: Mapping[str, Any]) -> int:
    """Run an insert; returns the new row's number."""
    number = connection.execute(statement, values).lastrowid
    assert number is not None
    return number
