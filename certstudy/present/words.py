"""All learner-facing wording passes through here, so that another language is a catalogue and not a patch."""

import gettext as _gettext
from datetime import date
from functools import cache
from pathlib import Path

DOMAIN = "certstudy"
LOCALES = Path(__file__).resolve().parent / "locale"
NARROW = "\u202f"
MINUTE_MS = 60_000

# looking for a catalogue asks the system for its languages, which a start without catalogues need not wait for
_catalogue = (
    _gettext.translation(DOMAIN, localedir=LOCALES, fallback=True)
    if LOCALES.is_dir()
    else _gettext.NullTranslations()
)


def _(text: str) -> str:
    """The text in the learner's language (English is the source and the fallback)."""
    return _catalogue.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """The form of the text that fits n in the learner's language."""
    return _catalogue.ngettext(one, many, n)


def percent(share: float) -> str:
    """A share 0 to 1 as "69 %"."""
    return f"{round(100 * share)}{NARROW}%"


def percent_range(low: float, high: float) -> str:
    """Two shares as "55–80 %", or one figure where they round to the same."""
    if round(100 * low) == round(100 * high):
        return percent(low)
    return f"{round(100 * low)}–{round(100 * high)}{NARROW}%"


def minutes(count: float) -> str:
    """A number of minutes as "38 min", an hour or more as "1 h 20 min"."""
    whole = max(0, round(count))
    if whole < 60:
        return f"{whole}{NARROW}min"
    hours, rest = divmod(whole, 60)
    return f"{hours}{NARROW}h {rest}{NARROW}min" if rest else f"{hours}{NARROW}h"


def seconds(milliseconds: int) -> str:
    """A time spent as "41 s" or, from two minutes on, "3 min"."""
    whole = round(milliseconds / 1000)
    return f"{whole}{NARROW}s" if whole < 120 else minutes(whole / 60)


def clock(milliseconds: int) -> str:
    """A time left or used as "m:ss", from an hour on "h:mm:ss"; a begun second counts."""
    whole = -(-max(0, milliseconds) // 1000)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def month(day: date) -> str:
    """The short name of a day's month."""
    return _months()[day.month - 1]


@cache
def _months() -> tuple[str, ...]:
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip


def long_month(day: date) -> str:
    """The full name of a day's month."""
    names = (
        _("January"), _("February"), _("March"), _("April"), _("May (month)"), _("June"),
        _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    return names[day.month - 1].removesuffix(" (month)")


def weekday(day: date) -> str:
    """The full name of a day of the week."""
    return _weekdays()[day.weekday()]


@cache
def _weekdays() -> tuple[str, ...]:
    return (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"),
    )  # fmt: skip


@cache
def _short_weekdays() -> tuple[str, ...]:
    return _("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")


def short_weekday(day: date) -> str:
    """The short name of a day of the week."""
    return _short_weekdays()[day.weekday()]


def short_date(day: date, today: date | None = None) -> str:
    """A day as "19 Dec", with its year where today's is another."""
    return f"{day.day} {month(day)}{_other_year(day, today)}"


def long_date(day: date, today: date | None = None) -> str:
    """A day as "Saturday 19 December", with its year where today's is another."""
    return f"{weekday(day)} {day.day} {long_month(day)}{_other_year(day, today)}"


def _other_year(day: date, today: date | None) -> str:
    return "" if today is None or day.year == today.year else f" {day.year}"


def full_date(day: date) -> str:
    """A day as "19 December 2027"."""
    return f"{day.day} {long_month(day)} {day.year}"


def dated(day: date) -> str:
    """A day as "19 Dec 2027"."""
    return f"{short_date(day)} {day.year}"


def checked_on(iso: str) -> str:
    """What an ISO date of a check tells; "" for anything else."""
    day = day_of(iso)
    return "" if day is None else _("checked {day}").format(day=dated(day))


def day_of(iso: str) -> date | None:
    """The day that an author wrote in ISO form; None where it is none."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def ago(days: int) -> str:
    """How long ago, in words."""
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("{n} day ago", "{n} days ago", days).format(n=days)


def source_title(source: str) -> str:
    """The name of a way of practising."""
    titles = {
        "mix": _("Today"),
        "focus": _("Focus"),
        "unseen": _("Unseen"),
        "mistakes": _("Mistakes"),
        "flagged": _("Flagged"),
        "selection": _("Selection"),
        "renewal": _("Renewal"),
    }
    return titles.get(source, source.capitalize())


def number(count: int) -> str:
    """A count as "1,216"."""
    return f"{count:,}"
