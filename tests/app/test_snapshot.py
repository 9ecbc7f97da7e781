"""The kept Today screen: read back as it was, never trusted, never needed."""

from pathlib import Path

import pytest

from certstudy.app.snapshot import FILE, FORMAT, Snapshot, keep_snapshot, read_snapshot
from certstudy.gui.theme import Scheme
from certstudy.present.today import today_view
from certstudy.study.today import look
from tests.fakes import desk


@pytest.fixture
def snapshot() -> Snapshot:
    made = desk()
    view = today_view(made.catalog.syllabus, look(made))
    return Snapshot(
        view, made.now().day, Scheme.DARK, 1.25, reduced_motion=True, show_keys=False, place="AB=="
    )


def test_comes_back_as_it_was(tmp_path: Path, snapshot: Snapshot) -> None:
    keep_snapshot(tmp_path, snapshot)
    assert read_snapshot(tmp_path, snapshot.day) == snapshot


def test_another_day_counts_no_days(tmp_path: Path, snapshot: Snapshot) -> None:
    shown = snapshot._replace(today=snapshot.today._replace(title="26 days to the exam"))
    keep_snapshot(tmp_path, shown)
    later = read_snapshot(tmp_path, snapshot.day + 1)
    assert later is not None
    assert later.today.title == "Today"
    assert later.today.banner is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        f'{{"format": {FORMAT}}}',
        f'{{"format": {FORMAT + 1}, "snapshot": []}}',
        f'{{"format": {FORMAT}, "snapshot": 3}}',
        f'{{"format": {FORMAT}, "snapshot": []}}',
    ],
)
def test_a_broken_file_is_no_snapshot(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert read_snapshot(tmp_path, 1) is None


@pytest.mark.parametrize(("right", "wrong"), [("1.25", '"big"'), ('"dark"', '"mauve"'), ('"dark"', "1")])
def test_a_wrong_value_inside_is_no_snapshot(
    tmp_path: Path, snapshot: Snapshot, right: str, wrong: str
) -> None:
    keep_snapshot(tmp_path, snapshot)
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert right in text
    (tmp_path / FILE).write_text(text.replace(right, wrong), encoding="utf-8")
    assert read_snapshot(tmp_path, snapshot.day) is None


def test_a_folder_that_refuses_is_no_fault(tmp_path: Path, snapshot: Snapshot) -> None:
    keep_snapshot(tmp_path / "not there", snapshot)
    assert read_snapshot(tmp_path / "not there", snapshot.day) is None


def test_a_half_written_file_that_cannot_be_taken_away_is_no_fault(
    tmp_path: Path, snapshot: Snapshot
) -> None:
    """A virus scanner may hold it; here a folder stands in its place."""
    (tmp_path / f"{FILE}.new").mkdir()
    keep_snapshot(tmp_path, snapshot)
    assert read_snapshot(tmp_path, snapshot.day) is None
