"""A day: typed or chosen in a calendar, its weekday beside it."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.calendar import Calendar
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.unscrolled import FOCUS, Unscrolled
from certstudy.present.words import short_weekday

ARROW = 28


def qt_day(day: date) -> QDate:
    """The same day for Qt."""
    return QDate(day.year, day.month, day.day)


class DateField(Unscrolled, QDateEdit):
    """DateField(theme, day): one Tab stop; digits replace the day of the month first."""

    def __init__(self, theme: Theme, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(QDate.currentDate() if day is None else qt_day(day), parent)
        self._theme = theme
        self._typing = False
        self.setFocusPolicy(FOCUS)
        self.setDisplayFormat("d MMM yyyy")
        self.setCalendarPopup(True)
        self.setCalendarWidget(Calendar(theme))
        self._weekday = Label(theme, "", Role.CAPTION, "ink3", parent=self)
        self._weekday.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.dateChanged.connect(self._name_weekday)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Qt's own width does not allow for the padding, the weekday and the arrow."""
        self.setMinimumWidth(self._theme.px(168))
        self._name_weekday()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab leaves the field; the arrows, and a space that is typed, go through its day, month and year."""
        if self._typing:
            return super().focusNextPrevChild(next)
        return super(QDateTimeEdit, self).focusNextPrevChild(next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == " " and self.lineEdit().hasSelectedText():
            # after a day that can take no further digit Qt has gone on to the month by itself
            return
        if event.text().isdigit() and self._at_start():
            self.setSelectedSection(QDateTimeEdit.Section.DaySection)
        self._typing = True
        super().keyPressEvent(event)
        self._typing = False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_weekday()

    def day(self) -> date:
        """The day that stands in the field."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def set_day(self, day: date) -> None:
        """Shows another day, also where nobody is to be told of it."""
        self.setDate(qt_day(day))
        self._name_weekday()

    def _at_start(self) -> bool:
        """Whether what is typed would stand before the day or in place of everything, which Qt refuses."""
        line = self.lineEdit()
        return line.selectedText() == line.text() or line.cursorPosition() == 0

    def _name_weekday(self) -> None:
        self._weekday.setText(short_weekday(self.day()))
        self._place_weekday()

    def _place_weekday(self) -> None:
        hint = self._weekday.sizeHint()
        left = self.width() - self._theme.px(ARROW) - hint.width()
        self._weekday.setGeometry(left, (self.height() - hint.height()) // 2, hint.width(), hint.height())
