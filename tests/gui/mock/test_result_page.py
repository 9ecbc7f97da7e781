"""The result page: score, filters, a question with its reasons, what to do next."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from certstudy.gui.mock.result_page import ResultPage
from certstudy.gui.mock.setup_page import MockSetupPage
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.study import mock_exam
from certstudy.study.practice import Mode, Request
from tests.gui.mock.conftest import Stage


def handed_in(stage: Stage, wrong: int) -> int:
    """An exam with so many wrong answers at its start, the first of them marked."""
    desk, exam = stage.fake.desk, stage.begun()
    for place, question_id in enumerate(exam.form):
        question = desk.catalog.question(question_id)
        response = frozenset("d") if place < wrong else question.key
        kept = replace(exam.draft(question_id), response=response, marked=place == 0, milliseconds=30_000)
        exam = mock_exam.draft(desk, exam, question_id, kept)
    mock_exam.hand_in(desk, exam)
    return exam.record.id


def shown(stage: Stage, qtbot: QtBot, sitting: int) -> ResultPage:
    page = ResultPage(stage.room)
    qtbot.addWidget(page)
    page.resize(1076, 800)
    page.show_sitting(sitting)
    page.show()
    return page


def test_filters_and_the_question_below(stage: Stage, qtbot: QtBot) -> None:
    page = shown(stage, qtbot, handed_in(stage, wrong=3))
    assert page.questions.chips["wrong"].accessibleName() == "Wrong 3"
    assert page.questions.chips["marked"].accessibleName() == "Marked 1"
    page.questions.grid.opened.emit("2")
    assert page.questions.reviewed.head.text() == "Question 3"
    rows = page.questions.reviewed.panel.options.rows
    assert all("Because" in row.accessibleDescription() for row in rows)
    assert any("Wrong" in row.accessibleName() for row in rows)
    page.questions.show_only("partly")
    assert page.questions.reviewed.isHidden()


def test_practising_what_was_missed(stage: Stage, qtbot: QtBot) -> None:
    sitting = handed_in(stage, wrong=3)
    page = shown(stage, qtbot, sitting)
    page.practise.click()
    missed = stage.fake.record.sitting(sitting).form[:3]
    assert stage.ways.gone == [("practise", Request(Mode.SELECTION, 3, questions=missed))]


def test_with_nothing_missed_there_is_nothing_to_practise(stage: Stage, qtbot: QtBot) -> None:
    page = shown(stage, qtbot, handed_in(stage, wrong=0))
    assert page.practise.isHidden()
    page.done.click()
    assert stage.ways.gone == [("leave_sitting", "mock")]


def test_links_go_through_the_navigator(stage: Stage, qtbot: QtBot) -> None:
    page = shown(stage, qtbot, handed_in(stage, wrong=1))
    links = [b for b in page.questions.reviewed.findChildren(Button) if b.text() == "Testing things"]
    links[-1].click()
    assert stage.ways.gone == [("open_link", "https://example.org/testing")]


@pytest.mark.parametrize(("width", "scale"), [(1076, 1.0), (1716, 1.0), (1280, 2.0)])
def test_nothing_is_wider_than_the_page(stage: Stage, qtbot: QtBot, width: int, scale: float) -> None:
    sitting = handed_in(stage, wrong=3)
    mock_exam.go(stage.fake.desk, stage.begun(), 4)
    stage.room.theme.set_scale(scale)
    result, setup = shown(stage, qtbot, sitting), MockSetupPage(stage.room)
    qtbot.addWidget(setup)
    for page in (result, setup):
        page.resize(width, 800)
        page.show()
        QApplication.processEvents()
        [frame] = page.findChildren(PageFrame)
        content = frame.widget()
        assert content is not None
        assert content.width() <= frame.viewport().width()
