"""Saves a chart: its picture as PNG or SVG, its values as CSV."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from certstudy.gui.files import write_file
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import LEFT, text
from certstudy.gui.widgets.plot import Plot
from certstudy.present.table import Table, csv_text

MARGIN, HEAD = 20, 32
RATIO = 2.0


def save_picture(plot: Plot, path: Path) -> Path:
    """Write the chart under its title, as vectors if the name ends in .svg, else as PNG at twice its size; the path.

    Raises WorldError where the file cannot be written.
    """
    return write_file(path, _svg(plot) if path.suffix.lower() == ".svg" else _png(plot))


def save_table(table: Table, path: Path) -> Path:
    """Write the values as CSV in UTF-8, with the mark by which spreadsheets know it; the path.

    Raises WorldError where the file cannot be written.
    """
    return write_file(path, csv_text(table).encode("utf-8-sig"))


def _png(plot: Plot) -> bytes:
    size = _size(plot)
    picture = QPixmap(QSize(int(size.width() * RATIO), int(size.height() * RATIO)))
    picture.setDevicePixelRatio(RATIO)
    painter = QPainter(picture)
    _paint(plot, painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(content.data())


def _svg(plot: Plot) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415  # only who saves one pays for it

    content = QByteArray()
    buffer = QBuffer(content)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(_size(plot))
    generator.setViewBox(QRectF(0, 0, _size(plot).width(), _size(plot).height()))
    generator.setTitle(plot.accessibleName())
    generator.setDescription(plot.accessibleDescription())
    painter = QPainter(generator)
    _paint(plot, painter)
    painter.end()
    return bytes(content.data())


def _size(plot: Plot) -> QSize:
    px = plot.theme.px
    return QSize(plot.width() + 2 * px(MARGIN), plot.height() + 2 * px(MARGIN) + px(HEAD))


def _paint(plot: Plot, painter: QPainter) -> None:
    px, tokens, size = plot.theme.px, plot.theme.tokens, _size(plot)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), tokens.surface)
    title = QRectF(px(MARGIN), px(MARGIN) - px(4), plot.width(), px(24))
    text(painter, title, plot.accessibleName(), plot.theme.font(Role.HEADING), tokens.ink, LEFT)
    painter.translate(px(MARGIN), px(MARGIN) + px(HEAD))
    plot.paint_on(painter)
