"""A disk that is really full: told, nothing lost, readable, and it goes on once there is room."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

SIZE = "4m"


def _can_mount() -> bool:
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    tried = ["unshare", "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def fill_and_free(place: Path) -> None:
    """Study on a small disk until it is full, read, free some room, go on."""
    from certstudy.app.opening import open_desk  # noqa: PLC0415
    from certstudy.core.errors import StoreError  # noqa: PLC0415
    from certstudy.study import annotations  # noqa: PLC0415
    from tests.faults.script import MANY, places  # noqa: PLC0415

    opened = open_desk(places(place))
    desk, kept = opened.desk, {}
    name = next(iter(desk.catalog.entries)).id
    ballast = place / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(1_000)):
            pass
    told = None
    for number in range(2_000):
        try:
            annotations.note(desk, name, text := f"{number} " + "x" * 500)
            kept[name] = text
        except StoreError as fault:
            told = fault
            break
    assert told is not None
    assert "full" in told.what
    assert desk.history.notes() == kept
    assert len(desk.history.latest_answers(MANY)) == 0
    opened.close()
    again = open_desk(places(place), look=True)
    assert again.desk.history.notes() == kept
    ballast.unlink()
    annotations.note(again.desk, name, "there is room again")
    assert again.store.check().sound
    again.close()


@pytest.mark.skipif(not _can_mount(), reason="a small disk cannot be mounted here")
def test_a_full_disk_is_told_and_the_record_goes_on_when_there_is_room() -> None:
    task = f"mount -t tmpfs -o size={SIZE} none /mnt && exec {sys.executable} -m tests.faults.test_disk /mnt"
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", task]
    done = subprocess.run(command, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


if __name__ == "__main__":
    fill_and_free(Path(sys.argv[1]))
