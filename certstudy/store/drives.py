"""Folders that no database should lie in: on another machine's disk, or copied about by a sync program."""

import os
import sys
from pathlib import Path

_NETWORK = frozenset((
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "davfs", "ceph", "glusterfs", "lustre",
    "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs2", "fuse.glusterfs", "fuse.s3fs",
))  # fmt: skip
_SYNCED = (
    "onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud drive", "icloudrive",
    "com~apple~clouddocs", "cloudstorage", "nextcloud", "owncloud", "pclouddrive", "box sync", "seafile", "syncthing",
    "proton drive", "tresorit", "megasync",
)  # fmt: skip
_MARKS = (
    ".dropbox",
    ".dropbox.cache",
    ".stfolder",
    ".owncloudsync.log",
    ".nextcloudsync.log",
    ".sync_folder",
)
_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_DRIVE = 4


def warning(folder: Path) -> str:
    """Why a record is in danger in that folder, and what to do, in sentences; empty if nothing speaks against it."""
    place = Path(os.path.realpath(folder))
    if kind := synced(place):
        reason = f"The folder {folder} is copied by a sync program ({kind})."
    elif on_network(place):
        reason = f"The folder {folder} lies on another machine."
    else:
        return ""
    return (
        f"{reason} Two computers that write the record at once can damage it."
        " Choose a folder of this computer with --data-dir."
    )


def synced(place: Path) -> str:
    """The name that gives a sync program away, empty if none does."""
    for step in (place, *place.parents):
        name = step.name.lower()
        if name.startswith(_SYNCED):
            return step.name
        if found := next((mark for mark in _MARKS if (step / mark).exists()), ""):
            return found
    return ""


def on_network(place: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether the folder lies on a network drive, as far as the system says; false where it does not."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        drive = place.drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
    return _kind_of_mount(place, mounts) in _NETWORK


def _kind_of_mount(place: Path, mounts: Path) -> str:
    """The file system of the innermost mount above the place."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    kinds: dict[Path, str] = {}
    for line in lines:
        before, _dash, after = line.partition(" - ")
        if after:
            kinds[Path(before.split(" ")[4].replace("\\040", " "))] = after.split(" ")[0]
    return next((kinds[step] for step in (place, *place.parents) if step in kinds), "")
