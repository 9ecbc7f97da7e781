"""The fixed places of the exam room: the bar with the time, the tool row, the foot."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from certstudy.gui.mock.ink import Ground, RoomButton, Words
from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.painting import width_of
from certstudy.present.mock_room import RoomView, TimeView
from certstudy.present.words import NARROW, _

TEXT_SIZES = (100, 125, 150, 175, 200)
NARROW_BELOW, TIGHT_BELOW = 760, 560


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
        self._time: TimeView | None = None
        self._title = Words(theme, "", Role.FIGURE, "on_bar")
        self._place = Words(theme, "", Role.BODY, "on_bar")
        self._done = Done(theme)
        self._caption = Words(theme, _("Time left"), Role.BODY, "on_bar")
        self.clock = Words(theme, "", Role.VERDICT, "on_bar")
        self.clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide_time = RoomButton(theme, _("Hide"), "bar")
        self.hide_time.clicked.connect(self._toggle)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self._place)
        self._row.addWidget(self._done)
        self._row.addStretch(1)
        for part in (self._caption, self.clock, self.hide_time):
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: RoomView) -> None:
        """Renders exam and place."""
        self._title.say(view.title)
        self._place.say(view.place)
        self._done.show_share(view.done)

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
        self._done.setVisible(wide >= NARROW_BELOW)
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

    def _toggle(self) -> None:
        self._hidden = not self._hidden
        self.show_time(self._time)


class ToolRow(Ground):
    """Mark for review; exhibit, text size and question list; leave. `sized(scale)` asks for a text size."""

    sized = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "tool", "bottom")
        self._theme = theme
        self.mark = RoomButton(theme, _("Mark for review"), "tool", "flag")
        self.mark.setCheckable(True)
        self.exhibit = RoomButton(theme, _("Exhibit"), "tool", "file-text")
        self.exhibit.setCheckable(True)
        self.leave = RoomButton(theme, _("Leave"), "tool", "circle-pause")
        self.text_size = RoomButton(theme, _("Text size"), "tool", "a-large-small")
        self.list = RoomButton(theme, _("Question list"), "tool", "list")
        self.list.setCheckable(True)
        self.mark.setToolTip(_("Mark for review (Alt+M)"))
        self.leave.setToolTip(_("Leave the exam; everything is kept"))
        self.text_size.clicked.connect(self._choose_size)
        self._row = QHBoxLayout(self)
        for part in (self.mark, self.exhibit):
            self._row.addWidget(part)
        self._row.addStretch(1)
        for part in (self.text_size, self.list, self.leave):
            self._row.addWidget(part)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: RoomView) -> None:
        """Renders whether the question is marked."""
        self.mark.setChecked(view.marked)
        self.mark.setAccessibleName(_("Marked for review") if view.marked else _("Mark for review"))

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._row.setContentsMargins(px(10), 0, px(10), 0)
        self._row.setSpacing(px(4))
        self.setFixedHeight(px(40))

    def _choose_size(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for size in TEXT_SIZES:
            action = menu.addAction(f"{size}{NARROW}%")
            action.setCheckable(True)
            action.setChecked(round(100 * self._theme.metrics.scale) == size)
            action.triggered.connect(lambda _on=False, size=size: self.sized.emit(size / 100))
            group.addAction(action)
        menu.popup(self.text_size.mapToGlobal(self.text_size.rect().bottomLeft()))


class Foot(Ground):
    """End exam at the left; Previous, Review, Next at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "tool", "top")
        self._theme = theme
        self.end = RoomButton(theme, _("End exam"))
        self.previous = RoomButton(theme, _("Previous"), icon="chevron-left")
        self.review = RoomButton(theme, _("Review"))
        self.next = RoomButton(theme, _("Next"), "primary", "chevron-right", trailing=True)
        self.previous.setToolTip(_("Previous question (Alt+P)"))
        self.review.setToolTip(_("All questions at a glance (Alt+R)"))
        self.next.setToolTip(_("Next question (Alt+N)"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.end)
        self._row.addStretch(1)
        for part in (self.previous, self.review, self.next):
            self._row.addWidget(part)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_question(self, view: RoomView) -> None:
        """The verbs of a question; the last one leads on to the review."""
        self.previous.setVisible(True)
        self.previous.setEnabled(not view.first)
        self.review.setVisible(not view.last)
        self.next.set_words(_("Review") if view.last else _("Next"))

    def show_review(self) -> None:
        """The verbs of the review screen."""
        self.previous.hide()
        self.review.hide()
        self.next.set_words(_("Back to the question"))

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._row.setContentsMargins(px(20), 0, px(20), 0)
        self._row.setSpacing(px(10))
        self.setFixedHeight(px(57))
