"""A record as it lies there, copied to where it may be opened without a trace in its own folder."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from certstudy.store.faults import file_fault
from certstudy.store.journal import JOURNAL
from certstudy.store.lock import RECORD

_SCRATCH = "certstudy-"


def copy_with_logs(record: Path, target: Path) -> None:
    """Copy a record with what SQLite keeps beside it, byte for byte; OSError where the system refuses."""
    shutil.copyfile(record, target)
    for part in ("-wal", JOURNAL):
        with suppress(FileNotFoundError):
            shutil.copyfile(record.with_name(record.name + part), target.with_name(target.name + part))


@contextmanager
def copied(record: Path) -> Iterator[Path]:
    """A copy of a record in the system's folder for such things, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, ignore_cleanup_errors=True) as scratch:
        copy = Path(scratch) / RECORD
        try:
            copy_with_logs(record, copy)
        except OSError as fault:
            raise file_fault(fault, record) from fault
        yield copy
