"""When a question comes back: intervals that widen with each right answer and restart with a wrong one."""

from dataclasses import dataclass

# about the best gaps for a test some weeks away (Cepeda 2008: 5 to 40 % of the delay)
LADDER = (1, 3, 7, 14, 28, 56, 112)


@dataclass(frozen=True, slots=True)
class Memory:
    """A rung of the ladder and the learner's day on which the question is due again."""

    rung: int
    due: int

    @property
    def interval(self) -> int:
        """Days between the last answer and the due day."""
        return LADDER[self.rung]


def remembered(memory: Memory | None, credit: float, sure: bool, day: int) -> Memory:
    """The memory after an answer on that day.

    Full credit climbs a rung, but only once it was due (cramming proves nothing) and only if it was no guess;
    part credit or a guess falls back one; no credit returns to the first rung.
    """
    if memory is None:
        return _on_rung(1 if credit == 1.0 and sure else 0, day)
    if credit == 0.0:
        return _on_rung(0, day)
    if credit < 1.0 or not sure:
        return _on_rung(max(0, memory.rung - 1), day)
    if day < memory.due:
        return Memory(memory.rung, max(memory.due, day + 1))
    return _on_rung(min(memory.rung + 1, len(LADDER) - 1), day)


def _on_rung(rung: int, day: int) -> Memory:
    return Memory(rung, day + LADDER[rung])
