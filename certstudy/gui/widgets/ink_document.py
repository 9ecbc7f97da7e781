"""Sanitised HTML laid out in the theme's type: code spans on a tint, fixed lines, nothing ever loaded."""

import re

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QPixmap,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import MONO, Role
from certstudy.gui.widgets.painting import box

PADDING = "\N{NO-BREAK SPACE}"
# with and without a scroll bar, in two inks
PICTURES = 4
_CODE_IN_TEXT = re.compile(r"(<pre\b.*?</pre>)|<code>(.*?)</code>", re.DOTALL)


def _padded(match: re.Match[str]) -> str:
    return match.group(1) or f"{PADDING}<code>{match.group(2)}</code>{PADDING}"


class InkDocument(QTextDocument):
    """A text in one role; another ink does not lay it out again, and heights once worked out are kept.

    On a ground of one colour its picture is kept too, until the text or the look changes. The columns of its tables
    stand `between` apart.
    """

    def __init__(self, theme: Theme, role: Role, parent: QObject | None = None, between: int = 12) -> None:
        super().__init__(parent)
        self._theme, self._role, self._html = theme, role, ""
        self._between = between
        self._ink, self._struck, self._tabular = "ink", False, False
        self._code: list[tuple[int, int]] = []
        self._heights: dict[float, int] = {}
        self._pictures: dict[tuple[float, int, float, str], QPixmap] = {}
        self._sheet_now = ""
        self.setDocumentMargin(0)
        self.setUndoRedoEnabled(False)

    def set_html(self, html: str, role: Role | None = None, ink: str = "ink", struck: bool = False) -> None:
        """Shows the HTML (already sanitised) in a role and ink."""
        before = (self._html, self._role, self._struck)
        self._html, self._role = html, role or self._role
        self._ink, self._struck = ink, struck
        if before != (self._html, self._role, self._struck):
            self.restyle()

    def restyle(self) -> None:
        """Lays the same text out again in the theme's present type."""
        self._heights.clear()
        self._pictures.clear()
        self.setDefaultFont(self._theme.font(self._role))
        sheet = self._sheet()
        if sheet != self._sheet_now:
            self._sheet_now = sheet
            self.setDefaultStyleSheet(sheet)
        self._tabular = "<table>" in self._html
        html = self._html.replace("<table>", '<table cellspacing="0">')
        self.setHtml(_CODE_IN_TEXT.sub(_padded, html))
        self._set_lines()
        self._strike()
        self._code = self._code_spans()

    def height_at(self, width: float) -> int:
        """Height of the text when it is this wide."""
        height = self._heights.get(width)
        if height is None:
            self._widen(width)
            height = self._heights[width] = int(self.size().height() + 0.5)
        return height

    def picture(self, width: float, ground: QColor, ratio: float) -> QPixmap:
        """The text, this wide, on a ground and for a device ratio; drawn anew only when something changed."""
        wanted = (width, ground.rgba(), ratio, self._ink)
        picture = self._pictures.get(wanted)
        if picture is None:
            if len(self._pictures) == PICTURES:
                self._pictures.clear()
            picture = self._pictures[wanted] = self._drawn(width, ground, ratio)
        return picture

    def _drawn(self, width: float, ground: QColor, ratio: float) -> QPixmap:
        size = QSizeF(width, self.height_at(width)) * ratio
        picture = QPixmap(size.toSize())
        picture.setDevicePixelRatio(ratio)
        # opaque, so that the text is smoothed as it would be on the screen
        picture.fill(ground)
        painter = QPainter(picture)
        self.paint(painter, QPointF(0, 0), width)
        painter.end()
        return picture

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Draws the text, this wide, with its top left corner at the point."""
        self._widen(width)
        painter.save()
        painter.translate(at - QPointF(0, self.sink()))
        self.paint_code_grounds(painter)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, self._theme.tokens.named(self._ink))
        context.palette = palette
        self.documentLayout().draw(painter, context)
        painter.restore()

    def _widen(self, width: float) -> None:
        if self.textWidth() == width:
            return
        if self._tabular:
            self._break(QTextOption.WrapMode.WordWrap)
        self.setTextWidth(width)
        if self._tabular and self.size().width() > width:
            self._break(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def _break(self, where: QTextOption.WrapMode) -> None:
        """Where a line may end: a table's columns are as wide as their longest words, or as a letter."""
        option = self.defaultTextOption()
        option.setWrapMode(where)
        self.setDefaultTextOption(option)

    def wrap_mode_at(self, width: float) -> QTextOption.WrapMode:
        """Where lines end in a text this wide."""
        self._widen(width)
        return self.defaultTextOption().wrapMode()

    def sink(self) -> float:
        """How far Qt's fixed lines put the text below the middle of the line."""
        line = self._theme.type.line(self._role)
        size = self._theme.type.size(self._role)
        return line * 0.8 - (line / 2 + size * 0.364)

    def paint_code_grounds(self, painter: QPainter) -> None:
        """Draws the rounded tint behind code spans; the text itself is drawn over it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._theme.tokens.press
        for start, end in self._code:
            for rect in self._rects(start, end):
                box(painter, rect, self._theme.px(3), ground)
        painter.restore()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None

    def _sheet(self) -> str:
        px, tokens, size = self._theme.px, self._theme.tokens, self._theme.type.size(self._role)
        code = max(px(11), int(size * 0.92 + 0.5))
        return (
            f"code, pre {{ font-family: '{MONO}'; font-size: {code}px }}"
            f"b, strong, h1, h2, h3, h4, th {{ font-weight: 600 }}"
            f"a {{ color: {tokens.ink.name()}; text-decoration: underline }}"
            f"p, ul, ol, pre {{ margin: 0 0 {px(8)}px 0 }} li {{ margin: 0 0 {px(3)}px 0 }}"
            f"h1, h2 {{ font-size: {px(18)}px; margin: {px(14)}px 0 {px(6)}px 0 }}"
            f"h3, h4 {{ font-size: {px(15)}px; margin: {px(12)}px 0 {px(4)}px 0 }}"
            f"pre {{ background-color: {tokens.sunken.name()} }}"
            f"td, th {{ padding: {px(5)}px {px(self._between)}px {px(5)}px 0; text-align: left }}"
            f"blockquote {{ color: {tokens.ink2.name()}; margin: 0 0 {px(8)}px {px(12)}px }}"
            f"hr {{ color: {tokens.line.name()} }}"
        )

    def _set_lines(self) -> None:
        line = self._theme.type.line(self._role)
        # one change of the whole text: a table is laid out anew after each change
        whole = QTextCursor(self)
        whole.beginEditBlock()
        block = self.begin()
        while block.isValid():
            if self._is_running_text(block):
                shape = QTextBlockFormat()
                shape.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
                QTextCursor(block).mergeBlockFormat(shape)
            block = block.next()
        whole.endEditBlock()

    def _is_running_text(self, block: QTextBlock) -> bool:
        shape = block.blockFormat()
        return shape.headingLevel() == 0 and not shape.nonBreakableLines()

    def _strike(self) -> None:
        if not self._struck:
            return
        look = QTextCharFormat()
        look.setFontStrikeOut(True)
        cursor = QTextCursor(self)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeCharFormat(look)

    def _code_spans(self) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        block = self.begin()
        while block.isValid():
            if not block.blockFormat().nonBreakableLines():
                walk = block.begin()
                while not walk.atEnd():
                    fragment = walk.fragment()
                    if MONO in (fragment.charFormat().fontFamilies() or ()):
                        spans.append((fragment.position(), fragment.position() + fragment.length()))
                    walk += 1
            block = block.next()
        return spans

    def _rects(self, start: int, end: int) -> list[QRectF]:
        block = self.findBlock(start)
        origin = self.documentLayout().blockBoundingRect(block).topLeft()
        layout, pad = block.layout(), self._theme.px(4)
        first, last = start - block.position(), end - block.position()
        size = self._theme.type.size(self._role)
        found: list[QRectF] = []
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            here, there = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if here < there:
                left, right = (_x(line.cursorToX(at)) for at in (here, there))
                baseline = origin.y() + line.y() + line.ascent()
                tall = size * 1.45
                size_f = QSizeF(right - left + 2 * pad, tall)
                found.append(QRectF(QPointF(origin.x() + left - pad, baseline - tall * 0.73), size_f))
        return found


def _x(result: object) -> float:
    """PySide answers cursorToX as (x, cursor)."""
    return float(result[0] if isinstance(result, tuple) else result)  # type: ignore[arg-type]
