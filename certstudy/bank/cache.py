"""The compiled form of a pack: one SQLite file with its index, the questions, the pages and full-text indexes.

A file is written whole under another name and then renamed. Its own name holds a hash of the content, so programs that
compile at the same time write the same thing. Whatever cannot be read is thrown away and built anew.
"""

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

from certstudy import __version__
from certstudy.bank import page_words, words
from certstudy.bank.stored import Index, packed_index, packed_question
from certstudy.bank.stored_pages import packed_page, page_of
from certstudy.core.note import Note, Sheet, Term
from certstudy.core.question import Question
from certstudy.core.syllabus import Syllabus

# goes up whenever what is stored changes its meaning or shape
LAYOUT = 6
FORMAT = f"{LAYOUT} {__version__}"

TABLES = """
CREATE TABLE part(name TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE question(place INTEGER PRIMARY KEY, crc INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE page(
  place INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, crc INTEGER NOT NULL, body BLOB NOT NULL,
  UNIQUE(kind, name)
);
"""

ABANDONED_AFTER_SECONDS = 3_600
BUSY_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a cache file holds of a pack; `fingerprint` is the hash of the content it was compiled from."""

    index: Index
    questions: Sequence[Question]
    pages: Sequence[Note | Sheet | Term]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class CacheFiles:
    """Where the cache files of one pack lie: `folder`, and what their names begin with."""

    folder: Path
    prefix: str

    def path(self, fingerprint: str) -> Path:
        """The cache file of a content."""
        return self.folder / f"{self.prefix}-{fingerprint[:24]}.sqlite"

    def candidates(self) -> list[Path]:
        """Cache files of this pack, newest first."""
        with suppress(OSError):
            found = [path for path in self.folder.glob(f"{self.prefix}-*.sqlite") if path.is_file()]
            return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)
        return []


def cache_files(cache_folder: Path, pack: Path) -> CacheFiles:
    """The cache files of a pack; packs in different folders never share one."""
    place = blake2b(os.fsencode(pack.resolve()), digest_size=6).hexdigest()
    return CacheFiles(cache_folder, f"catalog-{place}")


def is_kept(path: Path) -> bool:
    """Whether there is such a cache file; none can be where the system does not let one look."""
    try:
        return path.is_file()
    except OSError:
        return False


def connected(path: Path) -> sqlite3.Connection:
    """A connection that two threads may share when they take turns."""
    return sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def fill(connection: sqlite3.Connection, compiled: Compiled, stamp: str) -> None:
    """Write a pack into an empty database in one transaction; `stamp` tells whether its files were touched since."""
    questions, syllabus = compiled.questions, compiled.index.syllabus
    parts = {
        "format": FORMAT.encode(),
        "fingerprint": compiled.fingerprint.encode(),
        "stamp": stamp.encode(),
        "index": packed_index(compiled.index),
    }
    connection.executescript(f"BEGIN; {TABLES} {words.TABLE}; {page_words.TABLE};")
    connection.executemany("INSERT INTO part VALUES (?, ?)", parts.items())
    bodies = enumerate(map(packed_question, questions))
    connection.executemany(
        "INSERT INTO question VALUES (?, ?, ?)", ((place, crc32(body), body) for place, body in bodies)
    )
    rows = ((place, *words.indexed(question, syllabus)) for place, question in enumerate(questions))
    connection.executemany(
        "INSERT INTO words(rowid, place, stem, options, exhibits, reasons) VALUES (?, ?, ?, ?, ?, ?)", rows
    )
    _fill_pages(connection, compiled.pages, syllabus)
    connection.execute("COMMIT")


def _fill_pages(
    connection: sqlite3.Connection, pages: Sequence[Note | Sheet | Term], syllabus: Syllabus
) -> None:
    for place, page in enumerate(pages):
        key, body = page_of(page), packed_page(page)
        connection.execute(
            "INSERT INTO page VALUES (?, ?, ?, ?, ?)", (place, key.kind.value, key.id, crc32(body), body)
        )
        connection.execute(
            "INSERT INTO page_words(rowid, title, text) VALUES (?, ?, ?)",
            (place, *page_words.indexed_page(page, syllabus)),
        )


@contextmanager
def replacing(target: Path) -> Iterator[sqlite3.Connection]:
    """An empty database that takes the target's place once it is filled; nothing stays if that fails."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{target.stem}-", suffix=".tmp", dir=target.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        connection = connected(fresh)
        try:
            connection.execute("PRAGMA page_size = 16384")  # a question takes half a page of the usual size
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            yield connection
        finally:
            connection.close()
        _settle(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)


def _settle(fresh: Path, target: Path) -> None:
    with fresh.open("rb+") as stream:
        os.fsync(stream.fileno())
    try:
        fresh.replace(target)
    except PermissionError:
        # Windows does not replace a file that another program has open; it holds the same content
        if not target.is_file():
            raise


def tidy(files: CacheFiles, keep: Path) -> None:
    """Remove cache files of older contents and what an interrupted program left behind."""
    with suppress(OSError):
        for path in files.folder.glob(f"{files.prefix}-*"):
            if path != keep and not _being_written(path):
                discard(path)


def _being_written(path: Path) -> bool:
    return path.suffix == ".tmp" and time.time() - path.stat().st_mtime < ABANDONED_AFTER_SECONDS


def discard(path: Path) -> None:
    """Remove a cache file; one that another program has open stays until the next time."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
