"""Our own faults: reported, told once, and no end of the app, wherever in Qt they happen."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from certstudy.app.crash import watch
from certstudy.core.errors import StoreError, WorldError
from certstudy.gui.override import override

Told = list[tuple[str, str]]


@pytest.fixture
def excused() -> list[WorldError]:
    """The world's faults that were told."""
    return []


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, excused: list[WorldError]) -> Told:
    """What the learner is told of our own faults."""
    # the hook of pytest-qt is set again afterwards
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    made: Told = []
    watch(tmp_path, lambda text, place: made.append((text, place)), excused.append)
    return made


def _happen(fault: Exception) -> None:
    try:
        raise fault
    except type(fault):
        sys.excepthook(*sys.exc_info())


def test_without_a_console_a_fault_is_told_all_the_same(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows gives a program without a console no standard error."""
    monkeypatch.setattr(sys, "stderr", None)
    _happen(ValueError("no such icon"))
    assert len(told) == 1
    assert "no such icon" in told[0][0]


def test_a_fault_that_comes_up_again_and_again_is_told_once(told: Told, tmp_path: Path) -> None:
    """What cannot be painted is tried again after every closed dialog."""
    for _time in range(3):
        _happen(ValueError("no such icon"))
    _happen(ValueError("another"))
    assert ["another" in text for text, _place in told] == [False, True]
    assert len(list(tmp_path.rglob("*.txt"))) == 2


def test_the_worlds_fault_is_no_crash_wherever_it_comes_up(
    told: Told, excused: list[WorldError], tmp_path: Path
) -> None:
    locked = StoreError("The record is locked.")
    _happen(locked)
    assert excused == [locked]
    assert told == []
    assert not list(tmp_path.rglob("*.txt"))


class Broken(QWidget):
    """Faults in the midst of painting, on itself and on a picture."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        _draw_broken(QPainter(self))


def _draw_broken(outer: QPainter) -> None:
    picture = QPixmap(8, 8)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.drawPoint(1, 1)
    _fail()
    painter.end()
    outer.drawPixmap(0, 0, picture)


def _fail() -> None:
    raise ValueError("no such icon")


class BrokenDelegate(QStyledItemDelegate):
    """Faults while it paints with a painter that Qt lent."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        _fail()


def _list() -> QWidget:
    model, made = QStandardItemModel(), QListView()
    model.appendRow(QStandardItem("one"))
    model.setParent(made)
    made.setModel(model)
    made.setItemDelegate(BrokenDelegate(made))
    return made


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize("make", [Broken, _list])
def test_a_fault_while_painting_ends_neither_the_painting_nor_the_app(
    qtbot: QtBot, told: Told, make: Callable[[], QWidget], capsys: pytest.CaptureFixture[str]
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    qtbot.waitUntil(lambda: bool(told))
    widget.hide()
    text, place = told[0]
    assert "no such icon" in text
    assert Path(place).read_text(encoding="utf-8") == text
    assert "no such icon" in capsys.readouterr().err
