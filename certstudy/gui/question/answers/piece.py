"""A thing that is chosen, placed or given: pressed, or carried somewhere with the pointer."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from certstudy.gui.override import override
from certstudy.gui.question.answers import piece_paint as draw
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets.ink_document import InkDocument
from certstudy.gui.widgets.ring import Ringed
from certstudy.gui.widgets.wrapping import height_follows_width
from certstudy.present.chart import Verdict

TAIL, LINE = 40, 22
PAD, ROOM_PAD, CHIP_PAD = 11, 10, 7
SIGN_LEFT, SIGNED, UNSIGNED = 12, 47, 14


class State(Enum):
    """What a piece is to the answer."""

    FREE = "free"
    USED = "used"
    PLACED = "placed"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class PieceItem:
    """`sign` stands in its tile, `tail` says where it is used.

    lit = it will be given next; takes = it can be pressed; up, down = it can be moved so by a click; the verdict comes
    with the check.
    """

    id: str = ""
    sign: str = ""
    html: str = ""
    name: str = ""
    state: State = State.EMPTY
    tail: str = ""
    lit: bool = False
    takes: bool = True
    up: bool = False
    down: bool = False
    verdict: Verdict | None = None


class Piece(Ringed, QPushButton):
    """`picked(id)` when pressed; `lifted`, `carried` and `dropped` with itself and the pointer's place on the screen.

    Keys other than Space are left to the answer around it.
    """

    picked = Signal(str)
    lifted = Signal(object)
    carried = Signal(object, QPoint)
    dropped = Signal(object, QPoint)

    def __init__(self, theme: Theme, pad: int = PAD, tail: int = TAIL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.item = PieceItem()
        self.room: RoomInk | None = None
        self._pad, self._tail = pad, tail
        self._pressed_at: QPoint | None = None
        self._carrying = self._over = False
        self._heights: dict[int, int] = {}
        self._natural: int | None = None
        self._text = InkDocument(theme, Role.OPTION, self)
        self.setMouseTracking(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        height_follows_width(self)
        self.clicked.connect(lambda: self.picked.emit(self.item.id))
        theme.changed.connect(self.restyle)

    def show_item(self, item: PieceItem, room: RoomInk | None = None) -> None:
        """Renders it."""
        if (item, room) == (self.item, self.room):
            return
        before, self.item, self.room = self.measure, item, room
        self._write()
        self.setChecked(item.state is State.USED)
        self.setAccessibleName(item.name)
        movable = item.takes and item.state is not State.EMPTY
        self.setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.ArrowCursor)
        if self.measure != before:
            self._forget_sizes()
        self.update()

    @property
    def measure(self) -> tuple[object, ...]:
        """What its size depends on."""
        return (self.item.html, bool(self.item.sign), self.room is not None)

    def set_lit(self, lit: bool) -> None:
        """Whether it would take what is carried over it."""
        if lit != self._over:
            self._over = lit
            self.update()

    def cancel(self) -> None:
        """What is carried is put back, and the release of the button means nothing."""
        self._pressed_at, self._carrying = None, False
        self.setDown(False)

    def restyle(self) -> None:
        """Takes type and colours from the theme again."""
        self._forget_sizes()
        self._text.restyle()
        self.update()

    @override
    def ring_radius(self) -> float:
        return draw.RADIUS if self.room else self.theme.metrics.radius_row

    @override
    def nextCheckState(self) -> None:
        """The answer decides."""

    @override
    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = 2 * self.pad + self.lines(self.text_width(width))
        return height

    def lines(self, width: int) -> int:
        """Height of its text alone when that is so wide."""
        return max(self._text.height_at(width), self.theme.px(LINE))

    @override
    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(2 * CHIP_PAD + LINE))

    def natural_width(self) -> int:
        """Width at which its text stands in one line."""
        if self._natural is None:
            self._text.setTextWidth(-1)
            self._natural = int(self._text.idealWidth() + 2)
        return self._natural + self.text_left + self.theme.px(self._tail)

    @property
    def pad(self) -> int:
        """Space above and below the text."""
        return self.theme.px(min(self._pad, ROOM_PAD) if self.room else self._pad)

    @property
    def text_left(self) -> int:
        """Where the text begins."""
        return self.theme.px(SIGNED if self.item.sign else UNSIGNED)

    def text_width(self, width: int) -> int:
        """How wide the text is when the piece has this width."""
        return max(self.theme.px(60), width - self.text_left - self.theme.px(self._tail))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.item.takes:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or self.item.state is State.EMPTY:
            super().mouseMoveEvent(event)
            return
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if not self._carrying and far >= QApplication.startDragDistance():
            self._carrying = True
            self.setDown(False)
            self.lifted.emit(self)
        if self._carrying:
            self.carried.emit(self, event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carrying, self._carrying, self._pressed_at = self._carrying, False, None
        if carrying:
            self.dropped.emit(self, event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, px = QRectF(self.rect()), self.theme.px
        look = self.look()
        draw.paint_ground(painter, self.theme, rect, look, self.room)
        top = self.text_top()
        if self.item.sign:
            sign = QRectF(px(SIGN_LEFT), top - px(1), px(draw.TILE), px(draw.TILE))
            draw.paint_sign(painter, self.theme, sign, self.item.sign, look, self.room)
        self._text.paint(painter, QPointF(self.text_left, top), self.text_width(self.width()))
        self.paint_tail(painter, rect)

    def text_top(self) -> int:
        """Where the text begins: in the middle of a piece that is higher than its text needs."""
        return max(self.pad, (self.height() - self.lines(self.text_width(self.width()))) // 2)

    def look(self) -> draw.PieceLook:
        """Everything about its state that changes its picture."""
        state = self.item.state
        return draw.PieceLook(
            used=state is State.USED,
            placed=state is State.PLACED,
            empty=state is State.EMPTY,
            lit=self.item.lit or self._over,
            over=self.item.takes and self.underMouse(),
            verdict=self.item.verdict,
        )

    def paint_tail(self, painter: QPainter, rect: QRectF) -> None:
        """What stands at its end: where it is used."""
        if self.item.tail:
            px = self.theme.px
            side = px(20)
            right = rect.right() - px(10)
            at = QRectF(right - side, self.text_top() + px(1), side, side)
            draw.paint_use(painter, self.theme, at, self.item.tail, self.room)

    def _forget_sizes(self) -> None:
        self._heights.clear()
        self._natural = None

    def _write(self) -> None:
        role = Role.STEM if self.room else Role.OPTION
        faded = self.item.state in (State.USED, State.EMPTY)
        ink = ("ink2" if self.room else "ink3") if faded else "ink"
        self._text.set_html(self.item.html, role, ink)
