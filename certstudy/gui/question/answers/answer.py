"""What every widget that answers a task has in common."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from certstudy.core.tasks.statements import NO, YES
from certstudy.gui.override import override
from certstudy.gui.theme import Theme
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets.key_hint import Hint
from certstudy.present.task_view import LETTERS, TaskView

# the letters after I are keys of the screen
LETTERED = 9
JUDGES = {Qt.Key.Key_Y: YES, Qt.Key.Key_N: NO}
# the exam room's texts begin so far to the right of what is answered
ROOM_MARGIN = 12


class Manner(NamedTuple):
    """How a task is shown: parts struck out, with its verdict or before it, in the exam room's inks or the theme's."""

    struck: frozenset[str] = frozenset()
    checked: bool = False
    room: RoomInk | None = None


PLAIN = Manner()


class Answer(QWidget):
    """Renders a task and asks for another response; it changes nothing by itself.

    `responded(response)` carries the whole response as it would be, `struck(part)` asks to strike a part out or to
    bring it back; the screen answers with `show_task`.
    """

    responded = Signal(object)
    struck = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def show_task(self, view: TaskView, manner: Manner = PLAIN) -> None:
        """Renders the task whole; once checked it takes no answer."""
        raise NotImplementedError

    def look_only(self) -> None:
        """Takes no answer from now on, as where a question is only read."""
        self.setEnabled(False)

    def indent(self, column: QLayout, manner: Manner) -> None:
        """Lets what has an edge of its own begin where the text does; rows in the exam room reach out beyond it."""
        side = self._theme.px(ROOM_MARGIN) if manner.room else 0
        column.setContentsMargins(side, 0, side, 0)

    def reveal(self) -> None:
        """The verdict comes into sight: what moves then, moves."""

    @property
    def typed(self) -> bool:
        """Whether it is answered by typing, so that it wants the focus at once."""
        return False

    @property
    def reachable(self) -> int:
        """How many parts the digits and letters reach."""
        return 0

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys worth telling in the foot of the screen, two at most."""
        return ()

    @property
    def letters(self) -> tuple[str, str]:
        """The first and the last letter that reaches a part."""
        return LETTERS[0], LETTERS[max(1, min(self.reachable, LETTERED)) - 1]

    @property
    def digits(self) -> tuple[str, ...]:
        """The first and the last digit that reaches a part."""
        last = min(self.reachable, LETTERED)
        return ("1",) if last < 2 else ("1", str(last))

    def press(self, index: int) -> None:
        """A digit or letter was pressed for the part at that place, counted from 0."""

    def strike(self, index: int) -> None:
        """The part at that place is to be struck out or brought back."""

    def take_key(self, event: QKeyEvent) -> bool:  # noqa: ARG002  # most have no keys of their own
        """Acts on a key that is this widget's own, wherever the focus is on its screen; False leaves it to others."""
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def focus_first(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """Moves the focus to the first part."""
        self.setFocus(reason)
