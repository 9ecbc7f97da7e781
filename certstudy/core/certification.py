"""What a certification asks for beyond the exam, how long it lasts, and what its outline's editions changed."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class ChangeKind(StrEnum):
    """What an edition did to an objective."""

    ADDED = "added"
    REWORDED = "reworded"
    RENAMED = "renamed"
    NARROWED = "narrowed"
    WIDENED = "widened"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one objective: in a few words, with a line that says more."""

    objective: str
    kind: ChangeKind
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """The outline as of a day; `dropped` names what is no longer measured, `weights` whether shares changed."""

    day: date
    changes: tuple[Change, ...] = ()
    dropped: tuple[str, ...] = ()
    weights: bool = False


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """A certification one of which must be held; from `retired` on it can no longer be earned or renewed."""

    code: str
    title: str
    url: str
    retired: date | None = None

    def retired_on(self, day: date) -> bool:
        """Whether it can no longer be earned or renewed on a day."""
        return self.retired is not None and self.retired <= day

    def renewable(self, held: "Held") -> bool:
        """Whether somebody who holds it can extend it: not if it is retired before it runs out."""
        return self.retired is None or held.until <= self.retired


@dataclass(frozen=True, slots=True)
class Retake:
    """After a failed exam: hours until the second attempt, days until each later one, so many in so many months."""

    first_hours: int
    later_days: int
    attempts: int
    months: int

    def earliest(self, failed: Sequence[date]) -> date:
        """The first day of the next attempt after failed ones on these days, in order and at least one."""
        last = failed[-1]
        since = [day for day in failed if day > months_after(last, -self.months)]
        if len(since) >= self.attempts:
            return months_after(since[0], self.months)
        wait = -(-self.first_hours // 24) if len(failed) == 1 else self.later_days
        return last + timedelta(days=wait)


@dataclass(frozen=True, slots=True)
class Certification:
    """The path: prerequisites (any one), months of validity, months of the renewal window before the end.

    `renewal` says in a sentence how it goes, `lapse` what follows when it is missed; `editions` are newest first.
    """

    title: str
    prerequisites: tuple[Prerequisite, ...]
    validity_months: int
    window_months: int
    renewal: str
    lapse: str
    editions: tuple[Edition, ...]
    links: tuple[tuple[str, str], ...] = ()
    retake: Retake | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A certification someone holds: since when, valid to when, and the days on which its renewal can be taken."""

    since: date
    until: date
    opens: date

    def open_on(self, day: date) -> bool:
        """Whether it can be renewed on a day."""
        return self.opens <= day <= self.until

    def lapsed_on(self, day: date) -> bool:
        """Whether it has run out by a day."""
        return day > self.until


def held(certification: Certification, since: date, until: date | None = None) -> Held:
    """What passing on a day gives; `until` where renewals have extended it."""
    end = until or months_after(since, certification.validity_months)
    return Held(since, end, months_after(end, -certification.window_months))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or earlier; the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def changes_since(editions: Iterable[Edition], day: date) -> tuple[Change, ...]:
    """Every change of the editions after a day, newest first, one an objective."""
    found: dict[str, Change] = {}
    for edition in sorted(editions, key=lambda edition: edition.day, reverse=True):
        if edition.day > day:
            for change in edition.changes:
                found.setdefault(change.objective, change)
    return tuple(found.values())
