"""A pack in one zip file: looked through before anything is unpacked, then unpacked beside the caches.

Nothing an archive says of itself is believed: names are checked one by one, and what comes out is counted.
"""

import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath

from certstudy.bank.folder import FILES, FOLDERS, LARGEST_FILE, MOST_FILES, SYLLABUS
from certstudy.core.errors import ContentError

LARGEST_ARCHIVE = 200_000_000
LARGEST_PACK = 200_000_000
MOST_ENTRIES = 4 * MOST_FILES
STEEPEST = 200
"""So many bytes at most come out of one that went in; text and drawings shrink to a tenth."""

_ENDINGS = tuple(ending for endings in FOLDERS.values() for ending in endings)
# the rules of a pack's authors go with it
_FILES = (*FILES, "lint.yaml")
_NAME = re.compile(r"[\w ()+,-][\w .()+,-]{0,99}", re.ASCII)
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_CHUNK = 65_536

_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError)


def unpacked(archive: Path, cache_folder: Path) -> Path:
    """The folder with the archive's pack; unpacked once for each content.

    Raises ContentError, with nothing left behind, for an archive that is more or less than a pack.
    """
    try:
        target = cache_folder / f"pack-{_digest(archive)}" / archive.stem
        if not target.is_dir():
            with zipfile.ZipFile(archive) as opened:
                _unpack(opened, _chosen(opened.infolist()), target)
    except OSError as fault:
        raise _refused(archive, f"cannot be read: {fault.strerror or fault}") from fault
    except _FAULTS as fault:
        raise _refused(archive, f"cannot be used as a zip file: {fault}") from fault
    except MemoryError as fault:
        raise _refused(archive, "cannot be used as a zip file: it asks for too much memory") from fault
    return target


class _EntryError(ValueError):
    """An entry that no pack has; the message says which and why."""


def _digest(archive: Path) -> str:
    whole = sha256()
    if not stat.S_ISREG(archive.stat().st_mode) or archive.stat().st_size > LARGEST_ARCHIVE:
        raise _EntryError(f"it is no file of at most {LARGEST_ARCHIVE // 1_000_000} MB")
    with archive.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            whole.update(chunk)
    return whole.hexdigest()[:24]


def _chosen(entries: Sequence[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The entries of the pack by their path inside it; what is no part of a pack is passed over unread."""
    if len(entries) > MOST_ENTRIES:
        raise _EntryError(f"it holds more than {MOST_ENTRIES} files")
    root = _root(entries)
    found: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for entry in entries:
        if _leads_out(entry.filename):
            raise _EntryError(f"{_told(entry.filename)} leads out of the folder of the pack")
        name = entry.filename.removeprefix(root)
        if entry.is_dir() or not entry.filename.startswith(root) or not _belongs(name):
            continue
        _check(entry, name)
        if name.casefold() in seen:
            raise _EntryError(f"{name} is in it twice")
        seen.add(name.casefold())
        found[name] = entry
    if len(found) > MOST_FILES:
        raise _EntryError(f"the pack has more than {MOST_FILES} files")
    if sum(entry.file_size for entry in found.values()) > LARGEST_PACK:
        raise _EntryError(f"the pack unpacks to more than {LARGEST_PACK // 1_000_000} MB")
    return found


def _root(entries: Sequence[zipfile.ZipInfo]) -> str:
    """What stands before `syllabus.yaml`: nothing, or one folder with its slash."""
    roots = {e.filename.removesuffix(SYLLABUS) for e in entries if PurePosixPath(e.filename).name == SYLLABUS}
    shallow = {root for root in roots if root.count("/") <= 1}
    if not shallow:
        raise _EntryError(f"it holds no {SYLLABUS}")
    if len(shallow) > 1:
        raise _EntryError("it holds more than one pack")
    return shallow.pop()


def _leads_out(name: str) -> bool:
    """Whether a name goes upwards or begins at a root or drive, as no honest packer writes it."""
    first, *rest = name.replace("\\", "/").split("/")
    return first == "" or first.endswith(":") or ".." in (first, *rest)


def _told(name: str) -> str:
    return ascii(name[-80:])[1:-1]


def _belongs(name: str) -> bool:
    first, slash, _rest = name.replace("\\", "/").lstrip("/").partition("/")
    if not slash:
        return first in _FILES
    return name.endswith(FOLDERS.get(first, _ENDINGS))


def _check(entry: zipfile.ZipInfo, name: str) -> None:
    """_EntryError for a name that leads elsewhere, for anything but a plain file, and for what unpacks to too much."""
    told = _told(name)
    parts = name.split("/")
    if not all(
        _NAME.fullmatch(part) and not _DEVICE.fullmatch(part) and part.strip(" .") == part for part in parts
    ):
        raise _EntryError(f"{told} is no name of a pack's file")
    if len(parts) > 1 and parts[0] not in FOLDERS:
        raise _EntryError(f"{told} lies outside the folders of a pack")
    mode = entry.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise _EntryError(f"{told} is a link or device, no file")
    if entry.flag_bits & 1:
        raise _EntryError(f"{told} has a password")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _EntryError(f"{told} is packed in a way that is not read")
    if entry.file_size > LARGEST_FILE or entry.file_size > STEEPEST * max(entry.compress_size, 100):
        raise _EntryError(f"{told} unpacks to more than a pack's file may hold")


def _unpack(archive: zipfile.ZipFile, chosen: dict[str, zipfile.ZipInfo], target: Path) -> None:
    """Write the files into a fresh folder that takes its name once it is whole."""
    target.parent.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="pack-", suffix=".tmp", dir=target.parent.parent))
    try:
        inner = fresh / target.name
        for name, entry in chosen.items():
            path = inner / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_read(archive, entry, name))
        try:
            fresh.rename(target.parent)
        except OSError:
            # another window was faster; its folder holds the same content
            if not target.is_dir():
                raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    with archive.open(entry) as stream:
        data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE or len(data) != entry.file_size:
        raise _EntryError(f"{name} unpacks to another size than it says")
    return data


def _refused(archive: Path, reason: str) -> ContentError:
    return ContentError(
        f"The content pack {archive} {reason}.",
        "Nothing was unpacked; your progress is kept elsewhere and is safe.",
        "Get the pack again, or unpack it yourself and name its folder.",
    )
