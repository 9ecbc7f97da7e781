"""Where the pages of a printout end: not within a section of two columns, a row or, for want of a little, a picture."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextTable,
    QTextTableCell,
)

# a picture is not made smaller than this part of itself, and a row higher than this part of a page may break
SMALLEST, TALL = 0.5, 0.2
_PADDING = QTextFormat.Property.TableCellBottomPadding.value


def keep_section_whole(document: QTextDocument, columns: int) -> None:
    """The section that runs over the first column's end begins the next one, unless that costs a page."""
    pages, high, block, last = document.pageCount(), document.pageSize().height(), document.begin(), None
    while block.isValid() and document.documentLayout().blockBoundingRect(block).top() < high:
        last = block if block.blockFormat().headingLevel() > 1 else last
        block = block.next()
    if last is None or not block.isValid():
        return
    cursor, broken = QTextCursor(last), QTextBlockFormat()
    broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    cursor.mergeBlockFormat(broken)
    if -(-document.pageCount() // columns) > -(-pages // columns):
        document.undo()


def fit_pictures(document: QTextDocument) -> None:
    """A picture that would leave much of a page empty becomes as small as the rest of the page."""
    high, block = document.pageSize().height(), document.begin()
    while block.isValid():
        picture = _picture(block)
        if picture is not None:
            top, line = document.documentLayout().blockBoundingRect(block).top(), block.layout().lineAt(0)
            room = high - top % high - 1
            # below the top of its paragraph it stands only where it was moved to the next page
            if line.y() > 0 and room >= SMALLEST * line.height():
                _scale(block, picture, room / line.height())
                _lay_out_anew(document)
        block = block.next()


def keep_rows_whole(document: QTextDocument) -> None:
    """A row that would break is pushed to the next page: the row before it becomes as much higher."""
    high = document.pageSize().height()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            for row in range(1, frame.rows()):
                top, bottom = _extent(document, frame, row)
                left = high - top % high
                if top // high < (bottom - 1) // high and bottom - top < TALL * high:
                    _push(frame, row, left)
                    _lay_out_anew(document)


def _lay_out_anew(document: QTextDocument) -> None:
    """By itself Qt leaves out lists that a change far above them moves."""
    document.markContentsDirty(0, document.characterCount())


def _picture(block: QTextBlock) -> QTextImageFormat | None:
    walk = block.begin()
    while not walk.atEnd():
        look = walk.fragment().charFormat()
        if look.isImageFormat():
            return look.toImageFormat()
        walk += 1
    return None


def _scale(block: QTextBlock, picture: QTextImageFormat, by: float) -> None:
    smaller = QTextImageFormat(picture)
    smaller.setWidth(picture.width() * by)
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(smaller)


def _cells(table: QTextTable, row: int) -> Iterator[QTextTableCell]:
    return (table.cellAt(row, column) for column in range(table.columns()))


def _extent(document: QTextDocument, table: QTextTable, row: int) -> tuple[float, float]:
    """From the first line of a row to the end of the last."""
    tops, bottoms = [], []
    for cell in _cells(table, row):
        block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            start, lines = document.documentLayout().blockBoundingRect(block).top(), block.layout()
            for line in (lines.lineAt(n) for n in range(lines.lineCount())):
                tops.append(start + line.y())
                bottoms.append(start + line.y() + line.height())
            block = block.next()
    return min(tops, default=0), max(bottoms, default=0)


def _push(table: QTextTable, row: int, by: float) -> None:
    for cell in _cells(table, row - 1):
        look = cell.format().toTableCellFormat()
        padding = look.bottomPadding() if look.hasProperty(_PADDING) else table.format().cellPadding()
        look.setBottomPadding(padding + by)
        cell.setFormat(look)
