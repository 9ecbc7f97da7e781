"""What would raise the score most: the worth of some time spent on each group of objectives.

A question practised teaches a little about its group, less the more of the group has just been practised, and a tenth
of that about everything else. How much, the hypotheses of learning say, weighted by how well each has foretold this
learner. What that adds to the score follows from the forecast.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from certstudy.core.ability import SHARED_GAIN, Ability
from certstudy.core.forecast import (
    Part,
    Scale,
    Standing,
    chance_to_pass,
    lots,
    scaled_spread,
    share_and_slopes,
)

# the most that practice of one kind adds, in log odds
MOST = 1.0
# what a group's own answers say of it beyond its area: the variance of groups within an area, in log odds
GROUP_VARIANCE = 0.3**2
_NUDGE = 0.1


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """A group of objectives: its share of its area, and how its first attempts came out against what was foretold.

    `surprise` is the summed credit less the summed chance, `information` the summed p (1 - p).
    """

    group: str
    area: str
    share: float
    surprise: float = 0.0
    information: float = 0.0

    @property
    def deviation(self) -> float:
        """How much better than the area the learner is here, in log odds."""
        return self.surprise / (self.information + 1 / GROUP_VARIANCE)


@dataclass(frozen=True, slots=True)
class Prospect:
    """What practice of a group would add to the scaled score and to P(pass), on the average."""

    group: str
    area: str
    points: float
    p_pass: float


def gain_an_answer(ability: Ability) -> float:
    """How much an answer is believed to teach, in log odds."""
    return sum(w * pace.gain for w, pace in zip(ability.weights, ability.paces, strict=True))


def prospects(
    known: Standing,
    parts: Sequence[Part],
    scale: Scale,
    groups: Sequence[GroupRecord],
    practised: float,
) -> tuple[Prospect, ...]:
    """The groups by what practice would add, most first; `practised` is answers times the gain of one."""
    slopes = dict(zip(known.areas, share_and_slopes(known, parts)[1], strict=False))
    whole = sum(slopes.values())
    points_a_share, chance_a_share = _steepness(known, parts, scale, whole)
    found = []
    for group in groups:
        share = gained(group, slopes, whole, practised)
        found.append(Prospect(group.group, group.area, points_a_share * share, chance_a_share * share))
    return tuple(sorted(found, key=lambda one: -one.points))


def gained(group: GroupRecord, slopes: Mapping[str, float], whole: float, practised: float) -> float:
    """The share of the exam that practice of a group gains: its own part and what all else takes from it.

    `slopes` are how the share moves with each area's ability, `whole` their sum.
    """
    mine = slopes.get(group.area, 0.0) * group.share * exp(-group.deviation / 2)
    room = MOST * (1 - exp(-practised / (MOST * group.share))) if group.share else 0.0
    return mine * room + (whole - mine) * SHARED_GAIN * practised


def _steepness(known: Standing, parts: Sequence[Part], scale: Scale, whole: float) -> tuple[float, float]:
    """Points of the scaled score, and of P(pass), for a share gained: by a nudge to all abilities."""
    better = replace(known, mean=(*(m + _NUDGE for m in known.mean[:-1]), known.mean[-1]))
    here, there = lots(known, parts), lots(better, parts)
    share = _NUDGE * whole
    points = scaled_spread(there, scale).mean - scaled_spread(here, scale).mean
    return points / share, (chance_to_pass(there, scale) - chance_to_pass(here, scale)) / share
