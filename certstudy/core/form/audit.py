"""What a form is made of, counted from the form itself."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from certstudy.core.blueprint import Blueprint
from certstudy.core.form.exposure import Exposure
from certstudy.core.form.pool import Family, Pool
from certstudy.core.form.targets import DIFFICULTY_MIX, Aims
from certstudy.core.question import Entry, Kind
from certstudy.core.sections import SectionKind
from certstudy.core.syllabus import Syllabus


@dataclass(frozen=True, slots=True)
class FamilyAudit:
    """A case study or series of the form; `areas` counts its questions where they count."""

    id: str
    kind: SectionKind
    questions: int
    areas: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Audit:
    """A form in figures.

    `barred` counts the questions kept out because an enemy or a near-duplicate of theirs is in; `together` counts
    pairs of enemies that are in, which is never more than 0. `aims` is what the mix should have been.
    """

    blueprint: Blueprint
    groups: Mapping[str, int]
    objectives: int
    kinds: Mapping[Kind, int]
    difficulties: Mapping[int, int]
    aims: Aims
    families: tuple[FamilyAudit, ...]
    barred: int
    together: int
    seen_before: int
    in_recent_mocks: int
    unscored: int = 0


def audit(
    syllabus: Syllabus,
    form: Sequence[Entry],
    families: Sequence[Family],
    pool: Pool,
    exposure: Exposure,
    plan: Blueprint,
    aims: Aims,
    unscored: int,
) -> Audit:
    """Count what a form holds."""
    ids = {entry.id for entry in form}
    groups = Counter(entry.group for entry in form)
    kinds = Counter(entry.kind for entry in form)
    levels = Counter(entry.difficulty for entry in form)
    enemies = Counter(enemy for name in ids for enemy in pool.enemies.get(name, ()))
    return Audit(
        blueprint=plan,
        groups={g.id: groups[g.id] for area in syllabus.areas for g in area.groups},
        objectives=len({entry.objective for entry in form}),
        kinds={kind: kinds[kind] for kind in Kind},
        difficulties={level: levels[level] for level in sorted({*DIFFICULTY_MIX, *levels})},
        aims=aims,
        families=tuple(
            FamilyAudit(f.id, f.kind, len(f.entries), Counter(e.area for e in f.entries)) for f in families
        ),
        barred=len(enemies.keys() - ids),
        together=sum(enemies[name] for name in ids) // 2,
        seen_before=len(ids & exposure.seen),
        in_recent_mocks=len(ids & exposure.recent),
        unscored=unscored,
    )
