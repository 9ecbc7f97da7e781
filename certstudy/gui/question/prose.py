"""Running text of a question: sanitised HTML in a role, as high as its width makes it."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.ink_document import InkDocument
from certstudy.gui.widgets.wrapping import Policy, height_follows_width


class Prose(QLabel):
    """`show_html(html, name)`: what is drawn, and the same without marks for a screen reader.

    A label only for its role in the accessibility tree; the text is drawn from the document. On a `ground`, a colour
    of the theme that is known to lie behind it, it is drawn once and kept.
    """

    def __init__(
        self,
        theme: Theme,
        role: Role,
        ink: str = "ink",
        narrow: bool = True,
        ground: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._theme, self._role, self._ink, self._html = theme, role, ink, ""
        self._narrow = narrow
        self.hide()
        self._document = InkDocument(theme, role, self)
        height_follows_width(self, down=Policy.Minimum)
        theme.changed.connect(self.restyle)

    def show_html(self, html: str, name: str = "") -> None:
        """Renders the text; an empty one takes no room."""
        if html == self._html:
            return
        self._html = html
        self.setVisible(bool(html))
        self._document.set_html(html, self._role, self._ink)
        self.setAccessibleName(name or self._document.toPlainText())
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: str) -> None:
        """Another ink of the theme."""
        if ink != self._ink:
            self._ink = ink
            self._document.set_html(self._html, self._role, ink)
            self.update()

    def restyle(self) -> None:
        """Lays the text out again in the theme's present type."""
        self._document.restyle()
        self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        return self._document.height_at(self._column(width))

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.metrics.reading_width
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = max(self.width(), self._theme.px(160))
        return QSize(self._theme.px(160), self.heightForWidth(width))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = QPainter(self), self._column(self.width())
        if self._ground:
            painter.drawPixmap(QPointF(0, 0), self._picture(width))
        else:
            self._document.paint(painter, QPointF(0, 0), width)

    def _picture(self, width: float) -> QPixmap:
        ground = self._theme.tokens.named(self._ground)
        return self._document.picture(width, ground, self.devicePixelRatioF())

    def _column(self, width: int) -> float:
        return min(width, self._theme.metrics.reading_width) if self._narrow else width
