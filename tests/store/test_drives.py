"""A folder that is copied about, or lies on another machine, is warned about."""

from pathlib import Path

import pytest

from certstudy.store.drives import on_network, synced, warning

MOUNTS = """\
21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
22 21 0:40 / /home/ada/team\\040files rw shared:9 - nfs4 server:/x rw
23 22 8:2 / /home/ada/team\\040files/usb rw shared:9 - vfat /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    "name", ["OneDrive - Contoso", "Dropbox (Personal)", "iCloud Drive", "My Drive", "Nextcloud"]
)
def test_the_folders_of_sync_programs_are_known(tmp_path: Path, name: str) -> None:
    place = tmp_path / name / "certstudy"
    place.mkdir(parents=True)
    assert synced(place) == name
    assert "--data-dir" in warning(place)


def test_the_marks_of_sync_programs_are_known(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b"
    place.mkdir(parents=True)
    assert warning(place) == ""
    (tmp_path / ".stfolder").mkdir()
    assert synced(place) == ".stfolder"


@pytest.mark.skipif("sys.platform == 'win32'")
def test_a_network_drive_is_known_by_the_innermost_mount(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert on_network(Path("/home/ada/team files/certstudy"), mounts)
    assert not on_network(Path("/home/ada/team files/usb/x"), mounts)
    assert not on_network(Path("/home/ada"), mounts)
    assert not on_network(Path("/home/ada"), tmp_path / "none")
