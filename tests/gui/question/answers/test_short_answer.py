"""A typed answer: what is typed is the response, and the right answer is shown after the check."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from certstudy.core.response import NOTHING, Response, Written
from certstudy.core.tasks.short_answer import LONGEST_ANSWER
from certstudy.gui.question.answers.answer import ROOM_MARGIN
from certstudy.gui.question.answers.short_answer import TypedAnswer
from certstudy.gui.theme import Theme
from tests.core.tasks.samples import SHORT
from tests.gui.question.answers.conftest import Stage, Staged


def answer(stage: Stage) -> TypedAnswer:
    return cast("TypedAnswer", stage.area.current)


def test_letters_and_digits_go_into_the_field(staged: Staged) -> None:
    stage = staged(SHORT)
    assert stage.area.typed
    stage.area.focus_first(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(answer(stage).field, "git 1M")
    assert stage.response == Written("git 1M")
    for _press in range(6):
        QTest.keyClick(answer(stage).field, Qt.Key.Key_Backspace)
    assert stage.response == NOTHING


def test_the_place_in_the_line_is_kept_while_typing(staged: Staged) -> None:
    stage = staged(SHORT, Written("git log"))
    field = answer(stage).field
    field.setCursorPosition(3)
    QTest.keyClicks(field, "x")
    assert (field.text(), field.cursorPosition()) == ("gitx log", 4)


def test_a_line_longer_than_any_answer_is_cut(staged: Staged) -> None:
    stage = staged(SHORT)
    QTest.keyClicks(answer(stage).field, "a" * (LONGEST_ANSWER + 5))
    assert stage.response == Written("a" * LONGEST_ANSWER)


@pytest.mark.parametrize(
    ("response", "word"),
    [(Written("git reflog"), "Right"), (Written("git log"), "Wrong"), (NOTHING, "Missed")],
)
def test_once_checked_the_right_answer_stands_below(staged: Staged, response: Response, word: str) -> None:
    stage = staged(SHORT, response)
    assert not answer(stage).right.isVisible()
    stage.render(checked=True)
    assert answer(stage).field.isReadOnly()
    assert [row.accessibleName() for row in answer(stage).right.rows] == [
        f"=. Right answer: git reflog {word}"
    ]


def test_in_the_exam_room_the_field_begins_where_the_text_does(staged: Staged, theme: Theme) -> None:
    stage = staged(SHORT, in_room=True)
    assert answer(stage).field.x() == theme.px(ROOM_MARGIN)
