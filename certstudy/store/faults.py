"""What SQLite and the system complain about, in sentences for the learner."""

import errno
import sqlite3
from pathlib import Path

from certstudy.core.errors import StoreError


class DamagedError(StoreError):
    """The file is no sound record, or none at all; it was left as it is."""


class ReadOnlyError(StoreError):
    """The file or its folder does not take writes."""


class AlteredError(StoreError):
    """The file is a sound database, but holds other answers than were stored."""


_DAMAGED = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))
_LOCKED = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED))
_NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT))
_FORBIDDEN = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))
_UNREACHABLE = frozenset((sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH))


def told(fault: sqlite3.Error, path: Path) -> Exception:
    """The StoreError to raise for a fault of the world; the fault itself if it is ours."""
    code = _primary_code(fault)
    # text that is no text is the one fault that Python finds and SQLite has no number for
    if code in _DAMAGED or (code is None and isinstance(fault, sqlite3.OperationalError)):
        return damaged(path)
    if code in _LOCKED:
        return StoreError(
            f"The record {path} is locked by another program.",
            "Nothing stored was changed.",
            "Close the program that uses it, a backup or sync tool for instance, and try again.",
        )
    if code == sqlite3.SQLITE_FULL:
        return full(path)
    if code == sqlite3.SQLITE_READONLY:
        return read_only(path)
    if code == sqlite3.SQLITE_IOERR:
        return failing(path)
    return unreachable(path) if code in _UNREACHABLE else fault


def file_fault(fault: OSError, path: Path) -> StoreError:
    """What the system says about a file that is no open database."""
    if fault.errno in _NO_ROOM:
        return full(path)
    if fault.errno == errno.EIO:
        return failing(path)
    return read_only(path) if fault.errno in _FORBIDDEN else no_place(path, fault.strerror or str(fault))


def failing(path: Path) -> StoreError:
    """The disk does not do what it should."""
    return StoreError(
        f"The disk did not read or write {path}.",
        "What was stored before is unchanged.",
        "Check the disk and its free space, then try again.",
    )


def full(path: Path) -> StoreError:
    """The disk has no room left."""
    return StoreError(
        f"The disk that holds {path} is full.",
        "What was stored before is safe; the last step was not stored.",
        "Free some space and try again.",
    )


def read_only(path: Path) -> ReadOnlyError:
    """The file or its folder does not take writes."""
    return ReadOnlyError(
        f"{path} cannot be written.",
        "Nothing stored was changed.",
        "Allow writing there, or choose another folder with --data-dir.",
    )


def no_place(path: Path, reason: str) -> StoreError:
    """No file of that name can be there."""
    return StoreError(
        f"{path} cannot be written: {reason}.",
        "Nothing stored was changed.",
        "Choose another place, or put right what is in the way there.",
    )


def no_new_file(target: Path) -> StoreError:
    """The folder takes no file."""
    return StoreError(
        f"No file can be made in {target.parent}.",
        "Nothing stored was changed.",
        "Choose a folder that takes files, or allow writing there.",
    )


def unreachable(path: Path) -> StoreError:
    """The file cannot be opened at all."""
    return StoreError(
        f"The record {path} cannot be opened.",
        "Nothing stored was changed.",
        "Check that the folder exists and belongs to you, or choose another with --data-dir.",
    )


def damaged(path: Path) -> DamagedError:
    """The file is no sound database any more."""
    return DamagedError(
        f"The record {path} is damaged.",
        "The file is left exactly as it is.",
        "Close CertStudy and see which backup can be brought back with: certstudy check",
    )


def altered_facts(path: Path) -> AlteredError:
    """Somebody, or a failing disk, has changed what was stored."""
    return AlteredError(
        f"The answers in {path} are not those that were stored.",
        "The file is left exactly as it is.",
        "Close CertStudy and see which backup can be brought back with: certstudy check",
    )


def lost(path: Path, remedy: str) -> StoreError:
    """There was a record, and it is not there any more."""
    if path.is_symlink():
        what = f"The record {path} is a link to {path.readlink()}, which is not there."
        remedy = f"Connect the drive that it lies on and try again. {remedy}"
    else:
        what = f"The record {path} is missing."
    return StoreError(what, "No new one was made in its place, and its backups are untouched.", remedy)


def is_unreachable(fault: sqlite3.Error) -> bool:
    """Whether a file could not be opened or made."""
    return _primary_code(fault) in _UNREACHABLE


def _primary_code(fault: sqlite3.Error) -> int | None:
    code = getattr(fault, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
