"""The map of objectives: every seat has its place, fuller when better known, and opens its objective."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.coverage_layout import Sizes, places
from certstudy.gui.widgets.coverage_map import CoverageMap, filling
from certstudy.present.chart import CoverageArea, CoverageGroup, ObjectiveSeat
from tests.gui.widgets.charts import AREAS, progress

COVERAGE = progress().coverage
SEATS = [seat for area in COVERAGE for group in area.groups for seat in group.seats]
SIZES = Sizes(seat=20, seat_gap=3, group_gap=18, area_gap=30, row_gap=13, name=20, indent=44)
GROUP = st.tuples(st.floats(10, 160), st.integers(1, 30))


@pytest.fixture
def coverage(theme: Theme, qtbot: QtBot) -> CoverageMap:
    made = CoverageMap(theme)
    made.set_areas(COVERAGE)
    made.resize(972, made.heightForWidth(972))
    qtbot.addWidget(made)
    return made


@given(st.lists(st.lists(GROUP, min_size=1, max_size=6), min_size=1, max_size=6), st.integers(120, 1400))
def test_nothing_overlaps_and_nothing_sticks_out(blocks: list[list[tuple[float, int]]], width: int) -> None:
    found = places(blocks, width, SIZES)
    assert [p.kind for p in found].count("seat") == sum(seats for groups in blocks for _name, seats in groups)
    for index, place in enumerate(found):
        assert place.rect.right() <= width + 0.01
        assert not any(place.rect.intersects(other.rect) for other in found[index + 1 :])


def test_areas_share_a_row_where_they_fit() -> None:
    wide = places([[(40.0, 3)], [(40.0, 3)]], 400, SIZES)
    narrow = places([[(40.0, 3)], [(40.0, 3)]], 200, SIZES)
    assert len({place.rect.top() for place in wide if place.kind == "code"}) == 1
    assert len({place.rect.top() for place in narrow if place.kind == "code"}) == 2


def test_a_seat_is_fuller_the_more_is_known() -> None:
    shares = (0.0, 0.49, 0.5, 0.69, 0.7, 0.84, 0.85, 1.0)
    assert [filling(share) for share in shares] == [0.16, 0.16, 0.42, 0.42, 0.72, 0.72, 1.0, 1.0]


def test_every_objective_has_one_seat_that_says_and_opens_it(coverage: CoverageMap) -> None:
    marks = coverage.marks_now()
    assert [mark.id for mark in marks] == [seat.id for seat in SEATS]
    assert [mark.lines[0] for mark in marks] == [seat.title for seat in SEATS]
    known = next(place for place, seat in enumerate(SEATS) if seat.share is not None)
    assert marks[known].lines[1].endswith("% of its questions known")


def test_enter_opens_the_objective_one_stands_on(coverage: CoverageMap, qtbot: QtBot) -> None:
    qtbot.keyClick(coverage, Qt.Key.Key_Right)
    qtbot.keyClick(coverage, Qt.Key.Key_Right)
    with qtbot.waitSignal(coverage.opened) as opened:
        qtbot.keyClick(coverage, Qt.Key.Key_Return)
    assert opened.args == [SEATS[1].id]


def test_a_click_opens_the_objective_under_it(coverage: CoverageMap, qtbot: QtBot) -> None:
    seat = coverage.marks_now()[40].rect.center().toPoint()
    with qtbot.waitSignal(coverage.opened) as opened:
        qtbot.mouseClick(coverage, Qt.MouseButton.LeftButton, pos=seat)
    assert opened.args == [SEATS[40].id]


def test_up_and_down_lead_to_the_nearest_seat_of_the_next_row(coverage: CoverageMap, qtbot: QtBot) -> None:
    coverage.walk_to(2)
    here = coverage.marks_now()[2].rect
    qtbot.keyClick(coverage, Qt.Key.Key_Down)
    below = coverage.marks_now()[coverage.current].rect
    assert below.top() > here.top()
    assert abs(below.left() - here.left()) < 24
    qtbot.keyClick(coverage, Qt.Key.Key_Up)
    assert coverage.current == 2
    qtbot.keyClick(coverage, Qt.Key.Key_Up)
    assert coverage.current == 2


def test_a_seat_without_questions_opens_nothing(coverage: CoverageMap, qtbot: QtBot) -> None:
    seat = ObjectiveSeat("", "Nothing asked here", None, "no questions on it yet")
    coverage.set_areas((CoverageArea(AREAS[0], (CoverageGroup("Only", (seat,)),)),))
    qtbot.keyClick(coverage, Qt.Key.Key_Right)
    with qtbot.assertNotEmitted(coverage.opened):
        qtbot.keyClick(coverage, Qt.Key.Key_Return)
