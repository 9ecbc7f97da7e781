"""A screen reader meets a chart as a list of its marks, also after the chart has changed or gone."""

import gc
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.coverage_map import CoverageMap
from certstudy.gui.widgets.plot_reader import PlotReader
from certstudy.gui.widgets.reading import install_plot_readers
from certstudy.present.progress import progress_view
from tests.core.syllabi import syllabus
from tests.gui.progress.samples import sample_overview

AREAS = progress_view(syllabus(), sample_overview(syllabus())).coverage


@pytest.fixture(scope="module", autouse=True)
def _readers(qapp: QApplication) -> None:
    install_plot_readers()


@pytest.fixture
def above(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1000, 300)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def chart(above: QWidget, theme: Theme) -> CoverageMap:
    made = CoverageMap(theme, above)
    made.set_areas(AREAS)
    made.setGeometry(10, 20, 972, 260)
    above.show()
    return made


def test_it_is_a_list_with_a_name_and_one_item_per_mark(chart: CoverageMap) -> None:
    reader = QAccessible.queryAccessibleInterface(chart)
    assert isinstance(reader, PlotReader)
    assert reader.isValid()
    assert reader.role() == QAccessible.Role.List
    assert reader.text(QAccessible.Text.Name) == "Objectives"
    assert reader.text(QAccessible.Text.Description).startswith("Area 0: ")
    assert reader.text(QAccessible.Text.Value) == ""
    assert reader.childCount() == len(syllabus().objectives)
    assert reader.child(reader.childCount()) is None
    first, eighth = reader.child(0), reader.child(7)
    assert first is not None
    assert eighth is not None
    assert first.role() == QAccessible.Role.ListItem
    words = first.text(QAccessible.Text.Name)
    assert words.startswith("Objective a0.g0.0, ")
    assert "of its questions known" in words
    assert reader.indexOfChild(eighth) == 7
    assert first.parent() is reader
    above = reader.parent()
    assert above is not None
    assert above.object() is chart.parentWidget()


def test_items_know_where_they_are_on_the_screen(chart: CoverageMap) -> None:
    reader = QAccessible.queryAccessibleInterface(chart)
    item = reader.child(5)
    assert item.rect().topLeft() == chart.mapToGlobal(chart.marks_now()[5].rect.topLeft().toPoint())
    middle = item.rect().center()
    assert reader.childAt(middle.x(), middle.y()) is item
    assert reader.rect().topLeft() == chart.mapToGlobal(QPoint(0, 0))
    assert reader.childAt(reader.rect().left(), reader.rect().top()) is None


def test_the_item_one_stands_on_has_the_focus(chart: CoverageMap) -> None:
    chart.setFocus()
    chart.walk_to(3)
    reader = QAccessible.queryAccessibleInterface(chart)
    assert reader.state().focused
    assert [place for place in range(reader.childCount()) if reader.child(place).state().focused] == [3]


def test_a_mark_that_is_gone_is_no_longer_valid(chart: CoverageMap) -> None:
    reader = QAccessible.queryAccessibleInterface(chart)
    last = reader.child(reader.childCount() - 1)
    assert last.isValid()
    chart.set_areas(AREAS[:1])
    assert reader.childCount() < len(syllabus().objectives)
    assert not last.isValid()
    assert last.text(QAccessible.Text.Name) == ""
    assert last.rect().isEmpty()


def test_a_chart_that_is_gone_leaves_nothing_to_read(theme: Theme, qtbot: QtBot) -> None:
    chart = CoverageMap(theme)
    chart.set_areas(AREAS)
    reader = PlotReader(chart)
    shiboken6.delete(chart)
    assert not reader.isValid()
    assert reader.childCount() == 0
    assert reader.child(0) is None
    assert reader.object() is None
    assert reader.text(QAccessible.Text.Name) == ""


def test_marks_are_deleted_by_qt_and_not_with_their_chart(theme: Theme) -> None:
    chart = CoverageMap(theme)
    chart.set_areas(AREAS)
    reader = PlotReader(chart)
    first = reader.child(0)
    assert first is not None
    mark, number = weakref.ref(first), QAccessible.uniqueId(first)
    shiboken6.delete(chart)
    del reader, first
    gc.collect()
    assert shiboken6.isValid(mark())
    QAccessible.deleteAccessibleInterface(number)
    assert not shiboken6.isValid(mark())


def test_other_widgets_keep_their_own_reader(above: QWidget) -> None:
    assert not isinstance(QAccessible.queryAccessibleInterface(above), PlotReader)
