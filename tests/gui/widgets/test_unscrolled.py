"""The wheel scrolls the page and changes no field in passing."""

from collections.abc import Callable
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDateTimeEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.choice_field import ChoiceField
from certstudy.gui.widgets.date_field import DateField
from certstudy.gui.widgets.number_field import NumberField
from certstudy.gui.window import Window


def _choice(theme: Theme) -> QWidget:
    field = ChoiceField()
    field.addItems(["one", "two", "three"])
    field.setCurrentIndex(1)
    return field


def _number(theme: Theme) -> QWidget:
    field = NumberField(theme, 0, 9)
    field.setValue(5)
    return field


def _day(theme: Theme) -> QWidget:
    return DateField(theme, date(2026, 12, 19))


def _shown(field: QWidget) -> object:
    if isinstance(field, QComboBox):
        return field.currentIndex()
    return field.value() if isinstance(field, QSpinBox) else cast("QDateTimeEdit", field).date()


@pytest.mark.parametrize("make", [_choice, _number, _day])
def test_only_where_the_focus_is(qtbot: QtBot, theme: Theme, make: Callable[[Theme], QWidget]) -> None:
    page, field = QWidget(), make(theme)
    qtbot.addWidget(page)
    field.setParent(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    before = _shown(field)
    assert not _turned(field)
    assert _shown(field) == before
    assert not field.hasFocus()
    field.setFocus()
    _turned(field)
    assert _shown(field) != before


@pytest.mark.parametrize("name", ["practice", "mock", "plan", "settings"])
def test_no_field_of_a_page_changes_under_the_wheel(window: Window, name: str) -> None:
    window.go(name)
    fields = [
        field
        for kind in (QComboBox, QSpinBox, QDateTimeEdit)
        for field in window.page.findChildren(kind)
        if field.isVisible() and not field.hasFocus()
    ]
    assert fields
    assert not [field for field in fields if _turned(field)]


def _turned(field: QWidget) -> bool:
    """Whether the field took a turn of the wheel."""
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle, QPointF(field.mapToGlobal(middle)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    assert event.type() is QEvent.Type.Wheel
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()
