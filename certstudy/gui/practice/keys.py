"""Which key does what while answering; kept apart so that the page reads as acts."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from certstudy.core.confidence import Confidence


class Step(Enum):
    """What a key asks for."""

    NOTHING = auto()
    CHOOSE = auto()
    STRIKE = auto()
    SURE = auto()
    UNKNOWN = auto()
    GO = auto()
    UNDO = auto()
    FLAG = auto()
    NOTE = auto()
    EXHIBIT = auto()
    DOCUMENTATION = auto()
    REPORT = auto()
    LEAVE = auto()


# a repeat lets go and presses in the same instant, which no finger does
SAME_INSTANT_MS = 5


class HeldKey:
    """Tells the repeats of a key held down from a press, which X11 does not always do by itself."""

    def __init__(self) -> None:
        self._key, self._at = 0, 0

    def let_go(self, event: QKeyEvent) -> None:
        """A key was released, or seems so."""
        self._key, self._at = event.key(), event.timestamp()

    def repeats(self, event: QKeyEvent) -> bool:
        """Whether a press is the repeat of one before."""
        known = event.key() == self._key and self._at > 0
        return event.isAutoRepeat() or (known and event.timestamp() - self._at <= SAME_INSTANT_MS)


_PLAIN = {
    Qt.Key.Key_0: Step.UNKNOWN,
    Qt.Key.Key_Return: Step.GO,
    Qt.Key.Key_Enter: Step.GO,
    Qt.Key.Key_U: Step.UNDO,
    Qt.Key.Key_M: Step.FLAG,
    Qt.Key.Key_F: Step.FLAG,
    Qt.Key.Key_N: Step.NOTE,
    Qt.Key.Key_X: Step.EXHIBIT,
    Qt.Key.Key_O: Step.DOCUMENTATION,
    Qt.Key.Key_R: Step.REPORT,
    Qt.Key.Key_Escape: Step.LEAVE,
}
_SURE = {
    Qt.Key.Key_J: Confidence.GUESS,
    Qt.Key.Key_K: Confidence.UNSURE,
    Qt.Key.Key_L: Confidence.SURE,
}


def step_of(event: QKeyEvent, options: int) -> tuple[Step, str]:
    """The step and its argument (an option's place, a confidence) for a key with that many options shown.

    A letter that names an option chooses it; F flags where there is no sixth option.
    """
    key, mods = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    letter = key.value - Qt.Key.Key_A.value
    if mods == Qt.KeyboardModifier.NoModifier:
        return _plain_step(key, options)
    if mods == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_Z:
        return Step.UNDO, ""
    if mods == Qt.KeyboardModifier.ShiftModifier and 0 <= letter < options:
        return Step.STRIKE, str(letter)
    return Step.NOTHING, ""


def _plain_step(key: Qt.Key, options: int) -> tuple[Step, str]:
    for first in (Qt.Key.Key_A, Qt.Key.Key_1):
        place = key.value - first.value
        if 0 <= place < min(9, options):
            return Step.CHOOSE, str(place)
    if key in _SURE:
        return Step.SURE, _SURE[key].value
    return _PLAIN.get(key, Step.NOTHING), ""
