"""Minutes a day: what was done in the last days, what is meant for the days to the exam, and how the two compare."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta

from certstudy.core.moment import date_of
from certstudy.core.record import DayTotal
from certstudy.present.chart import DayBar
from certstudy.present.words import _, minutes, ngettext, short_date
from certstudy.study.today import Today

DAYS_BACK = 14
DAYS_AHEAD = 28


def day_bars(today: Today) -> tuple[DayBar, ...]:
    """Minutes of the last days, and the goal of the days to the exam as far as they fit."""
    spent = minutes_by_day(today.days)
    left = today.days_left if today.days_left is not None and today.days_left >= 0 else None
    ahead = 0 if left is None else min(left, DAYS_AHEAD)
    bars = [
        _day_bar(today, spent.get(today.day + offset, 0.0), offset, left)
        for offset in range(1 - DAYS_BACK, ahead + 1)
    ]
    return tuple(bars)


def pace_sentence(today: Today) -> str:
    """What was done of what was meant, and how what was missed is made up for."""
    week = range(today.day - 6, today.day + 1)
    spent = sum(total.milliseconds for total in today.days if total.day in week) / 60_000
    goal = sum(today.preferences.minutes_on(date_of(day)) for day in week)
    done = _("{spent} of {goal} in the last 7 days.").format(spent=minutes(spent), goal=minutes(goal))
    longer = sum(day.catch_up > 0 for day in today.coming)
    if not longer:
        return done
    text = ngettext(
        "The next evening is longer by up to a quarter to catch up.",
        "The next {n} evenings are longer by up to a quarter to catch up.",
        longer,
    )
    return f"{done} {text.format(n=longer)}"


def minutes_by_day(days: Iterable[DayTotal]) -> Mapping[int, float]:
    """Minutes studied per learner's day over all areas."""
    spent: dict[int, float] = defaultdict(float)
    for total in days:
        spent[total.day] += total.milliseconds / 60_000
    return spent


def _day_bar(today: Today, spent: float, offset: int, left: int | None) -> DayBar:
    day = date_of(today.day) + timedelta(days=offset)
    label = f"{short_date(day)}: {minutes(spent)}"
    if offset == 0:
        return DayBar(spent, label, "today", axis=_("today"))
    if offset < 0:
        return DayBar(spent, label, "done", axis=short_date(day) if offset % 7 == 0 else "")
    if offset == left:
        return DayBar(0.0, _("{day}: exam").format(day=short_date(day)), "exam", axis=_("exam"))
    planned = today.coming[offset] if offset < len(today.coming) else None
    goal = today.preferences.minutes_on(day) if planned is None else planned.minutes
    mock = planned is not None and planned.mock is not None
    words = _("{day}: goal {time}") if goal else _("{day}: day off")
    if mock:
        words = _("{day}: mock exam, {time}")
    label = words.format(day=short_date(day), time=minutes(goal))
    axis = short_date(day) if offset % 7 == 0 else ""
    return DayBar(goal, label, "planned", _("mock") if mock else "", axis)
