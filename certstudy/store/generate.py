"""Compiles `statements` into `sql`: python -m certstudy.store.generate

Importing SQLAlchemy costs a start more time and memory than the whole record, and what its statements compile to
does not change while the program runs. So that is done once, here, and a test holds the two files together.
"""

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from sqlalchemy.dialects import sqlite as dialect
from sqlalchemy.sql import ClauseElement

from certstudy.store import statements

TARGET = Path(__file__).with_name("sql.py")

_HEAD = '"""Made from `statements` by python -m certstudy.store.generate; changes belong there."""\n'
_NAMED = dialect.dialect(paramstyle="named")
_WIDTH = 110


def text() -> str:
    """What `sql.py` is to hold: a constant for every public name of `statements`, in its order."""
    return _HEAD + "".join(f"\n{name} = {literal}\n" for name, literal in _constants())


def compiled(statement: ClauseElement) -> str:
    """A statement as SQLite's SQL with named parameters, its lines wrapped."""
    made = statement.compile(dialect=_NAMED)
    # a plain number in a statement would become a parameter that nobody fills
    assert all(value is None for value in made.params.values()), made.params
    lines = (line.strip() for line in str(made).splitlines())
    return "\n".join(fill(line, _WIDTH, subsequent_indent="    ", break_on_hyphens=False) for line in lines)


def _constants() -> Iterator[tuple[str, str]]:
    for name, value in vars(statements).items():
        if name.isupper() and not name.startswith("_"):
            statement = isinstance(value, ClauseElement)
            yield name, f'"""\n{compiled(value)}\n"""' if statement else _names(value, _WIDTH - len(name))


def _names(value: tuple[str, ...], room: int) -> str:
    quoted = [f'"{name}"' for name in value]
    line = f"({', '.join(quoted)})"
    if len(line) + len(" = ") > room:
        line = "(\n" + "".join(f"    {name},\n" for name in quoted) + ")"
    return line


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8", newline="\n")
