"""Code or prose with a place held open in the line for each gap."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from certstudy.gui.override import override
from certstudy.gui.question.code_view import SpanColours
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.theme.typography import MONO
from certstudy.present.task_view import GapsView

GAP = QTextFormat.ObjectTypes.UserObject.value + 1
WIDTH, HEIGHT = QTextFormat.Property.UserProperty.value + 1, QTextFormat.Property.UserProperty.value + 2


# how far the middle of lower-case letters lies above the baseline, in sizes of the font
MIDDLE = 0.36


class _Opening(QPyTextObject):
    """Holds room for the control of a gap and draws nothing."""

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        return QSizeF(format.doubleProperty(WIDTH), format.doubleProperty(HEIGHT))

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        """The control lies over it."""


class GapText(QTextDocument):
    """`show` fills it, `openings` says where the gaps' controls belong."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._positions: list[int] = []
        self._opening = _Opening(self)
        self._colours = SpanColours(theme, self)
        self.documentLayout().registerHandler(GAP, self._opening)
        self.setDocumentMargin(0)
        self.setUndoRedoEnabled(False)

    def show(self, view: GapsView, sizes: Sequence[QSizeF]) -> None:
        """Lays the text out with openings of these sizes, in order of the gaps."""
        theme = self._theme
        option = QTextOption()
        self._colours.show_spans(())
        if view.code:
            option.setWrapMode(QTextOption.WrapMode.NoWrap)
            self.setDefaultFont(theme.font(Role.CODE))
            self.setDefaultTextOption(option)
            self.setPlainText(view.code)
        else:
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            self.setDefaultFont(theme.font(Role.STEM))
            self.setDefaultTextOption(option)
            self.setDefaultStyleSheet(
                f"code {{ font-family: '{MONO}' }} p {{ margin: 0 0 {theme.px(8)}px 0 }}"
            )
            self.setHtml(view.html)
        self._open([gap.mark_character for gap in view.gaps], sizes, bool(view.code))
        self._colours.show_spans(view.spans)

    def openings(self) -> list[QRectF]:
        """Where the gaps are, in the document's coordinates."""
        return [self._rect(position) for position in self._positions]

    def draw(self, painter: QPainter, room: RoomInk | None) -> None:
        """Draws the text; the controls draw themselves."""
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        ink = room.text if room else self._theme.tokens.ink
        palette.setColor(QPalette.ColorRole.Text, ink)
        context.palette = palette
        self.documentLayout().draw(painter, context)

    def _open(self, characters: Sequence[str], sizes: Sequence[QSizeF], in_code: bool) -> None:
        self._positions = []
        for character, size in zip(characters, sizes, strict=True):
            cursor = self.find(character)
            if cursor.isNull():
                continue
            held = QTextCharFormat()
            held.setObjectType(GAP)
            held.setProperty(WIDTH, size.width())
            held.setProperty(HEIGHT, size.height())
            held.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
            self._positions.append(cursor.selectionStart())
            cursor.insertText("\N{OBJECT REPLACEMENT CHARACTER}", held)
            self._keep_together(cursor, in_code)

    def _keep_together(self, cursor: QTextCursor, in_code: bool) -> None:
        """In code the line gets room below; in prose a full stop after the gap stays on its line."""
        if in_code:
            shape = QTextBlockFormat()
            shape.setBottomMargin(self._theme.px(5))
            cursor.mergeBlockFormat(shape)
        else:
            cursor.insertText("\N{WORD JOINER}", QTextCharFormat())

    def _rect(self, position: int) -> QRectF:
        cursor = QTextCursor(self)
        cursor.setPosition(position)
        block, layout = cursor.block(), cursor.block().layout()
        origin = self.documentLayout().blockBoundingRect(block).topLeft()
        line = layout.lineForTextPosition(position - block.position())
        left = _x(line.cursorToX(position - block.position()))
        right = _x(line.cursorToX(position - block.position() + 1))
        cursor.setPosition(position + 1)
        height = cursor.charFormat().doubleProperty(HEIGHT)
        middle = origin.y() + line.y() + line.ascent() - self.defaultFont().pixelSize() * MIDDLE
        return QRectF(origin.x() + left, middle - height / 2, right - left, height)


def _x(result: object) -> float:
    """PySide answers cursorToX as (x, cursor)."""
    return float(result[0] if isinstance(result, tuple) else result)  # type: ignore[arg-type]
