"""Choose what belongs into each gap of a piece of code or a text."""

import math
import re
from dataclasses import dataclass
from statistics import mean

from certstudy.core.response import NOTHING, Filled, Response, filled


@dataclass(frozen=True, slots=True)
class Filling:
    """One of the texts a gap may hold."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap with what may fill it, the id of the right filling, and why."""

    id: str
    fillings: tuple[Filling, ...]
    answer: str
    why: str = ""
    misconception: str | None = None

    def text(self, filling_id: str | None) -> str:
        """The text of a filling; empty for none."""
        return next((filling.text for filling in self.fillings if filling.id == filling_id), "")


@dataclass(frozen=True, slots=True)
class Gaps:
    """`text` holds a token `[[id]]` for each gap; it is code if `language` names one, else Markdown."""

    text: str
    gaps: tuple[Gap, ...]
    language: str = ""

    @property
    def out_of(self) -> int:
        """A point for each gap."""
        return len(self.gaps)

    @property
    def model(self) -> Response:
        """The full answer."""
        return filled({gap.id: gap.answer for gap in self.gaps})

    @property
    def guess_rate(self) -> float:
        """The chance that a blind guess earns every point."""
        return 1 / math.prod(len(gap.fillings) for gap in self.gaps)

    @property
    def chance(self) -> float:
        """The share of the points that a blind guess earns on the average."""
        return mean(1 / len(gap.fillings) for gap in self.gaps)

    @property
    def in_order(self) -> tuple[Gap, ...]:
        """The gaps as they follow each other in the text."""
        by_id = {gap.id: gap for gap in self.gaps}
        return tuple(by_id[piece] for piece in self.pieces[1::2])

    @property
    def pieces(self) -> tuple[str, ...]:
        """Text and the ids of gaps in turn, beginning and ending with text.

        Only tokens of declared gaps count, so that `[[ ]]` of a shell stays text.
        """
        names = "|".join(re.escape(gap.id) for gap in self.gaps)
        return tuple(re.split(rf"\[\[({names})\]\]", self.text))

    def completed(self, response: Response) -> str:
        """The text with its gaps filled; an empty gap stays a token."""
        held = response if isinstance(response, Filled) else Filled()
        by_id = {gap.id: gap for gap in self.gaps}
        pieces = list(self.pieces)
        for place in range(1, len(pieces), 2):
            gap = by_id[pieces[place]]
            pieces[place] = gap.text(held.get(gap.id)) or f"[[{gap.id}]]"
        return "".join(pieces)

    def fits(self, response: Response) -> bool:
        """Whether the response puts known fillings into known gaps."""
        return response == self.fitting(response)

    def fitting(self, response: Response) -> Response:
        """What of a response given to an earlier edition still fits."""
        if not isinstance(response, Filled):
            return NOTHING
        known = {(gap.id, filling.id) for gap in self.gaps for filling in gap.fillings}
        kept = {cell: value for cell, value in response if (cell, value) in known}
        return filled(kept) if kept else NOTHING

    def points(self, response: Response) -> int:
        """Points of a fitting response."""
        if not isinstance(response, Filled):
            return 0
        return sum(response.get(gap.id) == gap.answer for gap in self.gaps)

    def complete(self, response: Response) -> bool:
        """Whether every gap is filled."""
        return isinstance(response, Filled) and len(response) == len(self.gaps)
