"""The path to a certification is taken as a whole or not at all, and every fault in it is told."""

from datetime import date
from pathlib import Path

import pytest

from certstudy.bank.catalog import open_catalog
from certstudy.bank.certification import read_certification
from certstudy.core.certification import Change, ChangeKind, Retake
from tests.bank.files import brew_syllabus, copy_of_brew

TEXT = """\
schema: certstudy.certification/1
certification:
  title: Barista
  validity_months: 24
  window_months: 3
  renewal: A tasting.
  lapse: The whole exam again.
  retake: {first_hours: 24, later_days: 14, attempts: 5, months: 12}
  links:
    - {title: Guild, url: "https://brew.example.org/guild"}
prerequisites:
  - {code: B-1, title: Cup Washer, url: "https://brew.example.org/b-1", retired: "2026-01-31"}
editions:
  - as_of: "2026-05-01"
    weights: true
    dropped: [Percolator]
    changes:
      - {objective: beans.roasting.resting, kind: widened, title: Longer rests, detail: Also for light roasts}
  - as_of: "2025-05-01"
"""


def test_a_sound_path() -> None:
    path, problems = read_certification(TEXT.encode(), "certification.yaml", brew_syllabus())
    assert problems == []
    assert path is not None
    assert (path.title, path.validity_months, path.window_months) == ("Barista", 24, 3)
    assert path.retake == Retake(24, 14, 5, 12)
    assert path.prerequisites[0].retired == date(2026, 1, 31)
    assert [edition.day for edition in path.editions] == [date(2026, 5, 1), date(2025, 5, 1)]
    newest = path.editions[0]
    assert (newest.weights, newest.dropped) == (True, ("Percolator",))
    assert newest.changes == (
        Change("beans.roasting.resting", ChangeKind.WIDENED, "Longer rests", "Also for light roasts"),
    )


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("window_months: 3", "window_months: 25", "window"),
        ('"2025-05-01"', '"2026-06-01"', "order"),
        ('"2026-05-01"', '"2026-05-32"', "date"),
        ('"2026-01-31"', '"2026-13-31"', "date"),
        ("beans.roasting.resting", "beans.roasting.burning", "unknown-objective"),
        ("kind: widened", "kind: better", "value"),
        ("attempts: 5", "attempts: 0", "range"),
        ("  renewal: A tasting.\n", "", "missing-key"),
        ("lapse:", "relapse:", "unknown-key"),
        ("https://brew.example.org/guild", "http://brew.example.org/guild", "pattern"),
    ],
)
def test_each_fault_has_its_code_and_place(old: str, new: str, code: str) -> None:
    assert old in TEXT
    broken = TEXT.replace(old, new, 1).encode()
    path, problems = read_certification(broken, "certification.yaml", brew_syllabus())
    assert path is None
    assert code in {problem.code for problem in problems}
    assert all(problem.place.line for problem in problems)


def test_the_catalogue_keeps_it_and_a_pack_can_do_without(tmp_path: Path) -> None:
    pack = copy_of_brew(tmp_path)
    catalog = open_catalog(pack, tmp_path / "cache")
    assert catalog.certification is None
    catalog.close()
    (pack / "certification.yaml").write_text(TEXT, encoding="utf-8")
    for _time in range(2):
        catalog = open_catalog(pack, tmp_path / "cache")
        assert catalog.certification == read_certification(TEXT.encode(), "f", brew_syllabus())[0]
        catalog.close()


def test_a_broken_path_is_told_and_takes_nothing_with_it(tmp_path: Path) -> None:
    pack = copy_of_brew(tmp_path)
    (pack / "certification.yaml").write_text("schema: what\n", encoding="utf-8")
    catalog = open_catalog(pack, tmp_path / "cache")
    assert catalog.certification is None
    assert catalog.entries
    assert "certification.yaml" in {problem.place.file for problem in catalog.problems}
    catalog.close()
