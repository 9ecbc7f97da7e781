"""The attempt after a failed one: from when on it may be sat, and whether its day is set."""

from dataclasses import dataclass
from datetime import date

from certstudy.core.exam_result import Result
from certstudy.core.moment import date_of
from certstudy.core.readiness import exam_scale
from certstudy.core.recovery import failed_attempts
from certstudy.study.desk import Desk


@dataclass(frozen=True, slots=True)
class NextAttempt:
    """What followed the latest failed attempt.

    `attempts` counts those failed, `earliest` is the first day that the owner's rules allow (None where the pack does
    not say), `exam` the learner's date if it lies ahead.
    """

    failed: Result
    attempts: int
    earliest: date | None
    exam: date | None

    @property
    def too_early(self) -> bool:
        """Whether the learner's date comes before the rules allow it."""
        return self.exam is not None and self.earliest is not None and self.exam < self.earliest

    @property
    def open(self) -> bool:
        """Whether a day is still to be found."""
        return self.exam is None or self.too_early


def next_attempt(desk: Desk) -> NextAttempt | None:
    """The attempt to come after a failed one; None without one, or once the exam is passed."""
    failed = failed_attempts(desk.history.results(), exam_scale(desk.catalog.syllabus))
    kept = desk.history.preferences()
    if not failed or (kept.passed is not None and kept.passed.toordinal() >= failed[-1].day):
        return None
    certification, today = desk.catalog.certification, desk.now().local.date()
    rule = certification.retake if certification is not None else None
    ahead = (
        kept.exam_date is not None and kept.exam_date >= today and kept.exam_date.toordinal() > failed[-1].day
    )
    return NextAttempt(
        failed=failed[-1],
        attempts=len(failed),
        earliest=None if rule is None else rule.earliest([date_of(result.day) for result in failed]),
        exam=kept.exam_date if ahead else None,
    )
