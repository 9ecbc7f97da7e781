"""The Progress screen over a small record: what it shows, where it leads, what it saves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from certstudy.core.changes import Changes
from certstudy.core.confidence import Confidence
from certstudy.core.errors import StoreError
from certstudy.core.exam_result import ResultKind
from certstudy.core.record import DayTotal
from certstudy.gui.operations import Operations
from certstudy.gui.progress.page import ProgressPage
from certstudy.gui.progress.result_dialog import ResultDialog
from certstudy.gui.room import Room
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.plot import Plot
from certstudy.study import mock_exam, practice
from certstudy.study.practice import Mode, Request
from tests.fakes import FakeDesk, FakeRecord
from tests.gui.ways import Ways


@pytest.fixture
def ways() -> Ways:
    return Ways()


@pytest.fixture
def page(theme: Theme, operations: Operations, learner: FakeDesk, ways: Ways, qtbot: QtBot) -> ProgressPage:
    made = ProgressPage(Room(theme, learner.desk, operations, ways))
    made.resize(1076, 800)
    qtbot.addWidget(made)
    return made


def study(learner: FakeDesk, days: int = 3) -> None:
    """Eight answers a day for so many days up to today, every second one right."""
    learner.clock.forward(days=1 - days)
    for day in range(days):
        learner.clock.forward(days=1 if day else 0)
        sitting, _changes = practice.start(
            learner.desk, practice.propose(learner.desk, Request(Mode.UNSEEN, size=8))
        )
        for place in range(8):
            key = learner.catalog.question(sitting.current or "").key
            response = key if place % 2 else frozenset("d")
            sitting = practice.answer(learner.desk, sitting, response, None, 60_000).sitting
        practice.finish(learner.desk, sitting)


def sit_mock(learner: FakeDesk) -> int:
    """A mock exam with nothing answered."""
    exam, _changes = mock_exam.start(learner.desk, mock_exam.prepare(learner.desk, 40), mock_exam.Rules(100))
    mock_exam.hand_in(learner.desk, exam)
    return exam.record.id


def arrive(page: ProgressPage) -> None:
    """Lets what is being read arrive."""
    page._room.operations.settle()


def show(page: ProgressPage) -> None:
    """Shows the page with what the record holds."""
    page.show()
    arrive(page)


def settle() -> None:
    """Lets layouts that were asked for be made."""
    for _round in range(3):
        QApplication.processEvents()


def test_an_empty_record_says_what_to_do_and_still_offers_every_objective(
    page: ProgressPage, ways: Ways, qtbot: QtBot
) -> None:
    show(page)
    assert page.empty.isVisible()
    assert not page.trend_card.isVisible()
    assert not page.activity.isVisible()
    assert not page.range.isVisible()
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert ways.gone == [("go", "today")]
    assert len(page.coverage.marks_now()) == 12


def test_a_seat_leads_to_practice_on_its_objective(page: ProgressPage, ways: Ways, qtbot: QtBot) -> None:
    show(page)
    seat = page.coverage.marks_now()[5].rect.center().toPoint()
    qtbot.mouseClick(page.coverage, Qt.MouseButton.LeftButton, pos=seat)
    qtbot.keyClick(page.coverage, Qt.Key.Key_Home)
    qtbot.keyClick(page.coverage, Qt.Key.Key_Return)
    scopes = [request.scope for _way, request in ways.gone if isinstance(request, Request)]
    assert scopes == [frozenset({"build.g1.o2"}), frozenset({"plan.g1.o1"})]
    assert all(request.mode is Mode.FOCUS for _way, request in ways.gone if isinstance(request, Request))


def test_it_draws_what_the_record_holds(page: ProgressPage, learner: FakeDesk) -> None:
    study(learner)
    show(page)
    assert not page.empty.isVisible()
    assert page.trend_card.isVisible()
    assert len(page.trends.table().rows) == 3
    assert [row[1] for row in page.activity.map.table().rows] == ["8", "8", "8"]
    known = [row for row in page.coverage.table().rows if row[3]]
    assert known
    assert page.activity.map.accessibleDescription() == "3 days studied in all, 3 days in a row"


def test_without_a_mock_exam_its_card_leads_to_one(
    page: ProgressPage, learner: FakeDesk, ways: Ways, qtbot: QtBot
) -> None:
    study(learner)
    show(page)
    assert not page.mock_plot.isVisible()
    assert not page.mock_card.menu.isVisible()
    qtbot.mouseClick(page.mock_card.empty.button, Qt.MouseButton.LeftButton)
    assert ways.gone == [("go", "mock")]


def test_a_score_leads_to_its_result(page: ProgressPage, learner: FakeDesk, ways: Ways, qtbot: QtBot) -> None:
    sitting = sit_mock(learner)
    show(page)
    assert page.mock_plot.isVisible()
    qtbot.keyClick(page.mock_plot, Qt.Key.Key_Home)
    qtbot.keyClick(page.mock_plot, Qt.Key.Key_Return)
    assert ways.gone == [("show_result", sitting)]


def test_a_new_answer_is_drawn_at_once(page: ProgressPage, learner: FakeDesk) -> None:
    show(page)
    study(learner, days=1)
    page.heed(Changes.ANNOTATIONS)
    assert page.empty.isVisible()
    page.heed(Changes.ANSWERS)
    arrive(page)
    assert not page.empty.isVisible()


def test_the_range_of_weeks_moves_the_trends(page: ProgressPage, learner: FakeDesk) -> None:
    study(learner, days=9)
    earlier = timedelta(days=110)
    learner.record.answers[:0] = [
        replace(answer, at=replace(answer.at, utc=answer.at.utc - earlier))
        for answer in learner.record.answers
    ]
    show(page)
    shown = {}
    for choice in ("short", "term", "all"):
        page.range.press(choice)
        arrive(page)
        shown[choice] = {row[1] for row in page.trends.table().rows}
    assert [len(days) for days in shown.values()] == [4, 12, 17]
    assert shown["short"] < shown["term"] < shown["all"]


def test_a_record_that_cannot_be_read_leaves_what_was_shown(
    theme: Theme, operations: Operations, learner: FakeDesk, ways: Ways, qtbot: QtBot
) -> None:
    study(learner)
    page = ProgressPage(Room(theme, learner.desk, operations, ways))
    qtbot.addWidget(page)
    show(page)
    before = page.coverage.table()
    page._room = replace(page._room, desk=replace(learner.desk, history=Locked(learner.record.places)))
    with qtbot.waitSignal(operations.failed) as failed:
        page.heed(Changes.ANSWERS)
        arrive(page)
    assert str(failed.args[0]) == "The record is locked."
    assert page.coverage.table() == before


class TestSaving:
    """Pictures and tables go to files; only the page asks for their names."""

    def test_a_table_is_written_and_said(
        self, page: ProgressPage, ways: Ways, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        show(page)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "objectives.csv"), ""))
        page.coverage_card.menu.menu_shown.actions()[2].trigger()
        assert (
            (tmp_path / "objectives.csv").read_text(encoding="utf-8-sig").startswith("Area,Group,Objective,")
        )
        assert ways.gone == [("toast", "objectives.csv is saved.")]

    def test_a_fault_goes_to_the_banner(
        self, page: ProgressPage, operations: Operations, ways: Ways, tmp_path: Path, qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        show(page)
        gone = str(tmp_path / "gone" / "objectives.png")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (gone, ""))
        with qtbot.waitSignal(operations.failed) as failed:
            page.coverage_card.menu.menu_shown.actions()[1].trigger()
        assert "objectives.png was not saved" in failed.args[0].what
        assert ways.gone == []

    @pytest.mark.parametrize(
        ("entry", "chosen", "kind", "written"),
        [
            (1, "map", "PNG picture (*.png)", "map.png"),
            (1, "map", "SVG drawing (*.svg)", "map.svg"),
            (1, "map.svg", "PNG picture (*.png)", "map.svg"),
            (2, "map", "CSV table (*.csv)", "map.csv"),
        ],
    )
    def test_the_name_gets_the_ending_of_its_kind(
        self, page: ProgressPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        entry: int, chosen: str, kind: str, written: str,
    ) -> None:  # fmt: skip
        offered: list[str] = []

        def answer(parent: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
            offered.append(Path(name).name)
            assert kind in kinds
            return str(tmp_path / chosen), kind

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        show(page)
        page.coverage_card.menu.menu_shown.actions()[entry].trigger()
        assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [written]
        assert offered == ["objectives.csv" if entry == 2 else "objectives.png"]

    def test_nothing_is_written_when_one_thinks_better_of_it(
        self, page: ProgressPage, ways: Ways, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
        show(page)
        page.coverage_card.menu.menu_shown.actions()[1].trigger()
        assert ways.gone == []


@pytest.mark.parametrize(
    ("width", "scale"), [(1076, 1.0), (908, 1.0), (1716, 1.0), (1280, 1.5), (1280, 2.0), (960, 2.0)]
)
def test_nothing_is_cut_at_the_side(
    page: ProgressPage, learner: FakeDesk, theme: Theme, qtbot: QtBot, width: int, scale: float
) -> None:
    study(learner)
    sit_mock(learner)
    theme.set_scale(scale)
    page.resize(width, 800)
    show(page)
    qtbot.waitUntil(page.calibration.chances.isVisible)
    settle()
    for part in page.findChildren(QWidget):
        if part.isVisible() and part.window() is page and part.parentWidget() is not None:
            right = part.mapTo(page, part.rect().topRight()).x()
            assert right <= width, (part, part.accessibleName())
    for plot in filter(Plot.isVisible, page.findChildren(Plot)):
        wants = plot.heightForWidth(plot.width()) if plot.hasHeightForWidth() else plot.sizeHint().height()
        assert plot.height() >= wants


def test_cards_go_under_each_other_where_it_is_narrow(page: ProgressPage, learner: FakeDesk) -> None:
    study(learner)
    show(page)
    assert page.mock_card.y() == page.activity.y()
    page.resize(700, 800)
    settle()
    assert page.mock_card.y() < page.activity.y()


def test_the_page_follows_the_keys(page: ProgressPage, learner: FakeDesk, theme: Theme) -> None:
    study(learner)
    theme.set_scale(2.0)
    show(page)
    settle()
    page.coverage.walk_to(len(page.coverage.marks_now()) - 1)
    seat = page.coverage.marks_now()[-1].rect.center().toPoint()
    assert page.rect().contains(page.coverage.mapTo(page, seat))
    page.trends.walk_to(0)
    assert not page.rect().contains(page.coverage.mapTo(page, seat))


def test_every_stop_of_the_tab_key_has_a_name(page: ProgressPage, learner: FakeDesk) -> None:
    study(learner)
    sit_mock(learner)
    show(page)
    stops = [
        part
        for part in page.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert {page.trends, page.mock_plot, page.activity.map, page.coverage} <= set(stops)
    named = [part.accessibleName() or getattr(part, "text", str)() for part in stops]
    assert all(named)
    assert len({name for name in named if name.endswith("table and files")}) == 5


class Locked(FakeRecord):
    """A record another program holds."""

    def days(self, since: int = 0) -> Sequence[DayTotal]:
        raise StoreError("The record is locked.")


class TestHonesty:
    """What was foretold, and real results."""

    def test_the_account_arrives_from_the_worker(
        self, page: ProgressPage, learner: FakeDesk, qtbot: QtBot
    ) -> None:
        study(learner, days=9)
        show(page)
        qtbot.waitUntil(page.calibration.chances.isVisible)
        assert len(page.calibration.chances.table().rows) == 5
        assert page.calibration.words.text().startswith("Over 72 answers")
        assert "No exam with a forecast" in page.calibration.mocks.text()
        assert not page.calibration.mend.isVisible()

    def test_what_was_wrong_though_sure_can_be_mended(
        self, page: ProgressPage, learner: FakeDesk, ways: Ways, qtbot: QtBot
    ) -> None:
        study(learner)
        learner.record.answers[0] = replace(learner.record.answers[0], points=0, confidence=Confidence.SURE)
        show(page)
        qtbot.waitUntil(page.calibration.mend.isVisible)
        page.calibration.mend.click()
        question = learner.record.answers[0].question
        assert ways.gone == [("practise", Request(Mode.SELECTION, size=1, questions=(question,)))]

    def test_the_expected_score_has_a_line_once_there_is_evidence(
        self, page: ProgressPage, learner: FakeDesk
    ) -> None:
        study(learner, days=1)
        show(page)
        assert page.expected_card.empty.isVisible()
        study(learner, days=6)
        page.refresh()
        arrive(page)
        assert page.expected.isVisible()
        assert len(page.expected.table().rows) == 1

    def test_a_result_is_entered_and_taken_back(
        self, page: ProgressPage, learner: FakeDesk, operations: Operations, ways: Ways, qtbot: QtBot
    ) -> None:
        study(learner, days=9)
        show(page)
        page.enter.click()
        dialog = page.findChild(ResultDialog)
        assert dialog is not None
        dialog.score.setValue(640)
        dialog.has_bars.setChecked(True)
        dialog.bars["plan"].setValue(35)
        with qtbot.waitSignal(operations.changed):
            dialog.save.click()
        (kept,) = learner.record.results()
        assert (kept.kind, kept.score, kept.share, kept.bars) == (
            ResultKind.EXAM,
            640.0,
            None,
            {"plan": 0.35},
        )
        assert [kind for kind, *_rest in ways.gone] == ["toast"]
        page.enter.click()
        again = page.findChildren(ResultDialog)[-1]
        (remove,) = [button for button in again.findChildren(Button) if button.text() == "Remove"]
        with qtbot.waitSignal(operations.changed):
            remove.click()
        assert not learner.record.results()

    def test_a_failed_attempt_leads_to_the_plan_of_the_next(
        self, page: ProgressPage, learner: FakeDesk, operations: Operations, ways: Ways
    ) -> None:
        study(learner, days=9)
        show(page)
        operations.settle()
        assert not page.retake.isVisible()
        page.enter.click()
        dialog = page.findChild(ResultDialog)
        assert dialog is not None
        dialog.score.setValue(640)
        dialog.save.click()
        assert ways.offered == ["Plan the next attempt"]
        page.heed(Changes.ANSWERS)
        operations.settle()
        assert page.retake.isVisible()
        page.retake.click()
        assert ways.gone[-1] == ("go", "plan")

    def test_nothing_is_kept_before_a_number_is_given(
        self, page: ProgressPage, learner: FakeDesk, qtbot: QtBot
    ) -> None:
        study(learner)
        show(page)
        page.enter.click()
        dialog = page.findChild(ResultDialog)
        assert dialog is not None
        assert not dialog.save.isEnabled()
        qtbot.keyClicks(dialog.score, "640")
        assert dialog.save.isEnabled()
        assert dialog.result_entered().score == 640
        for _digit in "640":
            qtbot.keyClick(dialog.score, Qt.Key.Key_Backspace)
        assert not dialog.save.isEnabled()
        dialog.has_bars.setChecked(True)
        assert not dialog.save.isEnabled()
        qtbot.keyClick(dialog.bars["plan"], Qt.Key.Key_Up)
        assert dialog.save.isEnabled()
        assert (dialog.result_entered().score, dialog.result_entered().bars) == (None, {"plan": 0.7})
        dialog.kind.setCurrentIndex(list(ResultKind).index(ResultKind.ASSESSMENT))
        assert not dialog.save.isEnabled()

    def test_an_assessment_is_a_share(self, page: ProgressPage, learner: FakeDesk) -> None:
        study(learner)
        show(page)
        page.enter.click()
        dialog = page.findChild(ResultDialog)
        assert dialog is not None
        dialog.kind.setCurrentIndex(list(ResultKind).index(ResultKind.ASSESSMENT))
        dialog.share.setValue(83)
        assert not dialog.score.isVisible()
        assert not dialog.has_bars.isVisible()
        found = dialog.result_entered()
        assert (found.kind, found.score, found.share, found.bars) == (ResultKind.ASSESSMENT, None, 0.83, {})
