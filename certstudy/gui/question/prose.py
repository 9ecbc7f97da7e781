"""Running text of a question: sanitised HTML in a role, as high as its width makes it."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.ink_document import InkDocument


class Prose(QLabel):
    """`show_html(html, name)`: what is drawn, and the same without marks for a screen reader.

    A label only for its role in the accessibility tree; the text is drawn from the document.
    """

    def __init__(
        self, theme: Theme, role: Role, ink: str = "ink", narrow: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._role, self._ink, self._html = theme, role, ink, ""
        self._narrow = narrow
        self.hide()
        self._document = InkDocument(theme, role, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
    def hasHeightForWidth(self) -> bool:
        return True

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
        self._document.paint(QPainter(self), QPointF(0, 0), self._column(self.width()))

    def _column(self, width: int) -> float:
        return min(width, self._theme.metrics.reading_width) if self._narrow else width
