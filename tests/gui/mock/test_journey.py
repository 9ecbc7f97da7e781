"""A mock exam from the set-up page through the room to the result, in the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from certstudy.gui.mock.exam_page import ExamPage
from certstudy.gui.mock.result_page import ResultPage
from certstudy.gui.mock.setup_page import MockSetupPage
from certstudy.gui.widgets.button import Button
from certstudy.gui.window import Window
from tests.fakes import FakeDesk


def test_sit_leave_resume_and_hand_in(window: Window, learner: FakeDesk) -> None:
    window.go("mock")
    setup = window.page
    assert isinstance(setup, MockSetupPage)
    setup.questions.setValue(40)
    setup.start.click()
    room = window.page
    assert isinstance(room, ExamPage)
    assert not window.rail.isVisible()
    QTest.keyClick(room, Qt.Key.Key_Return)
    QTest.keyClick(room, Qt.Key.Key_1)
    room.foot.next.click()
    room.tools.leave.click()
    assert window.here == "mock"
    assert "question 2 of 40" in setup.banner.accessibleName()
    setup.banner.action.click()
    assert window.here == "exam"
    assert room.exam is not None
    assert (room.exam.index, bool(room.exam.draft(room.exam.form[0]).response)) == (1, True)
    room.foot.end.click()
    assert room.walk.dialog is not None
    room.walk.dialog.findChildren(Button)[1].click()
    result = window.page
    assert isinstance(result, ResultPage)
    assert window.rail.isVisible()
    assert result.frame.title.text() == "Mock exam 1"
    assert len(learner.record.answers) == 40
    result.done.click()
    assert window.here == "mock"
