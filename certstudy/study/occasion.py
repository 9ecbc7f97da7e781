"""When questions are asked, and the exam they are asked for."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

from certstudy.core.fsrs import fsrs_of
from certstudy.core.moment import Moment
from certstudy.core.own_curve import REVIEWS_COUNTED, own_curve
from certstudy.core.ranking import Occasion
from certstudy.core.recalibration import Recalibration
from certstudy.study.desk import Desk
from certstudy.study.readiness import known_before

# exams start in the morning, unless the learner knows better
EXAM_STARTS = time(9)


def occasion(desk: Desk) -> Occasion:
    """Now, and the exam of the learner's date."""
    now, kept = desk.now(), desk.history.preferences()
    exam = None if kept.exam_date is None else exam_instant(kept.exam_date, now)
    return Occasion(now.utc, exam, model=fsrs_of(kept.forgetting))


def choosing(desk: Desk) -> Occasion:
    """The same, with what the first answers say of questions not met yet; for choosing, not for each answer."""
    return replace(occasion(desk), known=known_before(desk))


def own_curve_of(desk: Desk) -> Recalibration:
    """The learner's own forgetting curve; it reads some hundred answers, so it is worked out once a sitting."""
    recent = desk.history.recent(REVIEWS_COUNTED)
    model = fsrs_of(desk.history.preferences().forgetting)
    return own_curve(recent, recent[-1].id - REVIEWS_COUNTED if recent else 0, model)


def exam_instant(exam: date, now: Moment) -> datetime:
    """When an exam on that date begins on the learner's clock as it stands now."""
    local = timezone(timedelta(minutes=now.offset_minutes))
    return datetime.combine(exam, EXAM_STARTS, local).astimezone(UTC)
