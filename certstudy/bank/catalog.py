"""The catalogue of a pack: opened from its cache in a moment, compiled from YAML when the content is new."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any
from zlib import crc32

from msgspec import MsgspecError

from certstudy.bank import cache, page_words, words
from certstudy.bank.cache import CacheFiles, Compiled
from certstudy.bank.folder import PackFile, fingerprint, pack_files, read_files, stamp
from certstudy.bank.pictures import picture_bytes
from certstudy.bank.problem import Problem
from certstudy.bank.progress import Progress, Stop, never_stop, no_progress
from certstudy.bank.source import question_source
from certstudy.bank.stored import unpacked_case, unpacked_index, unpacked_question
from certstudy.bank.stored_pages import unpacked_page
from certstudy.core.certification import Certification
from certstudy.core.errors import ContentError
from certstudy.core.note import Note, Page, PageKind, Sheet, Term
from certstudy.core.question import CaseStudy, Entry, Question, QuestionSource
from certstudy.core.syllabus import Syllabus


class CompiledCatalog:
    """The questions of a pack; satisfies `study.ports.Catalog` and may be used by several threads."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, path: Path | None = None) -> None:
        """Read the index; MsgspecError, LookupError, ValueError or sqlite3.Error if there is none."""
        parts = dict(connection.execute("SELECT name, body FROM part"))
        if parts["format"] != cache.FORMAT.encode():
            raise ValueError("another version compiled it")
        index = unpacked_index(parts["index"])
        self.stamp: str = parts["stamp"].decode()
        self._fingerprint: str = parts["fingerprint"].decode()
        self._syllabus = index.syllabus
        self._index = index
        self._places = {entry.id: place for place, entry in enumerate(index.entries)}
        self._folder = folder
        self._connection = connection
        self._path = path
        self._lock = Lock()
        self._fault: ContentError | None = None
        # a sitting asks for the same few questions again and again
        self._kept = lru_cache(maxsize=128)(self._read)

    @property
    def syllabus(self) -> Syllabus:
        """The outline the questions belong to."""
        return self._syllabus

    @property
    def certification(self) -> Certification | None:
        """The path to the certification, None if the pack says nothing of it."""
        return self._index.certification

    @property
    def fingerprint(self) -> str:
        """A hash that changes whenever the pack's content does."""
        return self._fingerprint

    @property
    def entries(self) -> Sequence[Entry]:
        """The index in outline order, then by place in the file."""
        return self._index.entries

    @property
    def misconceptions(self) -> Mapping[str, str]:
        """The belief behind each misconception's slug."""
        return self._index.misconceptions

    @property
    def problems(self) -> Sequence[Problem]:
        """What was wrong with the pack's files when it was compiled."""
        return self._index.problems

    def __contains__(self, question_id: object) -> bool:
        """Whether the pack holds the question."""
        return question_id in self._places

    def question(self, question_id: str) -> Question:
        """The whole question; KeyError if the pack has none of that id, ContentError if the cache is damaged."""
        return self._kept(self._places[question_id])

    def _read(self, place: int) -> Question:
        rows = self._rows("SELECT crc, body FROM question WHERE place = ?", place)
        if not rows or crc32(rows[0][1]) != rows[0][0]:
            raise self._damaged()
        return unpacked_question(rows[0][1])

    def case(self, case_id: str) -> CaseStudy:
        """A case study; KeyError if the pack has none of that id."""
        return unpacked_case(self._index.cases[case_id])

    def picture(self, src: str) -> bytes:
        """A picture's file; ContentError if it is gone."""
        return picture_bytes(self._folder, src)

    @property
    def notes(self) -> Mapping[str, str]:
        """The titles of the study notes by their objectives, in outline order."""
        return self._index.notes

    def note(self, objective_id: str) -> Note | None:
        """An objective's study note, None if it has none; ContentError if the cache is damaged."""
        found = self._page(Page(PageKind.NOTE, objective_id))
        return found if isinstance(found, Note) else None

    @property
    def sheets(self) -> Mapping[str, str]:
        """The titles of the cheat sheets by their areas, in outline order."""
        return self._index.sheets

    def sheet(self, area_id: str) -> Sheet | None:
        """An area's cheat sheet, None if it has none; ContentError if the cache is damaged."""
        found = self._page(Page(PageKind.SHEET, area_id))
        return found if isinstance(found, Sheet) else None

    @cached_property
    def glossary(self) -> Sequence[Term]:
        """The terms by name; read when first asked for. ContentError if the cache is damaged."""
        rows = self._rows("SELECT crc, body FROM page WHERE kind = ? ORDER BY place", PageKind.TERM.value)
        found = [self._unpacked(PageKind.TERM, row) for row in rows]
        return tuple(term for term in found if isinstance(term, Term))

    def search_pages(self, text: str) -> Sequence[Page]:
        """The notes, terms and sheets that hold all words of the text (prefixes count), best first."""
        if not (query := words.query(text)):
            return ()
        return [Page(PageKind(kind), name) for kind, name in self._rows(page_words.SEARCH, query)]

    def _page(self, page: Page) -> Note | Sheet | Term | None:
        sql = "SELECT crc, body FROM page WHERE kind = ? AND name = ?"
        rows = self._rows(sql, page.kind.value, page.id)
        return self._unpacked(page.kind, rows[0]) if rows else None

    def _unpacked(self, kind: PageKind, row: tuple[int, bytes]) -> Note | Sheet | Term:
        if crc32(row[1]) != row[0]:
            raise self._damaged()
        return unpacked_page(kind, row[1])

    def source(self, question_id: str) -> QuestionSource:
        """The question's own lines in its file; KeyError if unknown, ContentError if they are not there any more."""
        return question_source(self._folder, self.question(question_id))

    def search(self, text: str) -> Sequence[str]:
        """Ids of the questions that hold all words of the text (prefixes count), best first."""
        entries = self._index.entries
        if not (query := words.query(text)):
            return [entry.id for entry in entries]
        return [entries[place].id for (place,) in self._rows(words.SEARCH, query)]

    def close(self) -> None:
        """Let go of the cache file."""
        with self._lock:
            self._connection.close()

    def note_stamp(self, fresh: str) -> None:
        """Note that files were touched but hold what they held; where that cannot be written, it does not matter."""
        with suppress(sqlite3.Error), self._lock:
            self._connection.execute("UPDATE part SET body = ? WHERE name = 'stamp'", (fresh.encode(),))

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        if self._fault is not None:
            raise self._fault
        try:
            with self._lock:
                return self._connection.execute(sql, values).fetchall()
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError as fault:
            raise self._damaged() from fault

    def _damaged(self) -> ContentError:
        """Let go of the cache for good, so that the next start makes it anew."""
        self.close()
        if self._path is not None:
            cache.discard(self._path)
        self._fault = ContentError(
            "The compiled copy of the questions is damaged.",
            "Your progress is kept elsewhere and is safe.",
            "Start again: the copy is then made anew.",
        )
        return self._fault


def open_catalog(
    pack: Path, cache_folder: Path, progress: Progress = no_progress, stop: Stop = never_stop
) -> CompiledCatalog:
    """Open a pack: from the cache if its files are as they were, else compiled, in memory if no cache can be kept.

    `progress` hears of files read while compiling. Raises ContentError if the folder holds no usable pack and
    StoppedError when `stop` says so.
    """
    files = pack_files(pack)
    caches = cache.cache_files(cache_folder, pack)
    unchanged = _unchanged(pack, caches, stamp(files))
    return unchanged or _recognised_or_compiled(pack, files, caches, progress, stop)


def _unchanged(pack: Path, caches: CacheFiles, wanted: str) -> CompiledCatalog | None:
    for path in caches.candidates():
        if catalog := _opened(pack, path):
            if catalog.stamp == wanted:
                return catalog
            catalog.close()
    return None


def _opened(pack: Path, path: Path) -> CompiledCatalog | None:
    """The catalogue in a cache file; a file that holds none is thrown away."""
    connection = cache.connected(path)
    try:
        return CompiledCatalog(pack, connection, path)
    except (sqlite3.Error, MsgspecError, LookupError, ValueError):
        connection.close()
        cache.discard(path)
        return None


def _recognised_or_compiled(
    pack: Path, files: Sequence[PackFile], caches: CacheFiles, progress: Progress, stop: Stop
) -> CompiledCatalog:
    unread: list[Problem] = []
    data = read_files(files, unread)
    content = fingerprint(data)
    # times and sizes do not tell when a file may be read again
    seen = "" if unread else stamp(files)
    target = caches.path(content)
    if cache.is_kept(target) and (catalog := _opened(pack, target)):
        catalog.note_stamp(seen)
        return catalog
    # reading YAML is rare: an open that finds the cache does not load the parser
    from certstudy.bank.compiling import compiled_pack  # noqa: PLC0415

    compiled = compiled_pack(data, content, unread, progress, stop)
    try:
        with cache.replacing(target) as connection:
            cache.fill(connection, compiled, seen)
        cache.tidy(caches, target)
        kept = _opened(pack, target)
    except (OSError, sqlite3.Error):
        kept = None
    return kept or _in_memory(pack, compiled)


def _in_memory(pack: Path, compiled: Compiled) -> CompiledCatalog:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        cache.fill(connection, compiled, "")
    except sqlite3.OperationalError as fault:
        raise ContentError(
            f"The questions cannot be indexed: {fault}.",
            "Your progress is kept elsewhere and is safe.",
            "Use a Python whose SQLite has full-text search (FTS5), or free some memory.",
        ) from fault
    return CompiledCatalog(pack, connection)
