"""A text of the exam room that can be selected and highlighted, by mouse or by keyboard."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from certstudy.core.record import Highlight
from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.ink_document import InkDocument
from certstudy.present.words import ngettext

# beside a question there is little room for a table
BETWEEN = 8


class StemText(QTextEdit):
    """`show_html(html)`, `show_highlights(all of the question)`; `name` tells its own highlights from others."""

    def __init__(self, theme: Theme, role: Role, name: str) -> None:
        super().__init__()
        self._theme, self._role, self.name, self._html = theme, role, name, ""
        self._marks: tuple[Highlight, ...] = ()
        # the field lays its own text out at its own width, so heights at other widths need a text of their own
        self._text, self._measured = (InkDocument(theme, role, self, between=BETWEEN) for _ in range(2))
        self.setDocument(self._text)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for off in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)
        self.restyle()
        self.hide()

    def show_html(self, html: str) -> None:
        """Renders the text; an empty one takes no room."""
        self.setVisible(bool(html))
        if html == self._html:
            return
        self._html = html
        self._text.set_html(html, self._role)
        self._measured.set_html(html, self._role)
        self._wrap()
        self.setAccessibleName(self.toPlainText())
        self.updateGeometry()

    def show_highlights(self, marks: tuple[Highlight, ...]) -> None:
        """Renders those of the highlights that are in this text."""
        self._marks = tuple(mark for mark in marks if mark[0] == self.name)
        room, drawn = self._theme.tokens.room, []
        for _name, start, end in self._marks:
            one = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(room.chosen)
            look.setForeground(room.text)
            look.setFontUnderline(True)
            cursor = QTextCursor(self._text)
            longest = self._text.characterCount() - 1
            cursor.setPosition(min(start, longest))
            cursor.setPosition(min(end, longest), QTextCursor.MoveMode.KeepAnchor)
            one.cursor, one.format = cursor, look
            drawn.append(one)
        self.setExtraSelections(drawn)
        count = len(self._marks)
        words = ngettext("{n} highlight", "{n} highlights", count).format(n=count)
        self.setAccessibleDescription(words if count else "")

    def selection(self) -> Highlight | None:
        """The stretch selected just now, None if there is none."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return (self.name, cursor.selectionStart(), cursor.selectionEnd())

    def deselect(self) -> None:
        """Selects nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def restyle(self) -> None:
        """Takes type and inks from the theme again."""
        room, palette = self._theme.tokens.room, self.palette()
        palette.setColor(QPalette.ColorRole.Text, room.text)
        palette.setColor(QPalette.ColorRole.Base, room.page)
        self.setPalette(palette)
        # the field gives its document its own font whenever that changes
        self.setFont(self._theme.font(self._role))
        self._text.restyle()
        self._measured.restyle()
        self._wrap()
        self.show_highlights(self._marks)
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._text.paint_code_grounds(painter)
        painter.end()
        super().paintEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._wrap()
        super().resizeEvent(event)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._measured.height_at(float(width))

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.metrics.reading_width
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = max(self.width(), self._theme.px(160))
        return QSize(self._theme.px(160), self.heightForWidth(width))

    def _wrap(self) -> None:
        """Lines end where they end in the text that is measured."""
        mode = self._measured.wrap_mode_at(float(self.width()))
        if mode is not self.wordWrapMode():
            self.setWordWrapMode(mode)


def toggled_mark(marks: tuple[Highlight, ...], selected: Highlight) -> tuple[Highlight, ...]:
    """The highlights after one more; a stretch inside a highlight takes that one away."""
    name, start, end = selected
    around = [m for m in marks if m[0] == name and m[1] <= start and end <= m[2]]
    if around:
        return tuple(m for m in marks if m not in around)
    apart = [m for m in marks if m[0] != name or m[2] < start or end < m[1]]
    touched = [m for m in marks if m not in apart]
    first = min([start, *(m[1] for m in touched)])
    last = max([end, *(m[2] for m in touched)])
    return tuple(sorted((*apart, (name, first, last))))
