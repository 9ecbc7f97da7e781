"""The latest Today screen in a small file, so that the next start draws it before anything else is loaded.

It is only ever a picture of what the record says: a missing, stale or broken file costs the first paint, never data.
"""

import json
from contextlib import suppress
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from certstudy.gui.theme import Scheme
from certstudy.present.today_view import TodayView
from certstudy.present.words import _

FILE = "start.json"
FORMAT = 6


class Snapshot(NamedTuple):
    """What the first paint needs: the screen, the learner's day it shows, the look, and where the window stood.

    `place` is Qt's own record of it, in base 64.
    """

    today: TodayView
    day: int
    scheme: Scheme
    scale: float
    reduced_motion: bool
    show_keys: bool
    place: str


def read_snapshot(folder: Path, day: int) -> Snapshot | None:
    """The kept screen; None if there is none that can be read. On a later day its title no longer counts days."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if kept["format"] != FORMAT:
            return None
        snapshot: Snapshot = _built(Snapshot, kept["snapshot"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    if snapshot.day == day:
        return snapshot
    return snapshot._replace(
        today=snapshot.today._replace(title=_("Today"), subtitle="", banner=None, hint=None)
    )


def keep_snapshot(folder: Path, snapshot: Snapshot) -> None:
    """Write the screen for the next start; a disk that refuses only makes that start plainer."""
    text = json.dumps({"format": FORMAT, "snapshot": snapshot}, ensure_ascii=False)
    fresh = folder / f"{FILE}.new"
    try:
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(folder / FILE)
    except OSError:
        # what holds the file may also keep it from being taken away
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _built(kind: Any, value: Any) -> Any:
    """A value of an annotated type from plain JSON; TypeError, ValueError or KeyError where it does not fit."""
    if hasattr(kind, "_fields"):
        hints = _hints(kind)
        named = zip(kind._fields, value, strict=True)
        return kind(*(_built(hints[name], part) for name, part in named))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_built(k, v) for k, v in zip(kinds, value, strict=True))
    if origin is UnionType:
        return None if value is None else _built(next(k for k in inner if k is not NoneType), value)
    allowed = inner if origin is Literal else ()
    if (allowed and value not in allowed) or (not allowed and not isinstance(value, _plain(kind))):
        raise TypeError(f"{value!r} is no {kind}")
    return value


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _plain(kind: Any) -> Any:
    return (int, float) if kind is float else kind
