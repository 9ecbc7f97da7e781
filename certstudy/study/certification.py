"""The learner's path: what is held and until when, what comes next, what changed in the outline."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from certstudy.core.certification import Certification, Change, Edition, Held, Prerequisite, held
from certstudy.core.preferences import Preferences
from certstudy.study.desk import Desk
from certstudy.study.renewal import changes, renewal_questions


@dataclass(frozen=True, slots=True)
class CertificationStatus:
    """Where the learner stands on the path.

    `expected` is what passing on the exam's date would give; `questions` counts the bank's per objective, `renewal`
    those of a renewal session, which `revised` belong to for their text alone.
    """

    certification: Certification
    today: date
    preferences: Preferences
    prerequisite: Prerequisite | None
    prerequisite_held: Held | None
    mine: Held | None
    expected: Held | None
    changes: tuple[Change, ...]
    questions: Mapping[str, int]
    renewal: int
    revised: int

    @property
    def edition(self) -> Edition:
        """The edition in force."""
        return self.certification.editions[0]


def status(desk: Desk) -> CertificationStatus | None:
    """Where the learner stands; None if the pack says nothing of a certification."""
    certification, kept = desk.catalog.certification, desk.history.preferences()
    if certification is None:
        return None
    today, changed = desk.now().local.date(), changes(desk)
    first = next((one for one in certification.prerequisites if one.code == kept.prerequisite), None)
    counts = Counter(entry.objective for entry in desk.catalog.entries)
    renewal = renewal_questions(desk)
    on_changed = sum(counts[change.objective] for change in changed)
    planned = kept.exam_date if kept.passed is None else None
    return CertificationStatus(
        certification=certification,
        today=today,
        preferences=kept,
        prerequisite=first,
        prerequisite_held=_held(certification, kept.prerequisite_since, kept.prerequisite_until)
        if first is not None
        else None,
        mine=_held(certification, kept.passed, kept.valid_until),
        expected=_held(certification, planned, None),
        changes=changed,
        questions=counts,
        renewal=len(renewal),
        revised=len(renewal) - on_changed,
    )


def open_until(desk: Desk) -> date | None:
    """The last day of the renewal window that is open today, None if none is."""
    certification, kept = desk.catalog.certification, desk.history.preferences()
    mine = _held(certification, kept.passed, kept.valid_until) if certification is not None else None
    return mine.until if mine is not None and mine.open_on(desk.now().local.date()) else None


def _held(certification: Certification, since: date | None, until: date | None) -> Held | None:
    return None if since is None else held(certification, since, until)
