"""Each exam has a record of its own, wherever its pack lies."""

import shutil
import zipfile
from pathlib import Path

import pytest

from certstudy import paths
from certstudy.app.places import exam_id, find_places
from certstudy.store.lock import RECORD
from tests.bank.files import BREW


def pack(folder: Path, head: str = "") -> Path:
    """A pack's folder of which only the outline is looked at."""
    folder.mkdir(parents=True)
    (folder / "syllabus.yaml").write_text(head, encoding="utf-8")
    return folder


def test_two_packs_in_folders_of_one_name_have_two_records(tmp_path: Path) -> None:
    tea, beer = (
        pack(tmp_path / name / "pack", f"schema: x\nexam:\n  id: {name}\n") for name in ("tea-1", "beer-2")
    )
    assert find_places(tea, tmp_path / "data").data == tmp_path / "data" / "tea-1"
    assert find_places(beer, tmp_path / "data").data == tmp_path / "data" / "beer-2"


def test_a_pack_that_moves_keeps_its_record(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "renamed.zip", "w") as archive:
        for path in BREW.rglob("*"):
            archive.write(path, Path("brew") / path.relative_to(BREW))
    moved = shutil.copytree(BREW, tmp_path / "cache")
    for place in (BREW, moved, tmp_path / "renamed.zip"):
        assert find_places(place, tmp_path / "data").data == tmp_path / "data" / "brew-1"


def test_the_pack_that_travels_with_the_program_keeps_its_folder(tmp_path: Path) -> None:
    assert find_places(None, tmp_path).data == tmp_path / "az-400"
    assert [exam_id(each) for each in paths.packs()] == [each.name for each in paths.packs()]


def test_a_record_that_began_under_the_name_of_a_folder_is_found_there(tmp_path: Path) -> None:
    tea = pack(tmp_path / "my-tea", "exam:\n  id: tea-1\n")
    (tmp_path / "data" / "my-tea").mkdir(parents=True)
    assert find_places(tea, tmp_path / "data").data.name == "tea-1"
    (tmp_path / "data" / "my-tea" / RECORD).write_bytes(b"")
    assert find_places(tea, tmp_path / "data").data.name == "my-tea"


def test_no_record_lies_among_what_can_be_built_again(tmp_path: Path) -> None:
    for number, head in enumerate(("exam: {id: cache}\n", "exam:\n  id: cache\n")):
        places = find_places(pack(tmp_path / str(number) / "cache", head), tmp_path / "data")
        assert places.data.name == "exam-cache"
        assert places.data != places.cache


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("exam: # the exam\n\n  # said\n  code: TEA\n  id: 'tea-1'  # a key\n", "tea-1"),
        ('schema: x\nexam:\n  id: "t.1"\nareas:\n  - id: leaves\n', "t.1"),
        ("exam:\n  code: TEA\nareas:\n  - id: leaves\n", ""),
        ("exam:\n  id: ../up\n", ""),
        ("areas: []\n", ""),
    ],
)
def test_the_id_is_seen_where_it_stands(tmp_path: Path, head: str, found: str) -> None:
    assert exam_id(pack(tmp_path / "p", head)) == found
