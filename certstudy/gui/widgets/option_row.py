"""One answer option: a tile with its letter, its text, its state, and after checking its reason."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.motion import EDGE_GROW, glide
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets import option_paint as draw
from certstudy.gui.widgets.ink_document import InkDocument
from certstudy.gui.widgets.option_paint import Place, RowLook
from certstudy.gui.widgets.ring import Ringed
from certstudy.present.chart import Verdict
from certstudy.present.words import _

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object
_STRIKE_ICON, _STRIKE_ROOM = 16, 40
_STRIKERS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class OptionItem:
    """An option as it stands now; html and reason are sanitised inline HTML, the names are the same without marks."""

    id: str
    letter: str
    html: str
    reason: str = ""
    reason_name: str = ""
    name: str = ""
    chosen: bool = False
    struck: bool = False
    verdict: Verdict | None = None


def plain_text(html: str) -> str:
    """The text of a piece of HTML, for accessible names."""
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


def verdict_word(verdict: Verdict) -> str:
    """The word that stands beside a verdict's glyph."""
    words = {"right": _("Right"), "partly": _("Partly right"), "missed": _("Missed"), "wrong": _("Wrong")}
    return words[verdict]


class OptionRow(Ringed, _Button):
    """What both kinds of row share; the list renders it and no click changes it by itself."""

    picked = Signal(str)
    struck = Signal(str)
    stepped = Signal(int)
    multiple = False

    def set_up(self, theme: Theme) -> None:
        """Called once by the constructors of the two kinds."""
        self.theme = theme
        self._item = OptionItem("", "", "")
        self._place: Place = "alone"
        self._room: RoomInk | None = None
        self._edge_part = 1.0
        self._heights: dict[int, int] = {}
        self._text = InkDocument(theme, Role.OPTION, self)
        self._reason = InkDocument(theme, Role.BODY, self)
        self.setAutoExclusive(False)
        self.setCheckable(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.picked.emit(self._item.id))
        theme.changed.connect(self.retheme)

    def retheme(self) -> None:
        """Takes type and colours from the theme again."""
        self._text.restyle()
        self._reason.restyle()
        self.restyle()

    def show_item(self, item: OptionItem, place: Place, room: RoomInk | None) -> None:
        """Renders the option; place "alone" before checking, its place in the joined card after."""
        if (item, place, room) == (self._item, self._place, self._room):
            return
        grows = item.verdict is not None and self._item.verdict is None and item.id == self._item.id
        self._item, self._place, self._room = item, place, room
        self.setChecked(item.chosen)
        self.setEnabled(place == "alone" and item.verdict is None)
        self.restyle()
        if grows:
            glide(self, self.theme.duration(EDGE_GROW), self._grow)

    def restyle(self) -> None:
        """Lays its texts out again."""
        self._heights.clear()
        item, checked = self._item, self._place != "alone"
        role = Role.STEM if self._room else (Role.OPTION_ANSWERED if checked else Role.OPTION)
        plain = checked and item.verdict is None and not item.chosen
        ink = "ink3" if item.struck and not checked else ("ink2" if plain else "ink")
        self._text.set_html(item.html, role, ink, struck=item.struck and not checked)
        self._reason.set_html(item.reason if checked else "", Role.BODY, "ink2")
        parts = [f"{item.letter}.", item.name or plain_text(item.html)]
        if item.struck:
            parts.append(_("struck out"))
        if item.verdict is not None:
            parts.append(verdict_word(item.verdict))
        self.setAccessibleName(" ".join(parts))
        self.setAccessibleDescription((item.reason_name or plain_text(item.reason)) if checked else "")
        self.updateGeometry()
        self.update()

    @override
    def ring_radius(self) -> float:
        return 0 if self._room else self.theme.metrics.radius_row

    @override
    def nextCheckState(self) -> None:
        """The list decides what is chosen."""

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._height_at(width)
        return height

    def _height_at(self, width: int) -> int:
        px = self.theme.px
        pad = px(12) if self._place != "alone" or self._room else px(11)
        height = 2 * pad + max(self._text.height_at(self._text_width(width)), px(22))
        if self._item.reason and self._place != "alone":
            height += px(2) + self._reason.height_at(width - self._text_left() - px(17))
        return height

    @override
    def sizeHint(self) -> QSize:
        width = self.theme.px(430)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(44))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, look, rect = self.theme, self._look(), QRectF(self.rect())
        px, joined = theme.px, self._place != "alone"
        top = px(12) if joined or self._room else px(11)
        if self._room:
            draw.paint_room_row(painter, theme, rect, look, self._room)
        else:
            draw.paint_ground(painter, theme, rect, look, self._edge_part)
            draw.paint_tile(painter, theme, QPointF(self._text_left() - px(36), top - px(1)), look)
            draw.paint_verdict(painter, theme, rect.right() - px(14), top + px(11), look)
        self._paint_texts(painter, top)
        if self._shows_strike(look):
            size = px(_STRIKE_ICON)
            square = QRectF(rect.right() - px(15) - size, top + px(3), size, size)
            paint_icon(painter, "strikethrough", square, theme.tokens.ink3)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        tool = event.position().x() > self.width() - self.theme.px(_STRIKE_ROOM)
        if tool and self._shows_strike(self._look()):
            self.struck.emit(self._item.id)
        else:
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _STRIKERS and self._room is None:
            self.struck.emit(self._item.id)
        else:
            super().keyPressEvent(event)

    def _look(self) -> RowLook:
        item = self._item
        over = self.underMouse() and self.isEnabled()
        word = verdict_word(item.verdict) if item.verdict is not None else ""
        struck = item.struck and self._place == "alone"
        return RowLook(item.letter, self.multiple, item.chosen, struck, over, item.verdict, word, self._place)

    def _shows_strike(self, look: RowLook) -> bool:
        usable = self._room is None and self._place == "alone" and look.verdict is None
        return usable and (look.struck or (look.over and not look.chosen))

    def _text_left(self) -> int:
        px = self.theme.px
        if self._room:
            return px(43)
        return px(52) if self._place != "alone" else px(49)

    def _text_width(self, width: int) -> float:
        px = self.theme.px
        look = self._look()
        free = draw.verdict_width(self.theme, look) if look.verdict is not None else px(26)
        return max(px(60), width - self._text_left() - px(15) - free)

    def _paint_texts(self, painter: QPainter, top: int) -> None:
        left = self._text_left()
        width = self._text_width(self.width())
        height = self._text.height_at(width)
        self._text.paint(painter, QPointF(left, top), width)
        if self._item.reason and self._place != "alone":
            below = QPointF(left, top + height + self.theme.px(2))
            self._reason.paint(painter, below, self.width() - left - self.theme.px(17))

    def _grow(self, part: float) -> None:
        self._edge_part = part
        self.update()


class SingleOptionRow(OptionRow, QRadioButton):
    """An option of which one is chosen: round tile, role of a radio button."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_up(theme)


class MultipleOptionRow(OptionRow, QCheckBox):
    """An option of which several are chosen: square tile, role of a check box."""

    multiple = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_up(theme)
