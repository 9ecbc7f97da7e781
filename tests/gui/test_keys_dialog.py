"""The keys at a glance fit the window at any text size."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.keys_dialog import KeysDialog
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.key_hint import KeyHint


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (960, 600)])
def test_the_dialog_fits_the_window_and_no_key_is_cut_off(
    qtbot: QtBot, theme: Theme, width: int, height: int, scale: float
) -> None:
    theme.set_scale(scale)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, height)
    dialog = KeysDialog(theme, window)
    dialog.show()
    QApplication.processEvents()
    assert dialog.width() <= width
    assert dialog.height() <= height
    keys = dialog.findChild(QScrollArea)
    assert keys is not None
    for hint in dialog.findChildren(KeyHint):
        assert hint.mapTo(keys.viewport(), hint.rect().topRight()).x() <= keys.viewport().width()
