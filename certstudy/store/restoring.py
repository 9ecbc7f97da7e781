"""Putting a backup in place of the record; what was there is kept beside, so that this can be undone."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from certstudy.core.errors import StoreError
from certstudy.store.backups import STAMP, copy
from certstudy.store.durable import put_in_place
from certstudy.store.faults import DamagedError, file_fault, told
from certstudy.store.journal import JOURNAL, roll_back
from certstudy.store.lock import RECORD, held
from certstudy.store.verify import Contents, verify

_LOGS = ("-wal", "-shm", JOURNAL)
_UNFINISHED = "record-replaced.new"


@dataclass(frozen=True, slots=True)
class Restored:
    """The record now, and where the one before is kept; None if there was none."""

    record: Path
    contents: Contents
    kept: Path | None


def restore(folder: Path, file: Path, now: datetime) -> Restored:
    """Put a verified copy of a record in place of the one in the folder.

    Raises StoreError, with everything as it was: the file is no sound record, or a window is open. Where a disk fails
    after the last step, the error says that it was taken.
    """
    verify(file)
    with held(folder):
        record = folder / RECORD
        beside = record.with_name(record.name + ".new")
        try:
            beside.unlink(missing_ok=True)
            copy(file, beside)
            contents = verify(beside)
            kept = _set_aside(record, f"{now:{STAMP}}")
            put_in_place(beside, record)
        except OSError as fault:
            raise file_fault(fault, record) if beside.exists() else _unconfirmed(record) from fault
    return Restored(record, contents, kept)


def _set_aside(record: Path, stamp: str) -> Path | None:
    """Copy the record under a dated name; one too damaged to be read is copied with its logs, byte for byte."""
    _fold_log(record)
    parts = [part for part in (*_LOGS, "") if _beside(record, part).exists()]
    if not parts:
        return None
    kept, unfinished = _free_name(record, stamp), record.with_name(_UNFINISHED)
    for part in parts:
        shutil.copy2(_beside(record, part), unfinished)
        put_in_place(unfinished, _beside(kept, part))
    # a log left behind would be played into the record that comes in its place
    for log in _LOGS:
        _beside(record, log).unlink(missing_ok=True)
    return kept


def _unconfirmed(record: Path) -> StoreError:
    return StoreError(
        f"The backup has taken the place of {record}, but the disk did not confirm it.",
        f"The record before is kept beside it, under a name that begins with {record.stem}-replaced.",
        "Check the disk, then the record with: certstudy check",
    )


def _fold_log(record: Path) -> None:
    """Bring a sound record into one file; StoreError while another program has it open.

    SQLite throws away a log that does not fit a damaged record, so it never gets to see one.
    """
    if not record.exists():
        return
    try:
        roll_back(record)
        verify(record)
    except DamagedError:
        return
    try:
        with closing(sqlite3.connect(record)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.Error as fault:
        raise told(fault, record) from fault


def _free_name(record: Path, stamp: str) -> Path:
    names = (f"{record.stem}-replaced-{stamp}{f'-{n}' if n else ''}.db" for n in count())
    return next(path for name in names if not (path := record.with_name(name)).exists())


def _beside(path: Path, part: str) -> Path:
    return path.with_name(path.name + part)
