"""A learner's evening through the real window, record and pack: start, study, close, come back tomorrow."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from certstudy.app.places import Places, find_places
from certstudy.app.snapshot import FILE
from certstudy.app.window import WindowSession
from certstudy.core.record import SittingKind
from certstudy.gui.fault_page import FaultPage
from certstudy.gui.mock.exam_page import ExamPage
from certstudy.gui.practice.quiz_page import QuizPage
from certstudy.store.opening import open_store
from certstudy.study import mock_exam
from certstudy.study.practice import Mode, Request
from tests.gui.answering import option_ids

BREW = Path(__file__).resolve().parents[1] / "packs" / "brew-1"
ENTER = Qt.Key.Key_Return

Open = Callable[[], WindowSession]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places(BREW, tmp_path / "data")


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, places: Places, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the window and waits until it has entered its record, as often as asked."""
    monkeypatch.setattr("sys.excepthook", __import__("sys").excepthook)
    sessions: list[WindowSession] = []

    def opened() -> WindowSession:
        session = WindowSession(qapp, places)
        sessions.append(session)
        qtbot.addWidget(session.window)
        with qtbot.waitSignal(session.window.today.renewed, timeout=20_000):
            session.open()
        return session

    return opened


def _quiz(session: WindowSession) -> QuizPage:
    return cast("QuizPage", session.window.page)


def _answer_all(qtbot: QtBot, page: QuizPage, right: bool = True) -> None:
    while not page.controller.finished:
        if right:
            for option in page.controller.question.key:
                place = option_ids(page.controller.view().question.task).index(option)
                qtbot.keyClick(page, Qt.Key(Qt.Key.Key_1.value + place))
            qtbot.keyClick(page, ENTER)
        else:
            qtbot.keyClick(page, Qt.Key.Key_0)
        qtbot.keyClick(page, ENTER)


def test_tomorrow_it_is_all_still_there(qtbot: QtBot, open_window: Open, places: Places) -> None:
    session = open_window()
    qtbot.mouseClick(session.window.today.session.start, Qt.MouseButton.LeftButton)
    page = _quiz(session)
    asked = len(page.controller.sitting.form)
    _answer_all(qtbot, page)
    qtbot.keyClick(page, ENTER)
    assert session.window.here == "today"
    session.close()
    assert (places.data / FILE).is_file()

    again = open_window()
    days = again.window.today._room.desk.history.days()  # type: ignore[union-attr]  # what the screen reads
    assert sum(total.answers for total in days) == asked
    again.close()


def test_a_paused_session_goes_on_after_a_restart(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.practise(Request(Mode.UNSEEN, 5))
    page = _quiz(session)
    qtbot.keyClick(page, Qt.Key.Key_0)
    qtbot.keyClick(page, ENTER)
    qtbot.keyClick(page, Qt.Key.Key_1)
    form, response = page.controller.sitting.form, page.controller.response
    assert response
    session.close()

    again = open_window()
    assert again.window.today.banner.isVisible()
    again.window.today.banner.action.click()
    resumed = _quiz(again).controller
    assert resumed.sitting.form == form
    assert resumed.sitting.index == 1
    assert resumed.response == response
    again.close()


def test_mistakes_come_back(qtbot: QtBot, open_window: Open) -> None:
    session = open_window()
    session.window.practise(Request(Mode.UNSEEN, 5))
    page = _quiz(session)
    missed = set(page.controller.sitting.form)
    _answer_all(qtbot, page, right=False)
    session.window.practise(Request(Mode.MISTAKES, 5))
    assert set(_quiz(session).controller.sitting.form) == missed
    session.close()


def test_a_mock_exam_is_sat_left_resumed_and_handed_in(
    qtbot: QtBot, open_window: Open, places: Places
) -> None:
    session = open_window()
    desk = session.window.today._room.desk  # type: ignore[union-attr]  # what the screen reads
    session.window.sit_mock(mock_exam.prepare(desk, 10, 5), mock_exam.Rules(20))
    exam = cast("ExamPage", session.window.page)
    qtbot.keyClick(exam, ENTER)
    qtbot.keyClick(exam, Qt.Key.Key_1)
    exam.walk.next()
    exam.leave()
    session.close()

    again = open_window()
    again.window.today.banner.action.click()
    resumed = cast("ExamPage", again.window.page)
    resumed.hand_in()
    assert again.window.here == "result"
    again.close()
    store = open_store(places.data, lambda: pytest.fail("no clock is needed to read"))
    assert len(store.history.closed_sittings(SittingKind.MOCK)) == 1
    store.close()


def test_a_damaged_record_is_told_and_left_as_it_is(qtbot: QtBot, qapp: QApplication, places: Places) -> None:
    places.data.mkdir(parents=True)
    record = places.data / "record.db"
    record.write_bytes(b"this is no database" * 500)
    session = WindowSession(qapp, places)
    qtbot.addWidget(session.window)
    session.open()
    qtbot.waitUntil(lambda: session.window.findChild(FaultPage) is not None, timeout=20_000)
    assert record.read_bytes() == b"this is no database" * 500
    session.close()


def test_a_record_that_is_gone_is_told_with_its_backup(
    qtbot: QtBot, qapp: QApplication, open_window: Open, places: Places
) -> None:
    session = open_window()
    session.close()
    places.data.joinpath("record.db").unlink()
    again = WindowSession(qapp, places)
    qtbot.addWidget(again.window)
    again.open()
    qtbot.waitUntil(lambda: again.window.findChild(FaultPage) is not None, timeout=20_000)
    page = cast("FaultPage", again.window.findChild(FaultPage))
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "is missing" in said
    assert "certstudy restore" in said
    assert not places.data.joinpath("record.db").exists()
    again.close()


def test_a_second_window_is_refused_with_a_sentence(
    qtbot: QtBot, qapp: QApplication, open_window: Open, places: Places
) -> None:
    session = open_window()
    second = WindowSession(qapp, places)
    qtbot.addWidget(second.window)
    second.open()
    qtbot.waitUntil(lambda: second.window.findChild(FaultPage) is not None, timeout=20_000)
    second.close()
    session.close()


def test_a_window_closed_while_it_opens_lets_go_of_the_record(
    qtbot: QtBot, qapp: QApplication, places: Places, open_window: Open
) -> None:
    hasty = WindowSession(qapp, places)
    qtbot.addWidget(hasty.window)
    hasty.load()
    hasty.close()
    again = open_window()
    assert again.window.today._room is not None
    again.close()


def test_a_window_stands_where_it_stood(open_window: Open) -> None:
    first = open_window()
    screen = first.window.screen().availableSize()
    assert first.window.height() <= screen.height()
    first.window.resize(960, 640)
    first.window.close()
    first.close()
    again = open_window()
    assert (again.window.width(), again.window.height()) == (960, 640)
    again.close()
