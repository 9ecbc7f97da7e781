"""One window at a time: an advisory lock that ends with the process that holds it, however it ends."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class FolderLock:
    """A held lock; the file it is on means nothing by itself, so one left behind stops nobody."""

    def __init__(self, handle: int) -> None:
        """Hold what `acquire` got."""
        self._handle = handle

    def release(self) -> None:
        """Let others in."""
        os.close(self._handle)


def acquire(path: Path) -> FolderLock | None:
    """The lock on that file, None while another holds it; OSError if the file cannot be made."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle)
    except (BlockingIOError, PermissionError):
        os.close(handle)
        return None
    except BaseException:
        os.close(handle)
        raise
    return FolderLock(handle)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
