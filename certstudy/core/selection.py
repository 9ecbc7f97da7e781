"""Which questions fill the seats of a practice session, and why each of them now."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from certstudy.core.apportion import apportion
from certstudy.core.interleave import interleaved
from certstudy.core.question import Entry
from certstudy.core.record import QuestionState
from certstudy.core.syllabus import Area, Group

# reviews alone starve new material, which with a near exam is worse than a random choice
NEW_SHARE = 3


class Reason(StrEnum):
    """Why a question is asked now."""

    MISSED = "missed"
    DUE = "due"
    NEW = "new"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen question and the reason for it."""

    entry: Entry
    reason: Reason


States = Mapping[str, QuestionState]


def reason_for(state: QuestionState | None, today: int) -> Reason:
    """Why a question with that state would be asked today."""
    if state is None:
        return Reason.NEW
    if state.missed:
        return Reason.MISSED
    return Reason.DUE if state.memory.due <= today else Reason.AHEAD


def picked(
    areas: Sequence[Area], seats: Sequence[int], pool: Iterable[Entry], states: States, today: int, seed: int
) -> tuple[Pick, ...]:
    """Questions for the seats of each area, spread over its groups, in the order of asking.

    Deterministic in all arguments. An area with fewer questions than seats gives all it has.
    """
    by_group: dict[str, list[Entry]] = defaultdict(list)
    for entry in pool:
        by_group[entry.group].append(entry)
    rows: dict[str, list[Pick]] = {}
    for area, count in zip(areas, seats, strict=True):
        chooser = _Chooser(states, today, random.Random(f"{seed}:{area.id}"))
        for group, share in _group_seats(area, count, by_group, states):
            chooser.take(by_group[group.id], share)
        rows[area.id] = chooser.shuffled()
    return interleaved(rows)


def _group_seats(
    area: Area, count: int, by_group: Mapping[str, Sequence[Entry]], states: States
) -> list[tuple[Group, int]]:
    """Seats per group by number of objectives, as a difference of the running totals within the area."""
    pools = [len(by_group.get(group.id, ())) for group in area.groups]
    met = [sum(entry.id in states for entry in by_group.get(group.id, ())) for group in area.groups]
    sizes = [len(group.objectives) for group in area.groups]
    held = _balanced(met, sizes)
    total = min(count, sum(pools)) + sum(held)
    roof = [h + p for h, p in zip(held, pools, strict=True)]
    seats = apportion(sizes, total, lower=held, upper=roof)
    return [(group, s - h) for group, s, h in zip(area.groups, seats, held, strict=True) if s > h]


def _balanced(met: Sequence[int], sizes: Sequence[int]) -> list[int]:
    """What each group is ahead of the one least met, in questions: the part that the next seats even out."""
    least = min((m / s for m, s in zip(met, sizes, strict=True)), default=0.0)
    return [min(size, round(m - least * size)) for m, size in zip(met, sizes, strict=True)]


class _Chooser:
    """Takes the most useful questions of one area, keeping new and old in balance over its groups."""

    def __init__(self, states: States, today: int, rng: random.Random) -> None:
        self._states = states
        self._today = today
        self._rng = rng
        self._picks: list[Pick] = []
        self._new = 0

    def take(self, entries: Sequence[Entry], count: int) -> None:
        """Choose that many of a group's questions."""
        queues = self._queues(entries)
        for _ in range(count):
            pick = self._next(queues)
            self._new += pick.reason is Reason.NEW
            self._picks.append(pick)

    def shuffled(self) -> list[Pick]:
        """The choice in a random order, so that neighbours in the outline are not asked in a row."""
        self._rng.shuffle(self._picks)
        return self._picks

    def _next(self, queues: dict[Reason, list[Entry]]) -> Pick:
        wants_new = self._new * NEW_SHARE <= len(self._picks)
        order = [Reason.MISSED, Reason.DUE, Reason.NEW, Reason.AHEAD]
        if wants_new:
            order = [Reason.NEW, Reason.MISSED, Reason.DUE, Reason.AHEAD]
        reason = next(reason for reason in order if queues[reason])
        return Pick(queues[reason].pop(0), reason)

    def _queues(self, entries: Sequence[Entry]) -> dict[Reason, list[Entry]]:
        queues: dict[Reason, list[Entry]] = {reason: [] for reason in Reason}
        shuffled = list(entries)
        self._rng.shuffle(shuffled)
        for entry in shuffled:
            queues[reason_for(self._states.get(entry.id), self._today)].append(entry)
        met: dict[str, int] = defaultdict(int)
        for entry in entries:
            met[entry.objective] += entry.id in self._states
        queues[Reason.NEW] = _one_objective_after_another(queues[Reason.NEW], met)
        for reason in (Reason.MISSED, Reason.DUE, Reason.AHEAD):
            queues[reason].sort(key=self._due)
        return queues

    def _due(self, entry: Entry) -> int:
        return self._states[entry.id].memory.due


def _one_objective_after_another(entries: Sequence[Entry], met: Mapping[str, int]) -> list[Entry]:
    """New questions with the objective least met first, alternating between objectives."""
    turn: dict[str, int] = dict(met)
    ranked: list[tuple[int, int, Entry]] = []
    for entry in entries:
        ranked.append((turn.get(entry.objective, 0), len(ranked), entry))
        turn[entry.objective] = turn.get(entry.objective, 0) + 1
    return [entry for _, _, entry in sorted(ranked, key=lambda row: row[:2])]
