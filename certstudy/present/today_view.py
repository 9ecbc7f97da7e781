"""The values the Today screen draws.

They are plain (numbers, strings, tuples) and stand alone, because the latest view is kept in a file and drawn at the
next start before anything else is loaded. Named tuples, because a class of them is made in a sixth of the time that
a frozen dataclass takes, and all of them are made before the first paint.
"""

from typing import NamedTuple

from certstudy.present.chart import AreaSpan, AreaTag, DayBar, PlanArea, PlanMark, ScoreDensity


class Line(NamedTuple):
    """A figure with what it counts and why that matters."""

    figure: str
    what: str
    why: str


class SessionView(NamedTuple):
    """Today's session: size, strip, legend and reasons; `honest` says when no exact split exists.

    `paused` is the practice that goes before a new session, 0 for none, `place` says where it stands
    and `resume` is the word for going back to it.
    """

    detail: str
    areas: tuple[PlanArea, ...]
    legend: tuple[tuple[PlanMark, str], ...]
    lines: tuple[Line, ...]
    honest: str
    empty: str
    paused: int
    place: str
    resume: str


class ReadinessView(NamedTuple):
    """The chance to pass with its range, or why there is none yet; `why` explains the number in plain words."""

    figure: str
    range: str
    density: ScoreDensity | None
    sentence: str
    rows: tuple[AreaSpan, ...]
    why: tuple[str, ...]


class WorthRow(NamedTuple):
    """An objective, or a group of them, worth practising; `scope` is its id."""

    area: AreaTag
    title: str
    gain: str
    scope: str


class BannerView(NamedTuple):
    """A paused sitting that can be resumed."""

    text: str
    detail: str
    action: str
    sitting: int
    mock: bool


class HintView(NamedTuple):
    """What the plan has for today beside the session: words, what its button says and opens, a page or a form."""

    text: str
    detail: str
    action: str
    page: str
    form: str = ""


class RailView(NamedTuple):
    """The head of the navigation rail: the pack and the date, the areas in the exam's proportions."""

    exam: str
    detail: str
    areas: tuple[AreaTag, ...]
    shares: tuple[float, ...]


class TodayView(NamedTuple):
    """The whole screen, and the head of the navigation rail with it.

    `goal` is in minutes a day; `dated` says whether there is an exam date.
    """

    rail: RailView
    title: str
    subtitle: str
    banner: BannerView | None
    hint: HintView | None
    session: SessionView
    readiness: ReadinessView
    worth: tuple[WorthRow, ...]
    worth_unit: str
    days: tuple[DayBar, ...]
    goal: int
    pace: str
    dated: bool
