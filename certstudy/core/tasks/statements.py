"""A table of statements, each true or not."""

from dataclasses import dataclass

from certstudy.core.response import NOTHING, Filled, Response, filled

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim, whether it is true, and why."""

    id: str
    text: str
    true: bool
    why: str = ""
    misconception: str | None = None

    @property
    def answer(self) -> str:
        """The right one of `YES` and `NO`."""
        return YES if self.true else NO


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements in the order written."""

    rows: tuple[Statement, ...]

    @property
    def out_of(self) -> int:
        """A point for each statement."""
        return len(self.rows)

    @property
    def model(self) -> Response:
        """The full answer."""
        return filled({row.id: row.answer for row in self.rows})

    @property
    def guess_rate(self) -> float:
        """The chance that a blind guess earns every point."""
        return float(0.5 ** len(self.rows))

    @property
    def chance(self) -> float:
        """The share of the points that a blind guess earns on the average."""
        return 0.5

    def fits(self, response: Response) -> bool:
        """Whether the response judges known statements only."""
        return response == self.fitting(response)

    def fitting(self, response: Response) -> Response:
        """What of a response given to an earlier edition still fits."""
        if not isinstance(response, Filled):
            return NOTHING
        known = {row.id for row in self.rows}
        kept = {cell: value for cell, value in response if cell in known and value in (YES, NO)}
        return filled(kept) if kept else NOTHING

    def points(self, response: Response) -> int:
        """Points of a fitting response."""
        if not isinstance(response, Filled):
            return 0
        return sum(response.get(row.id) == row.answer for row in self.rows)

    def complete(self, response: Response) -> bool:
        """Whether every statement is judged."""
        return isinstance(response, Filled) and len(response) == len(self.rows)
