"""The dialog makes a patch of an edit or a remark, copies and saves it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from certstudy.core.question import QuestionSource
from certstudy.gui.question.report_dialog import ReportDialog
from certstudy.gui.theme import Theme
from certstudy.gui.theme.theme import Scheme

FILE = "questions:\n  - id: one\n    stem: First?\n"


@pytest.fixture
def dialog(qtbot: QtBot) -> ReportDialog:
    made = ReportDialog(Theme(Scheme.LIGHT), QuestionSource("one", "content/p/questions/a.yaml", FILE, 2, 3))
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
