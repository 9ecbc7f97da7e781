"""The grid of a form's questions: as many a row as fit, arrows in four directions, a corner for a flag."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.question_grid import QuestionGrid
from tests.gui.widgets.charts import CELLS


@pytest.fixture
def grid(theme: Theme, qtbot: QtBot) -> QuestionGrid:
    made = QuestionGrid(theme)
    made.set_cells(CELLS)
    made.resize(10 * 39 - 4, 300)
    qtbot.addWidget(made)
    return made


def test_cells_break_into_rows(grid: QuestionGrid) -> None:
    tops = [mark.rect.top() for mark in grid.marks_now()]
    assert tops == [42.0 * (place // 10) for place in range(50)]
    assert grid.heightForWidth(10 * 39 - 4) == 5 * 42 - 6
    assert grid.heightForWidth(10 * 39 - 5) == 6 * 42 - 6


def test_no_row_is_left_with_a_few_cells(grid: QuestionGrid) -> None:
    grid.resize(24 * 39 - 4, 300)
    tops = [mark.rect.top() for mark in grid.marks_now()]
    assert [tops.count(42.0 * row) for row in range(3)] == [17, 17, 16]


def test_the_chosen_cell_has_an_edge_of_ink(grid: QuestionGrid) -> None:
    grid.choose("q12")
    picture, ink = grid.picture(1.0).toImage(), grid.theme.tokens.ink
    edges = [picture.pixelColor(int(m.rect.left()) + 1, int(m.rect.center().y())) for m in grid.marks_now()]
    assert [place for place, edge in enumerate(edges) if edge == ink] == [11]


def test_arrows_keep_the_column_and_stop_at_the_edges(grid: QuestionGrid, qtbot: QtBot) -> None:
    stood: list[str] = []
    grid.stood.connect(stood.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(grid, key)
    assert stood == ["q1", "q11", "q12", "q2", "q2"]
    qtbot.keyClick(grid, Qt.Key.Key_End)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert stood[-1] == "q50"


def test_a_cell_opens_its_question(grid: QuestionGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert opened.args == ["q12"]


def test_a_verdict_is_told_by_ground_and_word_and_a_flag_by_its_corner(grid: QuestionGrid) -> None:
    picture, tokens = grid.picture(1.0).toImage(), grid.theme.tokens
    words = {}
    for cell, mark in zip(CELLS, grid.marks_now(), strict=True):
        ground = picture.pixelColor(mark.rect.bottomLeft().toPoint() + QPoint(5, -5))
        plain = cell.verdict in (None, "right")
        assert ground == (
            tokens.surface if cell.verdict is None or plain else tokens.verdict(cell.verdict).tint
        )
        corner = picture.pixelColor(mark.rect.topRight().toPoint() + QPoint(-3, 3))
        assert (corner == tokens.flagged.ink) is cell.flagged
        words[cell.verdict] = mark.lines[0].rsplit(", ", 1)[1]
    assert words == {
        "right": "right", "partly": "partly right", "missed": "missed", "wrong": "wrong", None: "not answered",
    }  # fmt: skip
    assert grid.marks_now()[6].lines[-1] == "Marked"
