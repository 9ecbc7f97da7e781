"""A named column of pieces; its height follows from its width."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QWidget

from certstudy.gui.override import override
from certstudy.gui.question.answers.moving import rove
from certstudy.gui.question.answers.piece import Piece, PieceItem, State
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets.painting import LEFT, text
from certstudy.gui.widgets.wrapping import height_follows_width

GAP, HEADING = 8, 24


class PieceColumn(QGroupBox):
    """`pieces` from top to bottom under a heading, made by `make` as many as are shown."""

    def __init__(self, theme: Theme, heading: str, make: Callable[[], Piece], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._heading, self._make = theme, heading, make
        self._room: RoomInk | None = None
        self._laid_out: tuple[object, ...] = ()
        self.pieces: list[Piece] = []
        self.setAccessibleName(heading)
        height_follows_width(self)
        theme.changed.connect(self.arrange)

    def show_items(self, items: Sequence[PieceItem], room: RoomInk | None) -> None:
        """Renders the pieces."""
        self._room = room
        self._keep(len(items))
        for piece, item in zip(self.pieces, items, strict=True):
            piece.show_item(item, room)
        self.rove()
        laid_out = (room, *(piece.measure for piece in self.pieces))
        if laid_out != self._laid_out:
            self._laid_out = laid_out
            self.arrange()
            self.update()

    def rove(self) -> None:
        """Lets Tab stop at one piece: the one with the focus, else the first that holds something."""
        full = [piece for piece in self.pieces if piece.item.state is not State.EMPTY]
        if full:
            rove([*full], next((piece for piece in full if piece.hasFocus()), full[0]))

    def rects(self, width: int) -> list[QRect]:
        """Where the pieces stand at this width."""
        top, placed = self._theme.px(HEADING), []
        for piece in self.pieces:
            placed.append(QRect(0, top, width, piece.heightForWidth(width)))
            top = placed[-1].bottom() + 1 + self._theme.px(GAP)
        return placed

    @override
    def heightForWidth(self, width: int) -> int:
        return max((rect.bottom() + 1 for rect in self.rects(width)), default=self._theme.px(HEADING))

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.px(280)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(HEADING))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Puts the pieces where they belong."""
        for piece, rect in zip(self.pieces, self.rects(self.width()), strict=True):
            piece.setGeometry(rect)
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self._room.text2 if self._room is not None else self._theme.tokens.ink3
        line = QRectF(0, 0, self.width(), self._theme.type.line(Role.LABEL))
        text(QPainter(self), line, self._heading, self._theme.font(Role.LABEL), ink, LEFT)

    def _keep(self, count: int) -> None:
        while len(self.pieces) < count:
            piece = self._make()
            piece.setParent(self)
            piece.show()
            self.pieces.append(piece)
        while len(self.pieces) > count:
            piece = self.pieces.pop()
            piece.hide()
            piece.deleteLater()


class PieceTray(PieceColumn):
    """Pieces beside each other in lines, as wide as their texts."""

    @override
    def rects(self, width: int) -> list[QRect]:
        gap = self._theme.px(GAP)
        left, top, high = 0, self._theme.px(HEADING), 0
        placed: list[QRect] = []
        for piece in self.pieces:
            wide = min(width, piece.natural_width())
            if left and left + wide > width:
                left, top, high = 0, top + high + gap, 0
            placed.append(QRect(left, top, wide, piece.heightForWidth(wide)))
            left, high = left + wide + gap, max(high, placed[-1].height())
        return placed
