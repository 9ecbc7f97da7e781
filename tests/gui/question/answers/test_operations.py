"""Whatever is done to a widget, in whatever order: it asks for fitting responses only, and shows what was answered."""

from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QWidget

from certstudy.core.response import NOTHING
from certstudy.core.tasks import Task
from certstudy.gui.question.answers.matching import MatchingAnswer
from certstudy.gui.question.answers.piece import Piece
from tests.gui.question.answers.carrying import carry
from tests.gui.question.answers.conftest import Stage, Staged
from tests.gui.question.answers.tasks import CLAIMS, STEPS, matching

KEYS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape, Qt.Key.Key_Space,
    Qt.Key.Key_F4, Qt.Key.Key_Tab,
)  # fmt: skip
MODS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier)
ACTS = st.one_of(
    st.tuples(st.just("press"), st.integers(0, 7), st.just(0)),
    st.tuples(st.just("click"), st.integers(0, 20), st.integers(0, 3)),
    st.tuples(st.just("carry"), st.integers(0, 20), st.integers(0, 20)),
    st.tuples(st.just("key"), st.integers(0, len(KEYS) - 1), st.integers(0, 2)),
    st.tuples(st.just("list"), st.integers(0, 3), st.integers(0, 5)),
)


def parts(stage: Stage) -> list[QWidget]:
    """Everything that can be pressed."""
    found: list[QWidget] = [*stage.area.findChildren(QPushButton), *stage.area.findChildren(QRadioButton)]
    return [part for part in found if part.isVisible()]


def act(stage: Stage, kind: str, first: int, second: int) -> None:
    """One thing a learner can do."""
    things = parts(stage)
    thing = things[first % len(things)]
    if kind == "press":
        stage.area.press(first)
    elif kind == "click":
        x = (8, thing.width() // 2, thing.width() - 8, thing.width() - 20)[second]
        QTest.mouseClick(thing, Qt.MouseButton.LeftButton, pos=QPoint(x, thing.height() // (2 + second)))
    elif kind == "carry" and isinstance(thing, Piece):
        carry(thing, things[second % len(things)])
    elif kind == "key":
        QTest.keyClick(QApplication.focusWidget() or stage.area, KEYS[first], MODS[second])
    elif kind == "list" and isinstance(stage.area.current, MatchingAnswer):
        choose(stage, first, second)
    close_lists(stage)


def choose(stage: Stage, row: int, line: int) -> None:
    """Something from the list of a slot."""
    answer = cast("MatchingAnswer", stage.area.current)
    answer.rows[row % len(answer.rows)].slot.opened.emit()
    if answer.menu is not None:
        lines = [action for action in answer.menu.actions() if action.text()]
        lines[line % len(lines)].trigger()


def close_lists(stage: Stage) -> None:
    while popup := QApplication.activePopupWidget():
        popup.close()


@pytest.mark.parametrize("in_room", [False, True], ids=["practice", "room"])
@pytest.mark.parametrize(
    "task",
    [CLAIMS, STEPS, matching(reuse=False), matching(reuse=True)],
    ids=["claims", "steps", "once", "again"],
)
def test_only_fitting_responses_are_asked_for(staged: Staged, task: Task, in_room: bool) -> None:
    stage = staged(task, in_room=in_room)

    @settings(
        max_examples=25,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
    )
    @given(st.lists(ACTS, max_size=12))
    def run(acts: list[tuple[str, int, int]]) -> None:
        stage.response = NOTHING
        stage.given.clear()
        stage.render()
        for kind, first, second in acts:
            # the stage refuses a response that does not fit
            act(stage, kind, first, second)
        stage.render(checked=True)
        assert task.fits(stage.response)
        stage.given.clear()
        for kind, first, second in acts:
            if parts(stage):
                act(stage, kind, first, second)
        assert not stage.given

    run()
