"""The library by keys and clicks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from certstudy.core.errors import StoreError
from certstudy.core.moment import moment_of
from certstudy.core.question import Question, QuestionSource
from certstudy.core.record import Answer
from certstudy.gui.library.found_model import FoundModel
from certstudy.gui.library.page import LibraryPage
from certstudy.gui.operations import Operations
from certstudy.gui.question.report_dialog import ReportDialog
from certstudy.gui.room import Room
from certstudy.gui.theme import Theme
from certstudy.gui.theme.style import FocusRing
from certstudy.gui.theme.theme import Scheme
from certstudy.study.library import Search, Standing
from certstudy.study.practice import Mode, Request
from tests.fakes import NOON, FakeCatalog, FakeDesk, fake_desk
from tests.gui.answering import option_rows
from tests.gui.ways import Ways

MISSED = "watch.g1.o1-0"


class SourcedCatalog(FakeCatalog):
    """Knows a file for each question."""

    def source(self, question_id: str) -> QuestionSource:
        return QuestionSource(question_id, "questions/a.yaml", f"  - id: {question_id}\n", 1, 1)


@dataclass
class Stage:
    """The page with what stands behind it."""

    page: LibraryPage
    behind: FakeDesk
    ways: Ways
    theme: Theme

    @property
    def found(self) -> list[str]:
        model = self.page.list.rows.model()
        assert isinstance(model, FoundModel)
        return [model.question_id(model.index(row, 0)) for row in range(model.rowCount())]

    @property
    def total(self) -> int:
        return len(self.behind.catalog.entries)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    behind = fake_desk()
    catalog = SourcedCatalog(
        behind.catalog.syllabus, (behind.catalog.question(e.id) for e in behind.catalog.entries)
    )
    behind = replace(behind, catalog=catalog, desk=replace(behind.desk, catalog=catalog))
    at = moment_of(NOON - timedelta(days=2))
    behind.record.answers.append(Answer(1, MISSED, at, frozenset("c"), 0, 1, 30_000))
    theme, operations, ways = Theme(Scheme.LIGHT), Operations(), Ways()
    page = LibraryPage(Room(theme, behind.desk, operations, ways))
    operations.changed.connect(page.heed)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    page.activateWindow()
    page.take_focus()
    yield Stage(page, behind, ways, theme)
    operations.close()


def test_it_opens_with_every_question_and_the_first_one_read(stage: Stage) -> None:
    assert len(stage.found) == stage.total
    assert stage.page.list.current == stage.found[0]
    assert stage.page.preview.isVisible()
    assert stage.page.field.accessibleDescription() == f"{stage.total} questions"


def test_slash_leads_to_the_search_and_escape_clears_it(stage: Stage, qtbot: QtBot) -> None:
    QTest.keyClicks(stage.page.list.rows, "/")
    assert stage.page.field.hasFocus()
    QTest.keyClicks(stage.page.field, "case 3.1")
    assert len(stage.found) == 1
    assert stage.page.field.accessibleDescription() == f"1 of {stage.total}"
    QTest.keyClick(stage.page.field, Qt.Key.Key_Escape)
    assert len(stage.found) == stage.total


def test_tab_goes_from_the_search_through_the_filters_to_the_question(stage: Stage, qtbot: QtBot) -> None:
    page, passed = stage.page, list[QWidget]()
    page.seek()
    for _step in range(14):
        here = QApplication.focusWidget()
        assert here is not None
        passed.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    filters, preview = page.filters, page.preview
    assert passed == [
        *(page.field, filters.area, filters.place, filters.kind, filters.difficulty),
        *(*filters.standings.values(), filters.flagged, page.practise, page.list.rows),
        *(preview.flag, preview.report),
    ]


def test_what_tab_reaches_in_a_scrolled_question_comes_into_sight_with_its_ring(
    stage: Stage, qtbot: QtBot
) -> None:
    page = stage.page
    page.resize(1100, 400)
    bar = page.preview.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > page.preview.flag.height() * 2)
    bar.setValue(bar.maximum())
    QTest.keyClick(page.list.rows, Qt.Key.Key_Tab)
    assert page.preview.flag.hasFocus()
    assert not page.preview.flag.visibleRegion().isEmpty()
    (ring,) = page.preview.findChildren(FocusRing)
    assert ring.isVisible()
    assert not ring.visibleRegion().isEmpty()


def test_letters_typed_into_the_search_are_only_text(stage: Stage, qtbot: QtBot) -> None:
    stage.page.field.setFocus()
    QTest.keyClicks(stage.page.field, "m/r")
    assert stage.page.field.text() == "m/r"
    assert stage.behind.record.flags() == frozenset()


def test_filters_narrow_together_and_clear_together(stage: Stage, qtbot: QtBot) -> None:
    filters = stage.page.filters
    filters.area.flip("watch")
    filters.difficulty.flip("1")
    QTest.mouseClick(filters.standings[Standing.UNSEEN], Qt.MouseButton.LeftButton)
    entries = {entry.id: entry for entry in stage.behind.catalog.entries}
    expected = [e.id for e in entries.values() if e.area == "watch" and e.difficulty == 1 and e.id != MISSED]
    assert stage.found == expected
    assert filters.area.text() == "Watching"
    QTest.mouseClick(filters.clearing, Qt.MouseButton.LeftButton)
    assert len(stage.found) == stage.total
    assert not filters.clearing.isVisible()


def test_the_menu_of_objectives_keeps_to_the_chosen_areas(stage: Stage) -> None:
    stage.page.filters.area.flip("build")
    menu = stage.page.filters.place.menu_of_choices()
    assert [action.text() for action in menu.actions()] == ["Building 1", "Building 2"]
    inner = menu.actions()[1].menu()
    assert isinstance(inner, QMenu)
    inner.actions()[2].trigger()
    assert {question.rpartition("-")[0] for question in stage.found} == {"build.g2.o1"}


def test_space_ticks_choices_of_a_menu_that_stays_open_and_enter_closes_it(
    stage: Stage, qtbot: QtBot
) -> None:
    facet = stage.page.filters.area
    facet.setFocus()
    QTest.keyClick(facet, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(menu, key)
    assert facet.chosen == frozenset(("plan", "build"))
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert facet.chosen == frozenset(("plan",))
    assert not menu.isVisible()


def test_a_search_from_elsewhere_sets_field_and_filters(stage: Stage) -> None:
    stage.page.search(Search(scope=frozenset(("watch",)), standings=frozenset((Standing.MISSED,))))
    assert stage.found == [MISSED]
    assert stage.page.filters.standings[Standing.MISSED].isChecked()
    stage.page.search(Search(text="case"))
    assert stage.page.field.text() == "case"
    assert not stage.page.filters.standings[Standing.MISSED].isChecked()


def test_enter_shows_the_answer_and_the_next_row_hides_it(stage: Stage, qtbot: QtBot) -> None:
    preview, rows = stage.page.preview, stage.page.list.rows
    assert not preview.links.isVisible()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert preview.links.isVisible()
    assert preview.turn.text() == "Hide answer"
    assert any("Right" in row.accessibleName() for row in option_rows(preview.panel.answer))
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert preview.turn.text() == "Show answer"
    assert stage.page.list.current == stage.found[1]


def test_m_flags_the_current_question_and_keeps_its_place(stage: Stage, qtbot: QtBot) -> None:
    rows = stage.page.list.rows
    QTest.keyClick(rows, Qt.Key.Key_Down)
    question = stage.page.list.current
    QTest.keyClicks(rows, "m")
    assert stage.behind.record.flags() == {question}
    assert stage.page.list.current == question
    assert stage.page.preview.flag.isChecked()
    QTest.keyClicks(rows, "m")
    assert stage.behind.record.flags() == frozenset()


def test_a_refused_flag_is_not_shown(stage: Stage, qtbot: QtBot) -> None:
    stage.behind.record.fault = StoreError("The disk is full.")
    QTest.mouseClick(stage.page.preview.flag, Qt.MouseButton.LeftButton)
    assert not stage.page.preview.flag.isChecked()


def test_a_note_is_kept_when_the_focus_goes_and_after_a_pause(stage: Stage, qtbot: QtBot) -> None:
    note, question = stage.page.preview.note, stage.page.list.current
    note.setFocus()
    QTest.keyClicks(note, "Mind m and /")
    stage.page.list.rows.setFocus()
    assert stage.behind.record.notes() == {question: "Mind m and /"}
    note.setFocus()
    QTest.keyClicks(note, " Then")
    qtbot.waitUntil(lambda: "Then" in stage.behind.record.notes()[question])
    assert note.hasFocus()


def test_a_note_stays_with_its_question_when_another_is_opened(stage: Stage, qtbot: QtBot) -> None:
    first = stage.page.list.current
    stage.page.preview.note.setFocus()
    QTest.keyClicks(stage.page.preview.note, "Mine")
    stage.page.list.rows.setCurrentIndex(stage.page.list.rows.model().index(3, 0))
    assert stage.behind.record.notes() == {first: "Mine"}
    assert stage.page.preview.note.toPlainText() == ""


def test_what_was_found_can_be_practised(stage: Stage, qtbot: QtBot) -> None:
    stage.page.filters.area.flip("watch")
    QTest.mouseClick(stage.page.practise, Qt.MouseButton.LeftButton)
    found = Request(Mode.SELECTION, size=len(stage.found), questions=tuple(stage.found))
    assert stage.ways.gone == [("practise", found)]


def test_nothing_found_says_so_and_leads_back(stage: Stage, qtbot: QtBot) -> None:
    stage.page.field.setText("nothing has this")
    assert stage.page.list.empty.isVisible()
    assert not stage.page.preview.isVisible()
    assert stage.page.practise.off
    QTest.mouseClick(stage.page.list.empty.button, Qt.MouseButton.LeftButton)
    assert len(stage.found) == stage.total
    assert not stage.page.practise.off


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_narrow_page_shows_one_thing_at_a_time(stage: Stage, qtbot: QtBot, scale: float) -> None:
    stage.theme.set_scale(scale)
    stage.page.resize(round(760 * scale), 800)
    assert stage.page.list.isVisible()
    assert not stage.page.preview.isVisible()
    QTest.keyClick(stage.page.list.rows, Qt.Key.Key_Return)
    assert stage.page.preview.isVisible()
    assert not stage.page.list.isVisible()
    QTest.mouseClick(stage.page.preview.back, Qt.MouseButton.LeftButton)
    assert stage.page.list.isVisible()
    QTest.keyClick(stage.page.list.rows, Qt.Key.Key_Return)
    QTest.keyClick(stage.page.preview.turn, Qt.Key.Key_Escape)
    assert stage.page.list.isVisible()


def test_a_link_goes_to_the_browser(stage: Stage, qtbot: QtBot) -> None:
    stage.page.preview.links.opened.emit("https://example.org/testing")
    assert stage.ways.gone == [("open_link", "https://example.org/testing")]


def test_only_seen_rows_are_read(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    read: set[str] = set()
    question = stage.behind.catalog.question

    def watched(question_id: str) -> Question:
        read.add(question_id)
        return question(question_id)

    monkeypatch.setattr(stage.behind.catalog, "question", watched)
    stage.page.search(Search())
    stage.page.grab()
    assert 0 < len(read) < stage.total / 2


def test_an_error_is_reported_from_the_question(stage: Stage, qtbot: QtBot) -> None:
    stage.page.preview.report.click()
    (dialog,) = stage.page.findChildren(ReportDialog)
    assert stage.page.list.current in dialog.text.toPlainText()
    dialog.reject()


def test_rows_and_filters_have_names(stage: Stage) -> None:
    model = stage.page.list.rows.model()
    assert "What should it use?" in model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    for button in (stage.page.preview.flag, stage.page.preview.report, stage.page.preview.turn):
        assert button.accessibleName() or button.text()
    QApplication.processEvents()


def test_a_deep_row_stays_in_sight_when_the_search_is_cleared(stage: Stage) -> None:
    rows = stage.page.list.rows
    last = stage.found[-1]
    stage.page.search(Search(scope=frozenset(("watch.g2",))))
    rows.setCurrentIndex(rows.model().index(rows.model().rowCount() - 1, 0))
    stage.page.search(Search())
    assert stage.page.list.current == last
    assert rows.viewport().rect().intersects(rows.visualRect(rows.currentIndex()))
