"""Files that are whole whenever they are there: written beside, forced to the disk, moved in place."""

import errno
import os
import sys
from pathlib import Path

# what file systems say that force a folder's names by themselves, or cannot
_NOT_FOR_FOLDERS = frozenset((errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.EACCES))


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing; after a power cut they are there."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in missing:
        settle_folder(made.parent)


def put_in_place(beside: Path, path: Path) -> None:
    """Move a finished file to its name, replacing what is there; after a power cut it is the old or the new."""
    settle(beside)
    beside.replace(path)
    settle_folder(path.parent)


def settle(path: Path) -> None:
    """Force a file's content to the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_folder(folder: Path) -> None:
    """Force a folder's names to the disk, where it lets itself be forced; Windows does that by itself."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as fault:
        if fault.errno not in _NOT_FOR_FOLDERS:
            raise
