"""A model of a disk that loses power: what waited to be written may be there, in parts, or not at all.

A journaling disk keeps the changes of names in order: of those that wait the first so many survive, and forcing any
file or folder carries them along. A careless one keeps any of them, and forcing a file carries its content alone. On
both, written sectors and cuts that wait survive in any choice.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

SECTOR = 512
_HEAD = struct.Struct("<ciqq")


@dataclass(frozen=True, slots=True)
class Change:
    """A call as the layer notes it: its letter, a file's number, a place in it, and the bytes or names."""

    what: str
    handle: int
    at: int
    data: bytes


def changes(journal: Path) -> Iterator[Change]:
    """What the layer has noted, in order."""
    noted, at = journal.read_bytes(), 0
    while at < len(noted):
        what, handle, place, length = _HEAD.unpack_from(noted, at)
        at += _HEAD.size
        yield Change(what.decode(), handle, place, noted[at : at + length])
        at += length


@dataclass(eq=False)
class File:
    """A file's content on the disk, and what waits: bytes at a place, or None for a length."""

    content: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def force(self) -> None:
        """All that waits is on the disk."""
        for at, data in self.waiting:
            _put(self.content, at, data)
        self.waiting.clear()

    def after_a_cut(self, rng: random.Random, chance: float) -> bytes:
        """What may be found: each sector that waits by that chance."""
        found = bytearray(self.content)
        for at, data in self.waiting:
            for begin, part in _sectors(at, data):
                if rng.random() < chance:
                    _put(found, begin, part)
        return bytes(found)


def _put(content: bytearray, at: int, data: bytes | None) -> None:
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    if data is None:
        del content[at:]
    else:
        content[at : at + len(data)] = data


def _sectors(at: int, data: bytes | None) -> Iterator[tuple[int, bytes | None]]:
    if data is None:
        yield at, None
        return
    begin = 0
    while begin < len(data):
        end = begin + SECTOR - (at + begin) % SECTOR
        yield at + begin, data[begin:end]
        begin = end


Names = dict[PurePosixPath, File | None]
"""What lies where; None is a folder."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A change of names: `gone` is no more, and `come` is there."""

    gone: PurePosixPath | None = None
    come: PurePosixPath | None = None
    file: File | None = None

    def apply(self, names: Names) -> None:
        """Change them."""
        if self.gone is not None:
            names.pop(self.gone, None)
        if self.come is not None:
            names[self.come] = self.file

    def within(self, folder: PurePosixPath) -> bool:
        """Whether forcing a folder forces it."""
        return folder in (name.parent for name in (self.gone, self.come) if name is not None)


class Disk:
    """A folder to which noted changes are played; `journaling` is its kind."""

    def __init__(self, folder: Path, journaling: bool) -> None:
        """Everything in the folder is on the disk."""
        self._root, self._journaling = PurePosixPath(folder.as_posix()), journaling
        self._now: Names = {self._root: None}
        for path in folder.rglob("*"):
            self._now[PurePosixPath(path.as_posix())] = (
                None if path.is_dir() else File(bytearray(path.read_bytes()))
            )
        self._kept = dict(self._now)
        self._open: dict[int, PurePosixPath | File] = {}
        self._waiting: list[Naming] = []

    def play(self, change: Change) -> None:
        """Let a change happen."""
        match change.what:
            case "O":
                self._opened(change.handle, _name(change.data), cut=change.at != 0)
            case "W":
                self._file(change.handle).waiting.append((change.at, change.data))
            case "T":
                self._file(change.handle).waiting.append((change.at, None))
            case "F":
                self._force(self._open[change.handle])
            case _:
                self._rename(self._naming(change))

    def after_a_cut(self, rng: random.Random, chance: float) -> dict[str, bytes | None]:
        """What may be found by its place in the folder, None for a folder."""
        names = dict(self._kept)
        survive = sum(rng.random() < chance for _naming in self._waiting)
        for naming in self._waiting[:survive] if self._journaling else self._waiting:
            if self._journaling or rng.random() < chance:
                naming.apply(names)
        return {
            name.relative_to(self._root).as_posix(): None if file is None else file.after_a_cut(rng, chance)
            for name, file in names.items()
            if name.parent in names
        }

    def _naming(self, change: Change) -> Naming:
        match change.what:
            case "D":
                return Naming(come=_name(change.data))
            case "U":
                return Naming(gone=_name(change.data))
            case "u":
                folder = self._open[change.handle]
                assert isinstance(folder, PurePosixPath)
                return Naming(gone=folder / change.data.decode())
            case _:
                source, target = map(_name, change.data.split(b"\n"))
                return Naming(source, target, self._now[source])

    def _opened(self, handle: int, name: PurePosixPath, cut: bool) -> None:
        if name not in self._now:
            self._rename(Naming(come=name, file=File()))
        found = self._now[name]
        self._open[handle] = name if found is None else found
        if cut and found is not None:
            found.waiting.append((0, None))

    def _file(self, handle: int) -> File:
        file = self._open[handle]
        assert isinstance(file, File)
        return file

    def _rename(self, naming: Naming) -> None:
        naming.apply(self._now)
        self._waiting.append(naming)

    def _force(self, opened: PurePosixPath | File) -> None:
        if isinstance(opened, File):
            opened.force()
        left = []
        for naming in self._waiting:
            if self._journaling or (isinstance(opened, PurePosixPath) and naming.within(opened)):
                naming.apply(self._kept)
            else:
                left.append(naming)
        self._waiting = left


def _name(data: bytes) -> PurePosixPath:
    return PurePosixPath(data.decode())
