"""The top of a sitting: leave, what it is, the strip of seats, the time spent."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.seat_strip import ProgressStrip
from certstudy.present.chart import AreaTag, ProgressSeat
from certstudy.present.quiz import QuizView
from certstudy.present.words import _, clock


class StripBar(QWidget):
    """`show_view` renders the place in the sitting, `show_time` the time; `left` when leaving is pressed."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[object, object] = ((), ())
        self._spent = ""
        self.leave = Button(theme, "", "quiet", icon="x")
        self.leave.setAccessibleName(_("Leave, everything is saved"))
        self.leave.setToolTip(_("Leave, everything is saved (Esc)"))
        self.leave.clicked.connect(self.left)
        self._title = Label(theme, "", Role.FIGURE)
        self._counter = Label(theme, "", Role.CAPTION, "ink2")
        self.strip = ProgressStrip(theme)
        self._clock = IconView(theme, "timer", "ink2", 16)
        self._time = Label(theme, "", Role.CONTROL, "ink2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._counter)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.leave)
        self._row.addLayout(words)
        self._row.addWidget(self.strip, 1)
        self._row.addWidget(self._clock)
        self._row.addWidget(self._time)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: QuizView, areas: tuple[AreaTag, ...]) -> None:
        """Renders title, place and seats."""
        self._title.setText(view.title)
        self._counter.setText(view.counter)
        if (view.seats, areas) != self._shown:
            self._shown = (view.seats, areas)
            seats = (ProgressSeat(s.slot, s.state.value, areas[s.slot].name) for s in view.seats)
            self.strip.set_seats(tuple(seats))

    def show_time(self, milliseconds: int) -> None:
        """Renders the time spent."""
        spent = clock(milliseconds)
        if spent != self._spent:
            self._spent = spent
            self._time.setText(spent)
            self._time.setAccessibleName(_("Time spent: {time}").format(time=spent))

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(8), px(20), px(8))
        self._row.setSpacing(px(12))
        self._time.setMinimumWidth(px(48))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(600), self._theme.px(60))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
