"""One or several of a few options."""

import math
from dataclasses import dataclass

from certstudy.core.response import NOTHING, Response


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen, with the reason why it is right or wrong."""

    id: str
    text: str
    why: str = ""
    misconception: str | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """`key` holds the ids of the right options; with `all_that_apply` their number is not told."""

    options: tuple[Option, ...]
    key: frozenset[str]
    all_that_apply: bool = False

    @property
    def choose(self) -> int:
        """How many options a response may hold at most."""
        return len(self.options) if self.all_that_apply else len(self.key)

    @property
    def out_of(self) -> int:
        """A point for each right option; where all that apply are asked for, one for each option judged right."""
        return len(self.options) if self.all_that_apply else len(self.key)

    @property
    def model(self) -> Response:
        """The full answer."""
        return self.key

    @property
    def guess_rate(self) -> float:
        """The chance that a blind guess earns every point."""
        if self.all_that_apply:
            return 1 / float(2 ** len(self.options) - 1)
        return 1 / math.comb(len(self.options), len(self.key))

    @property
    def chance(self) -> float:
        """The share of the points that a blind guess earns on the average."""
        return 0.5 if self.all_that_apply else len(self.key) / len(self.options)

    def fits(self, response: Response) -> bool:
        """Whether the response holds known options and not too many."""
        return (
            isinstance(response, frozenset)
            and response <= {option.id for option in self.options}
            and len(response) <= self.choose
        )

    def fitting(self, response: Response) -> Response:
        """What of a response given to an earlier edition still fits."""
        if not isinstance(response, frozenset):
            return NOTHING
        known = response & {option.id for option in self.options}
        return known if len(known) <= self.choose else NOTHING

    def points(self, response: Response) -> int:
        """Points of a fitting response; an empty one earns none."""
        if not isinstance(response, frozenset) or not response:
            return 0
        if self.all_that_apply:
            return sum((option.id in response) == (option.id in self.key) for option in self.options)
        return len(response & self.key)

    def complete(self, response: Response) -> bool:
        """Whether nothing is left to choose."""
        if not isinstance(response, frozenset):
            return False
        return bool(response) if self.all_that_apply else len(response) == self.choose
