"""The calendar that a field of a day opens, in the theme's inks."""

from PySide6.QtCore import QDate, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QToolButton, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.widgets.painting import box

EDGE = 1
WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
# the names that Qt gives its own parts
VIEW = "qt_calendar_calendarview"
STEPS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


class Calendar(QCalendarWidget):
    """Calendar(theme): Escape gives back the day that was chosen when it opened."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._before = QDate()
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for view in self.findChildren(QAbstractItemView, VIEW):
            view.installEventFilter(self)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Takes its inks from the theme again; Qt's weekends are red in any of them."""
        plain = QTextCharFormat()
        plain.setForeground(self._theme.tokens.ink)
        for day in WEEKEND:
            self.setWeekdayTextFormat(day, plain)
        for button in self.findChildren(QToolButton):
            if button.objectName() in STEPS:
                button.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
                button.setIcon(self._theme.icon(STEPS[button.objectName()], "ink"))

    @override
    def sizeHint(self) -> QSize:
        """Qt's own leaves no room for the edge."""
        return super().sizeHint() + QSize(2 * EDGE, 2 * EDGE)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._before = self.selectedDate()
        # where the field had no focus before the click that opened it, Qt leaves the keys with the field
        for view in self.findChildren(QAbstractItemView, VIEW):
            view.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # the view itself takes Escape for the end of choosing, with whatever day the months led to
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.setSelectedDate(self._before)
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        box(painter, QRectF(self.rect()), 0, tokens.surface, tokens.line2)
