"""The model of a disk that loses power: what was forced is there, what waits may be."""

import random
from pathlib import Path

import pytest

from tests.faults.disk import SECTOR, Change, Disk


def played(folder: Path, journaling: bool, *changes: tuple[str, int, int, str]) -> Disk:
    disk = Disk(folder, journaling)
    for what, handle, at, data in changes:
        names = "\n".join(f"{folder}/{name}" for name in data.split("\n"))
        disk.play(Change(what, handle, at, (data if what == "W" else names).encode()))
    return disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old").write_bytes(b"old")
    return tmp_path


RENEWED = (("O", 3, 0, "new"), ("W", 3, 0, "new"), ("R", -1, 0, "new\nold"))
FORCED_FIRST = (RENEWED[0], RENEWED[1], ("F", 3, 0, ""), RENEWED[2])
THEN_THE_FOLDER = (*FORCED_FIRST, ("O", 4, 0, ""), ("F", 4, 0, ""))


@pytest.mark.parametrize("journaling", [True, False])
@pytest.mark.parametrize(
    ("changes", "may_be_found"),
    [
        (RENEWED, {b"old", b"new", b""}),
        (FORCED_FIRST, {b"old", b"new"}),
        (THEN_THE_FOLDER, {b"new"}),
    ],
    ids=["nothing forced", "the file forced", "the folder forced too"],
)
def test_a_file_that_takes_the_place_of_another(
    folder: Path, journaling: bool, changes: tuple[tuple[str, int, int, str], ...], may_be_found: set[bytes]
) -> None:
    disk, rng = played(folder, journaling, *changes), random.Random(4)
    assert {disk.after_a_cut(rng, 0.5)["old"] for _ in range(100)} == may_be_found


def test_a_write_may_be_torn_between_sectors(folder: Path) -> None:
    text = "a" * SECTOR + "b" * SECTOR
    disk, rng = played(folder, True, ("O", 3, 0, "old"), ("W", 3, 0, text)), random.Random(4)
    found = {disk.after_a_cut(rng, 0.5)["old"] for _ in range(100)}
    torn = b"old".ljust(SECTOR, b"\0") + b"b" * SECTOR
    assert found == {b"old", text.encode(), text[:SECTOR].encode(), torn}


def test_a_careless_disk_forgets_a_folder_that_was_not_forced(folder: Path) -> None:
    made = (("D", -1, 0, "a"), ("O", 3, 0, "a/file"), ("F", 3, 0, ""), ("O", 4, 0, "a"), ("F", 4, 0, ""))
    kept, lost = (played(folder, journaling, *made) for journaling in (True, False))
    rng = random.Random(4)
    assert all("a/file" in kept.after_a_cut(rng, 0.5) for _ in range(20))
    assert {"a/file" in lost.after_a_cut(rng, 0.5) for _ in range(20)} == {True, False}
