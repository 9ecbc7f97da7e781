"""What the learner has met: the reason to prefer one question to another that is as good."""

from collections.abc import Iterable
from dataclasses import dataclass

from certstudy.core.question import Entry


@dataclass(frozen=True, slots=True)
class Exposure:
    """Questions seen at all, and those in recent mock exams."""

    seen: frozenset[str] = frozenset()
    recent: frozenset[str] = frozenset()

    def fresh(self, entry: Entry) -> bool:
        """Whether no recent mock exam asked the question."""
        return entry.id not in self.recent

    def all_fresh(self, entries: Iterable[Entry]) -> bool:
        """Whether no recent mock exam asked any of them."""
        return all(entry.id not in self.recent for entry in entries)
