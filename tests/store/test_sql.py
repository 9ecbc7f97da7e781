"""The statements the store runs are those that SQLAlchemy makes of their source, and SQLite takes every one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import literal, select

from certstudy.store import generate, sql
from certstudy.store.lock import RECORD
from certstudy.store.migrations import create

STATEMENTS = {name: value for name, value in vars(sql).items() if name.isupper() and isinstance(value, str)}


def test_the_file_is_what_the_source_makes() -> None:
    assert generate.TARGET.read_text(encoding="utf-8") == generate.text(), (
        "run python -m certstudy.store.generate"
    )


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """An empty record; what is only explained leaves it so."""
    path = tmp_path_factory.mktemp("sql") / RECORD
    create(path)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS.keys())
def test_sqlite_takes_every_statement(statement: str, record: sqlite3.Connection) -> None:
    record.execute(f"EXPLAIN {statement}", _Anything())


def test_a_number_nobody_would_fill_in_is_refused() -> None:
    with pytest.raises(AssertionError):
        generate.compiled(select(literal(7)))


class _Anything(dict[str, object]):
    """A value for whatever parameter a statement names."""

    def __missing__(self, _name: str) -> object:
        return None
