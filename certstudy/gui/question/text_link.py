"""A link, as a rule to a page outside: an icon, the underlined title, and a remark; as high as its text needs."""

from html import escape

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.ink_document import InkDocument
from certstudy.gui.widgets.painting import LEFT, text
from certstudy.gui.widgets.ring import Ringed
from certstudy.gui.widgets.wrapping import Policy, height_follows_width

ICON, GAP = 15, 8


class TextLink(Ringed, QAbstractButton):
    """`clicked` when it is to be opened; on a `ground`, a colour of the theme, the title is drawn once and kept."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        note: str = "",
        ground: str = "",
        icon: str = "external-link",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._note, self._ground, self._icon_name = theme, note, ground, icon
        self._document = InkDocument(theme, Role.BODY, self)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        height_follows_width(self, Policy.Ignored, Policy.Minimum)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Lays the title out in the theme's present type."""
        self._document.set_html(f"<u>{escape(self.text())}</u>", Role.BODY, "ink")
        self._document.restyle()
        self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        note = self.theme.type.line(Role.CAPTION) if self._note else 0
        return self._document.height_at(max(40, width - self._left())) + note + self.theme.px(4)

    @override
    def sizeHint(self) -> QSize:
        width = max(self.width(), self.theme.px(280))
        return QSize(width, self.heightForWidth(width))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, tokens = QPainter(self), self.theme.px, self.theme.tokens
        size, line = px(ICON), self.theme.type.line(Role.BODY)
        paint_icon(painter, self._icon_name, QRectF(0, (line - size) / 2, size, size), tokens.ink2)
        width = max(40, self.width() - self._left())
        height = self._document.height_at(width)
        if self._ground:
            painter.drawPixmap(QPointF(self._left(), 0), self._picture(width))
        else:
            self._document.paint(painter, QPointF(self._left(), 0), width)
        if self._note:
            below = QRectF(self._left(), height, self.width(), self.theme.type.line(Role.CAPTION))
            text(painter, below, self._note, self.theme.font(Role.CAPTION), tokens.ink3, LEFT)

    def _picture(self, width: int) -> QPixmap:
        ground = self.theme.tokens.named(self._ground)
        return self._document.picture(width, ground, self.devicePixelRatioF())

    def _left(self) -> int:
        return self.theme.px(ICON + GAP)
