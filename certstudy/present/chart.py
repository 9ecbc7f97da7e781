"""What the painted widgets draw: plain values without Qt; wording inside them is already the learner's."""

from typing import Literal, NamedTuple

Verdict = Literal["right", "partly", "missed", "wrong"]
PlanMark = Literal["review", "new", "missed"]
ProgressMark = Literal["ahead", "current", "right", "partly", "wrong", "skipped"]


class AreaTag(NamedTuple):
    """A skill area as it is shown: slot is its place in the syllabus (0-based), code its two letters."""

    slot: int
    code: str
    name: str


class Span(NamedTuple):
    """An estimate with the range that holds 8 in 10; unit of the scale it is drawn on."""

    low: float
    value: float
    high: float


class PlanArea(NamedTuple):
    """The seats of one area in a session's plan, in the order they are drawn."""

    area: AreaTag
    seats: tuple[PlanMark, ...]


class ProgressSeat(NamedTuple):
    """One question of a sitting in order of asking; name is what a screen reader and the tooltip say."""

    slot: int
    mark: ProgressMark
    name: str = ""


class AreaSpan(NamedTuple):
    """One area's estimate in per cent, or None with the reason ("12 more answers needed")."""

    area: AreaTag
    span: Span | None
    figure: str = ""
    range_text: str = ""
    note: str = ""


class ScoreDensity(NamedTuple):
    """The predicted distribution of the scaled score: (score, density) in rising order of score."""

    points: tuple[tuple[float, float], ...]
    span: Span
    pass_mark: float = 700.0


class TrendPoint(NamedTuple):
    """One point of a line with its range; x is a day, label names it ("8 Nov"), note what it rests on."""

    x: float
    span: Span
    label: str
    note: str = ""


class Trend(NamedTuple):
    """One area's line over time in per cent; note says why there is none yet."""

    area: AreaTag
    points: tuple[TrendPoint, ...]
    note: str = ""


class ScorePoint(NamedTuple):
    """A mock exam's scaled score with the range another form could give; predicted for the exam to come.

    x is a day; `id` opens the result.
    """

    x: float
    span: Span
    label: str
    predicted: bool = False
    id: str = ""


class Reliability(NamedTuple):
    """Answers that were given similar chances: the chance foretold and the share that came true, in per cent."""

    foretold: float
    true: float
    answers: int


class DayBar(NamedTuple):
    """Minutes of one day on the way to the exam; mark names what is special about it ("mock", "exam")."""

    minutes: float
    label: str
    kind: Literal["done", "today", "planned", "exam"] = "planned"
    mark: str = ""
    axis: str = ""


class DayCell(NamedTuple):
    """One day of the activity map: week counts columns from the left, weekday rows from the top (0 to 6).

    step is 0 to 4 on the neutral ramp; `lines` say the day and what was done, `values` the same for a table.
    """

    week: int
    weekday: int
    step: int
    lines: tuple[str, ...]
    values: tuple[str, ...]
    today: bool = False


class ActivityYear(NamedTuple):
    """The activity map, oldest week first: cells, (week, name) of the months' columns, seven names of rows.

    least and most name the ends of the ramp, summary says it all in a sentence.
    """

    weeks: int
    cells: tuple[DayCell, ...]
    months: tuple[tuple[int, str], ...]
    weekdays: tuple[str, ...]
    least: str
    most: str
    summary: str = ""


class ObjectiveSeat(NamedTuple):
    """One objective: the share (0 to 1) of its questions that is known, None when none was met; `id` opens it."""

    id: str
    title: str
    share: float | None
    detail: str = ""


class CoverageGroup(NamedTuple):
    """A functional group's objectives."""

    name: str
    seats: tuple[ObjectiveSeat, ...]


class CoverageArea(NamedTuple):
    """One area's groups."""

    area: AreaTag
    groups: tuple[CoverageGroup, ...]


class GridCell(NamedTuple):
    """One question of a finished or running form; verdict None = not known or not answered."""

    id: str
    number: int
    verdict: Verdict | None
    flagged: bool = False
    name: str = ""
