"""Puts HTML on paper: a printer's, or a PDF file's."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUrl
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from certstudy.gui.files import write_file

MARGIN_MM = 18.0

Images = Mapping[str, QImage]


def save_pdf(html: str, title: str, path: Path, images: Images | None = None) -> Path:
    """Write a page as PDF, A4; the path. `images` by the sources that the HTML names.

    WorldError where the file cannot be written.
    """
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    _document(html, images).print_(writer)
    buffer.close()
    return write_file(path, bytes(content.data()))


def print_out(html: str, title: str, parent: QWidget, images: Images | None = None) -> bool:
    """Ask for a printer and print the page; False if one thinks better of it or nothing can print."""
    try:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  # not in every build of Qt
    except ImportError:
        return False
    printer = QPrinter()
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    _document(html, images).print_(printer)
    return True


def _document(html: str, images: Images | None) -> QTextDocument:
    document = QTextDocument()
    for src, image in (images or {}).items():
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(src), image)
    document.setHtml(html)
    return document
