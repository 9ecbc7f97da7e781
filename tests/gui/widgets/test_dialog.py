"""A dialog shows which button Enter presses, however it was opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFocusFrame, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.dialog import Dialog


def _question(qtbot: QtBot, theme: Theme) -> Dialog:
    made = Dialog(theme, "End section 1?", "You cannot come back.", None)
    qtbot.addWidget(made)
    return made


def _ringed(dialog: Dialog) -> QWidget | None:
    rings = [ring for ring in dialog.findChildren(QFocusFrame) if ring.isVisible()]
    return rings[0].widget() if rings else None


def test_the_ring_is_around_the_safe_choice(qtbot: QtBot, theme: Theme) -> None:
    dialog = _question(qtbot, theme)
    keep = dialog.verb("Keep working")
    keep.setDefault(True)
    dialog.verb("End section", "filled", accepts=True)
    dialog.open()
    qtbot.waitExposed(dialog)
    assert _ringed(dialog) is keep
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_where_a_field_is_first_it_has_the_focus(qtbot: QtBot, theme: Theme) -> None:
    dialog = _question(qtbot, theme)
    field = QLineEdit()
    dialog.body.addWidget(field)
    save = dialog.verb("Save", "filled", accepts=True)
    save.setDefault(True)
    dialog.open()
    qtbot.waitExposed(dialog)
    assert _ringed(dialog) is None
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
