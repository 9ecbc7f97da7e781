"""What a file says it is, read from its first bytes before SQLite touches it."""

import os
from pathlib import Path

from certstudy.core.errors import StoreError
from certstudy.store.faults import DamagedError, unreachable
from certstudy.store.migrations import APPLICATION_ID

_HEADER = 100
_UNTOUCHED = "It is left exactly as it is."
_MAGIC = b"SQLite format 3\0"


def version_of(path: Path, newest: int) -> int:
    """The version of a record's schema; the file is neither changed nor opened as a database.

    Raises DamagedError for anything but a whole record, StoreError for one of a newer program or one out of reach.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
            size = os.fstat(file.fileno()).st_size
    except OSError as fault:
        raise unreachable(path) from fault
    if len(header) < _HEADER or header[:16] != _MAGIC or _number(header, 68) != APPLICATION_ID:
        raise DamagedError(f"{path} is not a CertStudy record.", _UNTOUCHED, "Choose another file.")
    if _cut_short(path, header, size):
        raise DamagedError(f"{path} has lost its end.", _UNTOUCHED, "Choose another file.")
    version = _number(header, 60)
    if version > newest:
        raise newer(path, version, newest)
    return version


def newer(path: Path, version: int, newest: int) -> StoreError:
    """A newer program wrote it."""
    return StoreError(
        f"{path} was written by a newer CertStudy (format {version}; this one reads up to {newest}).",
        _UNTOUCHED,
        "Update CertStudy, or choose another folder with --data-dir.",
    )


def _cut_short(path: Path, header: bytes, size: int) -> bool:
    """Whether pages are missing; while a write-ahead log is there it may still hold them."""
    page = int.from_bytes(header[16:18]) or 1
    log = path.with_name(path.name + "-wal")
    return _number(header, 28) * (65_536 if page == 1 else page) > size and not log.exists()


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4])
