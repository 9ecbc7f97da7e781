"""Opening a learner's record: one folder, one record, one window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from certstudy.core.errors import StoreError
from certstudy.store.database import Database
from certstudy.store.faults import read_only
from certstudy.store.history import SqliteHistory
from certstudy.store.identity import identify
from certstudy.store.ledger import SqliteLedger
from certstudy.store.lock import FolderLock, acquire
from certstudy.store.migrations import MIGRATIONS, Migration, create

RECORD, LOCK = "record.db", "record.lock"

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Store:
    """An open record; with `looking` another window holds it and every write is refused with StoreError."""

    path: Path
    ledger: SqliteLedger
    history: SqliteHistory
    looking: bool
    _database: Database
    _lock: FolderLock | None

    def close(self) -> None:
        """Let go of the record."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()


def open_store(
    folder: Path, clock: Clock, *, look: bool = False, migrations: Sequence[Migration] = MIGRATIONS
) -> Store:
    """Open the record in a folder, making both where they are missing.

    While another window holds it, StoreError is raised, or with `look` the record is opened for reading alone.
    An older record is brought up to date after a verified backup.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = acquire(folder / LOCK)
    except OSError as fault:
        raise read_only(folder) from fault
    try:
        database = _database(folder / RECORD, lock, look)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    return Store(
        path=folder / RECORD,
        ledger=SqliteLedger(database),
        history=SqliteHistory(database),
        looking=lock is None,
        _database=database,
        _lock=lock,
    )


def _database(path: Path, lock: FolderLock | None, look: bool) -> Database:
    if lock is None and not look:
        raise in_use()
    if lock is not None and not path.exists():
        create(path)
    version = identify(path, len(MIGRATIONS)).version
    return Database(path, writable=lock is not None)


def in_use() -> StoreError:
    """Another window has the record."""
    return StoreError(
        "The record is already open in another window.",
        "Nothing stored was changed.",
        "Use that window, or close it and try again.",
    )
