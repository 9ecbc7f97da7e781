"""Type a word, a command or a number."""

import math
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from certstudy.core.pattern import Pattern
from certstudy.core.response import NOTHING, Response, Written

LONGEST_ANSWER = 200


class Comparison(StrEnum):
    """How what was typed is compared with what is accepted."""

    EXACT = "exact"
    IGNORE_CASE = "ignore-case"
    PATTERN = "regex"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A right answer; `tolerance` is the largest difference from a number that still counts."""

    text: str
    comparison: Comparison = Comparison.IGNORE_CASE
    tolerance: float = 0.0

    def admits(self, typed: str) -> bool:
        """Whether what was typed is this answer; blanks at the ends and runs of them do not count."""
        said = " ".join(unicodedata.normalize("NFC", typed).split())
        if self.comparison is Comparison.PATTERN:
            return Pattern(self.text).matches(said)
        wanted = " ".join(unicodedata.normalize("NFC", self.text).split())
        if self.comparison is Comparison.EXACT:
            return said == wanted
        if self.comparison is Comparison.IGNORE_CASE:
            return said.casefold() == wanted.casefold()
        number = number_in(said)
        aim = number_in(wanted)
        return number is not None and aim is not None and abs(number - aim) <= self.tolerance


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """Any of the accepted answers earns the point; the first is the one to show."""

    accepted: tuple[Accepted, ...]
    shown: str

    @property
    def out_of(self) -> int:
        """One point."""
        return 1

    @property
    def model(self) -> Response:
        """The answer to show."""
        return Written(self.shown)

    @property
    def guess_rate(self) -> float:
        """Nobody guesses a word."""
        return 0.0

    @property
    def chance(self) -> float:
        """Nobody guesses a word."""
        return 0.0

    def fits(self, response: Response) -> bool:
        """Whether the response is a line of words of sensible length."""
        return response == NOTHING or (isinstance(response, Written) and len(response.text) <= LONGEST_ANSWER)

    def fitting(self, response: Response) -> Response:
        """What of a response given to an earlier edition still fits."""
        return response if self.fits(response) else NOTHING

    def points(self, response: Response) -> int:
        """Points of a fitting response."""
        if not isinstance(response, Written) or not response:
            return 0
        return int(any(accepted.admits(response.text) for accepted in self.accepted))

    def complete(self, response: Response) -> bool:
        """Whether something was typed."""
        return isinstance(response, Written) and bool(response)


def number_in(text: str) -> float | None:
    """The number that a text is, with `,` between thousands allowed; None if it is none."""
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
