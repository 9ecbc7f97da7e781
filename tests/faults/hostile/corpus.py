"""All hostile files, and how they come onto a disk."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.faults.hostile import archives, question_files, tables, yaml_files
from tests.faults.hostile.case import BREW, Case, Link, Pipe, Reader


def cases() -> tuple[Case, ...]:
    """Every case this system can hold: Windows has no pipes, and links need a privilege there."""
    return tuple(case for case in _all() if os.name == "posix" or not _special(case))


def _all() -> Iterator[Case]:
    yield from yaml_files.cases()
    yield from question_files.cases()
    yield from tables.cases()
    yield from archives.cases()


def _special(case: Case) -> bool:
    return any(isinstance(data, Link | Pipe) or not name.isprintable() for name, data in case.files.items())


def laid_out(case: Case, folder: Path) -> Path:
    """Write a case into a fresh folder; the path that is given to the reader."""
    if case.reader is Reader.PACK:
        shutil.copytree(BREW, folder)
    for name, data in case.files.items():
        _write(folder / name, data)
    return folder if case.reader is Reader.PACK else folder / next(iter(case.files))


def _write(path: Path, data: bytes | Link | Pipe) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if isinstance(data, Link):
        path.symlink_to(data.target)
    elif isinstance(data, Pipe):
        os.mkfifo(path)
    else:
        path.write_bytes(data)
