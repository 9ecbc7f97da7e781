"""Keys of the exam room that name a part of the answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from certstudy.gui.question.answers.area import AnswerArea

_LEFT_ALONE = ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)


def take_answer_key(answer: AnswerArea, event: QKeyEvent) -> bool:
    """A digit or letter picks a part, with Shift it strikes one out; other keys are the answer's own. False if none."""
    place = _place_of(event)
    if place is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        answer.strike(place)
        return True
    if answer.take_key(event):
        return True
    if place is not None and place < answer.reachable:
        answer.press(place)
        return True
    return False


def _place_of(event: QKeyEvent) -> int | None:
    if event.modifiers() & _LEFT_ALONE:
        return None
    key = event.key()
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return int(key - Qt.Key.Key_1)
    if Qt.Key.Key_A <= key <= Qt.Key.Key_I:
        return int(key - Qt.Key.Key_A)
    return None
