"""One answer option: a tile with its letter, its text, its state, and after checking its reason."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.motion import EDGE_GROW, glide
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets import option_paint as draw
from certstudy.gui.widgets.ink_document import InkDocument
from certstudy.gui.widgets.option_paint import Place, RowLook
from certstudy.gui.widgets.radio import set_chosen
from certstudy.gui.widgets.ring import Ringed
from certstudy.gui.widgets.wrapping import height_follows_width
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


class Shown(NamedTuple):
    """What a row shows: place "alone" before checking, the place in the joined card after."""

    item: OptionItem
    place: Place
    room: RoomInk | None

    @property
    def joined(self) -> bool:
        """Whether it is checked."""
        return self.place != "alone"


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
        self._now = Shown(OptionItem("", "", ""), "alone", None)
        self._edge_part = 1.0
        self._heights: dict[int, int] = {}
        self._picture: QPixmap | None = None
        self._pictured: tuple[Shown, QSize, float] | None = None
        self._asking = InkDocument(theme, Role.OPTION, self)
        self._answered = InkDocument(theme, Role.OPTION_ANSWERED, self)
        self._reason = InkDocument(theme, Role.BODY, self)
        self.setCheckable(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        height_follows_width(self)
        self.clicked.connect(lambda: self.picked.emit(self._now.item.id))
        theme.changed.connect(self.retheme)

    def retheme(self) -> None:
        """Takes type and colours from the theme again."""
        for document in (self._asking, self._answered, self._reason):
            document.restyle()
        self._picture = None
        self._show(self._now)

    def show_item(self, item: OptionItem, place: Place, room: RoomInk | None) -> None:
        """Renders the option as it stands."""
        shown = Shown(item, place, room)
        if shown == self._now:
            return
        self._show(shown)
        set_chosen(self, item.chosen)
        self.setEnabled(not shown.joined and item.verdict is None)

    def reveal(self) -> None:
        """Grows the edge of its verdict."""
        if self._now.item.verdict is not None:
            glide(self, self.theme.duration(EDGE_GROW), self._grow)

    def _fill(self) -> None:
        shown = self._now
        item, checked = shown.item, shown.joined
        role = Role.STEM if shown.room else (Role.OPTION_ANSWERED if checked else Role.OPTION)
        plain = checked and item.verdict is None and not item.chosen
        ink = "ink3" if item.struck and not checked else ("ink2" if plain else "ink")
        self._text.set_html(item.html, role, ink, struck=item.struck and not checked)
        if checked:
            self._reason.set_html(item.reason, Role.BODY, "ink2")

    def _show(self, shown: Shown) -> None:
        self._now = shown
        self._heights.clear()
        self._fill()
        item, checked = shown.item, shown.joined
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
        return 0 if self._now.room else self.theme.metrics.radius_row

    @override
    def nextCheckState(self) -> None:
        """The list decides what is chosen."""

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._height_at(width)
        return height

    @override
    def sizeHint(self) -> QSize:
        # not the height at the width it would like: that would lay the text out twice
        width = self._liked_width()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(44))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._now.joined and self._edge_part == 1.0:
            painter.drawPixmap(0, 0, self._kept_picture())
        else:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, look, shown, rect = self.theme, self._look(), self._now, QRectF(self.rect())
        px, top = theme.px, self._pad()
        if shown.room:
            draw.paint_room_row(painter, theme, rect, look, shown.room)
        else:
            draw.paint_ground(painter, theme, rect, look, self._edge_part)
            draw.paint_tile(painter, theme, QPointF(self._text_left() - px(36), top - px(1)), look)
            draw.paint_verdict(painter, theme, rect.right() - px(14), top + px(11), look)
        self._paint_texts(painter, top)
        if self._shows_strike(look):
            side = px(_STRIKE_ICON)
            square = QRectF(rect.right() - px(15) - side, top + px(3), side, side)
            paint_icon(painter, "strikethrough", square, theme.tokens.ink3)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        tool = event.position().x() > self.width() - self.theme.px(_STRIKE_ROOM)
        if tool and self._shows_strike(self._look()):
            self.struck.emit(self._now.item.id)
        else:
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _STRIKERS and self._now.room is None:
            self.struck.emit(self._now.item.id)
        else:
            super().keyPressEvent(event)

    def _look(self) -> RowLook:
        item, place, _room = self._now
        over = self.underMouse() and self.isEnabled()
        word = verdict_word(item.verdict) if item.verdict is not None else ""
        struck = item.struck and not self._now.joined
        return RowLook(item.letter, self.multiple, item.chosen, struck, over, item.verdict, word, place)

    def _shows_strike(self, look: RowLook) -> bool:
        usable = self._now.room is None and not self._now.joined and look.verdict is None
        return usable and (look.struck or (look.over and not look.chosen))

    @property
    def _text(self) -> InkDocument:
        return self._answered if self._now.joined else self._asking

    def _liked_width(self) -> int:
        return self.theme.px(430)

    def _height_at(self, width: int) -> int:
        px = self.theme.px
        text = self._text.height_at(self._text_width(width))
        height = 2 * self._pad() + max(text, px(22))
        if self._now.item.reason and self._now.joined:
            height += px(2) + self._reason.height_at(self._reason_width(width))
        return height

    def _pad(self) -> int:
        return self.theme.px(12 if self._now.joined or self._now.room else 11)

    def _text_left(self) -> int:
        return self.theme.px(43 if self._now.room else (52 if self._now.joined else 49))

    def _text_width(self, width: int) -> float:
        px, verdict = self.theme.px, self._now.item.verdict
        free = px(26) if verdict is None else draw.word_width(self.theme, verdict_word(verdict))
        return max(px(60), width - self._text_left() - px(15) - free)

    def _reason_width(self, width: int) -> int:
        return width - self._text_left() - self.theme.px(17)

    def _paint_texts(self, painter: QPainter, top: int) -> None:
        left, room = self._text_left(), self._text_width(self.width())
        if not self._now.joined:
            self._asking.paint(painter, QPointF(left, top), room)
            return
        ground, ratio = self.theme.tokens.surface, self.devicePixelRatioF()
        painter.drawPixmap(QPointF(left, top), self._answered.picture(room, ground, ratio))
        if self._now.item.reason:
            below = QPointF(left, top + self._answered.height_at(room) + self.theme.px(2))
            reason = self._reason.picture(self._reason_width(self.width()), ground, ratio)
            painter.drawPixmap(below, reason)

    def _kept_picture(self) -> QPixmap:
        """A checked row as it is drawn; it stays so until the next question."""
        size, ratio = self.size(), self.devicePixelRatioF()
        if self._picture is None or self._pictured != (self._now, size, ratio):
            self._pictured = (self._now, size, ratio)
            self._picture = QPixmap(size * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            self._paint(painter)
            painter.end()
        return self._picture

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
