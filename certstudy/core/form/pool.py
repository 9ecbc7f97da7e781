"""What a form can be made of: single questions, families that are never split, and who is whose enemy."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from certstudy.core.question import Entry, Kind
from certstudy.core.sections import SectionKind


@dataclass(frozen=True, slots=True)
class Family:
    """A case study or series with all its questions in order."""

    id: str
    kind: SectionKind
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Pool:
    """Questions on offer; `enemies` is symmetric."""

    singles: tuple[Entry, ...]
    families: tuple[Family, ...]
    enemies: Mapping[str, frozenset[str]]


def pool(entries: Iterable[Entry], area: str = "", difficulty: int = 0) -> Pool:
    """What is on offer, of one area or difficulty if wanted; a family that is not whole in it is left out."""
    everything = tuple(entries)
    offered = {e.id for e in everything if area in ("", e.area) and difficulty in (0, e.difficulty)}
    members: dict[str, list[Entry]] = defaultdict(list)
    for entry in everything:
        if entry.family:
            members[entry.family].append(entry)
    families = tuple(
        Family(name, _kind(rows), tuple(rows))
        for name, rows in members.items()
        if all(row.id in offered for row in rows)
    )
    singles = tuple(e for e in everything if not e.family and e.id in offered)
    return Pool(singles, families, _symmetric(everything))


def _kind(rows: Iterable[Entry]) -> SectionKind:
    return SectionKind.SERIES if any(row.kind is Kind.SERIES for row in rows) else SectionKind.CASE


def _symmetric(entries: Iterable[Entry]) -> Mapping[str, frozenset[str]]:
    pairs: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for enemy in entry.enemies:
            pairs[entry.id].add(enemy)
            pairs[enemy].add(entry.id)
    return {name: frozenset(enemies) for name, enemies in pairs.items()}
