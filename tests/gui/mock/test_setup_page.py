"""The set-up page: what is audited is what is sat; earlier and open mock exams."""

from pytestqt.qtbot import QtBot

from certstudy.gui.mock.rows import PastRow
from certstudy.gui.mock.setup_page import MockSetupPage
from certstudy.study import mock_exam
from tests.gui.mock.conftest import Stage


def opened(stage: Stage, qtbot: QtBot) -> MockSetupPage:
    page = MockSetupPage(stage.room)
    qtbot.addWidget(page)
    page.resize(1076, 800)
    page.show()
    return page


def test_starting_sits_the_form_that_was_audited(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage, qtbot)
    page.questions.setValue(44)
    page.time.setCurrentIndex(1)
    page.start.click()
    [(way, questions, minutes, seed)] = stage.ways.gone
    assert (way, questions, minutes) == ("sit_mock", 44, 125)
    assert isinstance(seed, int)
    assert page.form is not None
    assert page.form == mock_exam.prepare(stage.fake.desk, 44, seed)


def test_the_number_is_that_of_the_exam(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage, qtbot)
    assert (page.questions.minimum(), page.questions.maximum()) == (40, 60)


def test_an_open_mock_exam_can_be_resumed(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage, qtbot)
    assert page.banner.isHidden()
    exam = mock_exam.go(stage.fake.desk, stage.begun(), 4)
    page.refresh()
    assert "Question 5 of 40" in page.banner.accessibleName()
    page.banner.action.click()
    assert stage.ways.gone == [("resume", exam.record.id, True)]


def test_earlier_mock_exams_open_their_result(stage: Stage, qtbot: QtBot) -> None:
    first = stage.begun()
    mock_exam.hand_in(stage.fake.desk, first)
    page = opened(stage, qtbot)
    [row] = page.findChildren(PastRow)
    row.button.click()
    assert stage.ways.gone == [("show_result", first.record.id)]
