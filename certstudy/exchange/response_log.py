"""Logs of answers and lists of items in CSV: `learner,item,area,correct[,timestamp][,n_options]` and
`item,area[,level][,n_options]`.
"""

import math
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from certstudy.core.errors import WorldError
from certstudy.core.response_log import Listed, Logged
from certstudy.exchange.table import Fields, RowError, Rows

RIGHT = {"1": True, "1.0": True, "true": True, "0": False, "0.0": False, "false": False}
DAY = 86_400.0
# numbers beyond are milliseconds since 1970
LATEST_SECONDS = 1e11
MOST_OPTIONS = 1_000_000


class ResponseLog:
    """A log of answers, read row by row; `listed` is what a list of items says, which the log must agree with."""

    def __init__(self, path: Path, listed: dict[str, Listed] | None = None) -> None:
        """Nothing is read yet."""
        self.path = path
        self._rows = Rows(path, ("learner", "item", "area", "correct"), ("timestamp", "n_options"))
        self._homes = {item: (known.area, 0) for item, known in (listed or {}).items()}

    @property
    def progress(self) -> float:
        """The share of the file read so far, 0 to 1."""
        return self._rows.progress

    def __iter__(self) -> Iterator[Logged]:
        """The answers in order; WorldError names each line at fault, or that there are no answers."""
        homes = dict(self._homes)
        empty = True
        for line, fields in self._rows:
            empty = False
            try:
                answer = _logged(fields)
                _same_area(homes, answer.item, answer.area, line)
            except RowError as fault:
                self._rows.refuse(line, str(fault))
                continue
            yield answer
        if empty:
            raise WorldError(
                f"{self.path}:1: a header and no answers.",
                remedy="Each line after it is one answer, in order.",
            )


def read_items(path: Path) -> dict[str, Listed]:
    """A list of items by id; WorldError names each line at fault."""
    rows = Rows(path, ("item", "area"), ("level", "n_options"))
    found: dict[str, Listed] = {}
    lines: dict[str, int] = {}
    for line, fields in rows:
        try:
            item = _filled(fields, "item")
            if item in found:
                raise RowError(f"item {item} is listed before, in line {lines[item]}")
            found[item] = Listed(_filled(fields, "area"), _level(fields), _options(fields))
            lines[item] = line
        except RowError as fault:
            rows.refuse(line, str(fault))
    if not found:
        raise WorldError(f"{path}:1: a header and no items.", remedy="Each line after it is one item.")
    return found


def _logged(fields: Fields) -> Logged:
    right = RIGHT.get(fields["correct"].lower())
    if right is None:
        raise RowError(f"correct is {fields['correct']!r}; it must be 0 or 1")
    learner, item, area = (_filled(fields, name) for name in ("learner", "item", "area"))
    return Logged(learner, item, area, right, _day(fields), _options(fields))


def _filled(fields: Fields, name: str) -> str:
    value = fields[name]
    if not value:
        raise RowError(f"{name} is empty")
    return value


def _same_area(homes: dict[str, tuple[str, int]], item: str, area: str, line: int) -> None:
    home, since = homes.setdefault(item, (area, line))
    if home != area:
        where = f"line {since}" if since else "the list of items"
        raise RowError(f"item {item} is in area {area} here and in area {home} in {where}")


def _day(fields: Fields) -> float | None:
    text = fields.get("timestamp", "")
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:
        return _day_of_date(text)
    if not math.isfinite(seconds):
        raise RowError(f"timestamp {text!r} is no time")
    return seconds / (1000 * DAY if abs(seconds) > LATEST_SECONDS else DAY)


def _day_of_date(text: str) -> float:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise RowError(f"timestamp {text!r} is neither ISO 8601 nor seconds since 1970") from None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() / DAY


def _options(fields: Fields) -> int | None:
    text = fields.get("n_options", "")
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not (value.is_integer() and 2 <= value <= MOST_OPTIONS):
        raise RowError(f"n_options is {text!r}; it must be a whole number from 2")
    return int(value)


def _level(fields: Fields) -> float | None:
    text = fields.get("level", "")
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 10:
        raise RowError(f"level is {text!r}; it must be a number such as 1, 2 or 3")
    return value
