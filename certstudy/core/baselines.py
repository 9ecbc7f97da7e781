"""What the model has to beat: a learner's running average, the item's mean, and Elo ratings.

Each foretells who will have which item right, and then learns from the answer.
"""

from collections import defaultdict
from typing import NamedTuple, Protocol

from certstudy.core.logistic import logistic

# averages start as if from 3 right of 5
_RIGHT, _WHOLE = 3.0, 5.0
# how far a rating moves: less with every answer (Pelanek 2016)
_ELO_STEP, _ELO_SETTLING = 1.0, 0.05


class Meeting(NamedTuple):
    """A learner before an item."""

    learner: str
    item: str


class Baseline(Protocol):
    """A simple way to foretell answers."""

    def foretold(self, meeting: Meeting) -> float:
        """P(right)."""
        ...

    def learn(self, meeting: Meeting, right: bool) -> None:
        """Take an answer in."""
        ...


class _Average:
    """The share right so far of one side of the meetings."""

    _side: int

    def __init__(self) -> None:
        """No answers yet."""
        self._right: dict[str, int] = defaultdict(int)
        self._all: dict[str, int] = defaultdict(int)

    def foretold(self, meeting: Meeting) -> float:
        """P(right)."""
        key = meeting[self._side]
        return (self._right.get(key, 0) + _RIGHT) / (self._all.get(key, 0) + _WHOLE)

    def learn(self, meeting: Meeting, right: bool) -> None:
        """Take an answer in."""
        self._right[meeting[self._side]] += right
        self._all[meeting[self._side]] += 1


class RunningAverage(_Average):
    """The learner's share right so far, whatever was asked."""

    _side = 0


class ItemMean(_Average):
    """The share of all learners so far who had the item right."""

    _side = 1


class Elo:
    """Ratings of learners and items that play against each other."""

    def __init__(self) -> None:
        """All ratings 0."""
        self._ratings: tuple[dict[str, tuple[float, int]], dict[str, tuple[float, int]]] = ({}, {})

    def foretold(self, meeting: Meeting) -> float:
        """P(right)."""
        learner, item = (held.get(key, (0.0, 0)) for held, key in zip(self._ratings, meeting, strict=True))
        return logistic(learner[0] - item[0])

    def learn(self, meeting: Meeting, right: bool) -> None:
        """Take an answer in."""
        surprise = right - self.foretold(meeting)
        for held, key, sign in zip(self._ratings, meeting, (1, -1), strict=True):
            rating, times = held.get(key, (0.0, 0))
            held[key] = (rating + sign * surprise * _ELO_STEP / (1 + _ELO_SETTLING * times), times + 1)
