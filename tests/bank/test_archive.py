"""A pack in a zip file is unpacked once, whole or not at all; `tests/faults/hostile` has what is refused."""

from pathlib import Path

import pytest

from certstudy.app.places import find_places
from certstudy.bank.archive import unpacked
from certstudy.bank.folder import pack_files
from certstudy.core.errors import ContentError
from tests.faults.hostile.archives import packed, sound


def zipped(folder: Path, data: bytes) -> Path:
    path = folder / "brew-1.zip"
    path.write_bytes(data)
    return path


def test_what_was_packed_comes_out_once(tmp_path: Path) -> None:
    archive, cache = zipped(tmp_path, packed(sound(), "brew/")), tmp_path / "cache"
    folder = unpacked(archive, cache)
    names = {file.name for file in pack_files(folder)}
    assert names == sound().keys() - {"lint.yaml"}
    (folder / "syllabus.yaml").touch()
    assert unpacked(archive, cache) == folder
    assert len(list(cache.iterdir())) == 1


def test_another_content_gets_another_folder(tmp_path: Path) -> None:
    first = unpacked(zipped(tmp_path, packed(sound())), tmp_path / "cache")
    changed = {**sound(), "misconceptions.yaml": b"a: b\n"}
    second = unpacked(zipped(tmp_path, packed(changed)), tmp_path / "cache")
    assert first != second
    assert (second / "misconceptions.yaml").read_bytes() == b"a: b\n"


def test_of_what_is_refused_nothing_stays(tmp_path: Path) -> None:
    archive = zipped(tmp_path, packed({**sound(), "questions/../../evil.yaml": b"x"}))
    with pytest.raises(ContentError, match="evil"):
        unpacked(archive, tmp_path / "cache")
    assert sorted(path.name for path in tmp_path.rglob("*")) in (["brew-1.zip"], ["brew-1.zip", "cache"])


@pytest.mark.parametrize("name", ["../evil.txt", "/evil.txt", "C:\\evil.txt", "brew\\..\\..\\evil.sh"])
def test_a_name_that_leads_out_is_told_even_where_it_is_no_part_of_the_pack(
    tmp_path: Path, name: str
) -> None:
    packs = {f"brew/{inner}": data for inner, data in sound().items()}
    archive = zipped(tmp_path, packed({**packs, name: b"x"}))
    with pytest.raises(ContentError, match="leads out"):
        unpacked(archive, tmp_path / "cache")


def test_a_zip_file_can_be_studied(tmp_path: Path) -> None:
    places = find_places(zipped(tmp_path, packed(sound())), tmp_path / "data")
    assert places.data == tmp_path / "data" / "brew-1"
    assert pack_files(places.pack)
