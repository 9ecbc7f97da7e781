"""What is laid out unseen, while the learner reads, is what is shown after the check, to the pixel."""

import pytest
from PySide6.QtWidgets import QApplication

from certstudy.core.tasks import Task
from certstudy.gui.theme import Scheme, Theme
from certstudy.present.tasks import task_view
from tests.core.tasks.samples import TASKS
from tests.gui.question.answers.conftest import Stage, Staged

WIDTHS = (860, 620, 700)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: type(task).__name__)
def test_foreseen_or_not_it_looks_the_same(staged: Staged, task: Task) -> None:
    plain, foreseen = staged(task), staged(task)
    foresee(foreseen)
    assert checked(foreseen) == checked(plain)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: type(task).__name__)
def test_what_is_foreseen_is_not_seen(staged: Staged, task: Task) -> None:
    stage = staged(task)
    before = stage.area.grab().toImage()
    foresee(stage)
    QApplication.processEvents()
    assert stage.area.grab().toImage() == before


@pytest.mark.parametrize("task", TASKS, ids=lambda task: type(task).__name__)
def test_another_look_forgets_what_was_foreseen(staged: Staged, task: Task, theme: Theme) -> None:
    plain, foreseen = staged(task), staged(task)
    foresee(foreseen)
    theme.set_scheme(Scheme.DARK)
    assert checked(foreseen) == checked(plain)


def foresee(stage: Stage) -> None:
    stage.area.foresee(task_view(stage.task, stage.response, True), WIDTHS)


def checked(stage: Stage) -> object:
    stage.render(checked=True)
    QApplication.processEvents()
    return stage.area.grab().toImage()
