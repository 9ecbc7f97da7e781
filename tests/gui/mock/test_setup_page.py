"""The set-up page: what is audited is what is sat; earlier and open mock exams."""

from pytestqt.qtbot import QtBot

from certstudy.core.mock_plan import FormKind
from certstudy.gui.mock.rows import PastRow
from certstudy.gui.mock.setup_page import MockSetupPage
from certstudy.gui.widgets.label import Label
from certstudy.study import mock_exam
from certstudy.study.mock_exam import Rules
from tests.gui.mock.conftest import Stage


def opened(stage: Stage, qtbot: QtBot) -> MockSetupPage:
    page = MockSetupPage(stage.room)
    qtbot.addWidget(page)
    page.resize(1076, 800)
    page.show()
    return page


def _words(page: MockSetupPage) -> str:
    return " ".join(label.text() for label in page.findChildren(Label) if not label.isHidden())


def test_the_sections_are_explained_where_there_are_some(whole: Stage, qtbot: QtBot) -> None:
    page = opened(whole, qtbot)
    qtbot.waitUntil(lambda: "each section is one-way" in _words(page))


def test_starting_sits_the_form_that_was_audited(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage, qtbot)
    page.questions.setValue(44)
    page.time.setCurrentIndex(1)
    page.start.click()
    assert page.form is not None
    assert len(page.form.entries) == 44
    assert stage.ways.gone == [("sit_mock", page.form, Rules(125))]
    assert page.form == mock_exam.prepare(stage.fake.desk, 44, page.form.seed)


def test_short_forms_have_their_own_number_and_time(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage, qtbot)
    page.choose(FormKind.DIAGNOSTIC)
    assert page.time.currentData() == 15
    assert not page.questions.isEnabled()
    qtbot.waitUntil(lambda: "Nothing is marked" in _words(page))
    assert "one-way" not in _words(page)
    page.choose(FormKind.HALF)
    assert (page.questions.value(), page.time.currentData()) == (25, 50)
    page.choose(FormKind.AREA, "build")
    assert page.form is not None
    assert {entry.area for entry in page.form.entries} == {"build"}
    page.choose(FormKind.HARD)
    assert page.form is not None
    assert {entry.difficulty for entry in page.form.entries} == {3}


def test_the_same_extra_time_stays_chosen(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage, qtbot)
    page.time.setCurrentIndex(2)
    assert "30" in page.time.currentText()
    assert page.time.currentData() == 130
    page.choose(FormKind.HALF)
    assert page.time.currentData() == 80


def test_the_rules_go_to_the_exam_and_the_clocks_is_remembered(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage, qtbot)
    for box in (page.open_book, page.runs_on, page.unscored):
        box.click()
    page.start.click()
    [(_way, form, rules)] = stage.ways.gone
    assert rules == Rules(100, open_book=True, runs_on=True)
    assert form == page.form
    assert page.form is not None
    assert len(page.form.unscored) == 4
    assert stage.fake.record.kept_preferences.clock_runs_on


def test_the_number_is_that_of_the_exam(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage, qtbot)
    assert (page.questions.minimum(), page.questions.maximum()) == (40, 60)


def test_an_open_mock_exam_can_be_resumed(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage, qtbot)
    assert page.banner.isHidden()
    exam = mock_exam.go(stage.fake.desk, stage.begun(), 4)
    page.refresh()
    assert "question 5 of 40" in page.banner.accessibleName()
    page.banner.action.click()
    assert stage.ways.gone == [("resume", exam.record.id, True)]


def test_earlier_mock_exams_open_their_result(stage: Stage, qtbot: QtBot) -> None:
    first = stage.begun()
    mock_exam.hand_in(stage.fake.desk, first)
    page = opened(stage, qtbot)
    [row] = page.findChildren(PastRow)
    row.button.click()
    assert stage.ways.gone == [("show_result", first.record.id)]
