"""Values as a table of text, and that table as CSV that a spreadsheet can open without harm."""

import re
from datetime import date
from typing import NamedTuple

# a cell that begins so is run as a formula by spreadsheets (OWASP, "CSV injection")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

_FIGURE = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


class Table(NamedTuple):
    """The same values as text: a head and rows of the same width."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def csv_text(table: Table) -> str:
    """The table as CSV with a header row and CRLF line ends."""
    import csv  # noqa: PLC0415  # every painted chart knows tables, few are ever saved
    import io  # noqa: PLC0415

    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(map(guarded, table.heads))
    writer.writerows(map(guarded, row) for row in table.rows)
    return file.getvalue()


def guarded(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run as a formula; numbers stay numbers."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not is_figure(cell) else cell


def iso_day(day: float) -> str:
    """A proleptic Gregorian ordinal as "2026-12-19", which sorts and reads the same everywhere."""
    return date.fromordinal(int(day)).isoformat()


def is_figure(cell: str) -> bool:
    """Whether the cell is a plain number, with at most a sign and a decimal point."""
    return _FIGURE.fullmatch(cell) is not None
