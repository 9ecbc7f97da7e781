"""Actions to choose from and the places they go to, beside each other where there is room."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from certstudy.gui.override import override
from certstudy.gui.question.answers.answer import ROOM_MARGIN
from certstudy.gui.question.answers.piece import TAIL, Piece, PieceItem, State
from certstudy.gui.question.answers.piece_column import PieceColumn
from certstudy.gui.theme import Theme
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets.painting import box
from certstudy.gui.widgets.wrapping import height_follows_width
from certstudy.present.task_view import OrderingView, StepView
from certstudy.present.words import _

FOLDS_BELOW, GAP, TOOL, PLACE = 560, 16, 16, 64


class OrderPlace(Piece):
    """A place of the order; `nudged(id, by)` when one of the two arrows at its end is clicked."""

    nudged = Signal(str, int)

    def __init__(self, theme: Theme, tallest: Callable[[int], int]) -> None:
        super().__init__(theme)
        self._tallest = tallest
        self._tool_over = 0

    @override
    def show_item(self, item: PieceItem, room: RoomInk | None = None) -> None:
        super().show_item(item, room)
        if item.state is State.EMPTY:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def heightForWidth(self, width: int) -> int:
        return max(2 * self.pad + self._tallest(self.text_width(width)), self.theme.px(PLACE))

    @property
    @override
    def measure(self) -> tuple[object, ...]:
        return ()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        way = self._tool_at(event.position())
        if way == 0:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton and self._can(way):
            self.nudged.emit(self.item.id, way)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._tool_at(event.position())
        if over != self._tool_over:
            self._tool_over = over
            self.update()
        super().mouseMoveEvent(event)

    @override
    def paint_tail(self, painter: QPainter, rect: QRectF) -> None:
        px, tokens, room = self.theme.px, self.theme.tokens, self.room
        for way, name in ((-1, "chevron-up"), (1, "chevron-down")):
            if not self._can(way):
                continue
            middle = QPointF(rect.right() - px(TAIL) / 2, rect.center().y() + way * px(12))
            if self.underMouse() and self._tool_over == way:
                box(painter, _square(middle, px(24)), px(5), room.button if room else tokens.press)
            paint_icon(painter, name, _square(middle, px(TOOL)), room.text2 if room else tokens.ink2)

    def _can(self, way: int) -> bool:
        return self.item.up if way < 0 else self.item.down

    def _tool_at(self, at: QPointF) -> int:
        """-1 for the upper arrow, 1 for the lower one, 0 beside them."""
        if self.item.state is State.EMPTY or at.x() < self.width() - self.theme.px(TAIL - 2):
            return 0
        return 1 if at.y() >= self.height() / 2 else -1


def _square(middle: QPointF, side: float) -> QRectF:
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)


class OrderBoard(QWidget):
    """`pool` shows every action at its own place, used or not, so that nothing moves while one answers.

    `made(piece)` tells of every piece once, `nudged(id, by)` of a click on an arrow.
    """

    made = Signal(object)
    nudged = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._laid_out: tuple[object, ...] = ()
        self._room: RoomInk | None = None
        self.pool = PieceColumn(theme, _("Actions"), self._make_action, self)
        self.order = PieceColumn(theme, _("Your order"), self._make_place, self)
        height_follows_width(self)
        theme.changed.connect(self._arrange)

    def show_view(self, view: OrderingView, room: RoomInk | None) -> None:
        """Renders actions and places."""
        self._room = room
        places = {step.id: place for place, step in enumerate(view.placed, 1)}
        steps = sorted((*view.placed, *view.pool), key=lambda step: step.letter)
        self.pool.show_items([_action(step, places.get(step.id, 0), room) for step in steps], room)
        self.order.show_items([*_places(view)], room)
        laid_out = (tuple(step.html for step in steps), view.places, room)
        if laid_out != self._laid_out:
            self._laid_out = laid_out
            self._arrange()

    def place_at(self, at: QPoint) -> int | None:
        """The place at or nearest to a point, counted from 0; None outside the order."""
        if not self._reach(self.order).contains(at):
            return None
        middles = [self.order.mapTo(self, piece.geometry().center()).y() for piece in self.order.pieces]
        return min(range(len(middles)), key=lambda place: abs(middles[place] - at.y()))

    def in_pool(self, at: QPoint) -> bool:
        """Whether a point lies among the actions."""
        return self._reach(self.pool).contains(at)

    @override
    def heightForWidth(self, width: int) -> int:
        return max(rect.bottom() + 1 for rect in self._rects(width))

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.px(FOLDS_BELOW)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(120))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make_action(self) -> Piece:
        action = Piece(self._theme)
        action.setCheckable(True)
        self.made.emit(action)
        return action

    def _make_place(self) -> OrderPlace:
        place = OrderPlace(self._theme, self._tallest)
        place.nudged.connect(self.nudged)
        self.made.emit(place)
        return place

    def _tallest(self, width: int) -> int:
        """Every place is high enough for every action, so that nothing moves when one is placed."""
        return max((action.lines(width) for action in self.pool.pieces), default=0)

    def _reach(self, column: PieceColumn) -> QRect:
        half = self._theme.px(GAP) // 2
        return column.geometry().adjusted(-half, -half, half, half)

    def _rects(self, width: int) -> tuple[QRect, QRect]:
        gap = self._theme.px(GAP)
        margin = self._theme.px(ROOM_MARGIN) if self._room is not None else 0
        wide = width - 2 * margin
        if width < self._theme.px(FOLDS_BELOW):
            high = self.pool.heightForWidth(wide)
            below = QRect(margin, high + gap, wide, self.order.heightForWidth(wide))
            return QRect(margin, 0, wide, high), below
        half = (wide - gap) // 2
        left = QRect(margin, 0, half, self.pool.heightForWidth(half))
        return left, QRect(margin + wide - half, 0, half, self.order.heightForWidth(half))

    def _arrange(self) -> None:
        for column, rect in zip((self.pool, self.order), self._rects(self.width()), strict=True):
            column.setGeometry(rect)
            column.arrange()
        self.updateGeometry()


def _action(step: StepView, place: int, room: RoomInk | None) -> PieceItem:
    name = f"{step.letter}. {step.name}"
    return PieceItem(
        id=step.id,
        sign="" if room is not None else step.letter,
        html=step.html,
        name=_("{action}, at place {n}").format(action=name, n=place) if place else name,
        state=State.USED if place else State.FREE,
        tail=str(place or ""),
    )


def _places(view: OrderingView) -> Iterator[PieceItem]:
    last = len(view.placed)
    for place in range(1, view.places + 1):
        if place > last:
            yield PieceItem(sign=str(place), name=_("Place {n}, empty").format(n=place))
            continue
        step = view.placed[place - 1]
        yield PieceItem(
            id=step.id,
            sign=str(place),
            html=step.html,
            name=_("Place {n}: {action}").format(n=place, action=step.name),
            state=State.PLACED,
            up=place > 1,
            down=place < last,
        )
