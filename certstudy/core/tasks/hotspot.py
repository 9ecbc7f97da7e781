"""Click a place, or several, in a picture."""

import math
from dataclasses import dataclass

from certstudy.core.picture import Picture
from certstudy.core.response import NOTHING, Response

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """The corners of a polygon in pixels of the picture, or, with a radius, the centre of a disc."""

    corners: tuple[Point, ...]
    radius: float = 0.0

    @classmethod
    def rectangle(cls, x: float, y: float, width: float, height: float) -> "Outline":
        """Left, top, width and height."""
        return cls(((x, y), (x + width, y), (x + width, y + height), (x, y + height)))


@dataclass(frozen=True, slots=True)
class Region:
    """A named part of the picture and why it is right or wrong."""

    id: str
    label: str
    outline: Outline
    why: str = ""
    misconception: str | None = None


@dataclass(frozen=True, slots=True)
class Hotspot:
    """`key` holds the ids of the right regions."""

    picture: Picture
    regions: tuple[Region, ...]
    key: frozenset[str]

    @property
    def choose(self) -> int:
        """How many regions a response may hold at most."""
        return len(self.key)

    @property
    def out_of(self) -> int:
        """A point for each right region."""
        return len(self.key)

    @property
    def model(self) -> Response:
        """The full answer."""
        return self.key

    @property
    def guess_rate(self) -> float:
        """The chance that a blind guess earns every point."""
        return 1 / math.comb(len(self.regions), len(self.key))

    @property
    def chance(self) -> float:
        """The share of the points that a blind guess earns on the average."""
        return len(self.key) / len(self.regions)

    def fits(self, response: Response) -> bool:
        """Whether the response holds known regions and not too many."""
        return (
            isinstance(response, frozenset)
            and response <= {region.id for region in self.regions}
            and len(response) <= self.choose
        )

    def fitting(self, response: Response) -> Response:
        """What of a response given to an earlier edition still fits."""
        if not isinstance(response, frozenset):
            return NOTHING
        known = response & {region.id for region in self.regions}
        return known if len(known) <= self.choose else NOTHING

    def points(self, response: Response) -> int:
        """Points of a fitting response."""
        return len(response & self.key) if isinstance(response, frozenset) else 0

    def complete(self, response: Response) -> bool:
        """Whether as many regions are clicked as there are right ones."""
        return isinstance(response, frozenset) and len(response) == self.choose
