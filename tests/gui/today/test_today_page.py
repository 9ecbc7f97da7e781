"""The Today screen: there before the record is, and every button does what it says."""

from dataclasses import replace
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from certstudy.core.changes import Changes
from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.preferences import Preferences
from certstudy.gui.mock.exam_page import ExamPage
from certstudy.gui.mock.setup_page import MockSetupPage
from certstudy.gui.operations import Operations
from certstudy.gui.practice.quiz_page import QuizPage
from certstudy.gui.room import Room
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.label import Label
from certstudy.gui.window import Window
from certstudy.present.today import today_view
from certstudy.present.today_view import TodayView
from certstudy.study.mock_exam import Rules, go, prepare, start
from certstudy.study.practice import Mode, Request
from certstudy.study.today import look
from tests.fakes import FakeDesk
from tests.study.learning import answered, begin

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def waiting(qtbot: QtBot, theme: Theme, operations: Operations) -> Window:
    """A window whose record is still being opened."""
    made = Window(theme, operations)
    qtbot.addWidget(made)
    made.show()
    return made


def _view(learner: FakeDesk) -> TodayView:
    return today_view(learner.catalog.syllabus, look(learner.desk))


def _let_in(window: Window, theme: Theme, operations: Operations, learner: FakeDesk) -> None:
    window.enter(Room(theme, learner.desk, operations, window))
    operations.settle()


def _form(window: Window) -> tuple[str, ...]:
    return cast("QuizPage", window.page).controller.sitting.form


def _words(window: Window) -> str:
    return "\n".join(label.text() for label in window.today.findChildren(Label) if label.isVisible())


def test_before_a_first_view_there_are_no_empty_cards(waiting: Window) -> None:
    assert not waiting.today.session.isVisible()
    assert not waiting.today.banner.isVisible()


def test_a_kept_view_is_shown_before_the_record_is_open(waiting: Window, learner: FakeDesk) -> None:
    view = _view(learner)
    waiting.show_today(view)
    assert waiting.today.session.isVisible()
    words = _words(waiting)
    for part in (view.title, view.session.detail, view.readiness.sentence, view.pace):
        assert part in words
    assert [row.text() for row in waiting.today.worth.rows] == [row.title for row in view.worth]


def test_a_button_pressed_before_the_record_is_open_is_done_then(
    qtbot: QtBot, waiting: Window, theme: Theme, operations: Operations, learner: FakeDesk
) -> None:
    waiting.show_today(_view(learner))
    qtbot.mouseClick(waiting.today.session.start, LEFT)
    assert waiting.here == "today"
    assert not learner.record.writes
    expected = tuple(pick.entry.id for pick in look(learner.desk).proposal.picks)
    _let_in(waiting, theme, operations, learner)
    assert waiting.here == "quiz"
    assert _form(waiting) == expected


def test_of_two_buttons_pressed_early_the_latter_counts(
    qtbot: QtBot, waiting: Window, theme: Theme, operations: Operations, learner: FakeDesk
) -> None:
    waiting.show_today(_view(learner))
    qtbot.mouseClick(waiting.today.session.start, LEFT)
    waiting.go("settings")
    _let_in(waiting, theme, operations, learner)
    assert waiting.here == "settings"
    assert not learner.record.open_sittings()


def test_entering_reads_the_record_over_an_old_view(
    waiting: Window, theme: Theme, operations: Operations, learner: FakeDesk
) -> None:
    learner.record.prefer(Preferences(exam_date=date(2026, 12, 19)))
    waiting.show_today(_view(learner))
    assert "26 days to the exam" in _words(waiting)
    learner.clock.forward(days=2)
    _let_in(waiting, theme, operations, learner)
    assert "24 days to the exam" in _words(waiting)


def test_start_begins_exactly_the_questions_shown(qtbot: QtBot, window: Window, learner: FakeDesk) -> None:
    shown = look(learner.desk).proposal
    qtbot.mouseClick(window.today.session.start, LEFT)
    assert window.here == "quiz"
    assert _form(window) == tuple(pick.entry.id for pick in shown.picks)
    (sitting,) = learner.record.open_sittings()
    assert sitting.source == "mix"


def test_enter_starts(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window.today, Qt.Key.Key_Return)
    assert window.here == "quiz"


def test_enter_takes_up_the_paused_practice(
    qtbot: QtBot, waiting: Window, theme: Theme, operations: Operations, learner: FakeDesk
) -> None:
    sitting = answered(learner, begin(learner, Request(Mode.UNSEEN, 6)))
    _let_in(waiting, theme, operations, learner)
    assert waiting.today.session.start.text() == "Resume: Unseen"
    assert waiting.today.session.fresh.text() == "Start session"
    qtbot.keyClick(waiting.today, Qt.Key.Key_Return)
    assert _form(waiting) == sitting.form
    assert len(learner.record.open_sittings()) == 1


def test_beside_a_paused_practice_a_new_session_can_be_started(
    qtbot: QtBot, waiting: Window, theme: Theme, operations: Operations, learner: FakeDesk
) -> None:
    sitting = begin(learner, Request(Mode.UNSEEN, 6))
    _let_in(waiting, theme, operations, learner)
    qtbot.mouseClick(waiting.today.session.fresh, LEFT)
    assert _form(waiting) != sitting.form
    assert len(learner.record.open_sittings()) == 2


def test_a_paused_mock_exam_has_the_banner_and_practice_the_button(
    qtbot: QtBot, waiting: Window, theme: Theme, operations: Operations, learner: FakeDesk
) -> None:
    start(learner.desk, prepare(learner.desk, 40), Rules(50))
    sitting = begin(learner, Request(Mode.MIX, 5))
    _let_in(waiting, theme, operations, learner)
    assert waiting.today.banner.accessibleName().startswith("A mock exam is paused")
    assert waiting.today.session.start.text() == "Resume session"
    qtbot.mouseClick(waiting.today.session.start, LEFT)
    assert _form(waiting) == sitting.form


def test_a_dismissed_practice_leaves_the_button_to_a_new_session(
    qtbot: QtBot, waiting: Window, theme: Theme, operations: Operations, learner: FakeDesk
) -> None:
    sitting = begin(learner, Request(Mode.UNSEEN, 6))
    _let_in(waiting, theme, operations, learner)
    qtbot.mouseClick(waiting.today.banner.close_button, LEFT)
    button = waiting.today.session.start
    assert (button.text(), waiting.today.session.fresh.isVisible()) == ("Start session", False)
    qtbot.mouseClick(button, LEFT)
    assert _form(waiting) != sitting.form


def test_without_an_exam_date_a_button_leads_to_it(qtbot: QtBot, window: Window, learner: FakeDesk) -> None:
    qtbot.mouseClick(window.today.date, LEFT)
    assert window.here == "settings"
    learner.record.prefer(Preferences(exam_date=date(2026, 12, 19)))
    window.go("today")
    window.today.refresh()
    window._operations.settle()
    assert not window.today.date.isVisible()


def test_a_short_session_is_shorter(qtbot: QtBot, window: Window) -> None:
    qtbot.mouseClick(window.today.session.short, LEFT)
    assert len(_form(window)) == 12


def test_a_worth_row_practises_its_objective(qtbot: QtBot, window: Window, learner: FakeDesk) -> None:
    row = window.today.worth.rows[1]
    assert row.row is not None
    qtbot.mouseClick(row, LEFT)
    objectives = {learner.catalog.question(qid).objective for qid in _form(window)}
    assert objectives == {row.row.scope}
    (sitting,) = learner.record.open_sittings()
    assert sitting.source == "focus"


def test_focus_opens_the_practice_screen(qtbot: QtBot, window: Window) -> None:
    qtbot.mouseClick(window.today.session.focus, LEFT)
    assert window.here == "practice"


def test_the_banner_names_the_practice_that_the_button_resumes_where_it_was_left(
    qtbot: QtBot, waiting: Window, theme: Theme, operations: Operations, learner: FakeDesk
) -> None:
    sitting = answered(learner, begin(learner, Request(Mode.UNSEEN, 6)))
    _let_in(waiting, theme, operations, learner)
    banner = waiting.today.banner
    assert banner.accessibleName() == "Practice is paused: Unseen question 2 of 6"
    assert not banner.action.isVisible()
    qtbot.mouseClick(waiting.today.session.start, LEFT)
    assert waiting.here == "quiz"
    resumed = cast("QuizPage", waiting.page).controller.sitting
    assert (resumed.form, resumed.index) == (sitting.form, 1)


def test_the_banner_resumes_a_mock_exam_in_its_room(
    qtbot: QtBot, waiting: Window, theme: Theme, operations: Operations, learner: FakeDesk
) -> None:
    exam, _changes = start(learner.desk, prepare(learner.desk, 40), Rules(50))
    go(learner.desk, exam, 5)
    _let_in(waiting, theme, operations, learner)
    qtbot.mouseClick(waiting.today.banner.action, LEFT)
    assert waiting.here == "exam"
    assert isinstance(waiting.page, ExamPage)


def test_a_dismissed_banner_stays_away_but_another_sitting_brings_it_back(
    qtbot: QtBot, waiting: Window, theme: Theme, operations: Operations, learner: FakeDesk
) -> None:
    begin(learner, Request(Mode.MIX, 5))
    _let_in(waiting, theme, operations, learner)
    banner = waiting.today.banner
    assert banner.isVisible()
    qtbot.mouseClick(banner.close_button, LEFT)
    waiting.today.refresh()
    operations.settle()
    assert not banner.isVisible()
    begin(learner, Request(Mode.MIX, 5))
    waiting.today.refresh()
    operations.settle()
    assert banner.isVisible()


def test_a_change_shows_while_visible_and_later_otherwise(
    window: Window, operations: Operations, learner: FakeDesk
) -> None:
    heard: list[TodayView] = []
    window.today.renewed.connect(heard.append)
    window.go("practice")
    learner.record.prefer(Preferences(session_size=9))
    window.today.heed(window.today.concerned_by)
    operations.settle()
    assert heard == []
    window.go("today")
    operations.settle()
    assert [view.session.detail.split(",")[0] for view in heard] == ["9 questions"]


def test_an_empty_pack_cannot_be_started(
    qtbot: QtBot, waiting: Window, theme: Theme, operations: Operations, learner: FakeDesk
) -> None:
    bare = replace(learner.desk, catalog=learner.catalog.without(*(e.id for e in learner.catalog.entries)))
    waiting.enter(Room(theme, bare, operations, waiting))
    operations.settle()
    assert waiting.today.session.start.off
    assert waiting.today.session.start.toolTip() == "There are no questions to ask."
    qtbot.mouseClick(waiting.today.session.start, LEFT)
    assert waiting.here == "today"
    assert not learner.record.writes


def test_a_planned_mock_exam_is_set_up_from_today(
    window: Window, operations: Operations, learner: FakeDesk
) -> None:
    learner.record.prefer(Preferences(date(2026, 12, 20)))
    operations.publish(Changes.PREFERENCES)
    operations.settle()
    assert window.today.hint.isVisible()
    window.today.hint.action.click()
    assert window.here == "mock"
    assert cast("MockSetupPage", window.page).kind.currentData() == "diagnostic:"


def test_a_failed_attempt_leads_to_the_plan(
    window: Window, operations: Operations, learner: FakeDesk
) -> None:
    learner.record.add_result(Result(ResultKind.EXAM, learner.desk.now().day, 640.0), learner.desk.now())
    operations.publish(Changes.ANSWERS)
    operations.settle()
    window.today.hint.action.click()
    assert window.here == "plan"
