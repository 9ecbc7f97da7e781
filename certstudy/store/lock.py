"""One window at a time: an advisory lock that ends with the process that holds it, however it ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from certstudy.core.errors import StoreError
from certstudy.store.durable import make_folder
from certstudy.store.faults import file_fault

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

RECORD, LOCK = "record.db", "record.lock"


class FolderLock:
    """A held lock; the file it is on means nothing by itself, so one left behind stops nobody."""

    def __init__(self, file: IO[bytes]) -> None:
        """Hold what `acquire` got."""
        self._file = file

    def release(self) -> None:
        """Let others in; once is enough, twice does no harm."""
        self._file.close()


def acquire(folder: Path) -> FolderLock | None:
    """The lock on a record's folder, which is made if missing; None while another holds it.

    Raises StoreError if the folder does not take files.
    """
    try:
        make_folder(folder)
        file = (folder / LOCK).open("ab")
    except OSError as fault:
        raise file_fault(fault, folder) from fault
    try:
        _lock(file.fileno())
    except (BlockingIOError, PermissionError):
        file.close()
        return None
    except OSError as fault:
        file.close()
        raise file_fault(fault, folder) from fault
    return FolderLock(file)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The folder for oneself; StoreError while another has it."""
    lock = acquire(folder)
    if lock is None:
        raise in_use()
    try:
        yield
    finally:
        lock.release()


def in_use() -> StoreError:
    """Another window has the record."""
    return StoreError(
        "The record is already open in another window.",
        "Nothing stored was changed.",
        "Close that window first, then try again.",
    )


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
