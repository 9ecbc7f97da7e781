"""The notes by keys and clicks: contents, search, reading, links both ways, paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip
from pytestqt.qtbot import QtBot

from certstudy.core.changes import Changes
from certstudy.core.note import Page, PageKind, Term
from certstudy.gui.library.page import LibraryPage
from certstudy.gui.notes.page import NotesPage
from certstudy.gui.notes.question_line import QuestionButton
from certstudy.gui.notes.reading_text import ReadingText
from certstudy.gui.operations import Operations
from certstudy.gui.practice.quiz_page import QuizPage
from certstudy.gui.question.code_view import CodeView
from certstudy.gui.question.picture_view import PictureView
from certstudy.gui.question.text_link import TextLink
from certstudy.gui.theme import Scheme, Theme
from certstudy.gui.widgets.chip import Chip
from certstudy.gui.window import Window
from certstudy.study.practice import Mode, Request
from tests.fakes import FakeDesk, fake_desk
from tests.notes import BARE, FIRST, SECOND, furnished

LEFT = Qt.MouseButton.LeftButton
NOTE = Page(PageKind.NOTE, FIRST)


@pytest.fixture
def learner() -> FakeDesk:
    return furnished(fake_desk())


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> NotesPage:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("notes")
    made = window.page
    assert isinstance(made, NotesPage)
    return made


def texts(page: NotesPage) -> list[ReadingText]:
    return [text for text in page.reader.findChildren(ReadingText) if not text.isHidden()]


def heads(page: NotesPage) -> list[str]:
    items = [page.tree.topLevelItem(n) for n in range(page.tree.topLevelItemCount())]
    return [item.text(0) for item in items if item is not None]


@pytest.fixture
def links(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to the browser."""
    opened: list[str] = []

    def note(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("certstudy.gui.links.open_link", note)
    return opened


def title(page: NotesPage) -> str:
    return page.reader.title.text()


def test_it_opens_with_the_first_note(page: NotesPage) -> None:
    assert title(page) == "Plan the first thing"
    assert page.tree.current is not None
    assert page.tree.current.page == NOTE
    assert page.tree.hasFocus()
    assert [b.line.id for b in page.reader.findChildren(QuestionButton)] == [f"{FIRST}-{k}" for k in range(6)]
    (picture,) = page.reader.findChildren(PictureView)
    assert picture.accessibleName() == "Two boxes with an arrow between them"
    (code,) = page.reader.findChildren(CodeView)
    assert "script: make test" in code.text.toPlainText()


def test_lines_speak_for_themselves(page: NotesPage) -> None:
    spoken = page.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Planning objective 1.1, has a note, 0 of 6 questions known, 6 not met yet"


def test_arrows_walk_the_contents_and_an_objective_without_a_note_says_so(page: NotesPage) -> None:
    QTest.keyClick(page.tree, Qt.Key.Key_Down)
    assert page.reader.view is None
    assert page.reader.empty.isVisible()
    assert page.reader.empty.detail.text() == "Planning objective 1.2"
    QTest.keyClick(page.tree, Qt.Key.Key_Up)
    assert title(page) == "Plan the first thing"
    assert page.reader.empty.isHidden()


def test_a_click_opens_a_branch_or_a_page(page: NotesPage, qtbot: QtBot) -> None:
    def click(place: int) -> None:
        rect = page.tree.visualRect(page.tree.model().index(place, 0))
        qtbot.mouseClick(page.tree.viewport(), LEFT, pos=rect.center())

    branch = page.tree.topLevelItem(1)
    assert branch is not None
    assert not branch.isExpanded()
    click(1)
    assert branch.isExpanded()
    click(1)
    assert not branch.isExpanded()
    page.kinds.press("term")
    click(2)
    assert title(page) == "Blue & green"


def test_questions_of_an_objective_without_a_note_can_be_practised(page: NotesPage, window: Window) -> None:
    QTest.keyClick(page.tree, Qt.Key.Key_Down)
    page.reader.empty.button.click()
    assert window.here == "quiz"
    quiz = window.page
    assert isinstance(quiz, QuizPage)
    assert quiz.controller.question.objective == "plan.g1.o2"


def test_slash_searches_notes_and_glossary_and_enter_opens_the_first(page: NotesPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.tree, "/")
    assert page.field.hasFocus()
    qtbot.keyClicks(page.field, "another")
    assert page.field.accessibleDescription() == "1 page"
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert title(page) == "Build another thing"
    assert page.tree.hasFocus()
    page.field.setText("canary")
    assert heads(page) == ["Notes", "Glossary"]
    page.field.setText("nowhere")
    assert page.field.accessibleDescription() == "0 pages"
    assert heads(page) == []
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    assert heads(page) == ["Planning", "Building", "Watching"]


def test_tab_leads_from_the_page_to_the_rail_and_on_to_the_search(
    page: NotesPage, window: Window, qtbot: QtBot
) -> None:
    here, steps = QApplication.focusWidget(), 0
    while here is not None and here is not page.field and steps < 40:
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here, steps = QApplication.focusWidget(), steps + 1
    assert here is page.field


def test_what_is_read_among_hits_is_still_read_when_one_comes_back(page: NotesPage, window: Window) -> None:
    page.kinds.press("term")
    page.field.setText("another")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    window.go("library")
    page.heed(Changes.ANSWERS)
    window.go("notes")
    assert title(page) == "Build another thing"
    assert page.tree.current is not None
    assert page.tree.current.page == Page(PageKind.NOTE, SECOND)


def test_hits_are_marked_and_the_first_comes_into_sight(
    page: NotesPage, window: Window, qtbot: QtBot
) -> None:
    window.resize(1280, 600)
    page.field.setText("know")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    first, last = texts(page)
    assert not first.extraSelections()
    (mark,) = last.extraSelections()
    assert mark.cursor.selectedText() == "know"
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
    page.field.clear()
    assert not last.extraSelections()


def test_with_large_text_the_first_hit_comes_into_sight_when_the_page_is_entered(
    page: NotesPage, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_scale(2.0)
    QApplication.processEvents()
    page.field.setText("know")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not texts(page)[-1].visibleRegion().isEmpty())


def test_what_is_led_to_lies_whole_in_the_contents(
    page: NotesPage, window: Window, learner: FakeDesk, qtbot: QtBot
) -> None:
    learner.catalog.glossary = tuple(Term(f"Term {n:03}", "It.") for n in range(200))
    window.go("library")
    window.read_term("Term 120", back="library")
    qtbot.wait(0)
    item = page.tree.currentItem()
    assert item is not None
    assert item.text(0) == "Term 120"
    assert page.tree.viewport().rect().contains(page.tree.visualItemRect(item))
    window.resize(1280, 600)
    assert page.tree.viewport().rect().contains(page.tree.visualItemRect(item))


def test_previous_and_next_by_button_and_key(page: NotesPage, qtbot: QtBot) -> None:
    assert page.reader.before.isHidden()
    assert page.reader.next.accessibleName() == "Next note: Build another thing"
    page.reader.next.click()
    assert title(page) == "Build another thing"
    assert page.reader.next.isHidden()
    qtbot.keyClick(page.tree, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert title(page) == "Plan the first thing"
    assert page.tree.current is not None
    assert page.tree.current.page == NOTE


def test_the_glossary_and_the_sheets_have_their_tabs(page: NotesPage) -> None:
    page.kinds.press("term")
    assert title(page) == "Canary"
    assert heads(page) == ["Canary", "CI", "Blue & green"]
    assert page.reader.pdf.isHidden()
    way = next(
        b for b in page.reader.findChildren(type(page.reader.next)) if b.text() == "Plan the first thing"
    )
    way.click()
    assert title(page) == "Plan the first thing"
    assert page.kind is PageKind.NOTE
    page.kinds.press("sheet")
    assert title(page) == "Building on a page"
    assert page.reader.pdf.isVisible()
    assert page.reader.practise.isHidden()
    page.kinds.press("note")
    assert title(page) == "Plan the first thing"


def test_tab_reaches_terms_and_links_and_enter_opens_them(
    page: NotesPage, qtbot: QtBot, links: list[str]
) -> None:
    text = texts(page)[0]
    assert text.accessibleDescription().startswith("Canary: A release that few users see first.")
    text.setFocus(Qt.FocusReason.TabFocusReason)
    text.focusNextPrevChild(True)
    assert text.textCursor().selectedText() == "canary"
    assert "few users" in QToolTip.text()
    while text.textCursor().selectedText() != "the guide":
        assert text.focusNextPrevChild(True)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert links == ["https://example.org/guide"]
    text.focusNextPrevChild(False)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert page.kind is PageKind.TERM
    assert title(page) == "Blue & green"


def test_official_pages_open(page: NotesPage, links: list[str]) -> None:
    page.reader.findChildren(TextLink)[0].click()
    assert links == ["https://example.org/guide"]


def test_a_question_opens_in_the_library_and_leads_back(page: NotesPage, window: Window) -> None:
    page.reader.findChildren(QuestionButton)[2].click()
    library = window.page
    assert isinstance(library, LibraryPage)
    assert library.list.current == f"{FIRST}-2"
    assert library.preview.study.isVisible()
    library.preview.study.click()
    assert window.page is page
    assert title(page) == "Plan the first thing"
    assert page.returning.isVisible()
    page.returning.click()
    assert window.here == "library"
    window.go("notes")
    assert page.returning.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Left], ids=["escape", "alt and left"])
def test_keys_lead_back_to_the_question(page: NotesPage, window: Window, key: Qt.Key) -> None:
    window.read_note(SECOND, back="library")
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(page.tree, key, alt if key == Qt.Key.Key_Left else Qt.KeyboardModifier.NoModifier)
    assert window.here == "library"


def test_alt_and_left_turns_pages_once_one_has_read_on(page: NotesPage, window: Window) -> None:
    window.read_note(FIRST, back="library")
    for key, shown in ((Qt.Key.Key_Right, "Build another thing"), (Qt.Key.Key_Left, "Plan the first thing")):
        QTest.keyClick(page.tree, key, Qt.KeyboardModifier.AltModifier)
        assert title(page) == shown


def test_from_the_rail_there_is_no_way_back(page: NotesPage) -> None:
    assert page.returning.isHidden()


def test_a_window_laid_aside_still_knows_the_way_back(page: NotesPage, window: Window, qtbot: QtBot) -> None:
    window.read_note(FIRST, back="library")
    window.showMinimized()
    qtbot.waitUntil(lambda: not window.isActiveWindow() or window.isMinimized())
    window.showNormal()
    assert page.returning.isVisible()
    page.returning.click()
    assert window.here == "library"


def test_its_questions_are_practised(page: NotesPage, window: Window) -> None:
    assert page.reader.practise.text() == "Practise its 6 questions"
    page.reader.practise.click()
    quiz = window.page
    assert isinstance(quiz, QuizPage)
    assert len(quiz.controller.sitting.form) == 6


def test_feedback_leads_to_the_note_and_back(window: Window, page: NotesPage) -> None:
    window.practise(Request(Mode.SELECTION, 1, questions=(f"{SECOND}-0",)))
    quiz = window.page
    assert isinstance(quiz, QuizPage)
    quiz.answer_with(frozenset("a"))
    study = quiz.board.feedback.study
    assert study.isVisible()
    assert study.accessibleName() == "Study note: Build another thing"
    study.click()
    assert window.page is page
    assert title(page) == "Build another thing"
    page.returning.click()
    assert window.here == "quiz"
    assert quiz.controller.checked
    window.go("notes")
    assert page.returning.isHidden()


def test_terms_of_an_explanation_lead_to_the_glossary_and_back(
    window: Window, page: NotesPage, learner: FakeDesk
) -> None:
    learner.catalog.glossary = (*learner.catalog.glossary, Term("Build", "What makes a *program*."))
    window.practise(Request(Mode.SELECTION, 1, questions=(f"{SECOND}-0",)))
    quiz = window.page
    assert isinstance(quiz, QuizPage)
    quiz.answer_with(frozenset("a"))
    (chip,) = quiz.board.feedback.terms.findChildren(Chip)
    assert chip.accessibleName() == "Build"
    assert chip.accessibleDescription() == "What makes a program."
    chip.click()
    assert window.page is page
    assert title(page) == "Build"
    page.returning.click()
    window.open_question(f"{SECOND}-1")
    library = window.page
    assert isinstance(library, LibraryPage)
    assert library.preview.terms.isHidden()
    library.preview.turn.click()
    library.preview.terms.findChildren(Chip)[0].click()
    assert window.here == "notes"


def test_feedback_of_an_objective_without_a_note_offers_none(window: Window) -> None:
    window.practise(Request(Mode.SELECTION, 1, questions=(f"{BARE}-0",)))
    quiz = window.page
    assert isinstance(quiz, QuizPage)
    quiz.answer_with(frozenset("a"))
    assert quiz.board.feedback.study.isHidden()


def test_with_large_text_the_page_takes_the_place_of_the_contents(
    page: NotesPage, window: Window, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_scale(2.0)
    QApplication.processEvents()
    assert page.tree.isVisible()
    assert not page.reader.isVisible()
    qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    assert page.reader.isVisible()
    assert not page.tree.isVisible()
    qtbot.keyClick(page.reader, Qt.Key.Key_Escape)
    assert page.tree.isVisible()
    window.read_note(SECOND)
    assert page.reader.isVisible()
    page.reader.back.click()
    assert page.tree.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_or_left_empty(page: NotesPage, theme: Theme, window: Window, scale: float) -> None:
    theme.set_scale(scale)
    window.read_note(FIRST)
    QApplication.processEvents()
    for text in texts(page):
        assert text.height() >= text.heightForWidth(text.width())
        assert text.width() <= page.reader.viewport().width()
    content = page.reader.widget()
    assert content is not None
    end = page.reader.next.mapTo(content, QPoint(0, page.reader.next.height())).y()
    assert content.height() - end <= theme.px(60) or content.height() <= page.reader.viewport().height()


def test_the_look_may_change_while_reading(page: NotesPage, theme: Theme) -> None:
    before = texts(page)[0].grab().toImage().pixelColor(1, 1)
    theme.set_scheme(Scheme.DARK)
    assert texts(page)[0].grab().toImage().pixelColor(1, 1) != before


def test_a_page_is_saved_as_pdf_with_its_picture(
    page: NotesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "note"), ""))
    page.reader.pdf.click()
    written = (tmp_path / "note.pdf").read_bytes()
    assert written.startswith(b"%PDF-")
    assert b"/Subtype /Image" in written


def test_a_pdf_that_cannot_be_written_is_told(
    page: NotesPage, operations: Operations, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = str(tmp_path / "no" / "where.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (nowhere, ""))
    with qtbot.waitSignal(operations.failed) as failed:
        page.reader.pdf.click()
    assert "where.pdf was not saved" in failed.args[0].what


def test_a_pack_without_any_says_so(page: NotesPage, learner: FakeDesk) -> None:
    learner.catalog.kept_notes, learner.catalog.kept_sheets, learner.catalog.glossary = {}, {}, ()
    page._reading = {}
    page.refresh()
    assert page.reader.empty.words.text() == "No study note yet"
    page.kinds.press("term")
    assert page.reader.empty.words.text() == "No glossary yet"
    page.kinds.press("sheet")
    assert page.reader.empty.words.text() == "No cheat sheet yet"
