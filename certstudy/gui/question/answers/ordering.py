"""Choose actions and put them in order."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.core.response import NOTHING, Arranged
from certstudy.gui.override import override
from certstudy.gui.question.answers.answer import PLAIN, Answer, Manner
from certstudy.gui.question.answers.carriage import Carriage
from certstudy.gui.question.answers.moving import focus_on
from certstudy.gui.question.answers.order_board import OrderBoard
from certstudy.gui.question.answers.order_review import OrderReview
from certstudy.gui.question.answers.piece import Piece
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.announce import announce
from certstudy.gui.widgets.key_hint import Hint
from certstudy.present.task_view import OrderingView, TaskView
from certstudy.present.words import _

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_SIDES = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_MOVING = (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier)


class OrderingAnswer(Answer):
    """A digit or letter, a click or Space adds an action or takes it out again.

    Arrows walk the pieces, with Alt or Ctrl they move the action that has the focus; Delete takes it out. With the
    pointer an action is carried to its place, or back to the others.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view = OrderingView(0, (), ())
        self._checked = False
        self.board = OrderBoard(theme)
        self.review = OrderReview(theme)
        self._carriage = Carriage(self.board)
        self._carriage.over.connect(self._aim)
        self._carriage.landed.connect(self._land)
        self.board.made.connect(self._serve)
        self.board.nudged.connect(self._nudge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)
        column.addWidget(self.review)
        self.review.hide()

    @override
    def show_task(self, view: TaskView, manner: Manner = PLAIN) -> None:
        assert isinstance(view, OrderingView)
        self._carriage.give_up()
        self._view, self._checked = view, manner.checked
        if manner.checked:
            self.review.show_view(view)
        else:
            self.board.show_view(view, manner.room)
        self.board.setVisible(not manner.checked)
        self.review.setVisible(manner.checked)

    @property
    @override
    def reachable(self) -> int:
        return len(self.board.pool.pieces)

    @property
    @override
    def hints(self) -> tuple[Hint, ...]:
        return Hint(self.letters, _("add"), "–"), Hint(("Alt", "Up"), _("move"))

    @override
    def press(self, index: int) -> None:
        if index < len(self.board.pool.pieces):
            piece = self.board.pool.pieces[index]
            self._toggle(piece.item.id)
            announce(self, piece.item.name)

    @override
    def focus_first(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        if self.board.pool.pieces and not self._checked:
            self.board.pool.pieces[0].setFocus(reason)

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        key, mods = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._checked:
            return False
        if key == Qt.Key.Key_Escape and self._carriage.carrying:
            self._carriage.give_up()
            return True
        if mods in _MOVING and key in _STEPS:
            return self._move_focused(_STEPS[key])
        return mods == Qt.KeyboardModifier.NoModifier and self._plain_key(key)

    def _plain_key(self, key: Qt.Key) -> bool:
        column, place = self._focused()
        if key in _STEPS and column is None:
            self._focus(self.board.pool.pieces, 0 if key == Qt.Key.Key_Down else -1)
        elif column is None:
            return False
        elif key in _STEPS:
            self._focus(column, min(max(0, place + _STEPS[key]), len(column) - 1))
        elif key in _ENDS:
            self._focus(column, _ENDS[key])
        elif key in _SIDES:
            other = self._placed if key == Qt.Key.Key_Right else self.board.pool.pieces
            self._focus(other, min(place, len(other) - 1))
        elif key in _REMOVING:
            self._take_out(column[place].item.id)
        else:
            return False
        return True

    @property
    def _order(self) -> Arranged:
        return Arranged(tuple(step.id for step in self._view.placed))

    @property
    def _placed(self) -> list[Piece]:
        return self.board.order.pieces[: len(self._view.placed)]

    def _focused(self) -> tuple[list[Piece] | None, int]:
        for column in (self.board.pool.pieces, self._placed):
            for place, piece in enumerate(column):
                if piece.hasFocus():
                    return column, place
        return None, 0

    def _focus(self, column: list[Piece], place: int) -> None:
        if column:
            focus_on(column[place])
            self.board.pool.rove()
            self.board.order.rove()

    def _toggle(self, step: str) -> None:
        """An action in or out; an empty place holds none."""
        order = self._order
        if not step or self._checked:
            return
        if step in order.items:
            self._take_out(step)
        elif len(order.items) < self._view.places:
            self._respond(order.placed(step, len(order.items)))

    def _take_out(self, step: str) -> None:
        items = self._order.items
        if step not in items:
            return
        place, held = items.index(step), any(piece.hasFocus() for piece in self._placed)
        self._respond(self._order.without(step))
        if held and self._placed:
            self._focus(self._placed, min(place, len(self._placed) - 1))
        elif held:
            self._focus(self.board.pool.pieces, 0)

    def _nudge(self, step: str, by: int) -> None:
        items = self._order.items
        if step in items and 0 <= items.index(step) + by < len(items):
            self._respond(self._order.placed(step, items.index(step) + by))

    def _move_focused(self, by: int) -> bool:
        """Moves what has the focus; if that has no place, what was added last."""
        column, place = self._focused()
        if column is None or column[place].item.id not in self._order.items:
            column, place = self._placed, len(self._placed) - 1
        if not column:
            return False
        step = column[place].item.id
        self._nudge(step, by)
        if column == self._placed and step in self._order.items:
            self._focus(self._placed, self._order.items.index(step))
        return True

    def _put(self, step: str, place: int) -> None:
        """An action let go over a place: those below make room, and where none is left the one there gives way."""
        order = self._order
        if step not in order.items and len(order.items) == self._view.places:
            order = order.without(order.items[place])
        self._respond(order.placed(step, min(place, len(order.items))))

    def _respond(self, order: Arranged) -> None:
        if self._checked or order == self._order:
            return
        self.responded.emit(order or NOTHING)

    def _serve(self, piece: Piece) -> None:
        self._carriage.serve(piece)
        piece.picked.connect(self._toggle)

    def _aim(self, piece: Piece, at: QPoint | None) -> None:
        place = None if at is None else self.board.place_at(at)
        if place is not None and place >= len(self._view.placed):
            place = min(place, len(self._view.placed) - (piece.item.id in self._order.items))
        for index, target in enumerate(self.board.order.pieces):
            target.set_lit(index == place)

    def _land(self, piece: Piece, at: QPoint) -> None:
        place = self.board.place_at(at)
        if place is not None:
            self._put(piece.item.id, place)
        elif self.board.in_pool(at):
            self._take_out(piece.item.id)
