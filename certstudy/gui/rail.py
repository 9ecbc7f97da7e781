"""The navigation rail: which pack and when, the screens, the settings."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import LEFT, area_box, box, flat, text
from certstudy.gui.widgets.ring import Ringed
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.today_view import RailView
from certstudy.present.words import _

WIDTH, FOLDED = 204, 52
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Destination(NamedTuple):
    """A screen one can go to: its name in the program, its icon, its title, its key."""

    name: str
    icon: str
    title: str
    key: str


def destinations() -> tuple[Destination, ...]:
    """The screens in the order of the rail; the last one stands at its foot."""
    return (
        Destination("today", "sun", _("Today"), "Ctrl+1"),
        Destination("practice", "layers", _("Practice"), "Ctrl+2"),
        Destination("mock", "timer", _("Mock exam"), "Ctrl+3"),
        Destination("library", "library", _("Library"), "Ctrl+4"),
        Destination("notes", "book-open", _("Notes"), "Ctrl+5"),
        Destination("progress", "chart-line", _("Progress"), "Ctrl+6"),
        Destination("certification", "award", _("Certification"), "Ctrl+7"),
        Destination("settings", "settings", _("Settings"), "Ctrl+,"),
    )


class RailHead(QWidget):
    """The exam's seats, its code and the days left."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: RailView | None = None
        self._folded = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def fold(self, folded: bool) -> None:
        """The seats alone, or with the name."""
        self._folded = folded
        self.update()

    def show_view(self, view: RailView) -> None:
        """Renders the pack's name and date."""
        self._view = view
        self.setAccessibleName(f"{view.exam}, {view.detail}")
        self.setToolTip(plain_tip(f"{view.exam} · {view.detail}"))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(FOLDED), self._theme.px(52))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._view is None:
            return
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = (self.width() - px(26)) / 2 if self._folded else px(11)
        self._paint_seats(painter, QRectF(left, px(17), px(26), px(18)), self._view)
        if self._folded:
            return
        column = QRectF(px(47), px(9), self.width() - px(51), px(18))
        text(painter, column, self._view.exam, self._theme.font(Role.FIGURE), tokens.ink)
        column.translate(0, px(17))
        text(painter, column, self._view.detail, self._theme.font(Role.AXIS), tokens.ink3)

    def _paint_seats(self, painter: QPainter, rect: QRectF, view: RailView) -> None:
        gaps = len(view.shares) - 1
        room, left = rect.width() - gaps, rect.left()
        whole = sum(view.shares)
        for area, share in zip(view.areas, view.shares, strict=True):
            wide = max(1.0, room * share / whole)
            seat = QRectF(left, rect.top(), wide, rect.height())
            area_box(painter, seat, 1, self._theme.tokens.area(area.slot), self._theme.tokens.rail)
            left += wide + 1


class RailItem(Ringed, QAbstractButton):
    """One screen's row; `stepped(by)` when an arrow moves on from it."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, to: Destination, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.to, self._folded = theme, to, False
        self.setText(to.title)
        self.setCheckable(True)
        self.setAccessibleName(to.title)
        self.setToolTip(f"{to.title} ({to.key})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def fold(self, folded: bool) -> None:
        """The icon alone, or with its title."""
        self._folded = folded
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(FOLDED), self.theme.px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, tokens = QPainter(self), self.theme.px, self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()), self.theme.metrics.radius_control
        if self.isChecked():
            box(painter, rect, radius, tokens.surface, tokens.line)
        elif self.underMouse():
            box(painter, rect, radius, tokens.hover)
        ink = tokens.ink if self.isChecked() or self.underMouse() else tokens.ink2
        size = px(18)
        left = (rect.width() - size) / 2 if self._folded else px(10)
        paint_icon(painter, self.to.icon, QRectF(left, (rect.height() - size) / 2, size, size), ink)
        if not self._folded:
            words = rect.adjusted(px(38), 0, -px(10), 0)
            text(painter, words, self.to.title, self.theme.font(Role.CONTROL), ink, LEFT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class Rail(QWidget):
    """The screens at the left of the window; `chosen(name)` when one is pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folded = False
        self.head = RailHead(theme, self)
        self._items = {to.name: RailItem(theme, to, self) for to in destinations()}
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.head)
        for name, item in self._items.items():
            if name == "settings":
                self._layout.addStretch(1)
            self._group.addButton(item)
            item.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
            item.stepped.connect(self._step)
            self._layout.addWidget(item)
        self.setAccessibleName(_("Screens"))
        theme.changed.connect(self.restyle)
        self.restyle()

    def select(self, name: str) -> None:
        """Shows where one is; a name that the rail does not hold selects none."""
        self._group.setExclusive(False)
        for key, item in self._items.items():
            item.setChecked(key == name)
        self._group.setExclusive(True)

    def fold(self, folded: bool) -> None:
        """Icons only, or icons with titles."""
        if folded != self._folded:
            self._folded = folded
            self.restyle()

    def _step(self, by: int) -> None:
        """Tab stops at the screen one is on; arrows reach the others."""
        items = list(self._items.values())
        here = next((index for index, item in enumerate(items) if item.hasFocus()), 0)
        items[(here + by) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self.setFixedWidth(px(FOLDED if self._folded else WIDTH))
        side = px(7 if self._folded else 9)
        self._layout.setContentsMargins(side, px(8), side, px(12))
        self._layout.setSpacing(px(1))
        self.head.fold(self._folded)
        for item in self._items.values():
            item.fold(self._folded)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        flat(QPainter(self), QRectF(self.rect()), self._theme.tokens.rail)
