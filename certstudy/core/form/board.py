"""The form in the making: who has a seat, whom that bars, and what one more question would cost."""

from collections import Counter
from collections.abc import Mapping, Sequence

from certstudy.core.form.exposure import Exposure
from certstudy.core.form.targets import Aims, mixed_kind
from certstudy.core.question import Entry, Kind

# a question met before costs more than any gain in the mix; an objective asked twice more than a small one
SEEN, REPEATED, KIND, LEVEL = 60, 3, 2, 1


class Board:
    """Seats taken so far; `families` sit from the start and never leave."""

    def __init__(
        self,
        families: Sequence[Entry],
        enemies: Mapping[str, frozenset[str]],
        aims: Aims,
        exposure: Exposure,
    ) -> None:
        self.singles: list[Entry] = []
        self.groups: Counter[str] = Counter()
        self.areas: Counter[str] = Counter()
        self._enemies, self._aims, self._exposure = enemies, aims, exposure
        self._held: set[str] = set()
        self._barred: Counter[str] = Counter()
        self._objectives: Counter[str] = Counter()
        self._kinds: Counter[Kind] = Counter()
        self._levels: Counter[int] = Counter()
        for entry in families:
            self._count(entry, 1)

    def open(self, entry: Entry) -> bool:
        """Whether a question may sit down: it does not sit already, nor does an enemy."""
        return entry.id not in self._held and not self._barred[entry.id]

    def open_instead(self, entry: Entry, of: Entry) -> bool:
        """Whether it might sit down if the other rose."""
        barred = self._barred[entry.id] - (entry.id in self._enemies.get(of.id, ()))
        return entry.id not in self._held and not barred

    def take(self, entry: Entry) -> None:
        """Seat a single question."""
        self.singles.append(entry)
        self._count(entry, 1)

    def swap(self, old: Entry, new: Entry) -> None:
        """Let one question rise and seat another in its place."""
        self.singles[self.singles.index(old)] = new
        self._count(old, -1)
        self._count(new, 1)

    def cost(self, entry: Entry) -> int:
        """What the entry would add to the distance from the aims.

        That distance is the sum, weighted, of the squares of how far each type and difficulty is over or under its
        aim, of the squares of how often each objective is asked, and of the questions seen before.
        """
        kind, level = mixed_kind(entry.kind), entry.difficulty
        return (
            SEEN * (entry.id in self._exposure.seen)
            + REPEATED * (2 * self._objectives[entry.objective] + 1)
            + KIND * (2 * (self._kinds[kind] - self._aims.kinds.get(kind, 0)) + 1)
            + LEVEL * (2 * (self._levels[level] - self._aims.difficulties.get(level, 0)) + 1)
        )

    def gain(self, old: Entry, new: Entry) -> int:
        """How much nearer to the aims the form comes by a swap."""
        self._tally(old, -1)
        gained = self.cost(old) - self.cost(new)
        self._tally(old, 1)
        return gained

    def _count(self, entry: Entry, by: int) -> None:
        (self._held.add if by > 0 else self._held.discard)(entry.id)
        for enemy in self._enemies.get(entry.id, ()):
            self._barred[enemy] += by
        self._tally(entry, by)

    def _tally(self, entry: Entry, by: int) -> None:
        self.groups[entry.group] += by
        self.areas[entry.area] += by
        self._objectives[entry.objective] += by
        self._levels[entry.difficulty] += by
        if entry.kind is not Kind.SERIES:
            self._kinds[mixed_kind(entry.kind)] += by
