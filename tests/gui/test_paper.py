"""What is printed: whole pages, legible headings, black on white, sheets on one page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPalette, QTextBlock, QTextDocument
from pytestqt.qtbot import QtBot

from certstudy.bank.folder import pack_files, read_files
from certstudy.bank.pack import read_pack
from certstudy.core.note import Sheet
from certstudy.gui.page_breaks import fit_pictures, keep_rows_whole
from certstudy.gui.paper import document_of, save_pdf
from certstudy.present.notes import sheet_view
from certstudy.present.paper import TEXT, Printout, printout

CONTENT = Path(__file__).resolve().parents[2] / "content"
PACKS = sorted(path.parent for path in CONTENT.glob("*/syllabus.yaml"))


def pages(path: Path) -> int:
    return path.read_bytes().count(b"/Type /Page\n")


def paragraphs(count: int) -> str:
    return "".join(f"<p>Paragraph {number}</p>" for number in range(count))


def headed(document: QTextDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            found.append(block)
        block = block.next()
    return found


def test_columns_halve_the_pages(qtbot: QtBot, tmp_path: Path) -> None:
    page = Printout("Page", paragraphs(100))
    one = save_pdf(page, tmp_path / "one.pdf")
    two = save_pdf(page._replace(columns=2), tmp_path / "two.pdf")
    assert (pages(one), pages(two)) == (3, 2)


def test_headings_are_sized_as_the_text_is(qtbot: QtBot) -> None:
    document = document_of(Printout("Page", "<h1>Title</h1><h2>Part</h2><p>Text</p>"))
    document.setPageSize(QSizeF(600, 900))
    layout, (title, part) = document.documentLayout(), headed(document)
    heights = [layout.blockBoundingRect(block).height() for block in (title, part, document.lastBlock())]
    assert heights[0] > heights[1] > heights[2] >= TEXT


def test_in_the_dark_paper_stays_white_and_its_text_black(qtbot: QtBot, tmp_path: Path) -> None:
    page = Printout("Page", "<p>Text</p>")
    light = save_pdf(page, tmp_path / "light.pdf").stat().st_size
    before, dark = QGuiApplication.palette(), QPalette(QColor("black"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#cdecda"))
    QGuiApplication.setPalette(dark)
    printed = save_pdf(page, tmp_path / "dark.pdf")
    QGuiApplication.setPalette(before)
    assert printed.stat().st_size == light


def lines_of(document: QTextDocument, words: str) -> list[float]:
    """Where the lines of each paragraph with the words stand."""
    found, block, layout = list[float](), document.begin(), document.documentLayout()
    while block.isValid():
        if words in block.text():
            top, lines = layout.blockBoundingRect(block).top(), block.layout()
            found += [top + lines.lineAt(n).y() for n in range(lines.lineCount())]
        block = block.next()
    return found


def test_no_row_of_a_table_breaks(qtbot: QtBot) -> None:
    rows = "".join(f"<tr><td>{n}</td><td>row {n}<br>two<br>three</td></tr>" for n in range(60))
    document = document_of(Printout("Page", f"<h1>Title</h1><table>{rows}</table>"))
    document.setPageSize(QSizeF(300, 500))
    broken = [n for n in range(60) if len({y // 500 for y in lines_of(document, f"row {n}\u2028")}) > 1]
    assert broken
    keep_rows_whole(document)
    assert not [n for n in range(60) if len({y // 500 for y in lines_of(document, f"row {n}\u2028")}) > 1]
    assert document.pageCount() > 1


@pytest.mark.parametrize(("rest", "page"), [(180, 0), (80, 1)], ids=["little smaller", "too small"])
def test_a_picture_is_made_smaller_to_stay_on_its_page(qtbot: QtBot, rest: int, page: int) -> None:
    picture = QImage(200, 200, QImage.Format.Format_RGB32)
    space = f"<p style='line-height: {500 - rest}px'>Text</p>"
    html = f"{space}<p><img src='a' width='200'></p><p>After</p><ul><li>One<br>two</li><li>Last</li></ul>"
    document = document_of(Printout("Page", html), {"a": picture})
    document.setPageSize(QSizeF(300, 500))
    assert lines_of(document, "\ufffc")[0] >= 499
    fit_pictures(document)
    assert lines_of(document, "\ufffc")[0] // 499 == page
    assert lines_of(document, "Last")[0] > lines_of(document, "One")[0] > lines_of(document, "After")[0]


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_every_sheet_fits_on_one_page(qtbot: QtBot, pack: Path, tmp_path: Path) -> None:
    contents = read_pack(read_files(pack_files(pack)))
    for sheet in (page for page in contents.pages if isinstance(page, Sheet)):
        page = printout(sheet_view(contents.syllabus, sheet))
        assert (page.title, pages(save_pdf(page, tmp_path / "sheet.pdf"))) == (page.title, 1)
