"""What follows from answers: how much each one adds to the totals of its day, objective and sitting."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from certstudy.core.record import PLANNED_SOURCE, Answer, QuestionState

# the least common multiple of 1 to 16: a share of up to 16 points is a whole number of units, and a sum of whole
# numbers comes out the same in any order
UNIT = 720_720

Key = tuple[int | str, ...]
Sums = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands in the outline."""

    area: str
    objective: str


@dataclass(frozen=True, slots=True)
class Share:
    """What one answer adds: each a row (key, sums) of the table of that name."""

    day: tuple[Key, Sums]
    objective: tuple[Key, Sums]
    sitting: tuple[Key, Sums]


def share(answer: Answer, known_before: bool | None, place: Place, source: str) -> Share:
    """The share of one answer, given its sitting's source and whether the question was known before it.

    None stands for a question never answered before.
    """
    credit = round(UNIT * answer.points / answer.out_of)
    first = known_before is None
    known = (answer.points == answer.out_of) - bool(known_before)
    planned = source == PLANNED_SOURCE
    spent = answer.milliseconds
    return Share(
        day=((answer.at.day, place.area), (1, credit, spent, int(first), credit * first, int(planned))),
        objective=((place.objective,), (1, credit, int(first), known)),
        sitting=((answer.sitting, place.area), (1, answer.points, answer.out_of, spent)),
    )


def shares(
    answers: Iterable[Answer],
    place: Place,
    sources: Mapping[int, str],
    before: QuestionState | None = None,
) -> Iterator[Share]:
    """The shares of answers to one question, in order, from the state before them on; `sources` by sitting."""
    known = before.known if before else None
    for answer in answers:
        yield share(answer, known, place, sources[answer.sitting])
        known = answer.points == answer.out_of


@dataclass(frozen=True, slots=True)
class Totals:
    """Shares added up by key; keys whose sums are all zero are left out by `rows`."""

    day: dict[Key, list[int]] = field(default_factory=dict)
    objective: dict[Key, list[int]] = field(default_factory=dict)
    sitting: dict[Key, list[int]] = field(default_factory=dict)

    def add(self, part: Iterable[Share], sign: int = 1) -> None:
        """Count the shares in, or with sign -1 out."""
        for one in part:
            _add(self.day, one.day, sign)
            _add(self.objective, one.objective, sign)
            _add(self.sitting, one.sitting, sign)


def rows(sums: Mapping[Key, list[int]]) -> dict[Key, Sums]:
    """The sums by key, without those that have come to nothing."""
    return {key: tuple(row) for key, row in sums.items() if any(row)}


def _add(sums: dict[Key, list[int]], row: tuple[Key, Sums], sign: int) -> None:
    key, values = row
    held = sums.get(key)
    if held is None:
        sums[key] = [sign * value for value in values]
        return
    for i, value in enumerate(values):
        held[i] += sign * value
