"""Carries a piece under the pointer from where it was pressed to where it is let go."""

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from certstudy.gui.override import override
from certstudy.gui.question.answers.moving import around, reveal
from certstudy.gui.question.answers.piece import Piece
from certstudy.gui.widgets.painting import box

OPACITY, MARGIN = 0.85, 28


class Ghost(QWidget):
    """A picture of what is carried."""

    def __init__(self, piece: Piece, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._radius, self._picture = piece.theme, piece.ring_radius(), piece.grab()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(piece.size())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(OPACITY)
        painter.drawPixmap(0, 0, self._picture)
        painter.setOpacity(1)
        box(painter, QRectF(self.rect()), self._radius, None, self._theme.tokens.ink)


class Carriage(QObject):
    """`over(piece, point)` while a piece is carried above its home, `landed(piece, point)` where it is let go.

    `over(piece, None)` follows every carrying, landed or given up. Points are the home's own.
    """

    over = Signal(object, object)
    landed = Signal(object, QPoint)

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self._home = home
        self._ghost: Ghost | None = None
        self._piece: Piece | None = None
        self._grip = QPoint()

    def serve(self, piece: Piece) -> None:
        """Lets a piece be carried."""
        piece.lifted.connect(self._lift)
        piece.carried.connect(self._carry)
        piece.dropped.connect(self._drop)

    @property
    def carrying(self) -> bool:
        """Whether something is under way."""
        return self._piece is not None

    def give_up(self) -> None:
        """Puts what is carried back."""
        if self._piece is not None:
            self._piece.cancel()
            self._end()

    def _lift(self, piece: Piece) -> None:
        self._piece = piece
        self._ghost = Ghost(piece, self._home.window())
        self._grip = QPoint(min(piece.width() // 2, piece.theme.px(24)), piece.height() // 2)
        self._home.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._ghost.show()

    def _carry(self, piece: Piece, at: QPoint) -> None:
        if self._ghost is not None:
            self._ghost.move(self._home.window().mapFromGlobal(at) - self._grip)
            here = self._home.mapFromGlobal(at)
            reveal(self._home, around(here, MARGIN).intersected(self._reach()))
            self.over.emit(piece, self._home.mapFromGlobal(at))

    def _drop(self, piece: Piece, at: QPoint) -> None:
        self._end()
        self.landed.emit(piece, self._home.mapFromGlobal(at))

    def _reach(self) -> QRect:
        return self._home.rect().adjusted(0, -MARGIN, 0, MARGIN)

    def _end(self) -> None:
        piece, self._piece = self._piece, None
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        self._home.unsetCursor()
        self.over.emit(piece, None)
