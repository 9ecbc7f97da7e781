"""A table of statements, each judged yes or no."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from certstudy.core.response import NOTHING, filled
from certstudy.core.tasks.statements import NO, YES
from certstudy.gui.override import override
from certstudy.gui.question.answers.answer import JUDGES, PLAIN, Answer, Manner
from certstudy.gui.question.answers.moving import focus_on, rove
from certstudy.gui.question.answers.statement_row import LEFT_PAD, StatementRow, column_width
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets import option_paint as draw
from certstudy.gui.widgets.announce import announce
from certstudy.gui.widgets.key_hint import Hint
from certstudy.gui.widgets.option_paint import Place, RowLook
from certstudy.gui.widgets.painting import CENTRE, LEFT, hline, text
from certstudy.present.task_view import StatementsView, TaskView
from certstudy.present.tasks import judgement_word
from certstudy.present.words import _

_SIDES = {Qt.Key.Key_Left: YES, Qt.Key.Key_Right: NO}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
HEAD = 34


class TableHead(QWidget):
    """The headings of the columns; each circle says its own to a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._room: RoomInk | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_room(self, room: RoomInk | None) -> None:
        """In the exam room's inks, or in the theme's."""
        if room != self._room:
            self._room = room
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(HEAD))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self._theme, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, room, font = theme.px, self._room, theme.font(Role.LABEL)
        if room is not None:
            painter.fillRect(rect, room.tool)
            hline(painter, 0, rect.width(), rect.height() - 1, room.line)
        else:
            look = RowLook("", False, False, False, False, None, "", "first")
            draw.paint_ground(painter, theme, rect, look, 1.0)
        ink = room.on_tool if room is not None else theme.tokens.ink3
        wide = column_width(theme)
        left = rect.right() - (0 if room is not None else px(8)) - 2 * wide
        words = QRectF(px(LEFT_PAD), 0, left - px(LEFT_PAD), rect.height())
        text(painter, words, _("Statement"), font, ink, LEFT)
        for place, value in enumerate((YES, NO)):
            heading = QRectF(left + place * wide, 0, wide, rect.height())
            text(painter, heading, judgement_word(value), font, ink, CENTRE)


class StatementsAnswer(Answer):
    """`rows` are its statements from top to bottom.

    Y and N judge a row and go on to the next one; in a row Left and Right judge, Up and Down change the row, Delete
    takes the judgement back. A digit goes to its row.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view = StatementsView(())
        self._checked = False
        self.rows: list[StatementRow] = []
        self._head = TableHead(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)

    @override
    def show_task(self, view: TaskView, manner: Manner = PLAIN) -> None:
        assert isinstance(view, StatementsView)
        self._view, self._checked = view, manner.checked
        self._head.set_room(manner.room)
        self._keep(len(view.rows))
        for number, (row, statement) in enumerate(zip(self.rows, view.rows, strict=True), 1):
            place: Place = "last" if number == len(self.rows) else "middle"
            row.show_statement(statement, number, place, manner.checked, manner.room)
            rove(list(row.cells), next((cell for cell in row.cells if cell.hasFocus()), row.stop))

    @override
    def reveal(self) -> None:
        for row in self.rows:
            row.reveal()

    @property
    @override
    def reachable(self) -> int:
        return len(self.rows)

    @property
    @override
    def hints(self) -> tuple[Hint, ...]:
        return Hint(("Y", "N"), _("judge")), Hint(("Up", "Down"), _("row"))

    @override
    def press(self, index: int) -> None:
        if index < len(self.rows):
            focus_on(self.rows[index].stop)

    @override
    def focus_first(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        if self.rows:
            self.rows[0].stop.setFocus(reason)

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self._checked or not self.rows or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        here = self._focused
        if key in JUDGES:
            self._judge_and_go_on(JUDGES[key])
        elif key in _STEPS:
            start = -1 if key == Qt.Key.Key_Down else 0
            self.press(((start if here is None else here) + _STEPS[key]) % len(self.rows))
        elif here is None:
            return False
        elif key in _SIDES:
            focus_on(self.rows[here].cell(_SIDES[key]))
            self._judge(here, _SIDES[key])
        elif key in _ENDS:
            self.press(_ENDS[key] % len(self.rows))
        elif key in _CLEARING:
            self._judge(here, "")
        else:
            return False
        return True

    @property
    def _focused(self) -> int | None:
        places = (i for i, row in enumerate(self.rows) for cell in row.cells if cell.hasFocus())
        return next(places, None)

    def _judge_and_go_on(self, value: str) -> None:
        open_rows = (i for i, row in enumerate(self._view.rows) if not row.judged)
        here = self._focused if self._focused is not None else next(open_rows, None)
        if here is None:
            return
        self._judge(here, value)
        announce(self, judgement_word(value))
        self.press(min(here + 1, len(self.rows) - 1))

    def _click(self, row: str, value: str) -> None:
        self._judge(next(i for i, statement in enumerate(self._view.rows) if statement.id == row), value)

    def _judge(self, place: int, value: str) -> None:
        if not self._checked and self._view.rows[place].judged != value:
            judged = {row.id: row.judged for row in self._view.rows} | {self._view.rows[place].id: value}
            self.responded.emit(filled({row: given for row, given in judged.items() if given}) or NOTHING)

    def _keep(self, count: int) -> None:
        while len(self.rows) < count:
            row = StatementRow(self._theme, self)
            row.judged.connect(self._click)
            self._column.addWidget(row)
            self.rows.append(row)
        while len(self.rows) > count:
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
