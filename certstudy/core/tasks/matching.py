"""Give each row one of the choices."""

import math
from dataclasses import dataclass

from certstudy.core.response import NOTHING, Filled, Response, filled


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that can be given to a row."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """What asks for a choice, the id of the right one, and why."""

    id: str
    text: str
    answer: str
    why: str = ""
    misconception: str | None = None


@dataclass(frozen=True, slots=True)
class Matching:
    """With `reuse` a choice may be given to several rows."""

    choices: tuple[Match, ...]
    rows: tuple[Row, ...]
    reuse: bool = False

    @property
    def out_of(self) -> int:
        """A point for each row."""
        return len(self.rows)

    @property
    def model(self) -> Response:
        """The full answer."""
        return filled({row.id: row.answer for row in self.rows})

    @property
    def guess_rate(self) -> float:
        """The chance that a blind guess earns every point."""
        choices, rows = len(self.choices), len(self.rows)
        return 1 / (choices**rows if self.reuse else math.perm(choices, rows))

    @property
    def chance(self) -> float:
        """The share of the points that a blind guess earns on the average."""
        return 1 / len(self.choices)

    def fits(self, response: Response) -> bool:
        """Whether the response gives known choices to known rows, each once where it must be."""
        return response == self.fitting(response)

    def fitting(self, response: Response) -> Response:
        """What of a response given to an earlier edition still fits."""
        if not isinstance(response, Filled):
            return NOTHING
        rows, choices = {row.id for row in self.rows}, {choice.id for choice in self.choices}
        kept: dict[str, str] = {}
        for cell, value in response:
            if cell in rows and value in choices and (self.reuse or value not in kept.values()):
                kept[cell] = value
        return filled(kept) if kept else NOTHING

    def points(self, response: Response) -> int:
        """Points of a fitting response."""
        if not isinstance(response, Filled):
            return 0
        return sum(response.get(row.id) == row.answer for row in self.rows)

    def complete(self, response: Response) -> bool:
        """Whether every row has a choice."""
        return isinstance(response, Filled) and len(response) == len(self.rows)
