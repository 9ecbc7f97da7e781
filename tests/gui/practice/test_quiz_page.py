"""A practice session as a learner lives it, by keys and by clicks."""

from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from certstudy.core.confidence import Confidence
from certstudy.core.response import NOTHING, toggled
from certstudy.gui import stopwatch
from certstudy.gui.library.page import LibraryPage
from certstudy.gui.practice.quiz_page import IDLE_MS, QuizPage
from certstudy.gui.question.text_link import TextLink
from certstudy.gui.stopwatch import Stopwatch
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.key_hint import KeyHint
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.toast import Toast
from certstudy.gui.window import Window
from certstudy.study.practice import Mode, Request
from tests.choices import shown_options
from tests.fakes import FakeDesk
from tests.gui.answering import option_ids, option_rows
from tests.gui.clicking import double_click

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(window: Window) -> QuizPage:
    window.practise(Request(Mode.MIX, 5))
    return cast("QuizPage", window.page)


def _press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


def _answer_rightly(qtbot: QtBot, page: QuizPage) -> None:
    for option in page.controller.question.key:
        place = option_ids(page.controller.view().question.task).index(option)
        _press(qtbot, page, Qt.Key(Qt.Key.Key_1.value + place))
    _press(qtbot, page, ENTER)


def _picked(page: QuizPage) -> frozenset[str]:
    response = page.controller.response
    assert isinstance(response, frozenset)
    return response


def _answer_wrongly(qtbot: QtBot, page: QuizPage) -> None:
    question = page.controller.question
    wrong = [o for o in option_ids(page.controller.view().question.task) if o not in question.key][
        : question.task.out_of
    ]
    for option in wrong:
        _press(
            qtbot,
            page,
            Qt.Key(Qt.Key.Key_A.value + option_ids(page.controller.view().question.task).index(option)),
        )
    while not page.controller.complete:
        picked = _picked(page)
        spare = next(o for o in option_ids(page.controller.view().question.task) if o not in picked)
        page.controller.respond(toggled(picked, spare, question.task.out_of))
    _press(qtbot, page, ENTER)


def test_a_whole_session_by_keyboard(qtbot: QtBot, window: Window, page: QuizPage, learner: FakeDesk) -> None:
    for _question in range(5):
        _answer_rightly(qtbot, page)
        assert page.controller.checked
        assert page.board.feedback.isVisible()
        _press(qtbot, page, ENTER)
    assert page.controller.finished
    assert page.summary.isVisible()
    assert not page.summary.again.isVisible()
    assert not learner.record.open_sittings()
    assert sum(total.answers for total in learner.record.days()) == 5
    _press(qtbot, page, ENTER)
    assert window.here == "today"


def test_nothing_is_revealed_before_the_check(page: QuizPage) -> None:
    view = page.controller.view()
    assert view.feedback is None
    assert all(not option.why_html and option.mark == "none" for option in shown_options(view.question))
    assert not page.board.feedback.isVisible()


def test_check_wants_as_many_as_the_question_does(qtbot: QtBot, page: QuizPage) -> None:
    _press(qtbot, page, ENTER)
    assert not page.controller.checked
    assert page.foot.primary.off


def _key(kind: QEvent.Type, key: Qt.Key, at: int = 0, repeats: bool = False) -> QKeyEvent:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", autorep=repeats)
    event.setTimestamp(at)
    return event


def test_a_repeat_that_is_not_said_to_be_one_stops_at_the_verdict(page: QuizPage) -> None:
    at = 5000
    for gap in (0, 40, 40):
        at += gap
        QApplication.sendEvent(page, _key(QEvent.Type.KeyPress, Qt.Key.Key_0, at))
        QApplication.sendEvent(page, _key(QEvent.Type.KeyPress, ENTER, at))
        QApplication.sendEvent(page, _key(QEvent.Type.KeyRelease, ENTER, at + 40))
    assert page.controller.checked
    assert page.controller.sitting.index == 2
    QApplication.sendEvent(page, _key(QEvent.Type.KeyPress, ENTER, at + 200))
    assert not page.controller.checked


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_0])
def test_a_key_held_down_stops_at_the_verdict(qtbot: QtBot, page: QuizPage, key: Qt.Key) -> None:
    _press(qtbot, page, Qt.Key.Key_1, key)
    for _repeat in range(20):
        QApplication.sendEvent(page, _key(QEvent.Type.KeyPress, key, repeats=True))
    assert page.controller.checked
    assert page.controller.sitting.index == 1


def test_a_double_click_stops_at_the_verdict(qtbot: QtBot, page: QuizPage) -> None:
    _press(qtbot, page, Qt.Key.Key_1)
    while not page.controller.complete:
        _press(qtbot, page, Qt.Key.Key_2)
    double_click(page.foot.primary)
    assert page.controller.checked
    assert page.controller.sitting.index == 1
    qtbot.mouseClick(page.foot.primary, Qt.MouseButton.LeftButton)
    assert not page.controller.checked


def test_a_double_click_on_an_option_chooses_it(page: QuizPage) -> None:
    while page.board.question.answer.current is None or page.controller.question.task.out_of > 1:
        page.answer_with(NOTHING)
        page.foot.primary.click()
    row = option_rows(page.board.question.answer)[1]
    double_click(row)
    assert row.isChecked()


def test_tab_goes_from_the_question_to_the_answer_and_the_check_and_then_to_the_tools(
    qtbot: QtBot, page: QuizPage
) -> None:
    with qtbot.waitActive(page.window()):
        page.window().activateWindow()
    first = option_rows(page.board.question.answer)[0]
    qtbot.wait(3 * IDLE_MS)
    wanted = [first, page.foot.unknown, page.foot.primary, page.board.note, page.board.flag, page.bar.leave]
    page.setFocus()
    passed = []
    while page.focusWidget() is not page.bar.leave:
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        passed.append(page.window().focusWidget())
    assert [stop for stop in passed if stop in wanted] == wanted
    assert page not in passed


def test_dont_know_earns_nothing_and_is_stored(qtbot: QtBot, page: QuizPage, learner: FakeDesk) -> None:
    _press(qtbot, page, Qt.Key.Key_1, Qt.Key.Key_0)
    assert page.controller.checked
    (answer,) = learner.record.answers_of(page.controller.sitting.record.id)
    assert answer.points == 0
    assert not answer.response


def test_confidence_is_kept_with_the_answer(qtbot: QtBot, page: QuizPage, learner: FakeDesk) -> None:
    _press(qtbot, page, Qt.Key.Key_L)
    _answer_rightly(qtbot, page)
    (answer,) = learner.record.answers_of(page.controller.sitting.record.id)
    assert answer.confidence is Confidence.SURE


def test_undo_takes_the_answer_back_and_asks_again(qtbot: QtBot, page: QuizPage, learner: FakeDesk) -> None:
    question = page.controller.question.id
    _answer_wrongly(qtbot, page)
    _press(qtbot, page, Qt.Key.Key_U)
    assert page.controller.question.id == question
    assert not page.controller.checked
    assert not learner.record.answers_to(question)


def test_undo_also_works_from_the_next_question(qtbot: QtBot, page: QuizPage) -> None:
    question = page.controller.question.id
    _answer_rightly(qtbot, page)
    _press(qtbot, page, ENTER, Qt.Key.Key_U)
    assert page.controller.question.id == question


def test_flag_by_key_and_by_click(qtbot: QtBot, page: QuizPage, learner: FakeDesk) -> None:
    question = page.controller.question.id
    _press(qtbot, page, Qt.Key.Key_M)
    assert question in learner.record.flags()
    qtbot.mouseClick(page.board.flag, Qt.MouseButton.LeftButton)
    assert question not in learner.record.flags()


def test_f_flags_where_no_sixth_option_stands(qtbot: QtBot, page: QuizPage, learner: FakeDesk) -> None:
    assert len(option_ids(page.controller.view().question.task)) < 6
    _press(qtbot, page, Qt.Key.Key_F)
    assert page.controller.question.id in learner.record.flags()


def test_strike_out_unchooses_and_choosing_brings_back(qtbot: QtBot, page: QuizPage) -> None:
    first = option_ids(page.controller.view().question.task)[0]
    _press(qtbot, page, Qt.Key.Key_A)
    qtbot.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert first in page.controller.struck
    assert first not in _picked(page)
    _press(qtbot, page, Qt.Key.Key_A)
    assert first not in page.controller.struck


def test_a_note_written_beside_the_verdict_is_kept(qtbot: QtBot, page: QuizPage, learner: FakeDesk) -> None:
    question = page.controller.question.id
    _answer_rightly(qtbot, page)
    _press(qtbot, page, Qt.Key.Key_N)
    qtbot.keyClicks(page.board.feedback.note, "read again")
    qtbot.mouseClick(page.foot.primary, Qt.MouseButton.LeftButton)
    assert learner.record.notes()[question] == "read again"


def test_letters_typed_into_the_note_do_not_answer(qtbot: QtBot, page: QuizPage) -> None:
    _answer_rightly(qtbot, page)
    index = page.controller.sitting.index
    _press(qtbot, page, Qt.Key.Key_N)
    qtbot.keyClicks(page.board.feedback.note, "u0abm")
    assert page.controller.sitting.index == index
    assert page.board.feedback.note.toPlainText() == "u0abm"


def test_escape_goes_out_of_the_note_before_it_leaves(
    qtbot: QtBot, window: Window, page: QuizPage, learner: FakeDesk
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    question = page.controller.question.id
    _answer_rightly(qtbot, page)
    _press(qtbot, page, Qt.Key.Key_N)
    qtbot.keyClicks(page.board.feedback.note, "read again")
    _press(qtbot, page.board.feedback.note, Qt.Key.Key_Escape)
    assert window.here == "quiz"
    assert page.hasFocus()
    assert learner.record.notes()[question] == "read again"
    _press(qtbot, page, Qt.Key.Key_Escape)
    assert window.here == "today"


def test_the_foot_names_the_letters_there_are(page: QuizPage) -> None:
    options = len(option_rows(page.board.question.answer))
    last = "ABCDEFGHI"[options - 1]
    hints = [hint.accessibleName() for hint in page.foot.findChildren(KeyHint) if hint.isVisible()]
    assert hints[:2] == [f"A–{last} choose", f"Shift {last} strike out"]


def test_the_verdict_is_said_where_the_explanation_has_no_room(
    qtbot: QtBot, window: Window, page: QuizPage, theme: Theme
) -> None:
    theme.set_scale(2.0)
    window.resize(960, 600)
    _answer_wrongly(qtbot, page)
    assert not page.board.feedback.isVisible()
    assert "Wrong" in _said(page)
    wrong = theme.tokens.verdict("wrong").ink
    assert any(_paints(icon, wrong) for icon in page.board.findChildren(IconView) if icon.isVisible())
    _press(qtbot, page, ENTER)
    assert "Wrong" not in _said(page)


def test_an_exhibit_alone_ends_before_the_edge(
    qtbot: QtBot, window: Window, learner: FakeDesk, theme: Theme
) -> None:
    theme.set_scale(2.0)
    window.resize(960, 600)
    with_table = next(e.id for e in learner.catalog.entries if learner.catalog.question(e.id).exhibits)
    window.practise(Request(Mode.SELECTION, 1, questions=(with_table,)))
    page = cast("QuizPage", window.page)
    _press(qtbot, page, Qt.Key.Key_X)
    exhibits = page.board.exhibits
    left = exhibits.mapTo(page.board, QPoint(0, 0)).x()
    assert exhibits.isVisible()
    assert page.board.width() - left - exhibits.width() == left


def _paints(widget: QWidget, ink: QColor) -> bool:
    image = widget.grab().toImage()
    return any(image.pixelColor(x, y) == ink for x in range(image.width()) for y in range(image.height()))


def _said(page: QuizPage) -> list[str]:
    return [label.text() for label in page.board.findChildren(Label) if label.isVisible()]


def test_leaving_keeps_the_place_and_today_offers_it(
    qtbot: QtBot, window: Window, page: QuizPage, learner: FakeDesk
) -> None:
    _answer_rightly(qtbot, page)
    _press(qtbot, page, Qt.Key.Key_Escape)
    assert window.here == "today"
    qtbot.waitUntil(window.today.banner.isVisible)
    window.today.banner.action.click()
    assert window.here == "quiz"
    assert page.controller.sitting.index == 1


def test_leaving_keeps_what_is_not_checked_yet(
    qtbot: QtBot, window: Window, page: QuizPage, learner: FakeDesk
) -> None:
    a, b = option_ids(page.controller.view().question.task)[:2]
    _press(qtbot, page, Qt.Key.Key_A, Qt.Key.Key_L)
    qtbot.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    page.controller.milliseconds = 4000
    _press(qtbot, page, Qt.Key.Key_Escape)
    window.resume(page.controller.sitting.record.id, mock=False)
    assert _picked(page) == {a}
    assert option_rows(page.board.question.answer)[0].isChecked()
    assert page.controller.struck == {b}
    assert page.controller.confidence is Confidence.SURE
    assert page.controller.milliseconds >= 4000


def test_what_is_not_checked_yet_is_kept_in_case_the_app_is_killed(
    qtbot: QtBot, page: QuizPage, learner: FakeDesk
) -> None:
    _press(qtbot, page, Qt.Key.Key_A)
    kept = learner.record.drafts[page.controller.sitting.record.id]
    qtbot.waitUntil(lambda: page.controller.question.id in kept)
    assert kept[page.controller.question.id].response == page.controller.response


def test_missed_questions_can_be_practised_at_once(qtbot: QtBot, window: Window, page: QuizPage) -> None:
    missed = page.controller.question.id
    _answer_wrongly(qtbot, page)
    _press(qtbot, page, ENTER)
    while not page.controller.finished:
        _answer_rightly(qtbot, page)
        _press(qtbot, page, ENTER)
    assert page.summary.again.isVisible()
    _press(qtbot, page, ENTER)
    assert page.controller.sitting.form == (missed,)


def test_missed_questions_are_listed_and_open_in_the_library(
    qtbot: QtBot, window: Window, page: QuizPage
) -> None:
    missed = page.controller.question.id
    _answer_wrongly(qtbot, page)
    _press(qtbot, page, ENTER)
    while not page.controller.finished:
        _answer_rightly(qtbot, page)
        _press(qtbot, page, ENTER)
    (link,) = page.summary.findChildren(TextLink)
    assert link.isVisible()
    assert link.text().startswith("A team works on case")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.here == "library"
    assert cast("LibraryPage", window.page).list.current == missed
    (toast,) = window.findChildren(Toast)
    toast.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(page.summary.isVisible)


def test_the_time_counts_in_what_is_practised_at_once(qtbot: QtBot, page: QuizPage) -> None:
    watch = page.findChild(Stopwatch)
    assert watch is not None
    while not page.controller.finished:
        qtbot.keyClick(page, Qt.Key.Key_0)
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert not watch.running
    qtbot.mouseClick(page.summary.again, Qt.MouseButton.LeftButton)
    assert not page.controller.finished
    assert watch.running


def test_reading_the_verdict_counts_for_no_question(
    qtbot: QtBot, page: QuizPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(stopwatch, "time", SimpleNamespace(monotonic=lambda: now[0]))
    watch = page.findChild(Stopwatch)
    assert watch is not None
    watch.start()
    for key in (Qt.Key.Key_0, ENTER, Qt.Key.Key_0):
        now[0] += 0.9
        qtbot.keyClick(page, key)
    assert [answer.milliseconds for answer in page.controller.sitting.answers] == [900, 900]
    now[0] += 0.9
    qtbot.keyClick(page, Qt.Key.Key_U)
    watch.flush()
    # of the answer taken back its own time counts on, so that the clock of the sitting never runs backwards
    assert page.controller.milliseconds == 900
    assert page.controller.spent_ms == 1800


def test_clicks_alone_answer_a_question(qtbot: QtBot, page: QuizPage) -> None:
    for option in page.controller.question.key:
        row = option_rows(page.board.question.answer)[
            option_ids(page.controller.view().question.task).index(option)
        ]
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.foot.primary, Qt.MouseButton.LeftButton)
    assert page.controller.checked
    assert page.controller.sitting.answers[-1].credit == 1.0


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_wider_than_the_window(qtbot: QtBot, page: QuizPage, theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    _answer_wrongly(qtbot, page)
    qtbot.wait(20)
    right = page.mapToGlobal(page.rect().topRight()).x()
    for row in option_rows(page.board.question.answer):
        assert row.mapToGlobal(row.rect().topRight()).x() <= right
    primary = page.foot.primary
    assert primary.mapToGlobal(primary.rect().topRight()).x() <= right


def test_every_control_has_a_name(qtbot: QtBot, page: QuizPage) -> None:
    _answer_wrongly(qtbot, page)
    for row in option_rows(page.board.question.answer):
        assert row.accessibleName()
    for button in (page.bar.leave, page.board.flag, page.board.note):
        assert button.accessibleName()
