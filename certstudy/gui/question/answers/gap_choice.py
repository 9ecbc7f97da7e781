"""The list behind one gap: closed it shows what was chosen, in line with the code or text around it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets.painting import LEFT, box, elided, text, width_of
from certstudy.gui.widgets.ring import Ringed
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.task_view import GapView
from certstudy.present.words import _

NARROWEST, CHEVRON = 96, 14
_OWN_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_F4, Qt.Key.Key_Home, Qt.Key.Key_End)
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class GapChoice(Ringed, QComboBox):
    """`chose(filling)` tells the id chosen, empty to clear it; the answer renders it by `show_gap`."""

    chose = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._view: GapView | None = None
        self._room: RoomInk | None = None
        self._role = Role.CODE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._activate)
        # the style sheet's field is taller than a line of code
        self.setStyleSheet("QComboBox { min-height: 0; padding: 0; border: none; }")

    def show_gap(self, view: GapView, room: RoomInk | None, role: Role) -> None:
        """Renders the gap in the type of the text around it."""
        self._role = role
        if self._view is None or self._view.fillings != view.fillings:
            self.clear()
            for filling, words in view.fillings:
                self.addItem(words, filling)
        self._view, self._room = view, room
        self.setCurrentIndex(self.findData(view.given) if view.given else -1)
        said = view.given_text or _("not chosen")
        self.setAccessibleName(f"{view.name}: {said}")
        self.setToolTip(plain_tip(view.given_text))
        self.view().setFont(self.theme.font(self._role))
        self.update()

    def width_for(self, most: int) -> int:
        """As wide as its longest text, within limits."""
        font = self.theme.font(self._role)
        words = [filling for _id, filling in self._view.fillings] if self._view else []
        widest = max((width_of(font, filling) for filling in words), default=0.0)
        wanted = int(widest) + self.theme.px(CHEVRON + 46)
        return min(max(self.theme.px(NARROWEST), wanted), max(self.theme.px(NARROWEST), most))

    @override
    def showPopup(self) -> None:
        """The list is as wide as its longest text, even where the closed control is not."""
        widest = max(
            (width_of(self.view().font(), self.itemText(i)) for i in range(self.count())), default=0.0
        )
        self.view().setMinimumWidth(int(widest) + self.theme.px(32))
        super().showPopup()
        if self.currentIndex() < 0:
            # Qt begins at the first one without showing it, and the arrow down would seem to pass it over
            self.view().setCurrentIndex(self.model().index(0, self.modelColumn()))

    @override
    def ring_radius(self) -> float:
        return self.theme.metrics.radius_tile

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_for(self.theme.px(360)), self.theme.px(26))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change an answer."""
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only its own keys: digits, letters and Enter belong to the screen."""
        key = Qt.Key(event.key())
        if key in _CLEARING:
            self.chose.emit("")
        elif key in _OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._view is None:
            return
        painter, theme, tokens = QPainter(self), self.theme, self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, chosen = QRectF(self.rect()), bool(self._view.given)
        room = self._room
        ground = room.page if room else (tokens.hover if self.underMouse() else tokens.surface)
        edge = (room.text if chosen else room.edge) if room else (tokens.ink if chosen else tokens.line2)
        ink = room.text if room else tokens.ink
        quiet = room.text2 if room else tokens.ink2
        box(painter, rect, theme.metrics.radius_tile, ground, edge, 1.5 if chosen else 1.0)
        number, font = str(self._view.number), theme.font(self._role)
        left = theme.px(8)
        key = theme.font(Role.KEY)
        text(painter, QRectF(left, 0, theme.px(16), rect.height()), number, key, quiet, LEFT)
        left += int(width_of(key, number)) + theme.px(8)
        chevron = theme.px(CHEVRON)
        free = rect.width() - left - chevron - theme.px(12)
        words = elided(font, self._view.given_text or _("Choose"), free)
        text(painter, QRectF(left, 0, free, rect.height()), words, font, ink if chosen else quiet, LEFT)
        square = QRectF(
            rect.right() - chevron - theme.px(6), rect.center().y() - chevron / 2, chevron, chevron
        )
        paint_icon(painter, "chevron-down", square, quiet)

    def _activate(self, index: int) -> None:
        self.chose.emit(str(self.itemData(index)))
