"""The Progress screen: what is known of each area, mock scores, days studied, and the map of all objectives."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.gui.files import Place, ask_where
from certstudy.gui.latest import Latest
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.progress.activity_card import ActivityCard
from certstudy.gui.progress.calibration_card import CalibrationCard
from certstudy.gui.progress.chart_card import ChartCard
from certstudy.gui.room import Room
from certstudy.gui.theme import Role
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.columns import Columns
from certstudy.gui.widgets.coverage_map import CoverageMap
from certstudy.gui.widgets.empty_state import EmptyState
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.mock_plot import MockPlot
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.gui.widgets.plot import Plot
from certstudy.gui.widgets.plot_files import save_picture, save_table
from certstudy.gui.widgets.score_trend import ScoreTrend
from certstudy.gui.widgets.segmented import Segmented
from certstudy.gui.widgets.trend_plot import TrendPlot
from certstudy.present.honesty import honesty_view
from certstudy.present.progress import ProgressView, progress_view
from certstudy.present.results import result_rows
from certstudy.present.words import _
from certstudy.study.desk import Desk
from certstudy.study.honesty import account
from certstudy.study.next_attempt import next_attempt
from certstudy.study.practice import Mode, Request
from certstudy.study.progress import overview
from certstudy.study.readiness import enter_result, withdraw_result

WEEKS = {"short": 4, "term": 12}
NEAR = 60
# the account takes longest and is the lowest card: it must not slow down the painting of the others
PAINTED_MS = 50


class ProgressPage(Page):
    """Six cards, read on the worker: until it is done what was shown stands. `renewed` when they are drawn anew."""

    renewed = Signal()

    concerned_by = Changes.ANSWERS | Changes.SITTING | Changes.PREFERENCES | Changes.DAY

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._reading = Latest(room.operations, self._renew_view)
        theme = room.theme
        self._frame = PageFrame(theme, _("Progress"))
        self.range = Segmented(theme, (("short", _("4 weeks")), ("term", _("12 weeks")), ("all", _("All"))))
        self.range.set_value("term")
        self._frame.beside.addWidget(self.range)
        self.empty = EmptyState(theme, "")
        self.trends, self.mock_plot, self.coverage = TrendPlot(theme), MockPlot(theme), CoverageMap(theme)
        self.trend_card = ChartCard(
            theme,
            _("Right on new questions"),
            _("per cent of first answers, 8 in 10 range; dashed at the pass mark"),
            self.trends,
        )
        self.mock_card = ChartCard(
            theme, _("Mock scores"), _("with the range another form could give"), self.mock_plot
        )
        self.activity = ActivityCard(theme)
        self.coverage_card = ChartCard(theme, _("Objectives"), "", self.coverage)
        self.expected = ScoreTrend(theme)
        self.expected_card = ChartCard(
            theme, _("Expected score"), _("what was said each week, 8 in 10 range"), self.expected
        )
        self.enter = Button(theme, _("Enter a real result"), icon="plus", size="small")
        self.results = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self.results.setContentsMargins(0, theme.px(6), 0, 0)
        last = self.expected_card.body.count() - 1
        self.expected_card.body.insertWidget(last, self.results)
        self.expected_card.body.addSpacing(theme.px(10))
        self.retake = Button(theme, " ", icon="calendar", size="small")
        self.expected_card.body.addWidget(Flow(theme, (self.enter, self.retake)))
        self.calibration = CalibrationCard(theme)
        self._accounting = Latest(room.operations, self.calibration.show_honesty)
        self._painted = QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.setInterval(PAINTED_MS)
        self._painted.timeout.connect(self._account)
        self._lower = Columns(theme)
        self._lower.add(self.expected_card, 50)
        self._lower.add(self.calibration, 50)
        self._middle = Columns(theme)
        self._middle.add(self.mock_card, 44)
        self._middle.add(self.activity, 56)
        for part in (self.empty, self.trend_card, self._middle, self.coverage_card, self._lower):
            self._frame.body.addWidget(part)
            # an empty card says nothing: until the record is read there is only the page
            part.hide()
        self.range.hide()
        self._frame.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self._connect()

    @override
    def refresh(self) -> None:
        self._read()
        self._painted.start()

    def show_view(self, view: ProgressView) -> None:
        """Renders the whole screen."""
        self._frame.show_title(_("Progress"), view.subtitle)
        nothing = view.no_answers
        if nothing is not None:
            self.empty.show_text(nothing.words, nothing.detail, nothing.action)
        self.empty.setVisible(nothing is not None)
        for part in (self.range, self.trend_card, self._middle, self._lower):
            part.setVisible(nothing is None)
        self.trends.set_trends(view.trends, view.tick)
        self.mock_plot.set_scores(view.mocks, view.pass_mark)
        self.mock_card.show_empty(view.no_mocks)
        self.expected.set_scores(view.forecasts, view.pass_mark)
        self.expected_card.show_empty(view.no_forecasts)
        self.results.setText(view.results)
        self.retake.setText(view.retake)
        self.retake.setVisible(bool(view.retake))
        self.activity.show_activity(view.activity, view.stats, view.rule)
        if self.coverage_card.title is not None:
            self.coverage_card.title.setText(view.objectives)
        self.coverage_card.show_aside(view.objectives_aside)
        self.coverage.set_areas(view.coverage)
        self.coverage_card.show()

    def _connect(self) -> None:
        navigator = self._room.navigator
        self.range.picked.connect(lambda _choice: self._read())
        self.empty.acted.connect(lambda: navigator.go("today"))
        self.mock_card.acted.connect(lambda: navigator.go("mock"))
        self.mock_plot.opened.connect(lambda sitting: navigator.show_result(int(sitting)))
        self.coverage.opened.connect(self._practise)
        self.enter.clicked.connect(self._ask_for_result)
        self.retake.clicked.connect(lambda: navigator.go("plan"))
        self.expected_card.acted.connect(lambda: navigator.go("today"))
        self.calibration.mending.connect(self._mend)
        cards = (
            self.trend_card,
            self.mock_card,
            self.activity,
            self.coverage_card,
            self.expected_card,
            self.calibration,
        )
        for card in cards:
            card.picture_wanted.connect(self._ask_for_picture)
            card.table_wanted.connect(self._ask_for_table)
            card.walked.connect(self._follow)

    def _read(self) -> None:
        desk, weeks = self._room.desk, WEEKS.get(self.range.value)
        self._reading.ask(lambda: _seen(desk, weeks))

    def _account(self) -> None:
        desk = self._room.desk
        self._accounting.ask(lambda: honesty_view(account(desk)))

    def _renew_view(self, view: ProgressView) -> None:
        self.show_view(view)
        self.renewed.emit()

    def _practise(self, objective: str) -> None:
        self._room.navigator.practise(Request(Mode.FOCUS, scope=frozenset((objective,))))

    def _mend(self, questions: tuple[str, ...]) -> None:
        self._room.navigator.practise(Request(Mode.SELECTION, size=len(questions), questions=questions))

    def _ask_for_result(self) -> None:
        from certstudy.gui.progress.result_dialog import ResultDialog  # noqa: PLC0415  # rarely wanted

        desk, operations = self._room.desk, self._room.operations
        held = operations.perform(desk.history.results)
        if held is None:
            return
        dialog = ResultDialog(
            self._room.theme, desk.catalog.syllabus, desk.now().day, result_rows(held), self.window()
        )
        dialog.entered.connect(lambda result: self._keep(lambda: enter_result(desk, result)))
        dialog.withdrawn.connect(lambda number: self._keep(lambda: withdraw_result(desk, number)))
        dialog.open()

    def _keep(self, use_case: Callable[[], Changes]) -> None:
        operations = self._room.operations
        if not operations.carry_out(use_case):
            return
        words, navigator = _("The forecast, the areas and what is worth most follow."), self._room.navigator
        desk = self._room.desk
        attempt = operations.perform(lambda: (next_attempt(desk),))
        if attempt is not None and attempt[0] is not None:
            navigator.toast(words, _("Plan the next attempt"), lambda: navigator.go("plan"))
        else:
            navigator.toast(words)

    def _follow(self, plot: Plot, rect: QRectF) -> None:
        """Keeps the mark that keys stand on in sight."""
        near = self._room.theme.px(NEAR)
        at = plot.mapTo(self._frame.viewport(), rect.center().toPoint())
        at.setY(at.y() + self._frame.verticalScrollBar().value())
        self._frame.ensureVisible(at.x(), at.y(), near, near)

    def _ask_for_picture(self, plot: Plot) -> None:
        kinds = _("PNG picture (*.png);;SVG drawing (*.svg)")
        path = ask_where(self, _("Save picture"), _file_name(plot), kinds, Place.PicturesLocation)
        if path is not None:
            self._save(lambda: save_picture(plot, path))

    def _ask_for_table(self, plot: Plot) -> None:
        path = ask_where(self, _("Save table"), _file_name(plot), _("CSV table (*.csv)"))
        if path is not None:
            self._save(lambda: save_table(plot.table(), path))

    def _save(self, write: Callable[[], Path]) -> None:
        saved = self._room.operations.perform(write)
        if saved is not None:
            self._room.navigator.toast(_("{file} is saved.").format(file=saved.name))


def _file_name(plot: Plot) -> str:
    return plot.accessibleName().lower().replace(" ", "-")


def _seen(desk: Desk, weeks: int | None) -> ProgressView:
    return progress_view(desk.catalog.syllabus, overview(desk, weeks))
