"""A question beside a note: where it stands, how it asks, how hard it is; pressing it opens it in the library."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from certstudy.gui.library.row_delegate import GLYPHS
from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.widgets.painting import LEFT, RIGHT, box, elided, text, width_of
from certstudy.gui.widgets.ring import Ringed
from certstudy.present.notes import QuestionLine

ROW = 34


class QuestionButton(Ringed, QAbstractButton):
    """One line; `clicked` opens the question."""

    def __init__(self, theme: Theme, line: QuestionLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.line = theme, line
        self.setText(line.row.headline)
        self.setAccessibleName(line.row.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(280), self.theme.px(ROW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.theme, self.theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, tokens, row = QRectF(self.rect()), theme.tokens, self.line.row
        if self.underMouse():
            box(painter, rect, theme.metrics.radius_control, tokens.hover)
        icon, ink = GLYPHS[row.standing]
        size = px(16)
        square = QRectF(px(4), (rect.height() - size) / 2, size, size)
        paint_icon(painter, icon, square, tokens.named(ink))
        caption, body = theme.font(Role.CAPTION), theme.font(Role.BODY)
        text(painter, rect.adjusted(0, 0, -px(6), 0), row.difficulty, caption, tokens.ink3, RIGHT)
        left = px(30)
        room = rect.width() - left - width_of(caption, row.difficulty) - px(20)
        place = QRectF(left, 0, room, rect.height())
        text(painter, place, elided(body, row.headline, room), body, tokens.ink, LEFT)
