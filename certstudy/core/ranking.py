"""Which questions of an area are worth most now, and why each of them."""

import heapq
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from certstudy.core.fsrs import Fsrs
from certstudy.core.gain import SHORTEST_DAYS, STEADY_DAYS, Outlook
from certstudy.core.memory import DAY, DUE_BELOW, KNOWN_BEFORE, POPULATION, Memory, days_since
from certstudy.core.question import Entry
from certstudy.core.recalibration import AS_THE_CURVE, Recalibration, recalibrated

# an error held with conviction is corrected best while it is fresh
CONVICTION = 1.25

# of the questions chosen in an area, as long as there are such: neither starves the other
NEW_SHARE = 0.3
REVIEW_SHARE = 0.1

# in the last hours what is new would not settle, as long as something met before has faded
LAST_DAYS = 1.0


class Reason(StrEnum):
    """Why a question is asked now."""

    MISLED = "misled"
    MISSED = "missed"
    DUE = "due"
    FADING = "fading"
    NEW = "new"
    AHEAD = "ahead"


class Standing(Protocol):
    """Where a question stands with the learner."""

    @property
    def memory(self) -> Memory:
        """What is remembered of it."""
        ...

    @property
    def missed(self) -> bool:
        """Whether the latest answer left a point out."""
        ...

    @property
    def misled(self) -> bool:
        """Whether the latest answer left a point out and the learner had been sure of it."""
        ...


Standings = Mapping[str, Standing]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a question is asked: the recall expected now and, were it left alone, on the day planned for, 0 to 1.

    For a question never met both are 0.
    """

    reason: Reason
    recall: float = 0.0
    left_alone: float = 0.0


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen question and why it was chosen."""

    entry: Entry
    why: Why

    @property
    def reason(self) -> Reason:
        """The reason in one word."""
        return self.why.reason


@dataclass(frozen=True, slots=True)
class Occasion:
    """When is asked, and what for: `exam` is None where no date is set, `known` is by area, `own` the curve."""

    now: datetime
    exam: datetime | None = None
    known: Mapping[str, float] | None = None
    model: Fsrs = POPULATION
    own: Recalibration = AS_THE_CURVE

    @property
    def ahead(self) -> bool:
        """Whether an exam lies ahead."""
        return self.exam is not None and self.exam > self.now

    @property
    def outlook(self) -> Outlook:
        """From now to the exam, or over the weeks to come when there is none ahead."""
        if self.exam is None or self.exam <= self.now:
            return Outlook(STEADY_DAYS, self.model)
        return Outlook(max(SHORTEST_DAYS, (self.exam - self.now) / DAY), self.model)

    def recall(self, days: float, stability: float) -> float:
        """How likely this learner recalls a question so many days after the last answer."""
        return recalibrated(self.own, self.model.retrievability(max(0.0, days), stability))

    def known_before(self, area: str) -> float:
        """How likely a question of an area is known that was never met.

        More than usual does not count: what somebody knows without practice does not fade by being asked, as the model
        would have it, and only new questions show what is still missing.
        """
        return min(KNOWN_BEFORE, (self.known or {}).get(area, KNOWN_BEFORE))


def best(
    entries: Sequence[Entry], standings: Standings, occasion: Occasion, count: int, rng: random.Random
) -> list[Pick]:
    """The questions of one area worth most, best first, at most `count` of them.

    What is new is equally worth; it comes one objective after the other, the one least met first.
    """
    outlook = occasion.outlook
    known = occasion.known_before(entries[0].area) if entries else KNOWN_BEFORE
    new = _new_in_turn(entries, standings, rng)
    met = [entry for entry in entries if entry.id in standings]
    reviews = _best_reviews(met, standings, occasion.now, outlook, count)
    wanted = wanted_new([worth for worth, _ in reviews], len(new), outlook, known, count)
    chosen = [*new[:wanted], *(entry for _, entry in reviews[: count - wanted])]
    return [Pick(entry, why_now(standings.get(entry.id), occasion)) for entry in chosen]


def wanted_new(reviews: Sequence[float], new: int, outlook: Outlook, known: float, count: int) -> int:
    """How many of `count` should be new: those worth more than a review, yet some of each while there are any.

    `reviews` are the worths of the best reviews, at most `count` of them; `new` is how many questions were never met.
    """
    worth = outlook.of_new(known) if outlook.days > LAST_DAYS else 0.0
    useful = sum(value > 0 for value in reviews)
    least = int(NEW_SHARE * count) if outlook.days > LAST_DAYS else 0
    most = count - min(useful, int(REVIEW_SHARE * count))
    better = count - sum(value > worth for value in reviews)
    return min(new, max(count - len(reviews), least, min(better, most)))


def why_now(standing: Standing | None, occasion: Occasion) -> Why:
    """Why a question that stands so with the learner would be asked on that occasion."""
    if standing is None:
        return Why(Reason.NEW)
    elapsed = days_since(standing.memory, occasion.now)
    recall = occasion.recall(elapsed, standing.memory.stability)
    left_alone = occasion.recall(elapsed + occasion.outlook.days, standing.memory.stability)
    return Why(_reason(standing, recall, left_alone), recall, left_alone)


def _best_reviews(
    met: Sequence[Entry], standings: Standings, now: datetime, outlook: Outlook, count: int
) -> list[tuple[float, Entry]]:
    """The reviews worth most, best first."""
    held = [standings[entry.id] for entry in met]
    memories = [standing.memory for standing in held]
    worths = outlook.of_reviews(
        [(memory.stability, memory.difficulty, days_since(memory, now)) for memory in memories]
    )
    for place, standing in enumerate(held):
        if standing.misled:
            worths[place] *= CONVICTION
    best = heapq.nlargest(count, range(len(met)), key=worths.__getitem__)
    return [(worths[place], met[place]) for place in best]


def _reason(standing: Standing, recall: float, left_alone: float) -> Reason:
    if standing.misled:
        return Reason.MISLED
    if standing.missed:
        return Reason.MISSED
    if recall < DUE_BELOW:
        return Reason.DUE
    return Reason.FADING if left_alone < DUE_BELOW else Reason.AHEAD


def _new_in_turn(entries: Sequence[Entry], standings: Standings, rng: random.Random) -> list[Entry]:
    """Questions never met, the objective least met first, alternating between objectives."""
    turn: dict[str, int] = defaultdict(int)
    for entry in entries:
        turn[entry.objective] += entry.id in standings
    new = [entry for entry in entries if entry.id not in standings]
    rng.shuffle(new)
    return [entry for _, _, entry in sorted(_turns(new, turn), key=lambda row: row[:2])]


def _turns(new: Sequence[Entry], turn: dict[str, int]) -> Iterator[tuple[int, int, Entry]]:
    for place, entry in enumerate(new):
        yield turn[entry.objective], place, entry
        turn[entry.objective] += 1
