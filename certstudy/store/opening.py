"""Opening a learner's record: one folder, one record, one window."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from certstudy.core.errors import StoreError
from certstudy.store import backups
from certstudy.store.backups import Backup, back_up, is_lost, way_back, way_out
from certstudy.store.checking import Report, check
from certstudy.store.database import Database
from certstudy.store.faults import DamagedError, ReadOnlyError, lost, read_only
from certstudy.store.history import SqliteHistory
from certstudy.store.identity import version_of
from certstudy.store.journal import roll_back
from certstudy.store.ledger import SqliteLedger
from certstudy.store.lock import RECORD, FolderLock, acquire, in_use
from certstudy.store.migrations import MIGRATIONS, Migration, create, migrate
from certstudy.store.verify import verify

Clock = Callable[[], datetime]

# up to this size, about 80,000 answers, reading the whole file takes some milliseconds
_READ_THROUGH = 4 * 2**20


@dataclass(frozen=True, slots=True)
class Store:
    """An open record.

    `looking` means that every write raises StoreError: another window holds the record, or with `read_only` its folder
    takes no writes and a copy of it is read.
    """

    path: Path
    ledger: SqliteLedger
    history: SqliteHistory
    looking: bool
    read_only: bool
    _database: Database
    _let_go: Callable[[], object]
    _clock: Clock

    def check(self) -> Report:
        """Read the whole record and rebuild what does not follow from the facts."""
        report = check(self._database)
        lost = report.damage or report.altered
        return replace(report, remedy=way_out(self.path)) if lost else report

    def back_up(self, target: Path | None = None) -> Backup:
        """Write a verified copy, without a target under a dated name in the backup folder."""
        now = self._clock()
        return back_up(self._database.path, target or backups.named(self.path.parent, backups.BY_HAND, now))

    def back_up_daily(self) -> Backup | None:
        """Write a copy and delete those that age has made superfluous; None if the latest is not hours old.

        May run on any thread while the record is written to.
        """
        now, folder = self._clock(), self.path.parent
        if self.looking or not backups.is_due(folder, now):
            return None
        made = back_up(self.path, backups.named(folder, backups.DAILY, now))
        backups.thin(folder, now)
        return made

    def fold(self) -> None:
        """Do in a quiet moment, on any thread, what a later answer would have to wait for."""
        self._database.fold()

    def close(self) -> None:
        """Let go of the record."""
        try:
            self._database.close()
        finally:
            self._let_go()


def open_store(
    folder: Path, clock: Clock, *, look: bool = False, migrations: Sequence[Migration] = MIGRATIONS
) -> Store:
    """Open the record in a folder, making both where they are missing.

    While another window holds it, StoreError is raised, or with `look` the record is opened for reading alone; with
    `look` one that takes no writes is read as well. An older record is brought up to date after a verified backup. A
    damaged record, one of a newer program and a file that is none are left untouched and refused with StoreError, which
    names the newest sound backup; so is a folder that has backups but no record any more.
    """
    record = folder / RECORD
    try:
        lock = _writable(record)
    except ReadOnlyError:
        if look and os.access(record, os.R_OK):
            return _open_copy(record, clock, migrations)
        raise
    with ExitStack() as held:
        if lock is not None:
            held.callback(lock.release)
        elif not look:
            raise in_use()
        with _way_out_told(record, record):
            _make_ready(record, lock is not None, clock, migrations)
            database = Database(record, lock is not None)
        return _store(record, database, held.pop_all(), clock, read_only=False)


def _writable(record: Path) -> FolderLock | None:
    """The lock, None while another window holds it; ReadOnlyError where nothing can be written."""
    lock = acquire(record.parent)
    if record.exists() and not os.access(record, os.W_OK):
        if lock is not None:
            lock.release()
        raise read_only(record)
    return lock


def _open_copy(record: Path, clock: Clock, migrations: Sequence[Migration]) -> Store:
    from certstudy.store.aside import copied  # noqa: PLC0415  # rarely wanted

    with ExitStack() as held:
        copy = held.enter_context(copied(record))
        with _way_out_told(record, copy):
            _make_ready(copy, True, clock, migrations)
            database = Database(copy, writable=False, refusal=partial(read_only, record.parent))
        return _store(record, database, held.pop_all(), clock, read_only=True)


def _store(record: Path, database: Database, held: ExitStack, clock: Clock, read_only: bool) -> Store:
    return Store(
        path=record,
        ledger=SqliteLedger(database),
        history=SqliteHistory(database),
        looking=not database.writable,
        read_only=read_only,
        _database=database,
        _let_go=held.close,
        _clock=clock,
    )


@contextmanager
def _way_out_told(record: Path, path: Path) -> Iterator[None]:
    """That a record, or its copy at the path, is damaged is told with what can be done about it."""
    try:
        yield
    except DamagedError as fault:
        what = fault.what.replace(str(path), str(record))
        raise StoreError(what, "It is left exactly as it is.", way_out(record)) from fault


def _make_ready(path: Path, writable: bool, clock: Clock, migrations: Sequence[Migration]) -> None:
    """See to it that a sound record of today's format is there."""
    if is_lost(path):
        raise lost(path, way_back(path))
    if writable and not path.exists():
        create(path, migrations)
    if writable:
        roll_back(path, len(migrations))
    version = _looked_at(path, migrations)
    if version < len(migrations):
        _bring_up_to_date(path, writable, clock(), migrations)


def _looked_at(path: Path, migrations: Sequence[Migration]) -> int:
    """The version of a record that is what it says; one of the usual size is read through, and one with a log."""
    version, log = version_of(path, len(migrations)), path.with_name(path.name + "-wal")
    usual = path.stat().st_size <= _READ_THROUGH
    return verify(path, migrations).version if usual or log.exists() else version


def _bring_up_to_date(path: Path, writable: bool, now: datetime, migrations: Sequence[Migration]) -> None:
    if not writable:
        raise in_use()
    back_up(path, backups.named(path.parent, f"before-format-{len(migrations)}", now), migrations, verify)
    migrate(path, migrations)
