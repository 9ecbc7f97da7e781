"""A field of a day: passed by one Tab, typed from its start, given back by Escape, left alone by the wheel."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Scheme, Theme
from certstudy.gui.widgets.calendar import Calendar
from certstudy.gui.widgets.date_field import DateField

DAY = date(2026, 12, 19)
LEFT = Qt.MouseButton.LeftButton


class Form(QWidget):
    """A field between two others."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        self.before, self.field, self.after = QLineEdit(), DateField(theme, DAY), QLineEdit()
        for part in (self.before, self.field, self.after):
            row.addWidget(part)


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> Form:
    made = Form(theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.before.setFocus()
    return made


def test_one_tab_passes_it(qtbot: QtBot, form: Form) -> None:
    qtbot.keyClick(form.before, Qt.Key.Key_Tab)
    assert form.field.hasFocus()
    qtbot.keyClick(form.field, Qt.Key.Key_Tab)
    assert form.after.hasFocus()
    qtbot.keyClick(form.after, Qt.Key.Key_Backtab)
    assert form.field.hasFocus()


def test_digits_at_the_start_are_the_day(qtbot: QtBot, form: Form) -> None:
    qtbot.keyClick(form.field, Qt.Key.Key_Home)
    qtbot.keyClicks(form.field, "24")
    assert form.field.day() == date(2026, 12, 24)


def test_digits_over_everything_are_the_day(qtbot: QtBot, form: Form) -> None:
    form.field.lineEdit().selectAll()
    qtbot.keyClicks(form.field, "7")
    assert form.field.day() == date(2026, 12, 7)


@pytest.mark.parametrize(
    ("words", "day"),
    [("4 Jan 2029", date(2029, 1, 4)), ("3 feb 2027", date(2027, 2, 3)), ("24 May 2030", date(2030, 5, 24))],
)
def test_a_whole_date_is_typed_over_everything(qtbot: QtBot, form: Form, words: str, day: date) -> None:
    form.field.setFocus()
    form.field.lineEdit().selectAll()
    qtbot.keyClicks(form.field, words)
    assert form.field.hasFocus()
    assert form.field.day() == day


def test_the_weekday_stands_beside(form: Form) -> None:
    assert form.field._weekday.text() == "Sat"
    form.field.set_day(date(2026, 12, 20))
    assert form.field._weekday.text() == "Sun"
    form.field.blockSignals(True)
    form.field.set_day(date(2026, 12, 21))
    assert form.field._weekday.text() == "Mon"


def test_escape_in_the_calendar_gives_the_day_back(qtbot: QtBot, form: Form) -> None:
    calendar = _opened(qtbot, form.field)
    view = calendar.findChild(QWidget, "qt_calendar_calendarview")
    assert view is not None
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    assert form.field.day() == date(2027, 1, 20)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert form.field.day() == DAY


def test_escape_after_another_month_gives_the_day_back(qtbot: QtBot, form: Form) -> None:
    calendar = _opened(qtbot, form.field)
    _step(calendar).click()
    assert calendar.monthShown() == 1
    view = calendar.findChild(QWidget, "qt_calendar_calendarview")
    assert view is not None
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert form.field.day() == DAY


def test_the_keys_are_the_calendars_once_it_is_open(qtbot: QtBot, form: Form) -> None:
    assert not form.field.hasFocus()
    calendar = _opened(qtbot, form.field)
    view = calendar.findChild(QWidget, "qt_calendar_calendarview")
    assert view is not None
    assert view.hasFocus()


def test_a_day_chosen_in_the_calendar_stays(qtbot: QtBot, form: Form) -> None:
    calendar = _opened(qtbot, form.field)
    view = calendar.findChild(QWidget, "qt_calendar_calendarview")
    assert view is not None
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert not calendar.isVisible()
    assert form.field.day() == date(2026, 12, 20)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_calendar_wears_the_theme(qtbot: QtBot, form: Form, theme: Theme, scheme: Scheme) -> None:
    theme.set_scheme(scheme)
    calendar = _opened(qtbot, form.field)
    weekend = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday)
    assert weekend.foreground().color() == theme.tokens.ink
    drawn = calendar.grab().toImage()
    assert drawn.pixelColor(0, 0) == theme.tokens.line2
    bar = _step(calendar).geometry().center()
    assert drawn.pixelColor(calendar.width() // 2, bar.y() * 2) == theme.tokens.surface


def _opened(qtbot: QtBot, field: DateField) -> Calendar:
    qtbot.mouseClick(field, LEFT, pos=QPoint(field.width() - 8, field.height() // 2))
    calendar = field.calendarWidget()
    assert isinstance(calendar, Calendar)
    qtbot.waitUntil(calendar.isVisible)
    return calendar


def _step(calendar: Calendar) -> QToolButton:
    button = calendar.findChild(QToolButton, "qt_calendar_nextmonth")
    assert button is not None
    return button
