"""What travels with the program is there, and what names it names it rightly."""

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from certstudy import __version__, paths
from certstudy.app.window import APPLICATION_ID

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LINUX = ROOT / "resources" / "linux"
SEATS = ("#484851", "#1C9286", "#2850DB", "#B47424", "#953695")

INCLUDED: dict[str, str] = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]


def test_folders_outside_the_package_travel_inside_the_wheel() -> None:
    for source, place in INCLUDED.items():
        assert (ROOT / source).is_dir()
        assert place == f"certstudy/{source}"


def test_every_folder_the_program_asks_for_travels() -> None:
    asked = {
        name
        for path in (ROOT / "certstudy").rglob("*.py")
        for name in re.findall(r"""bundled\(["'](\w+)["']\)""", path.read_text(encoding="utf-8"))
    }
    assert asked
    assert asked <= set(INCLUDED)


def test_an_installed_package_finds_its_own_folders_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "certstudy"
    (tmp_path / "content").mkdir()
    package.mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.bundled("content") == tmp_path / "content"
    (package / "content").mkdir()
    assert paths.bundled("content") == package / "content"


def test_a_pack_travels() -> None:
    assert paths.packs()


def test_the_licences_and_the_readme_travel() -> None:
    project = PROJECT["project"]
    found = {path.name for pattern in project["license-files"] for path in ROOT.glob(pattern)}
    assert {"LICENSE", "LICENSE-CONTENT"} <= found
    assert (ROOT / project["readme"]).is_file()


def test_the_changelog_knows_the_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in changes


def test_the_desktop_files_carry_the_application_id() -> None:
    entry = (LINUX / f"{APPLICATION_ID}.desktop").read_text(encoding="utf-8")
    lines = dict(line.split("=", 1) for line in entry.splitlines() if "=" in line)
    assert lines["Icon"] == lines["StartupWMClass"] == APPLICATION_ID
    assert lines["Exec"] in PROJECT["project"]["scripts"]

    about = ElementTree.parse(LINUX / f"{APPLICATION_ID}.metainfo.xml").getroot()
    assert about.findtext("id") == APPLICATION_ID
    assert about.findtext("launchable") == f"{APPLICATION_ID}.desktop"
    assert about.findtext("provides/binary") == lines["Exec"]
    assert about.findtext("project_license") == PROJECT["project"]["license"]
    releases = [release.get("version") for release in about.iter("release")]
    assert releases[0] == __version__


def test_qt_draws_the_icon_with_a_seat_in_every_area_colour() -> None:
    drawing = QSvgRenderer(QByteArray((ROOT / "resources" / "app-icon.svg").read_bytes()))
    assert drawing.isValid()
    image = QImage(256, 256, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    row = [image.pixelColor(x, 128).name().upper() for x in range(256)]
    seen = [colour for colour, before in zip(row, ["", *row], strict=False) if colour != before]
    assert [colour for colour in seen if colour in SEATS] == list(SEATS)
    assert image.pixelColor(0, 0).alpha() == 0
