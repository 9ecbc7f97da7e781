"""Where one types what to look for, with the count of hits at the right."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.widgets.painting import RIGHT, text, width_of
from certstudy.present.words import _


class SearchField(QLineEdit):
    """Escape clears; `show_count` writes beside the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._count = theme, ""
        self.setPlaceholderText(_("Search questions, options and explanations"))
        self.setAccessibleName(_("Search the library"))
        self.setToolTip(_("Search (/)"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_count(self, words: str) -> None:
        """How many were found."""
        self._count = words
        self.setAccessibleDescription(words)
        self.restyle()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self.setMinimumHeight(px(36))
        self.setMinimumWidth(px(180))
        self.setTextMargins(px(26), 0, int(width_of(self._theme.font(Role.CAPTION), self._count)) + px(10), 0)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        square = QRectF(px(11), (self.height() - px(16)) / 2, px(16), px(16))
        paint_icon(painter, "search", square, theme.tokens.ink2)
        room = QRectF(0, 0, self.width() - px(12), self.height())
        text(painter, room, self._count, theme.font(Role.CAPTION), theme.tokens.ink3, RIGHT)
