"""A table survives CSV, and no cell of it runs as a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.present.table import Table, csv_text, guarded, is_figure, iso_day

CELL = st.text(st.characters(exclude_categories=("Cs", "Cc")))


@given(st.lists(st.tuples(CELL, CELL)))
def test_a_spreadsheet_reads_the_same_cells_and_runs_none(rows: list[tuple[str, str]]) -> None:
    text = csv_text(Table(("One", "Two"), tuple(rows)))
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read[0] == ["One", "Two"]
    assert [tuple(cell.removeprefix("'") for cell in row) for row in read[1:]] == [
        tuple(cell.removeprefix("'") for cell in row) for row in rows
    ]
    for cell in (cell for row in read for cell in row):
        assert is_figure(cell) or not cell.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "\r=1", "--1"])
def test_formulas_are_disarmed(cell: str) -> None:
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["-1", "+2.5", "0", "66.1", "plain", "", "5–9", "a=b"])
def test_figures_and_words_are_left_alone(cell: str) -> None:
    assert guarded(cell) == cell


@pytest.mark.parametrize(
    ("cell", "figure"),
    [("12", True), ("-3.5", True), ("1.2.3", False), ("", False), ("٣", False), ("5 %", False)],
)
def test_what_a_figure_is(cell: str, figure: bool) -> None:
    assert is_figure(cell) is figure


def test_a_day_is_written_so_that_it_sorts() -> None:
    assert iso_day(719_163.0) == "1970-01-01"
