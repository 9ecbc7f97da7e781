"""Pictures of a pack: read when shown, and never more than a drawing or a photograph.

A drawing may hold shapes and text; nothing in it may refer to a file, repeat without end, run or be loaded. What may
stand in SVG beyond that is refused before anything parses it.
"""

import re
from pathlib import Path

from certstudy.bank.folder import LARGEST_FILE
from certstudy.core.errors import ContentError

MOST_TAGS = 10_000
MOST_SIDE = 8_000

_FORBIDDEN = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<\s*(?:\w+:)?(?:image|use|script|foreignObject|style|animate\w*|set)\b"
    rb"|\bhref\s*=|url\s*\(\s*['\"]?\s*(?!#)|@import",
    re.IGNORECASE,
)
# another encoding would hide from the search above what the parser then reads
_ENCODED = re.compile(rb"<\?xml[^>]*encoding\s*=\s*['\"](?!utf-8['\"])", re.IGNORECASE)
_OPENED = re.compile(rb"<svg\b[^<>]*?(/?)>")
_PNG = b"\x89PNG\r\n\x1a\n"


def refusal(name: str, data: bytes) -> str:
    """Why a picture is not shown; empty if it may be."""
    if len(data) > LARGEST_FILE:
        return "it is too large"
    if name.endswith(".png"):
        return _png_refusal(data)
    if _ENCODED.search(data):
        return "it is not in UTF-8"
    if found := _FORBIDDEN.search(data):
        what = found.group().decode("ascii", "replace").strip()
        return f"it holds {what!r}, which a drawing must not"
    if data.count(b"<") > MOST_TAGS:
        return "it has too many elements"
    opened = _OPENED.search(data)
    return "" if opened and (opened[1] or b"</svg" in data) else "it is no whole SVG drawing"


def _png_refusal(data: bytes) -> str:
    """The size stands in the header, so that no bomb has to be unpacked to be known."""
    if not data.startswith(_PNG) or data[12:16] != b"IHDR":
        return "it is no PNG file"
    sides = [int.from_bytes(data[at : at + 4]) for at in (16, 20)]
    return (
        ""
        if all(0 < side <= MOST_SIDE for side in sides)
        else f"it is not 1 to {MOST_SIDE} pixels wide and high"
    )


def picture_bytes(folder: Path, src: str) -> bytes:
    """What the file of a picture holds; ContentError if it cannot be read or is not to be shown.

    `src` has the shape that was checked when the pack was read; a link that leads out of the pack is not followed.
    """
    path = folder / src
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise _unreadable(path, "it lies outside the pack")
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as fault:
        raise _unreadable(path, fault.strerror or str(fault)) from fault
    if reason := refusal(src, data):
        raise _unreadable(path, reason)
    return data


def _unreadable(path: Path, reason: str) -> ContentError:
    return ContentError(
        f"The picture {path} cannot be shown: {reason}.",
        "Your progress is kept elsewhere and is safe.",
        "Report the question, so that its picture is mended.",
    )
