"""A chart is saved as a picture or a table, or one is told why not."""

import csv
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from certstudy.core.errors import WorldError
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.mock_plot import MockPlot
from certstudy.gui.widgets.plot_files import save_picture, save_table
from certstudy.present.progress import progress_view
from certstudy.present.table import Table
from tests.core.syllabi import syllabus
from tests.gui.progress.samples import sample_overview


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> MockPlot:
    made = MockPlot(theme)
    made.set_scores(progress_view(syllabus(), sample_overview(syllabus())).mocks)
    made.resize(400, 152)
    qtbot.addWidget(made)
    return made


def test_a_png_is_twice_the_size_on_the_surface_with_the_title_above(chart: MockPlot, tmp_path: Path) -> None:
    saved = save_picture(chart, tmp_path / "scores.png")
    picture = QImage(str(saved))
    assert (picture.width(), picture.height()) == (2 * 440, 2 * 224)
    ground = chart.theme.tokens.surface
    assert picture.pixelColor(3, 3) == ground
    title = [picture.pixelColor(x, y) for x in range(40, 300) for y in range(40, 80)]
    assert any(colour != ground for colour in title)
    inside = [picture.pixelColor(x, 200 + y) for x in range(100, 800, 3) for y in range(0, 200, 3)]
    assert chart.theme.tokens.ink in inside


def test_an_svg_holds_the_words_as_words(chart: MockPlot, tmp_path: Path) -> None:
    saved = save_picture(chart, tmp_path / "scores.SVG")
    assert QSvgRenderer(str(saved)).isValid()
    text = saved.read_text(encoding="utf-8")
    assert "Mock scores" in text
    assert "8 Nov" in text


def test_a_csv_opens_in_a_spreadsheet(chart: MockPlot, tmp_path: Path) -> None:
    saved = save_table(chart.table(), tmp_path / "scores.csv")
    assert saved.read_bytes().startswith(b"\xef\xbb\xbf")
    with saved.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Day", "Score", "From", "To", "Kind"]
    assert rows[1][:2] == ["2026-09-27", "580"]
    assert rows[-1][0] == "2026-12-19"
    assert rows[-1][-1] == "predicted"


def test_a_csv_runs_nothing(tmp_path: Path) -> None:
    saved = save_table(Table(("Name",), (("=HYPERLINK(1)",),)), tmp_path / "names.csv")
    assert "'=HYPERLINK(1)" in saved.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("name", ["scores.png", "scores.svg", "scores.csv"])
def test_a_place_that_cannot_be_written_is_told(chart: MockPlot, tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    path = tmp_path / name

    def save() -> Path:
        return save_table(chart.table(), path) if path.suffix == ".csv" else save_picture(chart, path)

    with pytest.raises(WorldError) as told:
        save()
    assert told.value.what.startswith(f"{name} was not saved: ")
    assert told.value.safe
    assert told.value.remedy
