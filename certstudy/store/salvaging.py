"""What can still be read of a damaged record, row by row, joined with the newest sound backup into a sound file.

The damaged record is neither changed nor opened: a copy is. What comes of it lies among the backups, to be restored.
"""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from certstudy.core.errors import StoreError
from certstudy.core.record import SittingKind
from certstudy.store import backups
from certstudy.store.aside import copy_with_logs
from certstudy.store.durable import make_folder, put_in_place
from certstudy.store.exam_values import draft_of, interruption_of, plan_of
from certstudy.store.faults import DamagedError, file_fault, told
from certstudy.store.lock import RECORD
from certstudy.store.migrations import MIGRATIONS, USUAL_GUESS_RATE, Migration, create
from certstudy.store.outcomes import result_of
from certstudy.store.rebuild import rebuild
from certstudy.store.resealing import reseal
from certstudy.store.values import EARLIEST, LATEST, form_of, member, moment_at, response_of
from certstudy.store.verify import Contents, refuse_newer, verify

SALVAGED = "salvaged"
_SCRATCH = "salvage-"

_HEADER = 100
_FARTHEST = 50_000
"""So many row numbers at most are tried one by one between two rows that can be read."""

_FACTS = (
    "question", "edition", "response", "sitting", "answer", "retraction", "draft", "flag", "note", "preference",
    "interruption", "exam_result", "mock_forecast",
)  # fmt: skip
# a sitting goes on after a backup; of everything else the backup holds what was stored
_NEWER_FIRST = frozenset(("sitting", "draft", "preference", "note"))

# columns that records of the first format do not have and that have no default
_UNKNOWN = -1
_ADDED_SINCE = {"edition": "guess_rate"}

_UNREADABLE = (sqlite3.Error, UnicodeDecodeError)

Named = Mapping[str, Any]
Table = tuple[tuple[str, ...], list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A sound file with all that was found; `read` answers stood in the damaged record itself."""

    path: Path
    contents: Contents
    read: int


def salvage(folder: Path, now: datetime, migrations: Sequence[Migration] = MIGRATIONS) -> Salvaged:
    """Gather what is left of the record in a folder.

    StoreError if nothing is left, if a newer program wrote it, or if the disk does not take what was gathered.
    """
    record, backup = folder / RECORD, backups.newest_sound(folder)
    if backup is None and not record.is_file():
        raise _nothing(record)
    target = backups.named(folder, SALVAGED, now)
    try:
        _clear(folder)
        with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=folder) as scratch:
            found = _tables_of_damaged(record, Path(scratch), migrations)
            kept = _tables(backup.path) if backup else {}
            if not any(rows for _columns, rows in (*found.values(), *kept.values())):
                raise _nothing(record)
            joined = Path(scratch) / "joined.db"
            _join(found, kept, joined, migrations)
            contents = verify(joined, migrations)
            make_folder(target.parent)
            put_in_place(joined, target)
    except OSError as fault:
        raise file_fault(fault, target) from fault
    return Salvaged(target, contents, len(found.get("answer", ((), []))[1]))


def _clear(folder: Path) -> None:
    """Away with what a salvage that was cut short has left behind: copies of the record."""
    for scratch in folder.glob(f"{_SCRATCH}*"):
        shutil.rmtree(scratch, ignore_errors=True)


def _tables_of_damaged(record: Path, scratch: Path, migrations: Sequence[Migration]) -> dict[str, Table]:
    if not record.is_file():
        return {}
    copy = scratch / "damaged.db"
    copy_with_logs(record, copy)
    refuse_newer(copy, record, migrations)
    _mend_header(copy, scratch, migrations)
    return _tables(copy)


def _mend_header(copy: Path, scratch: Path, migrations: Sequence[Migration]) -> None:
    """Where the first bytes are gone, those of a fresh record: only its count of pages is another."""
    with copy.open("r+b") as file:
        if file.read(16) == b"SQLite format 3\0":
            return
        fresh = scratch / "fresh.db"
        create(fresh, migrations)
        header = bytearray(fresh.read_bytes()[:_HEADER])
        page = int.from_bytes(header[16:18])
        header[28:32] = (file.seek(0, 2) // page).to_bytes(4)
        file.seek(0)
        file.write(header)


def _tables(path: Path) -> dict[str, Table]:
    """Every row of the facts that can be read."""
    found: dict[str, Table] = {}
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cell_size_check = ON")
        for table in _FACTS:
            with suppress(*_UNREADABLE):
                described = connection.execute(f"PRAGMA table_info({table})").fetchall()
                columns = tuple(row[1] for row in described)
                if columns:
                    found[table] = (columns, list(_rows(connection, table, columns)))
    return found


def _rows(connection: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    """From the front as far as it goes, from the back as far as it goes, then what lies between, one by one."""
    names = ", ".join(f'"{name}"' for name in columns)
    key = "rowid" if _has_rowid(connection, table) else f'"{columns[0]}"'
    front = list(_until_broken(connection, f"SELECT {key}, {names} FROM {table} ORDER BY {key}"))
    back = list(_until_broken(connection, f"SELECT {key}, {names} FROM {table} ORDER BY {key} DESC"))
    if len(front) == len(back):
        yield from (row[1:] for row in front)
        return
    found = {row[0]: row[1:] for row in (*front, *back)}
    first, last = (side[-1][0] if side else None for side in (front, back))
    if isinstance(first or 0, int) and isinstance(last or 0, int):
        begin, end = first or 0, last if last is not None else (first or 0) + _FARTHEST
        for number in range(begin + 1, min(end, begin + _FARTHEST)):
            one = _until_broken(connection, f"SELECT {key}, {names} FROM {table} WHERE {key} = {number}")
            found.update((row[0], row[1:]) for row in one)
    yield from found.values()


def _has_rowid(connection: sqlite3.Connection, table: str) -> bool:
    try:
        connection.execute(f"SELECT rowid FROM {table} LIMIT 0")
    except sqlite3.OperationalError:
        return False
    return True


def _until_broken(connection: sqlite3.Connection, statement: str) -> Iterator[tuple[Any, ...]]:
    try:
        yield from connection.execute(statement)
    except _UNREADABLE:
        return


def _join(
    found: dict[str, Table], kept: dict[str, Table], target: Path, migrations: Sequence[Migration]
) -> None:
    """Write both into a fresh record; rows that refer to what is lost are left out."""
    create(target, migrations)
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as connection:
            connection.execute("BEGIN")
            for table in _FACTS:
                for source in (found, kept) if table in _NEWER_FIRST else (kept, found):
                    if table in source:
                        _add(connection, table, *source[table])
            _stand_in(connection)
            _drop_orphans(connection)
            _shorten_forms(connection)
            reseal(connection)
            rebuild(connection)
            connection.execute("COMMIT")
    except sqlite3.Error as fault:
        raise told(fault, target) from fault


def _add(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]
) -> None:
    here = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    shared = [place for place, name in enumerate(columns) if name in here]
    lacking = [name for name in (_ADDED_SINCE.get(table),) if name and name not in columns]
    names = ", ".join(f'"{name}"' for name in (*(columns[place] for place in shared), *lacking))
    marks = ", ".join("?" * (len(shared) + len(lacking)))
    for row in rows:
        if not _makes_sense(table, dict(zip(columns, row, strict=True))):
            continue
        with suppress(sqlite3.IntegrityError, sqlite3.InterfaceError):
            values = [*(row[place] for place in shared), *(_UNKNOWN for _name in lacking)]
            connection.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", values)


def _try_sitting(row: Named) -> None:
    form_of(row["form"])
    member(SittingKind, row["kind"])
    plan_of(row.get("plan"))
    moment_at(row["opened"], row["opened_offset"])
    if row["closed"] is not None:
        moment_at(row["closed"], row["closed_offset"])


def _try_interruption(row: Named) -> None:
    interruption_of([row[name] for name in ("kind", "place", "at", "offset_minutes", "milliseconds")])


def _try_draft(row: Named) -> None:
    draft_of([row.get(name, standard) for name, standard in _DRAFT.items()])


def _try_result(row: Named) -> None:
    result_of([row[name] for name in ("id", "kind", "day", "score", "share", "bars")])


# in the order of `sql.DRAFTS`, with what records of the first formats have instead
_DRAFT = {
    "response": "[]", "marked": 0, "struck": "[]", "milliseconds": 0, "note": "", "highlights": "[]", "first": None,
    "settled": None, "changes": 0, "confidence": None, "locked": 0,
}  # fmt: skip
_TRIALS: Mapping[str, Callable[[Named], object]] = {
    "sitting": _try_sitting,
    "draft": _try_draft,
    "interruption": _try_interruption,
    "exam_result": _try_result,
    "response": lambda row: response_of(row["options"]),
}


def _makes_sense(table: str, row: Named) -> bool:
    """Whether the program can read a row; one that it cannot is as good as lost, and something stands in for it."""
    try:
        if table in _TRIALS:
            _TRIALS[table](row)
    except DamagedError:
        return False
    return True


# an answer is worth more than what was chosen, than when, or than the sitting it was given in
_STAND_INS = (
    "UPDATE answer SET at = coalesce((SELECT opened FROM sitting WHERE sitting.id = answer.sitting), 0),"
    f" offset_minutes = 0 WHERE at NOT BETWEEN {EARLIEST} AND {LATEST} OR abs(offset_minutes) > 1440",
    "UPDATE answer SET confidence = NULL WHERE confidence NOT IN (0, 1, 2)",
    "DELETE FROM answer WHERE out_of < 1",
    "INSERT OR IGNORE INTO response (options) SELECT '[]' WHERE EXISTS"
    " (SELECT 1 FROM answer WHERE response NOT IN (SELECT id FROM response))",
    "UPDATE answer SET response = (SELECT id FROM response WHERE options = '[]')"
    " WHERE response NOT IN (SELECT id FROM response)",
    "DELETE FROM answer WHERE edition NOT IN (SELECT id FROM edition)",
    f"UPDATE edition SET guess_rate = {USUAL_GUESS_RATE} WHERE guess_rate = {_UNKNOWN}",
    "INSERT INTO sitting (id, kind, source, seed, form, opened, opened_offset, closed, closed_offset, elapsed_ms,"
    " place, seal) SELECT answer.sitting, 'practice', 'selection', 0, json_group_array(edition.question),"
    " min(answer.at), answer.offset_minutes, max(answer.at), answer.offset_minutes, sum(answer.milliseconds),"
    " count(*), 0 FROM answer JOIN edition ON edition.id = answer.edition"
    " WHERE answer.sitting NOT IN (SELECT id FROM sitting) GROUP BY answer.sitting",
)


def _stand_in(connection: sqlite3.Connection) -> None:
    """Something in the place of sittings and responses that are lost, and of what was not known in the first format."""
    for statement in _STAND_INS:
        connection.execute(statement)


def _shorten_forms(connection: sqlite3.Connection) -> None:
    """Away with lost questions from the sittings that were to ask them."""
    known = {number for (number,) in connection.execute("SELECT id FROM question")}
    for sitting, text in connection.execute("SELECT id, form FROM sitting").fetchall():
        form = form_of(text)
        if not known.issuperset(form):
            left = [number for number in form if number in known]
            values = (json.dumps(left), len(left), sitting)
            connection.execute("UPDATE sitting SET form = ?, place = min(place, ?) WHERE id = ?", values)


def _drop_orphans(connection: sqlite3.Connection) -> None:
    while broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        for table in {row[0] for row in broken}:
            lost = [row[1] for row in broken if row[0] == table]
            if None in lost:
                connection.execute(f"DELETE FROM {table}")
            else:
                connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", [(number,) for number in lost])


def _nothing(record: Path) -> StoreError:
    if not record.exists():
        return StoreError(
            f"There is no record in {record.parent}, and no sound backup.",
            "Nothing was changed.",
            "Choose the folder that holds it with --data-dir, or look for a copy in your computer's own backups.",
        )
    return StoreError(
        f"Nothing can be read of {record} any more, and there is no sound backup beside it.",
        "It is left exactly as it is.",
        "Look for a copy in your computer's own backups.",
    )
