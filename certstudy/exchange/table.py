"""CSV files read row by row, with every fault at its line."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO, TextIOWrapper
from pathlib import Path
from stat import S_ISFIFO, S_ISREG
from typing import BinaryIO

from certstudy.core.errors import WorldError

SEPARATORS = (",", ";", "\t")
FAULTS_TOLD = 10
LONGEST_LINE = 200_000
LARGEST_PIPED = 200_000_000

Fields = Mapping[str, str]


class RowError(Exception):
    """A row that cannot be used; the message says why, without the place."""


class Rows:
    """The rows of a CSV file as (line, fields by column name); what is wrong is gathered and raised at the end.

    `progress` is the share of the file read so far. Raises WorldError for a file that is no such table.
    """

    def __init__(self, path: Path, required: Sequence[str], optional: Sequence[str] = ()) -> None:
        """Name the columns; others in the file are passed over."""
        self._path = path
        self._required, self._known = required, (*required, *optional)
        self._faults: list[str] = []
        self._more = 0
        self._size = 1
        self._binary: BinaryIO | None = None

    @property
    def progress(self) -> float:
        """The share of the file read so far, 0 to 1."""
        return min(1.0, self._binary.tell() / self._size) if self._binary and not self._binary.closed else 1.0

    def refuse(self, line: int, reason: str) -> None:
        """Note that a row cannot be used; reading goes on, so that further faults are found too."""
        if len(self._faults) < FAULTS_TOLD:
            self._faults.append(f"{self._path}:{line}: {reason}")
        else:
            self._more += 1

    def __iter__(self) -> Iterator[tuple[int, Fields]]:
        """Read the file; raises WorldError at its end if anything was refused."""
        try:
            with self._opened() as binary:
                self._binary = binary
                self._look_at_start(binary)
                with TextIOWrapper(binary, encoding="utf-8-sig", newline="") as text:
                    yield from self._rows(text)
        except OSError as fault:
            raise WorldError(f"{self._path} cannot be read: {fault.strerror or fault}.") from fault
        if self._faults:
            raise WorldError("\n".join(self._told()), remedy="Mend these rows and run the command again.")

    def _opened(self) -> BinaryIO:
        """The file, or all that comes through the pipe that a shell put in its place."""
        status = self._path.stat()
        if S_ISREG(status.st_mode):
            self._size = max(1, status.st_size)
            return self._path.open("rb")
        if not (S_ISFIFO(status.st_mode) and self._path.is_relative_to("/dev")):
            raise WorldError(f"{self._path} cannot be read: it is no file.")
        with self._path.open("rb") as pipe:
            data = pipe.read(LARGEST_PIPED + 1)
        if len(data) > LARGEST_PIPED:
            raise WorldError(
                f"{self._path} gives more than {LARGEST_PIPED // 1_000_000} MB.",
                remedy="Write it to a file and name that.",
            )
        self._size = max(1, len(data))
        return BytesIO(data)

    def _look_at_start(self, binary: BinaryIO) -> None:
        start = binary.read(4)
        binary.seek(0)
        if not start:
            raise WorldError(f"{self._path} is empty.", remedy=self._columns_wanted())
        if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise self._not_utf8(1)

    def _rows(self, text: TextIOWrapper) -> Iterator[tuple[int, Fields]]:
        line = 0
        reader = None
        try:
            lines = self._lines(text)
            first = next(lines, "")
            line = 1
            separator = max(SEPARATORS, key=first.count)
            names = self._names(next(csv.reader([first], delimiter=separator), []))
            reader = csv.reader(lines, delimiter=separator, strict=True)
            for values in reader:
                line = reader.line_num + 1
                if not values:
                    continue
                if len(values) == len(names):
                    yield line, {n: v.strip() for n, v in zip(names, values, strict=True) if n}
                else:
                    self.refuse(line, f"{len(values)} fields where the header has {len(names)}")
        except UnicodeDecodeError as fault:
            raise self._not_utf8(self._line_of_first_bad_byte()) from fault
        except csv.Error as fault:
            at = (reader.line_num if reader else 0) + 1
            raise WorldError(f"{self._path}:{max(line, at)}: not a row of a CSV file ({fault}).") from fault

    def _lines(self, text: TextIOWrapper) -> Iterator[str]:
        """Line by line; one that is longer than any row would fill the memory first."""
        number = 0
        while line := text.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                raise WorldError(
                    f"{self._path}:{number}: more than {LONGEST_LINE:,} characters without a line end."
                )
            if "\0" in line:
                raise WorldError(f"{self._path}:{number}: not a text file: it holds a NUL character.")
            yield line

    def _names(self, header: Sequence[str]) -> list[str]:
        """The columns by name, empty for those not wanted."""
        found = [name.strip().lower() for name in header]
        for name in self._known:
            if found.count(name) > 1:
                raise WorldError(f"{self._path}:1: the column {name} stands there twice.")
        missing = [name for name in self._required if name not in found]
        if missing:
            what = "column" if len(missing) == 1 else "columns"
            raise WorldError(
                f"{self._path}:1: no {what} {', '.join(missing)} in the header.",
                remedy=self._columns_wanted(),
            )
        return [name if name in self._known else "" for name in found]

    def _columns_wanted(self) -> str:
        optional = "".join(f"[,{name}]" for name in self._known[len(self._required) :])
        return f"The first line names the columns: {','.join(self._required)}{optional}"

    def _not_utf8(self, line: int) -> WorldError:
        return WorldError(f"{self._path}:{line}: not UTF-8 text.", remedy="Save the file as CSV in UTF-8.")

    def _told(self) -> list[str]:
        return [*self._faults, *([f"and {self._more} more."] if self._more else [])]

    def _line_of_first_bad_byte(self) -> int:
        assert self._binary is not None
        self._binary.seek(0)
        for number, line in enumerate(self._binary, 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
        return 1
