"""The look and a window for tests of the screens."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from certstudy.gui.operations import Operations
from certstudy.gui.room import Room
from certstudy.gui.theme import Scheme, Theme, register_fonts
from certstudy.gui.window import Window
from tests.fakes import FakeDesk, fake_desk


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    """The one theme of the run: dressing the application again restyles every widget there is."""
    register_fonts()
    made = Theme(Scheme.LIGHT)
    made.set_reduced_motion(True)
    made.apply(qapp)
    return made


@pytest.fixture(autouse=True)
def _widgets_end_with_their_test(qapp: QApplication) -> Iterator[None]:
    """Outside a running event loop Qt keeps what was to be deleted, and every later change of look dresses it too."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(dressed: Theme) -> Iterator[Theme]:
    """The light look at 100 %, without motion."""
    yield dressed
    if dressed.scheme is not Scheme.LIGHT:
        dressed.set_scheme(Scheme.LIGHT)
    if dressed.metrics.scale != 1.0:
        dressed.set_scale(1.0)
    if not dressed.show_keys:
        dressed.set_show_keys(True)
    dressed.set_reduced_motion(True)


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
    operations.settle()
    return made
