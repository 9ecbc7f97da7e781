"""Where files go: the name offered is one that every system takes, and what is typed gets its ending."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.files import ask_where

KINDS = "PNG picture (*.png);;SVG drawing (*.svg)"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("objectives", "objectives.png"),
        ("Build/release: one area", "Buildrelease one area.png"),
        ("Mock exam 2 (half)", "Mock exam 2 (half).png"),
        ("Größe?", "Größe.png"),
        ("::", "page.png"),
    ],
)
def test_the_name_offered_has_no_mark_that_leads_elsewhere(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, name: str, offered: str
) -> None:
    seen: list[Path] = []

    def answer(_parent: QWidget, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        seen.append(Path(path))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    assert ask_where(parent, "Save", name, KINDS) is None
    assert [path.name for path in seen] == [offered]
    assert seen[0].is_absolute()


@pytest.mark.parametrize(
    ("typed", "kind", "path"),
    [
        ("map", "PNG picture (*.png)", "map.png"),
        ("map", "SVG drawing (*.svg)", "map.svg"),
        ("map", "", "map.png"),
        ("map.svg", "PNG picture (*.png)", "map.svg"),
    ],
)
def test_what_is_typed_gets_the_ending_of_its_kind(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, kind: str, path: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / typed), kind))
    assert ask_where(parent, "Save", "map", KINDS) == tmp_path / path


def offered_folders(monkeypatch: pytest.MonkeyPatch, chosen: str) -> list[Path]:
    """Where the dialog begins each time; each time the same is chosen."""
    seen: list[Path] = []

    def answer(_parent: QWidget, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        seen.append(Path(path).parent)
        return chosen, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return seen


def test_a_folder_that_is_not_there_gives_way_to_home(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path / "gone"))
    seen = offered_folders(monkeypatch, "")
    ask_where(parent, "Save", "map", KINDS)
    assert seen == [Path.home()]


def test_the_next_file_goes_where_the_last_one_went(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = offered_folders(monkeypatch, str(tmp_path / "map.png"))
    ask_where(QWidget(parent), "Save", "map", KINDS)
    ask_where(parent, "Save", "map", KINDS)
    assert seen[1] == tmp_path
