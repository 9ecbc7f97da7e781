"""The result page: score, filters, a question with its reasons, what to do next."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from certstudy.core.confidence import Confidence
from certstudy.core.mock_plan import FormKind
from certstudy.core.note import Note
from certstudy.core.question import Kind
from certstudy.core.record import Draft
from certstudy.gui.mock.result_page import ResultPage
from certstudy.gui.mock.setup_page import MockSetupPage
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.present.markup import plain
from certstudy.present.mock_report import report
from certstudy.study import mock_exam, mock_result
from certstudy.study.practice import Mode, Request
from tests.gui.answering import option_rows
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
    assert page.questions.grid.chosen == "2"
    rows = option_rows(page.questions.reviewed.panel.answer)
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


def written_from(label: Label) -> int:
    """The first row of pixels with ink on it."""
    picture = label.grab().toImage()
    ground = picture.pixelColor(0, 0)
    rows = range(picture.height())
    return next(y for y in rows if any(picture.pixelColor(x, y) != ground for x in range(picture.width())))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_facts_and_the_table_beside_them_stand_line_by_line(
    stage: Stage, theme: Theme, qtbot: QtBot, scale: float
) -> None:
    theme.set_scale(scale)
    page = shown(stage, qtbot, handed_in(stage, wrong=3))
    page.resize(2200, 800)
    qtbot.wait(0)
    lines = []
    for rows in (page.figures.facts, page.figures.kinds):
        labels = {label.text(): label for label in rows.findChildren(Label)}
        first = labels.get("Points" if rows is page.figures.facts else "Type")
        assert first is not None
        lines.append(written_from(first) + first.mapTo(page.figures, first.rect().topLeft()).y())
    assert abs(lines[0] - lines[1]) <= scale * 2


def test_with_nothing_missed_there_is_nothing_to_practise(stage: Stage, qtbot: QtBot) -> None:
    page = shown(stage, qtbot, handed_in(stage, wrong=0))
    assert page.practise.isHidden()
    page.done.click()
    assert stage.ways.gone == [("go", "mock")]


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


def sat_every_way(stage: Stage) -> int:
    """An exam with a guess, a change each way, a slow answer, a note, a break and a pause."""
    desk = stage.fake.desk
    exam, _changes = mock_exam.start(desk, mock_exam.prepare(desk, 40, unscored=2), mock_exam.Rules(100))
    single = [q for q in exam.form if stage.fake.catalog.question(q).kind is Kind.SINGLE]
    for question, letters in ((single[0], "ba"), (single[1], "ab")):
        for letter in letters:
            exam = mock_exam.draft(
                desk, exam, question, replace(exam.draft(question), response=frozenset(letter))
            )
    kept = Draft(frozenset("a"), confidence=Confidence.GUESS, note="look this up")
    exam = mock_exam.draft(desk, exam, single[2], kept)
    exam = mock_exam.tick(desk, exam, 400_000)
    exam = mock_exam.come_back(desk, mock_exam.tick(desk, mock_exam.take_break(desk, exam), 120_000))
    exam = mock_exam.slept(desk, exam, 600_000)
    mock_exam.hand_in(desk, exam)
    return exam.record.id


def test_all_that_happened_is_in_the_result(stage: Stage, qtbot: QtBot) -> None:
    page = shown(stage, qtbot, sat_every_way(stage))
    assert page.view is not None
    view = page.view
    counts = {name: view.count(name) for name in ("guessed", "slow", "changed", "unscored")}
    assert counts == {"guessed": 1, "slow": 1, "changed": 2, "unscored": 2}
    facts = dict(view.facts)
    assert facts["Changed"] == "2: 1 to right, 1 to wrong"
    assert (facts["Breaks"], facts["Pauses"]) == (
        "once, 2 min".replace(" min", "\u202fmin"),
        "once, 10\u202fmin",
    )
    assert dict(view.sure)["Guess"] == "1 of 1 right"
    assert len(view.pace.used) == 42
    assert view.pace.even == 100
    assert [kind for kind, _points, _time in view.kinds] == ["Choose one", "Choose several"]
    page.questions.show_only("guessed")
    assert page.questions.reviewed._note.text() == "Your note: look this up"
    assert "a guess" in page.questions.reviewed._remarks.text()


def test_what_a_filter_shows_can_be_practised(stage: Stage, qtbot: QtBot) -> None:
    page = shown(stage, qtbot, sat_every_way(stage))
    assert page.view is not None
    page.questions.show_only("changed")
    page.questions.practise.click()
    changed = page.view.to_practise("changed")
    assert stage.ways.gone == [("practise", Request(Mode.SELECTION, 2, questions=changed))]
    page.questions.show_only("partly")
    assert page.questions.practise.isHidden()


def test_the_result_is_saved_as_pdf(
    stage: Stage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(stage, qtbot, handed_in(stage, wrong=3))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "result"), ""))
    page.pdf.click()
    assert (tmp_path / "result.pdf").read_bytes().startswith(b"%PDF-")
    assert stage.ways.gone == [("toast", "Saved: result.pdf")]


def test_a_pdf_that_cannot_be_written_is_told(
    stage: Stage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(stage, qtbot, handed_in(stage, wrong=3))
    nowhere = str(tmp_path / "nowhere" / "result.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (nowhere, ""))
    with qtbot.waitSignal(stage.room.operations.failed):
        page.pdf.click()
    assert stage.ways.gone == []


def test_paper_says_what_the_screen_says(stage: Stage, qtbot: QtBot) -> None:
    page = shown(stage, qtbot, sat_every_way(stage))
    assert page.view is not None
    result = mock_result.result(stage.fake.desk, int(page.view.point.id))
    html = report(page.view, result).html.replace("\N{NO-BREAK SPACE}", " ")
    for words in (
        page.view.exam,
        page.view.title,
        page.view.score,
        page.view.word,
        "estimate",
        "Changed",
        "Choose one",
        "23 November 2026",
        *(plain(row.question.stem)[:30] for row in result.sat if row.question is not None),
    ):
        assert words in html


def test_thinking_better_of_printing_prints_nothing(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(stage, qtbot, handed_in(stage, wrong=3))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: 0)
    page.printed.click()
    assert stage.ways.gone == []


def test_a_diagnostic_names_the_weakest_areas(stage: Stage, qtbot: QtBot) -> None:
    desk = stage.fake.desk
    form = mock_exam.prepare(desk, 15, kind=FormKind.DIAGNOSTIC)
    exam, _changes = mock_exam.start(desk, form, mock_exam.Rules(15))
    for entry in form.entries:
        if entry.area != "watch":
            key = stage.fake.catalog.question(entry.id).key
            exam = mock_exam.draft(desk, exam, entry.id, replace(exam.draft(entry.id), response=key))
    mock_exam.hand_in(desk, exam)
    page = shown(stage, qtbot, exam.record.id)
    assert page.view is not None
    assert page.view.title == "Diagnostic"
    assert page.view.sentence.startswith("Weakest so far: Watching (0 of")
    assert "does not follow the exam's proportions" in page.view.honest


def test_what_was_foretold_stands_beside_the_score(stage: Stage, qtbot: QtBot) -> None:
    sitting = handed_in(stage, wrong=3)
    page = shown(stage, qtbot, sitting)
    assert page.score.foretold.isVisibleTo(page)
    assert page.score.foretold.text().startswith("The forecast said ")
    del stage.fake.record.kept_forecasts[sitting]
    page.refresh()
    assert not page.score.foretold.isVisibleTo(page)


def test_the_study_note_of_a_question_is_within_reach(stage: Stage, qtbot: QtBot) -> None:
    sitting = handed_in(stage, wrong=3)
    objective = stage.fake.catalog.question(stage.fake.record.sitting(sitting).form[2]).objective
    stage.fake.catalog.kept_notes[objective] = Note(objective, "A note", (), (), "2026-01-02")
    page = shown(stage, qtbot, sitting)
    page.questions.grid.opened.emit("2")
    study = page.questions.reviewed.study
    assert (study.isVisible(), study.toolTip()) == (True, "Study note: A note")
    study.click()
    assert stage.ways.gone[-1] == ("read_note", objective, "result")
