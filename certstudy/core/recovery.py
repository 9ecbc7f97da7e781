"""After a failed attempt: what the time until the next one is best spent on, and what that would come to.

The time is given out in small spells, each to the group where it adds most to the share expected on the exam, less
what was given to that group before.
"""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.forecast import Part, Scale, Standing, chance_to_pass, lots, share_and_slopes
from certstudy.core.prospect import GroupRecord, gained

SPELL_MINUTES = 15


@dataclass(frozen=True, slots=True)
class GroupTime:
    """Minutes for a group of objectives."""

    group: str
    area: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Allotment:
    """The time by group, most first, and P(pass) with and without it."""

    groups: tuple[GroupTime, ...]
    p_now: float
    p_then: float


def failed_attempts(results: Sequence[Result], scale: Scale) -> tuple[Result, ...]:
    """The exams sat and failed, oldest first; none if the latest was passed.

    Of a report without its score the share right is taken, or the mean of its bars: below the cut is a failure.
    """
    exams = sorted(
        (result for result in results if result.kind is ResultKind.EXAM), key=lambda result: result.day
    )
    failed = [result for result in exams if _failed(result, scale)]
    return tuple(failed) if failed and failed[-1] is exams[-1] else ()


def allotted(
    known: Standing,
    parts: Sequence[Part],
    scale: Scale,
    groups: Sequence[GroupRecord],
    minutes: int,
    paces: Sequence[tuple[float, float]],
) -> Allotment:
    """Give the minutes out.

    `paces` are what a minute of practice may teach, in log odds, each with its probability. The time goes by their
    mean, while the chance counts each for itself: who may not learn at all is not promised a pass.
    """
    slopes = dict(zip(known.areas, share_and_slopes(known, parts)[1], strict=False))
    whole = sum(slopes.values())
    mean = sum(weight * gain for weight, gain in paces)
    spells = _spells(groups, slopes, whole, minutes // SPELL_MINUTES, SPELL_MINUTES * mean)
    p_now, p_then = chance_to_pass(lots(known, parts), scale), 0.0
    for weight, gain in paces:
        share = sum(
            gained(g, slopes, whole, n * SPELL_MINUTES * gain) for g, n in zip(groups, spells, strict=True)
        )
        better = replace(known, mean=(*(m + share / whole for m in known.mean[:-1]), known.mean[-1]))
        p_then += weight * chance_to_pass(lots(better, parts), scale)
    rows = (GroupTime(g.group, g.area, SPELL_MINUTES * n) for g, n in zip(groups, spells, strict=True) if n)
    return Allotment(tuple(sorted(rows, key=lambda row: -row.minutes)), p_now, p_then)


def _spells(
    groups: Sequence[GroupRecord], slopes: Mapping[str, float], whole: float, count: int, spell: float
) -> list[int]:
    """So many spells given out over the groups; `spell` is what one teaches."""
    given = [0] * len(groups)

    def worth(place: int) -> float:
        before, after = (
            gained(groups[place], slopes, whole, n * spell) for n in (given[place], given[place] + 1)
        )
        return after - before

    best = [(-worth(place), place) for place in range(len(groups))]
    heapq.heapify(best)
    for _ in range(count if groups else 0):
        place = best[0][1]
        given[place] += 1
        heapq.heapreplace(best, (-worth(place), place))
    return given


def _failed(result: Result, scale: Scale) -> bool:
    if result.score is not None:
        return result.score < scale.to_pass
    shares = [result.share] if result.share is not None else list(result.bars.values())
    return bool(shares) and sum(shares) / len(shares) < scale.cut
