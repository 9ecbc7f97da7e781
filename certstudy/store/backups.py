"""Copies of the record: made by SQLite's backup, read through before they count, thinned as they age."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from certstudy.core.errors import StoreError
from certstudy.store.durable import make_folder, put_in_place
from certstudy.store.faults import (
    AlteredError,
    DamagedError,
    altered_facts,
    damaged,
    file_fault,
    is_unreachable,
    no_new_file,
    told,
)
from certstudy.store.identity import version_of
from certstudy.store.migrations import MIGRATIONS, Migration
from certstudy.store.verify import Contents, verify_facts

FOLDER = "backups"
STAMP = "%Y%m%d-%H%M%S"
DAILY, BY_HAND = "daily", "backup"
_NO_BACKUP = "There is no sound backup beside it."

Proof = Callable[[Path, Sequence[Migration]], Contents]

_STAMPED = re.compile(r"-(\d{8}-\d{6})\.db$")
_LATEST = 3
_AGAIN_AFTER = timedelta(hours=4)
_HOURS = timedelta(days=1)
_DAYS, _WEEKS, _MONTHS = timedelta(days=7), timedelta(weeks=10), timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Backup:
    """A sound copy of the record."""

    path: Path
    contents: Contents


def named(folder: Path, why: str, now: datetime) -> Path:
    """Where a backup goes that is made now, in the backup folder of the record's folder."""
    return folder / FOLDER / f"{why}-{now:{STAMP}}.db"


def back_up(
    record: Path, target: Path, migrations: Sequence[Migration] = MIGRATIONS, proof: Proof = verify_facts
) -> Backup:
    """Copy a record, open or not, and read the copy through before it takes its name.

    Raises StoreError: the disk is full, the target is no place for a backup, or the record is damaged or altered.
    """
    _refuse_foreign(record, target, len(migrations))
    beside = target.with_name(target.name + ".new")
    try:
        make_folder(target.parent)
        beside.unlink(missing_ok=True)
        copy(record, beside)
        contents = proof(beside, migrations)
        put_in_place(beside, target)
    except DamagedError as fault:
        raise damaged(record) from fault
    except AlteredError as fault:
        raise altered_facts(record) from fault
    except OSError as fault:
        raise file_fault(fault, target) from fault
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return Backup(target, contents)


def copy(source: Path, target: Path) -> None:
    """Copy a database, open or not, into one file without a log beside it."""
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as fault:
        # that the source can be opened its reader has found out before
        raise (no_new_file(target) if is_unreachable(fault) else told(fault, target)) from fault


def is_due(folder: Path, now: datetime) -> bool:
    """Whether the latest automatic backup is hours old; one from the future, after a clock was set back, is older."""
    made = map(_stamp, (folder / FOLDER).glob(f"{DAILY}-*.db"))
    here = now.replace(tzinfo=UTC)
    return not any(stamp is not None and timedelta(0) <= here - stamp < _AGAIN_AFTER for stamp in made)


def thin(folder: Path, now: datetime) -> None:
    """Delete the daily backups that younger ones have made superfluous, and those cut short a day ago or earlier."""
    for unfinished in (folder / FOLDER).glob("*.db.new"):
        if now.timestamp() - unfinished.stat().st_mtime > _HOURS.total_seconds():
            unfinished.unlink(missing_ok=True)
    daily = {path: _stamp(path) for path in (folder / FOLDER).glob(f"{DAILY}-*.db")}
    stamps = [stamp for stamp in daily.values() if stamp is not None]
    kept = worth_keeping(stamps, now.replace(tzinfo=UTC))
    for path, stamp in daily.items():
        if stamp is not None and stamp not in kept:
            path.unlink(missing_ok=True)


def worth_keeping(stamps: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """The latest three, one an hour for a day, one a day for a week, one a week for ten weeks, one a month for two
    years."""
    kept: dict[object, datetime] = {}
    latest_first = sorted(stamps, reverse=True)
    for stamp in latest_first:
        age = now - stamp
        if age < _HOURS:
            kept.setdefault(("hour", stamp.date(), stamp.hour), stamp)
        elif age < _DAYS:
            kept.setdefault(("day", stamp.date()), stamp)
        elif age < _WEEKS:
            kept.setdefault(("week", stamp.isocalendar()[:2]), stamp)
        elif age < _MONTHS:
            kept.setdefault(("month", stamp.year, stamp.month), stamp)
    return frozenset((*latest_first[:_LATEST], *kept.values()))


def newest_sound(folder: Path) -> Backup | None:
    """The newest backup in the backup folder that can be read through and holds what was stored."""
    found = sorted((folder / FOLDER).glob("*.db"), key=_age_order, reverse=True)
    for path in found:
        with suppress(StoreError):
            return Backup(path, verify_facts(path))
    return None


def way_out(record: Path) -> str:
    """What can be done about a record that is lost or altered, in a sentence."""
    newest = newest_sound(record.parent)
    gather = "What can still be read of it is gathered with: certstudy salvage"
    if newest is None:
        return f"{_NO_BACKUP} {gather}. To begin a new record, move {record} to another folder."
    return f"{_comes_back(newest)}. {gather}"


def way_back(record: Path) -> str:
    """What can be done about a record that is not there any more, in a sentence."""
    newest = newest_sound(record.parent)
    found = f"{_comes_back(newest)}." if newest else _NO_BACKUP
    return f"{found} To begin a new record, move what is left in {record.parent} to another folder."


def is_lost(record: Path) -> bool:
    """Whether a record that is not there has been there: it is a link to nothing, or its log or backups are left."""
    if record.exists():
        return False
    log = record.with_name(record.name + "-wal")
    return record.is_symlink() or log.exists() or any((record.parent / FOLDER).glob("*.db"))


def _comes_back(newest: Backup) -> str:
    n, way = newest.contents.answers, f'certstudy restore "{newest.path}"'
    answers = f"{n} {'answer' if n == 1 else 'answers'}"
    return f"The newest sound backup, {newest.path.name} with {answers}, comes back with: {way}"


def _age_order(path: Path) -> str:
    found = _STAMPED.search(path.name)
    return found[1] if found else ""


def _stamp(path: Path) -> datetime | None:
    """The wall-clock time in a backup's name, as if it were UTC: ages in days need no better."""
    with suppress(ValueError):
        return datetime.strptime(f"{_age_order(path)} +0000", f"{STAMP} %z")
    return None


def _refuse_foreign(record: Path, target: Path, newest: int) -> None:
    """A backup may take the place of an older backup, never of another file or of the record itself."""
    if not target.exists():
        return
    if target.samefile(record):
        raise StoreError(f"{target} is the record itself.", "It is unchanged.", "Choose another file.")
    try:
        version_of(target, newest)
    except StoreError as fault:
        raise StoreError(
            f"{target} is there already and is no backup.", "It is unchanged.", "Choose another file."
        ) from fault
