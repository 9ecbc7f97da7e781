"""What is forced to the disk, on file systems of all kinds; `tests.faults.power` shows what comes of it."""

import errno
import os
import stat
from pathlib import Path

import pytest

from certstudy.store.durable import make_folder, put_in_place, settle_folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows forces names by itself")


@pytest.fixture
def forced(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that are forced, in order."""
    folders = list[Path]()
    monkeypatch.setattr("certstudy.store.durable.settle_folder", folders.append)
    return folders


def test_each_folder_that_is_made_is_forced(tmp_path: Path, forced: list[Path]) -> None:
    make_folder(tmp_path / "a" / "b")
    assert sorted(forced) == [tmp_path, tmp_path / "a"]
    make_folder(tmp_path / "a" / "b")
    assert len(forced) == 2


@pytest.mark.parametrize("refusal", [errno.EINVAL, errno.ENOTSUP, errno.EACCES])
def test_where_folders_cannot_be_forced_files_are_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(refusal, "not for folders")

    monkeypatch.setattr(os, "fsync", fsync)
    (tmp_path / "new").write_text("whole", encoding="utf-8")
    put_in_place(tmp_path / "new", tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "whole"


def test_a_disk_that_fails_is_no_such_file_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(_handle: int) -> None:
        raise OSError(errno.EIO, "the disk")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match="the disk"):
        settle_folder(tmp_path)
