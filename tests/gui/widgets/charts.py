"""One of each chart, filled with values as the screens would hand them over."""

from collections.abc import Callable, Mapping
from statistics import NormalDist

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.activity_map import ActivityMap
from certstudy.gui.widgets.coverage_map import CoverageMap
from certstudy.gui.widgets.day_bars import DayBars
from certstudy.gui.widgets.mock_plot import MockPlot
from certstudy.gui.widgets.plot import Plot
from certstudy.gui.widgets.question_grid import QuestionGrid
from certstudy.gui.widgets.range_rows import RangeRows
from certstudy.gui.widgets.readiness_plot import ReadinessPlot
from certstudy.gui.widgets.score_ruler import ScoreRuler
from certstudy.gui.widgets.trend_plot import TrendPlot
from certstudy.present.chart import (
    AreaSpan,
    AreaTag,
    DayBar,
    GridCell,
    ScoreDensity,
    ScorePoint,
    Span,
    Verdict,
)
from certstudy.present.progress import ProgressView, progress_view
from tests.core.syllabi import syllabus
from tests.gui.progress.samples import sample_overview

AREAS = tuple(
    AreaTag(slot, code, name)
    for slot, (code, name) in enumerate(
        (
            ("Pr", "Processes"),
            ("Sc", "Source control"),
            ("Pi", "Pipelines"),
            ("Se", "Security"),
            ("In", "Instrumentation"),
            ("Ex", "A sixth area"),
        )
    )
)
_NORMAL = NormalDist(738, 78)
DENSITY = ScoreDensity(
    tuple((460 + 5.0 * place, _NORMAL.pdf(460 + 5.0 * place)) for place in range(109)), Span(638, 738, 838)
)
ROWS = (
    *(
        AreaSpan(
            area,
            Span(value - 9, value, value + 8),
            str(value),
            f"{value - 9}–{value + 8}",
            "34 first answers",
        )
        for area, value in zip(AREAS, (78, 84, 71, 62), strict=False)
    ),
    AreaSpan(AREAS[4], None, note="no answers yet"),
    AreaSpan(AREAS[5], Span(1, 50, 99), "50", "1–99", "1 first answer"),
)
DAYS = (
    DayBar(0, "21 Nov: 0 min", "done"),
    DayBar(35, "22 Nov: 35 min", "done"),
    DayBar(9, "23 Nov: 9 min", "today", axis="today"),
    DayBar(40, "24 Nov: goal 40 min", "planned"),
    DayBar(100, "25 Nov: mock exam", "planned", mark="mock", axis="25 Nov"),
    DayBar(0, "26 Nov: exam", "exam", axis="exam"),
)
EARLIER = (
    ScorePoint(1, Span(500, 588, 680), "Mock exam 1", id="1"),
    ScorePoint(2, Span(550, 641, 730), "Mock exam 2", id="2"),
)
SCORE = ScorePoint(3, Span(617, 712, 807), "Mock exam 3", id="3")
VERDICTS: tuple[Verdict | None, ...] = ("right", "partly", "missed", "wrong", None)
CELLS = tuple(
    GridCell(f"q{n}", n, VERDICTS[n % 5], flagged=n % 7 == 0, name="Checks and approvals")
    for n in range(1, 51)
)


def progress() -> ProgressView:
    """The sample record as a view."""
    return progress_view(syllabus(), sample_overview(syllabus()))


def readiness_plot(theme: Theme) -> Plot:
    """A forecast around 738."""
    plot = ReadinessPlot(theme)
    plot.set_density(DENSITY)
    return plot


def range_rows(theme: Theme) -> Plot:
    """Six areas, one without answers, one hatched."""
    plot = RangeRows(theme, roomy=True)
    plot.set_rows(ROWS)
    return plot


def day_bars(theme: Theme) -> Plot:
    """Six days to the exam."""
    plot = DayBars(theme)
    plot.set_days(DAYS, 40)
    return plot


def score_ruler(theme: Theme) -> Plot:
    """The third mock exam."""
    plot = ScoreRuler(theme)
    plot.set_scores(SCORE, EARLIER)
    return plot


def question_grid(theme: Theme) -> Plot:
    """Fifty questions."""
    plot = QuestionGrid(theme)
    plot.set_cells(CELLS)
    return plot


def trend_plot(theme: Theme) -> Plot:
    """Twelve weeks."""
    plot = TrendPlot(theme)
    plot.set_trends(progress().trends)
    return plot


def mock_plot(theme: Theme) -> Plot:
    """Four mock exams and a prediction."""
    plot = MockPlot(theme)
    plot.set_scores(progress().mocks)
    return plot


def activity_map(theme: Theme) -> Plot:
    """A year."""
    plot = ActivityMap(theme)
    plot.set_year(progress().activity)
    return plot


def coverage_map(theme: Theme) -> Plot:
    """All objectives."""
    plot = CoverageMap(theme)
    plot.set_areas(progress().coverage)
    return plot


CHARTS: Mapping[str, Callable[[Theme], Plot]] = {
    made.__name__: made
    for made in (
        readiness_plot,
        range_rows,
        day_bars,
        score_ruler,
        question_grid,
        trend_plot,
        mock_plot,
        activity_map,
        coverage_map,
    )
}
