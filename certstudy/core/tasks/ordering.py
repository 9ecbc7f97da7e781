"""Choose some of the actions and put them in order."""

import math
from dataclasses import dataclass

from certstudy.core.response import NOTHING, Arranged, Response


@dataclass(frozen=True, slots=True)
class Step:
    """An action that may belong into the order, and why it stands where it does, or nowhere."""

    id: str
    text: str
    why: str = ""
    misconception: str | None = None


@dataclass(frozen=True, slots=True)
class Ordering:
    """`orders` holds every right order, the one to show first; steps in none of them are decoys."""

    steps: tuple[Step, ...]
    orders: tuple[tuple[str, ...], ...]

    @property
    def places(self) -> int:
        """How many steps are to be placed."""
        return len(self.orders[0])

    @property
    def out_of(self) -> int:
        """A point for each place."""
        return self.places

    @property
    def model(self) -> Response:
        """A full answer."""
        return Arranged(self.orders[0])

    @property
    def guess_rate(self) -> float:
        """The chance that a blind guess earns every point."""
        return len(self.orders) / math.perm(len(self.steps), self.places)

    @property
    def chance(self) -> float:
        """The share of the points that a blind guess earns on the average, by the first order."""
        return 1 / len(self.steps)

    def fits(self, response: Response) -> bool:
        """Whether the response places known steps, each once, and not too many."""
        return response == self.fitting(response)

    def fitting(self, response: Response) -> Response:
        """What of a response given to an earlier edition still fits."""
        if not isinstance(response, Arranged):
            return NOTHING
        known = {step.id for step in self.steps}
        kept = tuple(dict.fromkeys(item for item in response.items if item in known))[: self.places]
        return Arranged(kept) if kept else NOTHING

    def points(self, response: Response) -> int:
        """The right step in the right place earns a point, by the order that earns most."""
        return sum(self.hits(response))

    def hits(self, response: Response) -> tuple[bool, ...]:
        """For each place whether it holds the right step, by the order that earns most."""
        items = response.items if isinstance(response, Arranged) else ()
        return max((_hits(items, order) for order in self.orders), key=sum)

    def nearest(self, response: Response) -> tuple[str, ...]:
        """The right order that the response comes nearest to."""
        items = response.items if isinstance(response, Arranged) else ()
        return max(self.orders, key=lambda order: sum(_hits(items, order)))

    def complete(self, response: Response) -> bool:
        """Whether every place is taken."""
        return isinstance(response, Arranged) and len(response.items) == self.places


def _hits(items: tuple[str, ...], order: tuple[str, ...]) -> tuple[bool, ...]:
    return tuple(place < len(items) and items[place] == step for place, step in enumerate(order))
