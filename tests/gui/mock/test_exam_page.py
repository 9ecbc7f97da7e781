"""The exam room: moving, choosing, marking, the clock, leaving and resuming, the end."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from certstudy.core.errors import StoreError
from certstudy.gui.mock.exam_page import ExamPage
from certstudy.gui.widgets.button import Button
from certstudy.study import mock_exam
from tests.gui.answering import option_rows
from tests.gui.mock.conftest import Stage


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> ExamPage:
    page = ExamPage(stage.room)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.begin(stage.begun())
    page.show()
    page.notice.button.click()
    return page


def current(page: ExamPage) -> str:
    assert page.exam is not None
    return page.exam.current


def test_a_key_chooses_and_the_choice_is_stored_at_once(stage: Stage, page: ExamPage, qtbot: QtBot) -> None:
    assert page.exam is not None
    QTest.keyClick(page, Qt.Key.Key_2)
    chosen = option_rows(page.panes.question.answer)[1]
    kept = stage.fake.record.drafts[page.exam.record.id][current(page)]
    assert chosen.isChecked()
    assert isinstance(kept.response, frozenset)
    assert len(kept.response) == 1
    QTest.keyClick(page, Qt.Key.Key_B)
    assert stage.fake.record.drafts[page.exam.record.id][current(page)].response == kept.response


def test_tab_comes_to_the_answer_before_the_tools(page: ExamPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.setFocus()
    wanted = [
        option_rows(page.panes.question.answer)[0],
        page.foot.next,
        page.bar.hide_time,
        page.tools.mark,
    ]
    passed: list[QWidget | None] = []
    while page.focusWidget() is not page.tools.mark:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        passed.append(page.focusWidget())
    assert [stop for stop in passed if stop in wanted] == wanted


def test_nothing_tells_right_from_wrong(page: ExamPage) -> None:
    for row in option_rows(page.panes.question.answer):
        row.click()
        assert not any(word in row.accessibleName() for word in ("Right", "Wrong", "Missed"))
        assert not row.accessibleDescription()
        assert row.isEnabled()


def test_keys_move_mark_and_open_the_review(stage: Stage, page: ExamPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(page, Qt.Key.Key_N, alt)
    QTest.keyClick(page, Qt.Key.Key_M, alt)
    assert page.exam is not None
    assert page.exam.index == 1
    assert page.tools.mark.isChecked()
    assert stage.fake.record.drafts[page.exam.record.id][current(page)].marked
    QTest.keyClick(page, Qt.Key.Key_P, alt)
    assert page.exam.index == 0
    assert not page.tools.mark.isChecked()
    QTest.keyClick(page, Qt.Key.Key_R, alt)
    assert page.frame.reviewing
    page.review.panel.show_only("marked")
    rows = page.review.panel.rows
    assert [rows.item(i).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(rows.count())] == [
        "Question 2, not answered, marked for review"
    ]
    page.review.panel.opened.emit(1)
    assert not page.frame.reviewing
    assert page.exam.index == 1


def test_the_last_question_leads_to_the_review(page: ExamPage) -> None:
    page.walk.go(39)
    assert page.foot.next.text() == "Review"
    page.foot.next.click()
    assert page.frame.reviewing


def test_hiding_stops_the_clock_and_resuming_takes_up_place_and_time(stage: Stage, page: ExamPage) -> None:
    assert page.exam is not None
    page.walk.go(7)
    page.stopwatch.ticked.emit(61_000)
    page.hide()
    assert not page.stopwatch.running
    resumed = mock_exam.resume(stage.fake.desk, page.exam.record.id)
    assert resumed.index == 7
    assert resumed.left_ms == page.exam.left_ms
    assert resumed.left_ms is not None
    assert resumed.left_ms <= 100 * 60_000 - 61_000
    assert resumed.draft(resumed.current).milliseconds >= 61_000


def test_leaving_keeps_the_exam_open(stage: Stage, page: ExamPage) -> None:
    page.tools.leave.click()
    assert ("go", "mock") in stage.ways.gone
    assert [s.closed for s in stage.fake.record.open_sittings()] == [None]
    assert not page.stopwatch.running


def test_at_zero_the_exam_is_handed_in_as_it_stands(stage: Stage, page: ExamPage, qtbot: QtBot) -> None:
    assert page.exam is not None
    sitting = page.exam.record.id
    QTest.keyClick(page, Qt.Key.Key_1)
    page.stopwatch.ticked.emit(100 * 60_000)
    assert stage.ways.gone == [("show_result", sitting)]
    assert stage.fake.record.sitting(sitting).closed is not None
    assert stage.fake.record.sitting(sitting).elapsed_ms == 100 * 60_000
    assert len(stage.fake.record.answers_of(sitting)) == 40
    assert not page.stopwatch.running


def test_an_exam_resumed_without_time_left_is_handed_in(stage: Stage, qtbot: QtBot) -> None:
    exam = mock_exam.tick(stage.fake.desk, stage.begun(minutes=1), 60_000)
    page = ExamPage(stage.room)
    qtbot.addWidget(page)
    page.begin(exam)
    page.show()
    qtbot.waitUntil(lambda: stage.ways.gone == [("show_result", exam.record.id)])


def test_the_time_can_be_hidden_until_the_last_five_minutes(page: ExamPage) -> None:
    page.bar.hide_time.click()
    assert page.bar.clock.isHidden()
    page.stopwatch.ticked.emit(95 * 60_000 - 5_000)
    assert page.bar.clock.isHidden()
    page.stopwatch.ticked.emit(5_000)
    assert not page.bar.clock.isHidden()
    assert page.bar.hide_time.isHidden()


def test_ending_asks_with_the_counts_and_only_then_hands_in(
    stage: Stage, page: ExamPage, qtbot: QtBot
) -> None:
    assert page.exam is not None
    sitting = page.exam.record.id
    page.acts.mark()
    page.foot.end.click()
    dialog = page.walk.dialog
    assert dialog is not None
    assert "40 questions are open." in dialog.accessibleDescription()
    assert "1 question is marked" in dialog.accessibleDescription()
    keep, end = dialog.findChildren(Button)
    assert (keep.text(), end.text()) == ("Keep working", "End exam")
    keep.click()
    assert stage.fake.record.sitting(sitting).closed is None
    page.foot.end.click()
    assert page.walk.dialog is not None
    page.walk.dialog.findChildren(Button)[1].click()
    assert stage.fake.record.sitting(sitting).closed is not None
    assert stage.ways.gone == [("show_result", sitting)]


def test_a_full_disk_changes_no_answer_but_time_goes_on(stage: Stage, page: ExamPage, qtbot: QtBot) -> None:
    assert page.exam is not None
    stage.fake.record.fault = StoreError("The disk is full.")
    with qtbot.waitSignal(stage.room.operations.failed):
        QTest.keyClick(page, Qt.Key.Key_1)
    assert not any(row.isChecked() for row in option_rows(page.panes.question.answer))
    before = page.exam.elapsed_ms
    page.stopwatch.ticked.emit(3_000)
    assert page.exam.elapsed_ms == before + 3_000
    page.hand_in()
    assert stage.ways.gone == []
    assert page.stopwatch.running
    stage.fake.record.fault = None
    page.hand_in()
    assert stage.ways.gone == [("show_result", page_sitting(stage))]


def test_a_question_that_left_the_bank_does_not_stop_the_exam(stage: Stage, qtbot: QtBot) -> None:
    exam = stage.begun()
    desk = replace(stage.fake.desk, catalog=stage.fake.catalog.without(exam.form[0]))
    page = ExamPage(replace(stage.room, desk=desk))
    qtbot.addWidget(page)
    page.begin(exam)
    page.show()
    page.walk.next()
    assert page.panes.question.answer.isHidden()
    page.foot.next.click()
    assert not page.panes.question.answer.isHidden()
    page.hand_in()
    assert len(stage.fake.record.answers_of(exam.record.id)) == 39


def test_keys_reach_the_exam_from_an_option(page: ExamPage) -> None:
    rows = option_rows(page.panes.question.answer)
    QTest.keyClick(rows[0], Qt.Key.Key_3)
    assert rows[2].isChecked()


def page_sitting(stage: Stage) -> int:
    return next(iter(stage.fake.record.sittings))


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1280, 800, 1.0), (1920, 1080, 1.0), (1280, 800, 2.0)]
)
def test_every_verb_stays_inside_the_window(
    stage: Stage, page: ExamPage, width: int, height: int, scale: float
) -> None:
    stage.room.theme.set_scale(scale)
    page.resize(width, height)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= width
    assert page.minimumSizeHint().height() <= height
    for button in (page.foot.end, page.foot.previous, page.foot.next, page.tools.mark, page.tools.leave):
        place = button.mapTo(page, button.rect().bottomRight())
        assert page.rect().contains(place)


def test_the_note_opens_in_sight(page: ExamPage, qtbot: QtBot) -> None:
    page.resize(900, 330)
    QApplication.processEvents()
    note = page.panes.question.asides.note
    page.acts.toggle_note()
    qtbot.waitUntil(lambda: note.visibleRegion().boundingRect() == note.rect())


def test_escape_leads_from_the_note_back_to_the_question(page: ExamPage, qtbot: QtBot) -> None:
    note = page.panes.question.asides.note
    page.acts.toggle_note()
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "a thought")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert page.hasFocus()
    assert page.exam is not None
    assert page.exam.draft(page.exam.current).note == "a thought"
