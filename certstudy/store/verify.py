"""Whether a closed file is a sound record, found out by reading it without a trace."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from certstudy.store.faults import DamagedError, altered_facts, told
from certstudy.store.identity import newer, version_of
from certstudy.store.migrations import MIGRATIONS, Migration
from certstudy.store.resealing import altered

_SCHEMA = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a sound record holds."""

    version: int
    answers: int
    sittings: int


def verify(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Contents:
    """Read a whole file and make sure that it is a record with exactly the tables of its version.

    A trigger or view that somebody else put in would act on the learner's data, so it is refused.
    Raises DamagedError, or StoreError for a record of a newer program.
    """
    version = version_of(path, len(migrations))
    try:
        with closing(_opened(path)) as connection:
            # a change of format that was cut short before the log was folded in stands in the log alone
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > len(migrations):
                raise newer(path, version, len(migrations))
            if connection.execute(_SCHEMA).fetchall() != _schema(migrations[:version]):
                raise _unfit(f"{path} does not have the tables of a CertStudy record.")
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise _unfit(f"{path} is damaged.")
            answers = connection.execute("SELECT count(*) FROM answer").fetchone()[0]
            sittings = connection.execute("SELECT count(*) FROM sitting").fetchone()[0]
    except UnicodeDecodeError as fault:  # what SQLite says of a damaged schema
        raise _unfit(f"{path} is damaged.") from fault
    except sqlite3.Error as fault:
        error = told(fault, path)
        raise _unfit(f"{path} is damaged.") if isinstance(error, DamagedError) else error from fault
    return Contents(version, answers, sittings)


def refuse_newer(path: Path, record: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """StoreError if the file is a record of a newer program, by its tables too: a number alone may be damage.

    The file at the path may be a copy; `record` names it to the person.
    """
    try:
        with closing(_opened(path)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            known = connection.execute(_SCHEMA).fetchall() == _schema(migrations)
    except (sqlite3.Error, UnicodeDecodeError):
        return
    if version > len(migrations) and not known:
        raise newer(record, version, len(migrations))


def verify_facts(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Contents:
    """Verify a file, and that every sitting holds the answers that were stored; AlteredError if one does not."""
    contents = verify(path, migrations)
    try:
        with closing(_opened(path)) as connection:
            sound = not altered(connection)[0]
    except sqlite3.Error as fault:
        raise told(fault, path) from fault
    if not sound:
        raise altered_facts(path)
    return contents


def _unfit(what: str) -> DamagedError:
    return DamagedError(what, "It is left exactly as it is.", "Choose another file.")


def _opened(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing, not even files beside."""
    log = path.with_name(path.name + "-wal")
    mode = "mode=ro" if log.exists() else "mode=ro&immutable=1"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _schema(migrations: Sequence[Migration]) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        for step in migrations:
            step(connection)
        return connection.execute(_SCHEMA).fetchall()
