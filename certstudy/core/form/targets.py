"""What a form aims at: shares of difficulties and of item types, room for case studies and series."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from certstudy.core.apportion import apportion
from certstudy.core.question import Entry, Kind

T = TypeVar("T")

# shares of the difficulty levels 1 (recall), 2 (apply), 3 (judge), in per cent
DIFFICULTY_MIX: Mapping[int, int] = {1: 20, 2: 45, 3: 35}

# shares of the item types outside a series, whose length is its own; a best answer is a single choice to the candidate
KIND_MIX: Mapping[Kind, int] = {
    Kind.SINGLE: 50,
    Kind.MULTIPLE: 14,
    Kind.DROPDOWN: 12,
    Kind.ORDER: 7,
    Kind.MATCH: 7,
    Kind.STATEMENTS: 4,
    Kind.HOTSPOT: 2,
    Kind.SHORT: 1,
}

# a form holds one series at most, and one case study or two
MOST_SERIES = 1
# so many forms in a row should find case studies of their own
FORMS_APART = 6
# a form shorter than this has no room for a family of questions
SHORTEST_WITH_FAMILIES = 20
SHORTEST_WITH_TWO_CASES = 45


@dataclass(frozen=True, slots=True)
class Aims:
    """How many questions of each difficulty and type a form of a certain length should hold."""

    difficulties: Mapping[int, int]
    kinds: Mapping[Kind, int]


def mixed_kind(kind: Kind) -> Kind:
    """The type as the mix counts it."""
    return Kind.SINGLE if kind is Kind.BEST else kind


def aims(n: int, in_series: int, available: Sequence[Entry]) -> Aims:
    """The mix in whole questions, as far as what is available allows; a series has a type of its own."""
    levels = Counter(entry.difficulty for entry in available)
    kinds = Counter(mixed_kind(entry.kind) for entry in available if entry.kind is not Kind.SERIES)
    return Aims(_shared(DIFFICULTY_MIX, n, levels), _shared(KIND_MIX, n - in_series, kinds))


def _shared(shares: Mapping[T, int], n: int, available: Mapping[T, int]) -> Mapping[T, int]:
    names = list(shares)
    roof = [available.get(name, 0) for name in names]
    seats = apportion([shares[name] for name in names], min(n, sum(roof)), upper=roof)
    return dict(zip(names, seats, strict=True))
