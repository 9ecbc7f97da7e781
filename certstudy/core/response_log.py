"""Anybody's answers as a log holds them, with what a list says of the items."""

from typing import NamedTuple


class Logged(NamedTuple):
    """One answer of a log; `day` is the time in days since 1970, `options` the number to choose among, if told."""

    learner: str
    item: str
    area: str
    right: bool
    day: float | None = None
    options: int | None = None


class Listed(NamedTuple):
    """What a list of items says of one: its area, the author's level of difficulty, the number of options."""

    area: str
    level: float | None = None
    options: int | None = None
