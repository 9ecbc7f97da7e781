"""The look and a window for tests of the screens."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from certstudy.gui.operations import Operations
from certstudy.gui.room import Room
from certstudy.gui.theme import Scheme, Theme, register_fonts
from certstudy.gui.window import Window
from tests.fakes import FakeDesk, fake_desk


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light look at 100 %, without motion."""
    register_fonts()
    made = Theme(Scheme.LIGHT)
    made.set_reduced_motion(True)
    made.apply(qapp)
    return made


@pytest.fixture
def operations(qapp: QApplication) -> Iterator[Operations]:
    """Runs use cases; its worker ends with the test."""
    made = Operations()
    yield made
    made.close()


@pytest.fixture
def learner() -> FakeDesk:
    """An empty record over a small pack of another exam."""
    return fake_desk()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, operations: Operations, learner: FakeDesk) -> Window:
    """A window that has entered its room."""
    made = Window(theme, operations)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    made.enter(Room(theme, learner.desk, operations, made))
    return made
