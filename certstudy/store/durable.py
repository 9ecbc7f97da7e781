"""Files that are whole whenever they are there: written beside, forced to the disk, moved in place."""

import os
import sys
from pathlib import Path


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
    """Force a folder's names to the disk; Windows does that by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
