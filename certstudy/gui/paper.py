"""Puts pages on paper: a printer's, or a PDF file's."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from certstudy.gui.files import write_file
from certstudy.gui.page_breaks import fit_pictures, keep_rows_whole, keep_section_whole
from certstudy.gui.theme.typography import paper_font
from certstudy.present.paper import PIXELS_AN_INCH, Printout

MARGIN_MM = 15.0
# the line of the page's number, its type, and what lies between two columns
FOOT, NUMBER, GAP = 22, 11, 20

Images = Mapping[str, QImage]


def save_pdf(page: Printout, path: Path, images: Images | None = None) -> Path:
    """Write a page as PDF, A4; the path. `images` by the sources that the HTML names.

    WorldError where the file cannot be written.
    """
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(page.title)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, _margins(), QPageLayout.Unit.Millimeter)
    )
    _put(document_of(page, images), page.columns, writer)
    buffer.close()
    return write_file(path, bytes(content.data()))


def print_out(page: Printout, parent: QWidget, images: Images | None = None) -> bool:
    """Ask for a printer and print the page; False if one thinks better of it or nothing can print."""
    try:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  # not in every build of Qt
    except ImportError:
        return False
    printer = QPrinter()
    printer.setDocName(page.title)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    printer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
    _put(document_of(page, images), page.columns, printer)
    return True


def _margins() -> QMarginsF:
    return QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)


def document_of(page: Printout, images: Images | None = None) -> QTextDocument:
    """The page laid out for paper, pictures under the sources that the HTML names."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    for src, image in (images or {}).items():
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(src), image)
    document.setDefaultFont(paper_font(page.size))
    code = paper_font(page.size - 1, code=True)
    face = f"font-family: '{code.family()}'; font-size: {code.pixelSize()}px"
    document.setDefaultStyleSheet(f"pre, code {{ {face} }} pre {{ white-space: pre-wrap }}")
    document.setHtml(page.html)
    return document


def _put(document: QTextDocument, columns: int, paper: QPagedPaintDevice) -> None:
    """The text column by column, with the pages' numbers where there are several.

    Qt's own way would print what is sized in pixels, as headings are, in pixels of the printer.
    """
    scale = paper.logicalDpiX() / PIXELS_AN_INCH
    page = QSizeF(paper.width() / scale, paper.height() / scale - FOOT)
    wide = (page.width() - GAP * (columns - 1)) / columns
    document.setPageSize(QSizeF(wide, page.height()))
    if columns > 1:
        keep_section_whole(document, columns)
    else:
        fit_pictures(document)
        keep_rows_whole(document)
    pages = -(-document.pageCount() // columns)
    painter = QPainter(paper)
    painter.scale(scale, scale)
    for column in range(document.pageCount()):
        number, place = divmod(column, columns)
        if place == 0:
            if number:
                paper.newPage()
            if pages > 1:
                _draw_number(painter, f"{number + 1} / {pages}", page)
        _draw_column(painter, document, column, place * (wide + GAP))
    painter.end()


def _draw_column(painter: QPainter, document: QTextDocument, column: int, left: float) -> None:
    size, context = document.pageSize(), QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    shown = QRectF(0, column * size.height(), size.width(), size.height())
    context.palette, context.clip = palette, shown
    painter.save()
    painter.translate(left, -shown.top())
    painter.setClipRect(shown)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _draw_number(painter: QPainter, number: str, page: QSizeF) -> None:
    painter.setFont(paper_font(NUMBER))
    foot = QRectF(0, page.height(), page.width(), FOOT)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, number)
