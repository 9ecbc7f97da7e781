"""The time line of the Certification screen: what is held or expected, month by month, and when it can be renewed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from certstudy.core.certification import Held, Prerequisite, months_after
from certstudy.present.words import _, full_date, long_month, month
from certstudy.study.certification import CertificationStatus

Place = Callable[[date], float]
"""Where a day stands on the time line, as a share of its width."""

MONTHS_SHOWN = 19
MONTHS_BEFORE = 4


@dataclass(frozen=True, slots=True)
class SpanView:
    """A certification on the time line, in shares of its width; `window` is where renewal is open."""

    title: str
    until: str
    left: float
    right: float
    window: tuple[float, float]
    window_words: str
    certain: bool


@dataclass(frozen=True, slots=True)
class TickView:
    """A first of a month on the time line, as a share of its width."""

    words: str
    at: float
    strong: bool


@dataclass(frozen=True, slots=True)
class TimeLineView:
    """Months from before today to after it, with what is held and the marks of today and the exam."""

    ticks: tuple[TickView, ...]
    spans: tuple[SpanView, ...]
    today: float
    exam: float | None
    exam_words: str


def time_line(status: CertificationStatus) -> TimeLineView:
    """Nineteen months about today, with the prerequisite and the certification, held or expected."""
    month_begins = status.today.replace(day=1)
    first = months_after(month_begins, -MONTHS_BEFORE)
    last = months_after(month_begins, MONTHS_SHOWN - MONTHS_BEFORE)
    whole = (last - first).days

    def at(day: date) -> float:
        return min(1.0, max(0.0, (day - first).days / whole))

    spans = []
    if status.prerequisite is not None and status.prerequisite_held is not None:
        spans.append(_prerequisite_span(status.prerequisite, status.prerequisite_held, at))
    own, title = status.mine or status.expected, status.certification.title
    if own is not None:
        certain = status.mine is not None
        spans.append(
            _span(title if certain else _("{title}, if you pass").format(title=title), own, at, certain)
        )
    exam = status.preferences.exam_date if status.preferences.passed is None else None
    shown = exam is not None and first <= exam <= last
    return TimeLineView(
        ticks=tuple(_ticks(first, at)),
        spans=tuple(spans),
        today=at(status.today),
        exam=at(exam) if exam is not None and shown else None,
        exam_words=_("exam, {day}").format(day=_day_month(exam)) if exam is not None else "",
    )


def _prerequisite_span(first: Prerequisite, held: Held, at: Place) -> SpanView:
    """What is held on the way to the exam; one that is retired has no renewal any more."""
    span = _span(first.title, held, at, certain=True)
    if first.renewable(held):
        return span
    return replace(span, window=(span.right, span.right), window_words=_("no renewal any more"))


def _span(title: str, held: Held, at: Place, certain: bool) -> SpanView:
    words = _("renewal {opens} to {until}").format(opens=full_date(held.opens), until=full_date(held.until))
    return SpanView(
        title=title,
        until=_("to {day}").format(day=full_date(held.until)),
        left=at(held.since),
        right=at(held.until),
        window=(at(held.opens), at(held.until)),
        window_words=words,
        certain=certain,
    )


def _ticks(first: date, at: Place) -> Iterator[TickView]:
    for months in range(0, MONTHS_SHOWN, 3):
        day = months_after(first, months)
        january = day.month <= 3 and months > 0
        words = f"{month(day)} {day.year}" if months == 0 or january else month(day)
        yield TickView(words, at(day), january)


def _day_month(day: date) -> str:
    return f"{day.day} {long_month(day)}"
