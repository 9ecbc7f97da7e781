"""Puts a result on paper: a printer's, or a PDF file's."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from certstudy.gui.files import write_file

MARGIN_MM = 18.0


def save_pdf(html: str, title: str, path: Path) -> Path:
    """Write the report as PDF, A4; the path. WorldError where the file cannot be written."""
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
    _document(html).print_(writer)
    buffer.close()
    return write_file(path, bytes(content.data()))


def print_out(html: str, title: str, parent: QWidget) -> bool:
    """Ask for a printer and print the report; False if one thinks better of it or nothing can print."""
    try:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  # not in every build of Qt
    except ImportError:
        return False
    printer = QPrinter()
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    _document(html).print_(printer)
    return True


def _document(html: str) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(html)
    return document
