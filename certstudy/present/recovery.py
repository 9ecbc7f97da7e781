"""From the plan for the next attempt to its card."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from certstudy.core.moment import date_of
from certstudy.core.recovery import Allotment
from certstudy.core.syllabus import Syllabus
from certstudy.present.areas import area_tag
from certstudy.present.readiness import chance_shown
from certstudy.present.today_view import WorthRow
from certstudy.present.words import _, long_date, minutes, short_date
from certstudy.study.next_attempt import NextAttempt
from certstudy.study.recovery import Recovery


@dataclass(frozen=True, slots=True)
class RecoveryView:
    """Sentences, the areas with the time each should get, and a day to set the exam to (None if it is set)."""

    sentences: tuple[str, ...]
    rows: tuple[WorthRow, ...]
    unit: str
    day: date | None
    action: str


def recovery_view(syllabus: Syllabus, found: Recovery) -> RecoveryView:
    """Lay the way to the next attempt out."""
    free = found.attempt.open
    return RecoveryView(
        sentences=tuple(_sentences(syllabus, found)),
        rows=tuple(_rows(syllabus, found.allotment)),
        unit=_("{time} in all; press one to practise it").format(time=minutes(found.minutes)),
        day=found.day if free else None,
        action=_("Set the exam to {day}").format(day=short_date(found.day)) if free else "",
    )


def _sentences(syllabus: Syllabus, found: Recovery) -> Iterator[str]:
    yield _what_was(syllabus, found.attempt)
    yield from _when_next(found.attempt)
    yield _what_comes_of_it(found)


def _what_was(syllabus: Syllabus, attempt: NextAttempt) -> str:
    day = short_date(date_of(attempt.failed.day))
    if attempt.failed.score is None:
        return _("The attempt of {day} was not passed.").format(day=day)
    text = _("The attempt of {day} scored {score}; {needed} are needed.")
    return text.format(day=day, score=round(attempt.failed.score), needed=syllabus.exam.score_to_pass)


def _when_next(attempt: NextAttempt) -> Iterator[str]:
    if attempt.earliest is not None:
        text = _("The next one may be sat from {day} on.")
        yield text.format(day=long_date(attempt.earliest))
    if attempt.too_early and attempt.exam is not None:
        yield _("Your exam date, {day}, comes before that.").format(day=short_date(attempt.exam))


def _what_comes_of_it(found: Recovery) -> str:
    day, time = long_date(found.day), minutes(found.minutes)
    if not found.has_forecast:
        text = _(
            "Until {day} there are {time} of study. There are too few first answers to name a chance yet."
        )
        return text.format(day=day, time=time)
    text = _(
        "Until {day} there are {time} of study. The chance to pass is {now} as you stand, and about {then} after that:"
        " practice may teach much or little, and both are counted in."
    )
    now, then = chance_shown(found.allotment.p_now), chance_shown(found.allotment.p_then)
    return text.format(day=day, time=time, now=now, then=then)


def _rows(syllabus: Syllabus, allotment: Allotment) -> Iterator[WorthRow]:
    """The areas, the one that needs most first, each with the group that does."""
    total: dict[str, int] = defaultdict(int)
    first: dict[str, str] = {}
    for group in allotment.groups:
        total[group.area] += group.minutes
        first.setdefault(group.area, group.group)
    for area_id in sorted(total, key=lambda name: -total[name]):
        area = syllabus.area(area_id)
        words = _("{area}, most of it in {group}")
        title = words.format(area=area.short_title, group=syllabus.group(first[area_id]).title)
        yield WorthRow(area_tag(syllabus, area), title, minutes(total[area_id]), area_id)
