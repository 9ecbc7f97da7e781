"""What a process did beyond what it may: sockets, programs, files written or read outside its place."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_WRITING = (
    "os.rename",
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.symlink",
    "os.link",
    "os.truncate",
    "shutil.rmtree",
)
_STARTING = (
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "pty.spawn",
)


class Guard:
    """Listens to the interpreter; `deeds` names what was not allowed, in order."""

    def __init__(self, own: Path, may_read: tuple[Path, ...]) -> None:
        """Whatever is written must lie in `own`; whatever is read there, in `may_read`, or with Python itself."""
        self.deeds: list[str] = []
        places = (
            own,
            *may_read,
            *map(Path, (sys.prefix, sys.base_prefix, os.devnull, *filter(None, sys.path))),
        )
        self._own = os.path.realpath(own)
        self._readable = tuple(map(os.path.realpath, places))
        self._on = False
        sys.addaudithook(self._hear)

    def watching(self, act: Callable[[], Any]) -> Any:
        """Do something under watch."""
        self._on = True
        try:
            return act()
        finally:
            self._on = False

    def _hear(self, event: str, values: tuple[Any, ...]) -> None:
        if not self._on:
            return
        self._on = False
        try:
            if event.startswith("socket.") or event in _STARTING:
                self.deeds.append(event)
            elif event in _WRITING:
                self._changed(event, values)
            elif event == "sqlite3.connect" and values[0] != ":memory:":
                self._may(event, values[0], (self._own,))
            elif event == "open" and not isinstance(values[0], int):
                self._opened(*values)
        finally:
            self._on = True

    def _changed(self, event: str, values: tuple[Any, ...]) -> None:
        # what is named relative to an open folder was let in when the folder was opened
        if event not in ("os.remove", "os.rmdir") or values[1] == -1:
            self._may(event, values[0], (self._own,))

    def _opened(self, path: Any, mode: str | None, flags: int) -> None:
        access = (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC) & flags
        self._may("write" if access else "read", path, (self._own,) if access else self._readable)

    def _may(self, deed: str, path: Any, places: tuple[str, ...]) -> None:
        real = os.path.realpath(os.fsdecode(path))
        if real != os.path.realpath(os.devnull) and not any(_within(real, place) for place in places):
            self.deeds.append(f"{deed} {real}")


def _within(path: str, place: str) -> bool:
    return path == place or path.startswith(place.rstrip(os.sep) + os.sep)
