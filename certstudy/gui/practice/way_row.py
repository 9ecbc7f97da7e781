"""One way of practising to choose: its title, what it holds, how many questions there are."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.painting import LEFT, RIGHT, box, text
from certstudy.gui.widgets.ring import Ringed
from certstudy.present.practice_setup import WayView


class WayRow(Ringed, QRadioButton):
    """A row of a choice; one that is off says why instead of what it holds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.view: WayView | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_way(self, view: WayView) -> None:
        """Renders the way."""
        self.view = view
        self.setEnabled(not view.off)
        self.setAccessibleName(f"{view.title}, {view.count}")
        self.setAccessibleDescription(view.off or view.detail)
        self.update()

    @override
    def ring_radius(self) -> float:
        return self.theme.metrics.radius_row

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(280), self.theme.px(56))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.view is None:
            return
        painter, px, tokens = QPainter(self), self.theme.px, self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()), self.theme.metrics.radius_row
        if self.isChecked():
            box(painter, rect, radius, tokens.surface, tokens.ink, 2)
        else:
            ground = tokens.hover if self.underMouse() and self.isEnabled() else tokens.surface
            box(painter, rect, radius, ground, tokens.line)
        ink = tokens.ink if self.isEnabled() else tokens.ink3
        words = rect.adjusted(px(16), px(8), -px(16), -px(8))
        upper = QRectF(words.left(), words.top(), words.width(), words.height() / 2)
        text(painter, upper, self.view.title, self.theme.font(Role.CONTROL), ink, LEFT)
        text(painter, upper, self.view.count, self.theme.font(Role.FIGURE), ink, RIGHT)
        lower = upper.translated(0, words.height() / 2)
        caption = self.theme.font(Role.CAPTION)
        painter.setFont(caption)
        detail = painter.fontMetrics().elidedText(
            self.view.off or self.view.detail, Qt.TextElideMode.ElideRight, int(lower.width())
        )
        text(painter, lower, detail, caption, tokens.ink3, LEFT)
