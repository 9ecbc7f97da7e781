"""A file beside the stem: its name, line numbers, colours, and a button that copies it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.painting import RIGHT, box, text, width_of
from certstudy.present.highlight import Paint, Span
from certstudy.present.words import _

HEAD = 34


class SpanColours(QSyntaxHighlighter):
    """Puts the precomputed spans on the lines; nothing is lexed while painting."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self._spans: tuple[Span, ...] = ()

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        """Colours the present text."""
        self._spans = spans
        self.rehighlight()

    @override
    def highlightBlock(self, line: str) -> None:
        start = self.currentBlock().position()
        end = start + len(line)
        for span in self._spans:
            first, last = max(span.start, start), min(span.start + span.length, end)
            if first < last:
                self.setFormat(first - start, last - first, self._format(span.paint))

    def _format(self, paint: Paint) -> QTextCharFormat:
        made = QTextCharFormat()
        colour: QColor = getattr(self._theme.tokens.code, paint.value)
        made.setForeground(colour)
        made.setFontItalic(paint is Paint.COMMENT)
        return made


class Gutter(QWidget):
    """The line numbers."""

    def __init__(self, theme: Theme, text_view: "CodeText") -> None:
        super().__init__(text_view)
        self._theme, self._view = theme, text_view

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        font, block = theme.font(Role.KEY), self._view.firstVisibleBlock()
        top = self._view.blockBoundingGeometry(block).translated(self._view.contentOffset()).top()
        while block.isValid() and top < self.height():
            height = self._view.blockBoundingRect(block).height()
            # the last block's box also holds the document's margin
            text_height = block.layout().lineAt(0).height() if block.layout().lineCount() else height
            line = QRectF(0, top, self.width() - theme.px(12), text_height)
            text(painter, line, str(block.blockNumber() + 1), font, theme.tokens.ink3, RIGHT)
            top += height
            block = block.next()


class CodeText(QPlainTextEdit):
    """The text itself: read only, never wrapped."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._gutter = Gutter(theme, self)
        self._colours = SpanColours(theme, self.document())
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.updateRequest.connect(self._scroll_gutter)

    def show_code(self, code: str, spans: tuple[Span, ...]) -> None:
        """Renders a file."""
        self.setPlainText(code)
        self._colours.show_spans(spans)
        self.restyle()

    def restyle(self) -> None:
        """Takes font, colours and gutter from the theme again."""
        theme = self._theme
        self.setFont(theme.font(Role.CODE))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, theme.tokens.sunken)
        palette.setColor(palette.ColorRole.Text, theme.tokens.code.text)
        self.setPalette(palette)
        self.document().setDocumentMargin(theme.px(8))
        self._colours.rehighlight()
        self.setViewportMargins(self._gutter_width(), 0, 0, 0)
        self._place_gutter()

    def ideal_height(self) -> int:
        """Height that shows every line."""
        block = self.document().firstBlock()
        line = max(self.fontMetrics().lineSpacing(), self.blockBoundingRect(block).height())
        return int((self.blockCount() + 1) * line + 2 * self.document().documentMargin())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_gutter()

    def _gutter_width(self) -> int:
        digits = "9" * max(2, len(str(self.blockCount())))
        return int(width_of(self._theme.font(Role.KEY), digits) + self._theme.px(28))

    def _place_gutter(self) -> None:
        inner = self.contentsRect()
        self._gutter.setGeometry(QRect(inner.left(), inner.top(), self._gutter_width(), inner.height()))

    def _scroll_gutter(self, rect: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())


class CodeView(QFrame):
    """The framed file with its head."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.text = CodeText(theme)
        self._title = Label(theme, "", Role.TOKEN)
        self._icon = IconView(theme, "file-code", "ink2", 16)
        self._copy = Button(theme, "", "quiet", "small", icon="copy")
        self._copy.setAccessibleName(_("Copy the text"))
        self._copy.setToolTip(_("Copy the text"))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self._head = QHBoxLayout()
        for part in (self._icon, self._title):
            self._head.addWidget(part)
        self._head.addStretch(1)
        self._head.addWidget(self._copy)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.text, 1)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_file(self, title: str, code: str, spans: tuple[Span, ...]) -> None:
        """Renders a file with its name."""
        self._title.setText(title)
        self.text.setAccessibleName(title)
        self.text.show_code(code, spans)
        self.updateGeometry()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._head.setContentsMargins(px(12), px(3), px(6), px(3))
        self._head.setSpacing(px(8))
        self._column.setContentsMargins(1, 1, 1, px(4))
        self._column.setSpacing(0)
        self.text.restyle()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self.text.ideal_height() + self._theme.px(HEAD + 6))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(120))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.metrics.radius_row
        box(painter, QRectF(self.rect()), radius, tokens.sunken, tokens.line)
        head = QRectF(1, 1, self.width() - 2, self._theme.px(HEAD))
        box(painter, head, radius - 1, tokens.surface)
        painter.fillRect(QRectF(1, head.bottom() - radius, self.width() - 2, radius), tokens.surface)
        painter.fillRect(QRectF(1, head.bottom(), self.width() - 2, 1), tokens.line)
