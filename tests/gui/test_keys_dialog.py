"""The keys at a glance fit the window at any text size."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.keys_dialog import KeysDialog, in_columns, key_groups
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


def test_at_the_usual_size_every_key_is_seen_without_scrolling(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    dialog = KeysDialog(theme, window)
    dialog.show()
    QApplication.processEvents()
    keys = dialog.findChild(QScrollArea)
    assert keys is not None
    assert keys.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("columns", [1, 2, 3, 4])
def test_the_columns_hold_every_group_in_order(columns: int) -> None:
    filled = in_columns(key_groups(), columns)
    assert len(filled) <= columns
    assert tuple(group for column in filled for group in column) == key_groups()
