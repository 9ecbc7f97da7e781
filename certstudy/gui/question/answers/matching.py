"""Give each row one of the choices."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from certstudy.core.response import NOTHING, Filled, filled
from certstudy.gui.override import override
from certstudy.gui.question.answers.answer import PLAIN, ROOM_MARGIN, Answer, Manner
from certstudy.gui.question.answers.carriage import Carriage
from certstudy.gui.question.answers.match_row import MatchRow, slot_item
from certstudy.gui.question.answers.moving import focus_on, rove
from certstudy.gui.question.answers.piece import CHIP_PAD, Piece, PieceItem, State
from certstudy.gui.question.answers.piece_column import PieceTray
from certstudy.gui.theme import Theme
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets.announce import announce
from certstudy.gui.widgets.key_hint import Hint
from certstudy.gui.widgets.option_paint import Place
from certstudy.present.task_view import MatchingView, MatchView, TaskView
from certstudy.present.words import _

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
CHIP_TAIL, GAP = 36, 14


def choice_letter(place: int) -> str:
    """The letter of a choice by its place, counted from 0."""
    return chr(ord("A") + place)


class MatchingAnswer(Answer):
    """`tray` holds the choices, `rows` what asks for them.

    A digit or letter gives its choice to the row with the focus (else the first empty one) and goes on. A click on a
    row and one on a choice, in either order, does the same, and so do carrying and the list of a slot. Arrows walk,
    Delete empties, Escape lets go of what was clicked.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view = MatchingView((), (), False)
        self._checked = False
        self._room: RoomInk | None = None
        self._held = self._wanting = ""
        self.menu: QMenu | None = None
        self.rows: list[MatchRow] = []
        self._carriage = Carriage(self)
        self._carriage.over.connect(self._aim)
        self._carriage.landed.connect(self._land)
        self.tray = PieceTray(theme, _("Choices"), self._make_choice, self)
        self._column = QVBoxLayout(self)
        self._head = QVBoxLayout()
        self._head.addWidget(self.tray)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._table = QVBoxLayout()
        self._table.setSpacing(0)
        self._column.addLayout(self._table)
        theme.changed.connect(self.restyle)
        self.restyle()

    @override
    def show_task(self, view: TaskView, manner: Manner = PLAIN) -> None:
        assert isinstance(view, MatchingView)
        self._carriage.give_up()
        if [row.id for row in view.rows] != [row.id for row in self._view.rows] or manner.checked:
            self._held = self._wanting = ""
        self._view, self._checked = view, manner.checked
        if manner.room != self._room:
            self._room = manner.room
            self.restyle()
        self._keep(len(view.rows))
        self._render()

    @override
    def reveal(self) -> None:
        for row in self.rows:
            row.reveal()

    @property
    @override
    def reachable(self) -> int:
        return len(self._view.choices)

    @property
    @override
    def hints(self) -> tuple[Hint, ...]:
        return Hint(self.letters, _("give"), "–"), Hint(("Space",), _("list"))

    @override
    def press(self, index: int) -> None:
        target = self._target()
        if self._checked or target is None or index >= len(self._view.choices):
            return
        self._give(self._view.rows[target].id, self._view.choices[index].id)
        announce(self, self.rows[target].slot.item.name)
        self._focus_row(min(target + 1, len(self.rows) - 1))

    @override
    def focus_first(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        if self.rows:
            self.rows[0].slot.setFocus(reason)

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        key, mods = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._checked or not self.rows:
            return False
        if key == Qt.Key.Key_Escape:
            return self._let_go()
        row = self._focused_row
        if row is not None and (
            key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and mods == Qt.KeyboardModifier.AltModifier)
        ):
            self._open(self.rows[row])
            return True
        return mods == Qt.KeyboardModifier.NoModifier and self._plain_key(key, row)

    def restyle(self) -> None:
        """Takes its gaps from the theme again."""
        margin = self._theme.px(ROOM_MARGIN) if self._room is not None else 0
        self._head.setContentsMargins(margin, 0, margin, 0)
        self._column.setSpacing(self._theme.px(GAP))

    def _plain_key(self, key: Qt.Key, row: int | None) -> bool:
        choice = next((i for i, piece in enumerate(self.tray.pieces) if piece.hasFocus()), None)
        if row is not None:
            return self._row_key(key, row)
        if choice is not None and key in _SIDES:
            self._focus_choice(min(max(0, choice + _SIDES[key]), len(self.tray.pieces) - 1))
        elif choice is not None and key in _ENDS:
            self._focus_choice(_ENDS[key])
        elif key in _STEPS:
            self._focus_row(0 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _row_key(self, key: Qt.Key, row: int) -> bool:
        if key in _STEPS:
            if row == 0 and key == Qt.Key.Key_Up:
                self._focus_choice(0)
            else:
                self._focus_row(min(row + _STEPS[key], len(self.rows) - 1))
        elif key in _ENDS:
            self._focus_row(_ENDS[key])
        elif key in _CLEARING:
            self._put(self._view.rows[row].id, None)
        else:
            return False
        return True

    @property
    def _given(self) -> Filled:
        return filled({row.id: row.given.id for row in self._view.rows if row.given is not None})

    @property
    def _focused_row(self) -> int | None:
        return next((i for i, row in enumerate(self.rows) if row.slot.hasFocus()), None)

    def _target(self) -> int | None:
        """The row that a key gives to: the one wanting, the one with the focus, the first empty one."""
        rows = self._view.rows
        wanting = next((i for i, row in enumerate(rows) if row.id == self._wanting), None)
        if wanting is not None:
            return wanting
        here = self._focused_row
        return (
            here if here is not None else next((i for i, row in enumerate(rows) if row.given is None), None)
        )

    def _focus_row(self, place: int) -> None:
        focus_on(self.rows[place].slot)
        self._rove()

    def _focus_choice(self, place: int) -> None:
        focus_on(self.tray.pieces[place])
        self.tray.rove()

    def _rove(self) -> None:
        slots: list[QWidget] = [row.slot for row in self.rows]
        if slots:
            rove(slots, next((slot for slot in slots if slot.hasFocus()), slots[0]))

    def _render(self) -> None:
        view, room, checked = self._view, self._room, self._checked
        letters = {choice.id: choice_letter(place) for place, choice in enumerate(view.choices)}
        self.tray.show_items([self._choice_item(choice, letters[choice.id]) for choice in view.choices], room)
        for place, (row, shown) in enumerate(zip(self.rows, view.rows, strict=True)):
            row.show_row(shown, place + 1, _place(place, len(self.rows)), checked, room)
            letter = letters[shown.given.id] if shown.given is not None else ""
            row.show_slot(slot_item(shown, place + 1, letter, room, checked, shown.id == self._wanting))
        self._rove()

    def _choice_item(self, choice: MatchView, letter: str) -> PieceItem:
        numbers = [
            str(i)
            for i, row in enumerate(self._view.rows, 1)
            if row.given is not None and row.given.id == choice.id
        ]
        gone = bool(numbers) and not self._view.reuse
        name = f"{letter}. {choice.name}"
        if numbers:
            name = _("{choice}, given to {rows}").format(choice=name, rows=", ".join(numbers))
        return PieceItem(
            id=choice.id,
            sign="" if self._room is not None else letter,
            html=choice.html,
            name=name,
            state=State.USED if gone else State.FREE,
            tail=numbers[0] if gone else "",
            lit=choice.id == self._held,
            takes=not self._checked,
        )

    def _click_choice(self, choice: str) -> None:
        if self._checked:
            return
        if self._wanting:
            self._give(self._wanting, choice)
        else:
            self._held = "" if choice == self._held else choice
            self._render()

    def _click_row(self, row: str) -> None:
        if self._held:
            self._give(row, self._held)
        elif not self._checked:
            self._wanting = "" if row == self._wanting else row
            self._render()

    def _ask(self, row: MatchRow) -> None:
        """Space or the arrow of a slot: the list, unless a choice waits for its row."""
        if self._held:
            self._give(row.view.id, self._held)
        else:
            self._open(row)

    def _let_go(self) -> bool:
        if self._carriage.carrying:
            self._carriage.give_up()
        elif self._held or self._wanting:
            self._held = self._wanting = ""
            self._render()
        else:
            return False
        return True

    def _give(self, row: str, choice: str) -> None:
        self._held = self._wanting = ""
        if not self._put(row, choice):
            self._render()

    def _put(self, row: str, choice: str | None) -> bool:
        """Whether it changed anything."""
        given = self._given.put(row, choice, once=choice is not None and not self._view.reuse)
        changed = not self._checked and given != self._given
        if changed:
            self.responded.emit(given or NOTHING)
        return changed

    def _open(self, row: MatchRow) -> None:
        menu = QMenu(row.slot)
        menu.setAccessibleName(row.view.name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        given = row.view.given.id if row.view.given is not None else ""
        for place, choice in enumerate(self._view.choices):
            words = choice.name.replace("&", "&&")
            act = menu.addAction(f"&{choice_letter(place)}  {words}")
            act.setCheckable(True)
            act.setChecked(choice.id == given)
            act.triggered.connect(lambda _on=False, choice=choice.id: self._give(row.view.id, choice))
            if choice.id == given:
                menu.setActiveAction(act)
        if given:
            menu.addSeparator()
            menu.addAction(_("Empty")).triggered.connect(lambda: self._put(row.view.id, None))
        self.menu = menu
        menu.destroyed.connect(self._forget_menu)
        menu.popup(row.slot.mapToGlobal(row.slot.rect().bottomLeft()))

    def _forget_menu(self) -> None:
        self.menu = None

    def _row_at(self, at: QPoint) -> MatchRow | None:
        return next((row for row in self.rows if row.geometry().contains(at)), None)

    def _aim(self, piece: Piece, at: QPoint | None) -> None:
        aimed = None if at is None else self._row_at(at)
        for row in self.rows:
            row.slot.set_lit(row is aimed and piece is not row.slot)

    def _land(self, piece: Piece, at: QPoint) -> None:
        row, source = self._row_at(at), next((row for row in self.rows if row.slot is piece), None)
        if row is source and row is not None:
            return
        if source is None and row is not None:
            self._give(row.view.id, piece.item.id)
        elif source is not None and row is not None:
            self._move(source.view.id, row.view.id, piece.item.id)
        elif source is not None and self.tray.geometry().contains(at):
            self._put(source.view.id, None)

    def _move(self, source: str, row: str, choice: str) -> None:
        self._held = self._wanting = ""
        self.responded.emit(self._given.put(source, None).put(row, choice))

    def _tallest(self, width: int) -> int:
        return max((piece.lines(width) for piece in self.tray.pieces), default=0)

    def _make_choice(self) -> Piece:
        piece = Piece(self._theme, pad=CHIP_PAD, tail=CHIP_TAIL)
        piece.picked.connect(self._click_choice)
        self._carriage.serve(piece)
        return piece

    def _make_row(self) -> MatchRow:
        row = MatchRow(self._theme, self._tallest, self)
        row.pressed.connect(self._click_row)
        row.slot.picked.connect(lambda _id: self._click_row(row.view.id))
        row.slot.opened.connect(lambda: self._ask(row))
        self._carriage.serve(row.slot)
        return row

    def _keep(self, count: int) -> None:
        while len(self.rows) < count:
            self.rows.append(self._make_row())
            self._table.addWidget(self.rows[-1])
        while len(self.rows) > count:
            row = self.rows.pop()
            self._table.removeWidget(row)
            row.hide()
            row.deleteLater()


def _place(place: int, count: int) -> Place:
    if count == 1:
        return "only"
    return "first" if place == 0 else "last" if place == count - 1 else "middle"
