"""A folder that takes no writes, not even of the superuser's."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65_534


@contextmanager
def read_only(fill: Callable[[Path], None]) -> Iterator[Path]:
    """A folder with what `fill` puts into it, as somebody sees it who may only read there; not on Windows."""
    assert sys.platform != "win32"
    root = Path(tempfile.mkdtemp(prefix="certstudy-test-"))
    folder = root / "data"
    try:
        fill(folder)
        root.chmod(0o755)
        for path in folder.rglob("*"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        folder.chmod(0o555)
        before = os.geteuid()
        if before == 0:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(before)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(root)
