"""An answer area on the screen that answers itself: what is asked for is rendered."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from certstudy.core.response import NOTHING, Response
from certstudy.core.tasks import Task
from certstudy.gui.question.answers.answer import Manner
from certstudy.gui.question.answers.area import AnswerArea
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.theme import Theme
from certstudy.gui.theme.tokens import RoomInk
from certstudy.present.tasks import task_view

DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" width="300" height="100">
<rect x="0" y="0" width="300" height="100" fill="#FFFFFF"/><rect x="10" y="10" width="80" height="80" fill="#2850DB"/>
</svg>"""


@dataclass
class Stage:
    """A task on the screen with the response given so far; every response asked for must fit."""

    area: AnswerArea
    task: Task
    response: Response = NOTHING
    given: list[Response] = field(default_factory=list)
    room: RoomInk | None = None

    def respond(self, response: Response) -> None:
        assert self.task.fits(response), response
        self.given.append(response)
        self.response = response
        self.render()

    def render(self, checked: bool = False) -> None:
        manner = Manner(checked=checked, room=self.room)
        self.area.show_task(task_view(self.task, self.response, checked), manner)


Staged = Callable[..., Stage]


@pytest.fixture
def pictures(theme: Theme) -> Pictures:
    """Pictures that are all the same drawing."""
    return Pictures(theme, lambda _src: DRAWING)


@pytest.fixture
def staged(qtbot: QtBot, theme: Theme, pictures: Pictures) -> Staged:
    """`staged(task)` shows a task."""

    def show(task: Task, response: Response = NOTHING, in_room: bool = False, width: int = 700) -> Stage:
        area = AnswerArea(theme, pictures)
        qtbot.addWidget(area)
        stage = Stage(area, task, response, room=theme.tokens.room if in_room else None)
        area.responded.connect(stage.respond)
        area.resize(width, 400)
        stage.render()
        with qtbot.waitActive(area):
            area.show()
            area.activateWindow()
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        return stage

    return show
