"""Pictures of a content pack, drawn sharp at any size and in the colours of the theme.

Drawings come in the palette of the light theme (CONTRIBUTING lists it); in the dark theme each of its colours is
exchanged for its counterpart. Whoever reads the pictures has made sure that a drawing loads and repeats nothing.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPixmap

from certstudy.core.errors import ContentError
from certstudy.core.picture import Picture
from certstudy.gui.theme import Theme
from certstudy.gui.theme.tokens import Tokens, light
from certstudy.present.words import _

MOST_PIXELS = 4_000 * 4_000
KEPT = 24

_COLOUR = re.compile(rb"#[0-9A-Fa-f]{6}\b")

Read = Callable[[str], bytes]


class _Key(NamedTuple):
    src: str
    dark: bool
    width: int
    height: int
    ratio: float


class Pictures:
    """Reads pictures with the given function and keeps the latest ones drawn."""

    def __init__(self, theme: Theme, read: Read) -> None:
        """Nothing is read before it is shown."""
        self._theme, self._read = theme, read
        self._drawn: dict[_Key, QPixmap] = {}

    def pixmap(self, picture: Picture, size: QSize, ratio: float) -> QPixmap:
        """The picture at a size in device-independent pixels; ContentError if it cannot be shown."""
        tokens = self._theme.tokens
        src = picture.dark if tokens.dark and picture.dark else picture.src
        key = _Key(src, tokens.dark, size.width(), size.height(), ratio)
        made = self._drawn.pop(key, None)
        if made is None:
            made = self._draw(src, recoloured=src == picture.src, size=size, ratio=ratio)
        self._drawn[key] = made
        while len(self._drawn) > KEPT:
            self._drawn.pop(next(iter(self._drawn)))
        return made

    def _draw(self, src: str, recoloured: bool, size: QSize, ratio: float) -> QPixmap:
        data = self._read(src)
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        try:
            if src.endswith(".svg"):
                _draw_svg(painter, data, src, size, self._theme.tokens if recoloured else None)
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(QRectF(0, 0, size.width(), size.height()), _image(data, src))
        finally:
            painter.end()
        return pixmap


def _draw_svg(painter: QPainter, data: bytes, src: str, size: QSize, tokens: Tokens | None) -> None:
    # the module takes 18 ms to load and few questions have a drawing
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    if tokens is not None and tokens.dark:
        data = _in_palette(data, tokens)
    renderer = QSvgRenderer(QByteArray(data))
    if not renderer.isValid():
        raise _unshown(src, _("it is no drawing"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))


def on_paper(data: bytes, picture: Picture, sharpness: int = 3) -> QImage:
    """A drawing in its own colours, so many times its size, for a printer; ContentError if it cannot be drawn."""
    size = QSize(picture.width, picture.height)
    image = QImage(size * sharpness, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(sharpness, sharpness)
    try:
        _draw_svg(painter, data, picture.src, size, None)
    finally:
        painter.end()
    return image


def _in_palette(data: bytes, tokens: Tokens) -> bytes:
    counterparts = _counterparts(tokens)

    def exchanged(match: re.Match[bytes]) -> bytes:
        return counterparts.get(match.group().upper(), match.group())

    return _COLOUR.sub(exchanged, data)


def _counterparts(tokens: Tokens) -> Mapping[bytes, bytes]:
    """The drawing palette of the light theme with the same roles in another one."""
    return dict(zip(map(_name, drawing_inks(light())), map(_name, drawing_inks(tokens)), strict=True))


def drawing_inks(tokens: Tokens) -> tuple[QColor, ...]:
    """The colours a drawing is made of: grounds, lines, inks, then pairs of a colour and its tint."""
    pairs = [(area.graphic, area.tint) for area in tokens.areas[1:]]
    pairs += [(verdict.ink, verdict.tint) for verdict in (tokens.right, tokens.wrong)]
    words = [area.text for area in tokens.areas[1:]]
    plain = (tokens.surface, tokens.sunken, tokens.line, tokens.line2, tokens.ink, tokens.ink2)
    return (*plain, *words, *(colour for pair in pairs for colour in pair))


def _name(colour: QColor) -> bytes:
    return colour.name().upper().encode()


def _image(data: bytes, src: str) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    found = reader.size()
    if not found.isValid() or found.width() * found.height() > MOST_PIXELS:
        raise _unshown(src, _("it is no picture, or too large"))
    image = reader.read()
    if image.isNull():
        raise _unshown(src, reader.errorString())
    return image


def _unshown(src: str, reason: str) -> ContentError:
    return ContentError(
        _("The picture {src} cannot be shown: {reason}.").format(src=src, reason=reason),
        _("Your progress is kept elsewhere and is safe."),
        _("Report the question, so that its picture is mended."),
    )
