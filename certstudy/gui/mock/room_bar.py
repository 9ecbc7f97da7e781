"""The bar of the exam room: exam, section, place in it, and the time left."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from certstudy.gui.mock.ink import Ground, RoomButton, Words
from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.painting import width_of
from certstudy.present.mock_room import RoomView, TimeView
from certstudy.present.words import _

SECTION_BELOW, NARROW_BELOW, TIGHT_BELOW = 900, 760, 560


class Done(QWidget):
    """How far along the form one stands; the words beside it say it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._share = theme, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_share(self, share: float) -> None:
        """0 to 1."""
        self._share = share
        self.update()

    def restyle(self) -> None:
        """Takes its size from the theme again."""
        self.setFixedSize(self._theme.px(150), self._theme.px(8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, room = QPainter(self), self._theme.tokens.room
        painter.fillRect(self.rect(), self._theme.blend(room.on_bar, 0.25))
        painter.fillRect(QRectF(0, 0, self.width() * self._share, self.height()), room.on_bar)


class RoomBar(Ground):
    """Exam, place in the form, and the time left, which can be hidden until the last minutes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bar")
        self._theme = theme
        self._hidden = False
        self._asking = True
        self._time: TimeView | None = None
        self._title = Words(theme, "", Role.FIGURE, "on_bar")
        self._section = Words(theme, "", Role.BODY, "on_bar")
        self._place = Words(theme, "", Role.BODY, "on_bar")
        self._done = Done(theme)
        self._caption = Words(theme, _("Time left"), Role.BODY, "on_bar")
        self.clock = Words(theme, "", Role.VERDICT, "on_bar")
        self.clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide_time = RoomButton(theme, _("Hide"), "bar")
        self.hide_time.clicked.connect(self.toggle)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title)
        self._row.addWidget(self._section)
        self._row.addStretch(1)
        self._row.addWidget(self._place)
        self._row.addWidget(self._done)
        self._row.addStretch(1)
        for part in (self._caption, self.clock, self.hide_time):
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: RoomView) -> None:
        """Renders exam, section and the place in it."""
        self._title.say(view.title)
        self._section.say(view.section)
        self._place.say(view.place)
        self._done.show_share(view.done)

    def show_place(self, shown: bool) -> None:
        """Leaves the place out where no question is on the screen."""
        self._place.setVisible(shown)
        self._asking = shown

    def show_time(self, time: TimeView | None) -> None:
        """Renders the time; without a limit nothing stands there."""
        self._time = time
        shown = time is not None and (time.pressing or not self._hidden)
        if time is not None:
            self.clock.say(time.text, time.name)
        self.clock.setVisible(shown)
        self.hide_time.setVisible(time is not None and not time.pressing)
        self.hide_time.set_words(_("Hide") if shown else _("Show"))
        self.hide_time.setAccessibleName(_("Hide the time left") if shown else _("Show the time left"))
        self.clock.setStyleSheet(self._frame() if time is not None and time.pressing else "")

    def fit(self, wide: float) -> None:
        """Leaves out what has no room at that width at 100 %."""
        self._done.setVisible(wide >= NARROW_BELOW and self._asking)
        self._section.setVisible(wide >= SECTION_BELOW)
        self._caption.setVisible(wide >= NARROW_BELOW)
        self._title.setVisible(wide >= TIGHT_BELOW)

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._row.setContentsMargins(px(20), 0, px(20), 0)
        self._row.setSpacing(px(12))
        self.setFixedHeight(px(52))
        # a fixed width, so that nothing moves when a digit changes
        digits = width_of(self._theme.font(Role.VERDICT), "0:00:00")
        self.clock.setMinimumWidth(int(digits) + px(12))

    def _frame(self) -> str:
        return (
            f"border: 2px solid {self._theme.tokens.room.on_bar.name()}; padding: 2px {self._theme.px(8)}px;"
        )

    def toggle(self) -> None:
        """Hides the time left, or shows it again; in the last minutes it stays."""
        self._hidden = not self._hidden
        self.show_time(self._time)
