"""Running text of a page that can be selected, with links and with terms that tell their meaning."""

from PySide6.QtCore import QEvent, QPoint, QRegularExpression, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit, QToolTip, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.ink_document import InkDocument
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.gloss import TERM_LINK, Meaning

_PASSED_ON = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right),
)


UNKNOWN = QTextDocument.ResourceType.UnknownResource
LONGEST_NAME = 80
LARGE, SMALL = 17, 15
_PIXELS = QTextCharFormat.Property.FontPixelSize.value


class PageDocument(InkDocument):
    """Tables with a line under each row, terms with dots under them."""

    @override
    def restyle(self) -> None:
        self.setIndentWidth(self._theme.px(20))
        super().restyle()
        self._size_headings()
        ink = self._theme.tokens.ink3
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(ink)
        for start, end in self._terms():
            cursor = QTextCursor(self)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)

    def places(self, words: tuple[str, ...]) -> list[QTextCursor]:
        """Where words of the text begin with one of these, whatever their case."""
        if not words:
            return []
        begins = "|".join(QRegularExpression.escape(word) for word in words)
        sought = QRegularExpression(
            rf"\b(?:{begins})",
            QRegularExpression.PatternOption.CaseInsensitiveOption
            | QRegularExpression.PatternOption.UseUnicodePropertiesOption,
        )
        found, place = [], self.find(sought, 0)
        while not place.isNull():
            found.append(place)
            place = self.find(sought, place)
        return found

    def _size_headings(self) -> None:
        """Qt sets headings in sizes of its own, whatever the style sheet says."""
        block: QTextBlock = self.begin()
        while block.isValid():
            if level := block.blockFormat().headingLevel():
                cursor = QTextCursor(block)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                look = cursor.charFormat()
                look.clearProperty(QTextCharFormat.Property.FontSizeAdjustment.value)
                look.setProperty(_PIXELS, self._theme.px(LARGE if level < 3 else SMALL))
                cursor.setCharFormat(look)
            block = block.next()

    @override
    def _sheet(self) -> str:
        line, px = self._theme.tokens.line.name(), self._theme.px
        return super()._sheet() + (
            f"table {{ border-collapse: collapse; margin: {px(4)}px 0 {px(10)}px 0 }}"
            f"td, th {{ border-bottom: 1px solid {line}; padding: {px(5)}px {px(14)}px {px(5)}px 0 }}"
        )

    def _terms(self) -> list[tuple[int, int]]:
        found = []
        block: QTextBlock = self.begin()
        while block.isValid():
            walk = block.begin()
            while not walk.atEnd():
                fragment = walk.fragment()
                if fragment.charFormat().anchorHref().startswith(TERM_LINK):
                    found.append((fragment.position(), fragment.position() + fragment.length()))
                walk += 1
            block = block.next()
        return found


class ReadingText(QTextBrowser):
    """`show_html(html, terms)`: as high as its width makes it, never scrolling by itself.

    Signals: `opened(url)` for a link, `explained(term)` for a term, `reached(point)` when Tab moved to a link there.
    """

    opened = Signal(str)
    explained = Signal(str)
    reached = Signal(QPoint)

    def __init__(self, theme: Theme, role: Role = Role.CONTEXT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._role = theme, role
        self._terms: tuple[Meaning, ...] = ()
        self._marked: tuple[str, ...] = ()
        self._document = PageDocument(theme, role, self)
        self.setDocument(self._document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_html(self, html: str, terms: tuple[Meaning, ...] = ()) -> None:
        """Renders sanitised HTML; its links "term:N" lead to the N-th of the terms."""
        self._terms = terms
        self._document.set_html(html, self._role)
        used = [terms[n] for n in range(len(terms)) if f'"{TERM_LINK}{n}"' in html]
        # the text itself is read as text; its name is how it begins
        self.setAccessibleName(self._document.firstBlock().text()[:LONGEST_NAME])
        self.setAccessibleDescription("; ".join(f"{meaning.term}: {meaning.means}" for meaning in used))
        # a text without a link is no place to stop at with Tab
        linked = "<a " in html
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if linked else Qt.FocusPolicy.ClickFocus)
        self.updateGeometry()

    def mark(self, words: tuple[str, ...]) -> None:
        """Marks what begins with one of the words."""
        self._marked = words
        self.setExtraSelections([self._selection(place) for place in self._document.places(words)])

    def first_mark(self) -> QPoint | None:
        """Where the first mark stands."""
        marks = self.extraSelections()
        return self.cursorRect(marks[0].cursor).center() if marks else None

    def restyle(self) -> None:
        """Lays the text out again in the theme's present type."""
        palette, tokens = self.palette(), self._theme.tokens
        palette.setColor(QPalette.ColorRole.Text, tokens.ink)
        palette.setColor(QPalette.ColorRole.Highlight, tokens.ink)
        palette.setColor(QPalette.ColorRole.HighlightedText, tokens.on_ink)
        self.setPalette(palette)
        # the field gives its document its own font whenever that changes
        self.setFont(self._theme.font(self._role))
        self._document.restyle()
        self.mark(self._marked)
        self.setMaximumWidth(self._theme.metrics.reading_width)
        self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._document.height_at(min(width, self.maximumWidth()))

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.metrics.reading_width
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        # how high it must be depends on the width alone, which layouts ask for
        return QSize(self._theme.px(160), self._theme.type.line(self._role))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._document.paint_code_grounds(painter)
        painter.end()
        super().paintEvent(event)

    @override
    def doSetSource(self, name: QUrl | str, type: QTextDocument.ResourceType = UNKNOWN) -> None:
        """Follows nothing by itself."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PASSED_ON:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        moved = super().focusNextPrevChild(next)
        if moved and self.hasFocus() and self.textCursor().hasSelection():
            where = self.cursorRect()
            self.reached.emit(where.center())
            self._tell(self.textCursor().charFormat().anchorHref(), where.bottomLeft())
        return moved

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(self.anchorAt(event.pos()), event.pos())
            return True
        return super().event(event)

    def _selection(self, place: QTextCursor) -> QTextEdit.ExtraSelection:
        tokens, found = self._theme.tokens, QTextEdit.ExtraSelection()
        found.cursor = place
        found.format.setBackground(tokens.press)
        found.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        found.format.setUnderlineColor(tokens.ink)
        return found

    def _tell(self, href: str, where: QPoint) -> None:
        """The meaning of a term, or the address of a link, beside it."""
        meaning = self._meaning(href)
        words = meaning.means if meaning else href
        if words:
            QToolTip.showText(self.viewport().mapToGlobal(where), plain_tip(words), self)
        else:
            QToolTip.hideText()

    def _meaning(self, href: str) -> Meaning | None:
        number = href.removeprefix(TERM_LINK)
        return self._terms[int(number)] if href.startswith(TERM_LINK) and number.isdecimal() else None

    def _follow(self, url: QUrl) -> None:
        meaning = self._meaning(url.toString())
        if meaning is not None:
            self.explained.emit(meaning.term)
        else:
            self.opened.emit(url.toString())
