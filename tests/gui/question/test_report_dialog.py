"""The dialog makes a patch of an edit or a remark, copies and saves it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from certstudy.core.question import QuestionSource
from certstudy.gui.question.report_dialog import ReportDialog
from certstudy.gui.theme import Theme
from certstudy.gui.theme.theme import Scheme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.dialog import Dialog

FILE = "questions:\n  - id: one\n    stem: First?\n"


@pytest.fixture
def dialog(qtbot: QtBot) -> ReportDialog:
    made = ReportDialog(Theme(Scheme.LIGHT), QuestionSource("one", "content/p/questions/a.yaml", FILE, 2, 3))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    return made


def test_it_waits_until_something_is_said(dialog: ReportDialog, qtbot: QtBot) -> None:
    assert dialog.copy.off
    assert dialog.save.off
    QTest.keyClicks(dialog.remark, "Misleading")
    assert not dialog.copy.off
    dialog.remark.clear()
    assert dialog.copy.off


def test_the_patch_is_copied(dialog: ReportDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText("  - id: one\n    stem: Better?\n")
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "-    stem: First?\n+    stem: Better?\n" in copied
    assert dialog.said.text().startswith("Copied.")


def test_the_patch_is_saved(dialog: ReportDialog, tmp_path: Path) -> None:
    dialog.remark.setPlainText("Läuft nicht")
    assert dialog.write(tmp_path / "one.patch")
    assert (tmp_path / "one.patch").read_bytes().decode() == dialog.patch()


def test_a_file_that_cannot_be_written_is_told(dialog: ReportDialog, tmp_path: Path) -> None:
    dialog.remark.setPlainText("Wrong")
    assert not dialog.write(tmp_path / "gone" / "one.patch")
    assert "was not written" in dialog.said.text()


def asked(dialog: ReportDialog) -> Dialog | None:
    return dialog.findChild(Dialog)


def press(asked: Dialog, words: str) -> None:
    next(verb for verb in asked.findChildren(Button) if verb.text() == words).click()


def test_escape_asks_before_what_was_written_is_lost(dialog: ReportDialog, qtbot: QtBot) -> None:
    dialog.open()
    QTest.keyClicks(dialog.remark, "Misleading")
    QTest.keyClick(dialog.remark, Qt.Key.Key_Escape)
    question = asked(dialog)
    assert question is not None
    press(question, "Keep writing")
    assert dialog.isVisible()
    assert dialog.remark.toPlainText() == "Misleading"
    QTest.keyClick(dialog.remark, Qt.Key.Key_Escape)
    again = next(child for child in dialog.findChildren(Dialog) if child is not question)
    press(again, "Discard")
    assert not dialog.isVisible()


def test_escape_closes_at_once_when_nothing_is_lost(dialog: ReportDialog, qtbot: QtBot) -> None:
    dialog.open()
    QTest.keyClicks(dialog.remark, "Misleading")
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog.remark, Qt.Key.Key_Escape)
    assert asked(dialog) is None
    assert not dialog.isVisible()


def test_lines_of_the_question_are_not_wrapped(dialog: ReportDialog) -> None:
    assert dialog.text.lineWrapMode() is QPlainTextEdit.LineWrapMode.NoWrap


def test_with_large_text_no_verb_is_cut(theme: Theme, qtbot: QtBot) -> None:
    theme.set_scale(2.0)
    dialog = ReportDialog(theme, QuestionSource("one", "a.yaml", FILE, 2, 3))
    qtbot.addWidget(dialog)
    dialog.show()
    assert all(verb.width() >= verb.sizeHint().width() for verb in dialog.findChildren(Button))
