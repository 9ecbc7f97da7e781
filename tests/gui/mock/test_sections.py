"""The exam room over its sections: one-way, a series without return, a case beside its questions, breaks."""

from collections.abc import Iterable
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from certstudy.core.confidence import Confidence
from certstudy.core.exam import MockExam
from certstudy.core.preferences import RoomColours
from certstudy.core.question import Kind, Question
from certstudy.core.record import Away
from certstudy.core.sections import SectionKind
from certstudy.gui import stopwatch
from certstudy.gui.mock.exam_page import ExamPage
from certstudy.gui.mock.ink import Words
from certstudy.gui.mock.stem_text import StemText, toggled_mark
from certstudy.study import mock_exam, settings
from certstudy.study.desk import Desk
from certstudy.study.mock_exam import Rules
from tests.core.tasks.samples import GAPS
from tests.fakes import FakeCatalog, FakeDesk
from tests.gui.mock.conftest import Stage


def with_questions(fake: FakeDesk, questions: Iterable[Question]) -> Desk:
    return replace(fake.desk, catalog=FakeCatalog(fake.catalog.syllabus, questions))


def begun(stage: Stage, **rules: bool) -> MockExam:
    desk = stage.fake.desk
    return mock_exam.start(desk, mock_exam.prepare(desk, 40, 7), Rules(100, **rules))[0]


def room(stage: Stage, qtbot: QtBot, **rules: bool) -> ExamPage:
    page = ExamPage(stage.room)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.begin(begun(stage, **rules))
    page.show()
    page.notice.button.click()
    return page


def exam_of(page: ExamPage) -> MockExam:
    assert page.exam is not None
    return page.exam


def agree(page: ExamPage) -> None:
    assert page.walk.dialog is not None
    page.walk.dialog.accept()


def to_series(page: ExamPage) -> None:
    page.foot.end.click()
    agree(page)
    page.notice.button.click()


def to_case(page: ExamPage) -> None:
    to_series(page)
    while exam_of(page).section.kind is SectionKind.SERIES:
        page.foot.next.click()
        agree(page)
    page.notice.button.click()


def test_the_overview_comes_first_and_the_clock_stands_until_it_is_past(whole: Stage, qtbot: QtBot) -> None:
    page = ExamPage(whole.room)
    qtbot.addWidget(page)
    page.begin(begun(whole))
    page.show()
    assert page.frame.reading
    assert not page.stopwatch.running
    assert "40 questions" in page.notice.accessibleDescription()
    assert page.foot.isHidden()
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert page.frame.asking
    assert page.stopwatch.running


def test_ending_a_section_asks_with_its_counts_and_closes_it_for_good(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    assert page.foot.end.text() == "End section"
    page.foot.end.click()
    assert page.walk.dialog is not None
    assert "33 questions are open." in page.walk.dialog.accessibleDescription()
    assert "cannot come back" in page.walk.dialog.accessibleDescription()
    page.walk.dialog.reject()
    assert exam_of(page).section_number == 0
    page.foot.end.click()
    agree(page)
    assert page.frame.reading
    assert exam_of(page).section.kind is SectionKind.SERIES
    page.notice.button.click()
    page.walk.go(0)
    assert exam_of(page).section.kind is SectionKind.SERIES


def test_a_series_has_no_way_back_and_no_review(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    to_series(page)
    first = exam_of(page).index
    for button in (page.foot.previous, page.foot.review, page.foot.end):
        assert button.isHidden()
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert page.frame.asking
    page.foot.next.click()
    assert page.walk.dialog is not None
    assert "cannot return" in page.walk.dialog.accessibleDescription()
    page.walk.dialog.reject()
    assert exam_of(page).index == first
    QTest.keyClick(page, Qt.Key.Key_1)
    page.foot.next.click()
    assert exam_of(page).index == first + 1
    page.walk.previous()
    page.walk.go(first)
    assert exam_of(page).index == first + 1


def test_a_case_study_has_its_pages_beside_the_questions(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    to_case(page)
    assert exam_of(page).section.kind is SectionKind.CASE
    assert page.panes.has_exhibits
    assert page.foot.end.text() == "End exam"
    assert "Section 3 of 3, case study" in page.accessibleName()
    page.foot.next.click()
    assert "Question 2 of 4" in page.accessibleName()


def test_a_break_locks_what_was_seen_while_the_clock_runs(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    page.foot.next.click()
    page.tools.rest.click()
    assert page.walk.dialog is not None
    assert "2 questions you have seen" in page.walk.dialog.accessibleDescription()
    agree(page)
    assert page.frame.reading
    before = exam_of(page).elapsed_ms
    page.stopwatch.ticked.emit(60_000)
    page.notice.button.click()
    assert exam_of(page).elapsed_ms >= before + 60_000
    assert exam_of(page).index == 2
    assert page.foot.previous.isHidden() or not page.foot.previous.isEnabled()
    page.walk.show_review()
    names = [page.review.panel.rows.item(i).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(3)]
    assert [name.endswith("closed") for name in names] == [True, True, False]
    page.review.panel.opened.emit(0)
    assert exam_of(page).index == 2
    page.review.panel.show_only("open")
    assert page.review.panel.rows.count() == len(exam_of(page).section) - 2
    page.walk.ask_to_end()
    assert page.walk.dialog is not None
    assert f"{len(exam_of(page).section) - 2} questions are open" in page.walk.dialog.accessibleDescription()


def test_a_line_to_type_takes_the_focus_when_the_exam_is_resumed(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    to_case(page)
    while not page.panes.question.answer.typed:
        page.foot.next.click()
    page.hide()
    again = ExamPage(whole.room)
    qtbot.addWidget(again)
    again.begin(mock_exam.resume(whole.fake.desk, exam_of(page).record.id))
    again.show()
    again.take_focus()
    focused = again.focusWidget()
    assert focused is not None
    assert again.panes.question.answer.isAncestorOf(focused)


def test_a_closed_lid_is_a_pause_and_ends_a_break(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    page.tools.rest.click()
    agree(page)
    page.stopwatch.slept.emit(300_000)
    assert page.frame.asking
    assert [gone.kind for gone in exam_of(page).interruptions] == [Away.BREAK, Away.PAUSE]
    assert exam_of(page).elapsed_ms < 60_000


def test_where_the_clock_runs_on_a_long_sleep_ends_the_exam(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot, runs_on=True)
    sitting = exam_of(page).record.id
    page.stopwatch.slept.emit(101 * 60_000)
    assert whole.ways.gone == [("show_result", sitting)]


def test_minutes_with_the_documentation_are_counted(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot, open_book=True)
    page.tools.look_up.click()
    assert whole.ways.gone == [("open_link", "https://example.org/t-100")]
    page.stopwatch.ticked.emit(130_000)
    assert page.tools.look_up.text() == "Documentation 2:10"
    page.tools.look_up.click()
    page.stopwatch.ticked.emit(5_000)
    assert [gone.kind for gone in exam_of(page).interruptions] == [Away.LOOKUP]
    assert 130_000 <= exam_of(page).interruptions[0].milliseconds < 135_000


def test_without_open_book_there_is_no_documentation(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    assert page.tools.look_up.isHidden()
    QTest.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert not exam_of(page).interruptions


def test_notes_strikes_highlights_and_confidence_are_kept(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    record, sitting, question = whole.fake.record, exam_of(page).record.id, exam_of(page).current
    page.tools.note.click()
    page.panes.question.asides.note.setPlainText("ask about slots")
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    text = next(text for text in page.panes.question.texts if not text.isHidden())
    cursor = text.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(9, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    page.tools.highlight.click()
    page.panes.question.asides.buttons[Confidence.GUESS].click()
    page.foot.next.click()
    kept = record.drafts[sitting][question]
    assert kept.note == "ask about slots"
    assert kept.highlights == ((text.name, 2, 9),)
    assert kept.confidence is Confidence.GUESS
    assert len(kept.struck) == 1
    page.foot.previous.click()
    assert page.panes.question.asides.note.toPlainText() == "ask about slots"
    assert len(text.extraSelections()) == 1


@pytest.mark.parametrize(
    ("selected", "marks"),
    [
        (("ask", 0, 4), (("ask", 0, 4), ("lead", 10, 20))),
        (("lead", 12, 15), ()),
        (("lead", 15, 30), (("lead", 10, 30),)),
        (("lead", 0, 10), (("lead", 0, 20),)),
        (("lead", 0, 5), (("lead", 0, 5), ("lead", 10, 20))),
    ],
)
def test_highlights_join_and_come_off(
    selected: tuple[str, int, int], marks: tuple[tuple[str, int, int], ...]
) -> None:
    assert toggled_mark((("lead", 10, 20),), selected) == marks


@pytest.mark.parametrize("colours", list(RoomColours))
def test_colours_of_the_room_are_legible_and_end_with_it(
    whole: Stage, qtbot: QtBot, colours: RoomColours
) -> None:
    page = room(whole, qtbot)
    page.tools.coloured.emit(colours)
    ink = whole.room.theme.tokens.room
    pairs = (
        (ink.text, ink.page), (ink.text2, ink.page), (ink.text, ink.chosen), (ink.on_bar, ink.bar),
        (ink.on_tool, ink.tool), (ink.on_primary, ink.primary), (ink.text, ink.button),
    )  # fmt: skip
    least = 4.5 if colours is RoomColours.USUAL else 7.0
    assert min(contrast(first, second) for first, second in pairs) >= least
    assert whole.fake.record.kept_preferences.room_colours is colours
    page.leave()
    page.hide()
    assert whole.room.theme.worn is RoomColours.USUAL


def test_how_sure_one_is_is_said_by_buttons_that_look_like_some(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    ink, buttons = whole.room.theme.tokens.room, page.panes.question.asides.buttons
    buttons[Confidence.GUESS].click()
    edges = {sure: left_edge(button) for sure, button in buttons.items()}
    assert edges == {
        Confidence.GUESS: ink.text.name(),
        Confidence.UNSURE: ink.edge.name(),
        Confidence.SURE: ink.edge.name(),
    }


def left_edge(button: QWidget) -> str:
    return button.grab().toImage().pixelColor(0, button.height() // 2).name()


def test_a_list_that_is_open_does_not_outlast_its_question(stage: Stage, qtbot: QtBot) -> None:
    catalog = stage.fake.catalog
    gaps = [replace(catalog.question(e.id), kind=Kind.DROPDOWN, task=GAPS) for e in catalog.entries]
    stage.room = replace(stage.room, desk=with_questions(stage.fake, gaps))
    page = ExamPage(stage.room)
    qtbot.addWidget(page)
    page.begin(mock_exam.start(stage.room.desk, mock_exam.prepare(stage.room.desk, 20), Rules(100))[0])
    page.show()
    page.notice.button.click()
    page.panes.question.answer.press(0)
    assert QApplication.activePopupWidget() is not None
    page.walk.next()
    assert exam_of(page).index == 1
    assert QApplication.activePopupWidget() is None


def test_the_room_opens_in_the_colours_kept(whole: Stage, qtbot: QtBot) -> None:
    settings.change(whole.fake.desk, room_colours=RoomColours.CONTRAST)
    page = room(whole, qtbot)
    ink = whole.room.theme.tokens.room
    written = {
        words.text(): words.palette().windowText().color().name() for words in page.bar.findChildren(Words)
    }
    assert ink.on_bar == QColor("#000000")
    assert "Time left" in written
    assert set(written.values()) == {ink.on_bar.name()}


def contrast(first: QColor, second: QColor) -> float:
    """The ratio of WCAG 2."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((light(first), light(second)))
    return (high + 0.05) / (low + 0.05)


def said(widget: QWidget) -> list[str]:
    """Everything a screen reader could read out of a widget."""
    found = []
    for child in (widget, *widget.findChildren(QWidget)):
        interface = QAccessible.queryAccessibleInterface(child)
        if interface is not None:
            found += [interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
        found.append(child.toolTip())
    return found


def test_nothing_in_the_room_tells_the_key(whole: Stage, qtbot: QtBot) -> None:
    """Whatever is right or wrong, the room says the same: verdicts, reasons, explanations are nowhere."""
    page = room(whole, qtbot)
    tells = ("Because", "It fits", "It is.", "Way **a** keeps", "Missed", "Wrong", "Right answer")
    seen = 0
    while page.exam is not None:
        exam = exam_of(page)
        for place in exam.section.places:
            if not exam_of(page).may_go(place):
                continue
            page.walk.go(place)
            question = whole.fake.catalog.question(exam.form[place])
            page.acts.respond(question.task.model)
            words = " ".join(said(page))
            assert not [tell for tell in tells if tell in words], question.kind
            seen += 1
        if exam.next_section is None:
            break
        if exam.returnable:
            page.foot.end.click()
            agree(page)
        else:
            page.foot.next.click()
        page.notice.button.click()
    assert seen == 40


def test_every_control_of_the_room_has_a_name(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot, open_book=True)
    whole.room.theme.set_scale(2.0)
    QApplication.processEvents()
    for button in page.findChildren(QObject):
        if (
            isinstance(button, QWidget)
            and button.focusPolicy() & Qt.FocusPolicy.TabFocus
            and button.isVisible()
        ):
            interface = QAccessible.queryAccessibleInterface(button)
            assert interface is not None
            assert interface.text(QAccessible.Text.Name), button


def test_a_killed_exam_is_taken_up_where_it_was(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    to_series(page)
    QTest.keyClick(page, Qt.Key.Key_2)
    page.foot.next.click()
    page.stopwatch.ticked.emit(9_000)
    there = exam_of(page)
    again = mock_exam.resume(whole.fake.desk, there.record.id)
    assert (again.index, again.left_ms, again.drafts) == (there.index, there.left_ms, there.drafts)
    other = ExamPage(whole.room)
    qtbot.addWidget(other)
    other.begin(again)
    assert other.frame.asking
    assert other.panes.question.answer.current is not None


@pytest.mark.parametrize("runs_on", [False, True])
def test_a_hidden_window_is_a_pause(
    whole: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, runs_on: bool
) -> None:
    now = [1000.0]
    monkeypatch.setattr(stopwatch, "time", SimpleNamespace(monotonic=lambda: now[0]))
    page = room(whole, qtbot, runs_on=runs_on)
    page.tools.coloured.emit(RoomColours.CREAM)
    now[0] += 1
    page.hide()
    now[0] += 600
    page.show()
    assert [(gone.kind, gone.milliseconds) for gone in exam_of(page).interruptions] == [(Away.PAUSE, 600_000)]
    assert exam_of(page).elapsed_ms == (601_000 if runs_on else 1_000)
    assert page.stopwatch.running
    assert whole.room.theme.worn is RoomColours.CREAM
    page.hide()


def select(text: StemText, start: int, end: int) -> None:
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def test_a_case_study_is_highlighted_for_all_of_its_questions(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    to_case(page)
    first = exam_of(page).current
    stem = next(text for text in page.panes.question.texts if not text.isHidden())
    overview = page.panes.texts[3]
    assert overview.toPlainText().startswith("Harbour Lights")
    select(stem, 0, 3)
    select(overview, 0, 7)
    assert stem.selection() is None
    page.tools.highlight.click()
    assert exam_of(page).draft(first).highlights == (("case-0", 0, 7),)
    page.walk.next()
    assert exam_of(page).current != first
    assert len(page.panes.texts[3].extraSelections()) == 1
    select(page.panes.texts[3], 2, 5)
    page.tools.highlight.click()
    assert page.panes.texts[3].extraSelections() == []
    assert exam_of(page).draft(first).highlights == ()


def test_around_a_page_of_a_case_study_is_the_ground_of_the_room(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    to_case(page)
    picture, panes = page.panes.grab().toImage(), page.panes
    text = panes.texts[3]
    frame = text.parentWidget()
    assert frame is not None
    corner = frame.mapTo(panes, QPoint(1, 1))
    assert picture.pixelColor(corner).rgb() == whole.room.theme.tokens.room.page.rgb()


def test_a_series_is_answered_by_yes_and_no(whole: Stage, qtbot: QtBot) -> None:
    page = room(whole, qtbot)
    to_series(page)
    QTest.keyClick(page, Qt.Key.Key_N)
    assert exam_of(page).draft(exam_of(page).current).response == frozenset({"no"})
    QTest.keyClick(page, Qt.Key.Key_Y)
    assert exam_of(page).draft(exam_of(page).current).response == frozenset({"yes"})
