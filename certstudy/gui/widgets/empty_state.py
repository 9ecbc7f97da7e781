"""What stands where nothing is yet: five empty seats, what gathers here, one button."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.painting import box

SEATS, SEAT_W, SEAT_H, PITCH = 5, 14, 16, 18


class EmptyState(QFrame):
    """EmptyState(theme, "No mistakes to repeat", "They gather here as you practise.", "Start today's session")."""

    acted = Signal()

    def __init__(
        self, theme: Theme, words: str, detail: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = QVBoxLayout(self)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.words = Label(theme, words, Role.CONTROL)
        self.detail = Label(theme, detail, Role.CAPTION, "ink3", wrap=True)
        self.detail.setAlignment(centre)
        self.button = Button(theme, action)
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self.acted)
        self._layout.addStretch(1)
        self._layout.addWidget(self.words, 0, centre)
        self._layout.addWidget(self.detail)
        self._layout.addSpacing(theme.px(6))
        self._layout.addWidget(self.button, 0, centre)
        self._layout.addStretch(1)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_text(self, words: str, detail: str = "", action: str = "") -> None:
        """Another emptiness."""
        self.words.setText(words)
        self.detail.setText(detail)
        self.button.setText(action)
        self.button.setVisible(bool(action))

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._layout.setContentsMargins(px(16), px(44), px(16), px(16))
        self._layout.setSpacing(px(4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), self._theme.metrics.radius_card, None, tokens.line2, 1, [3, 3])
        left = (self.width() - px(SEATS * PITCH - 4)) / 2
        top = self.words.y() - px(28)
        for index in range(SEATS):
            seat = QRectF(left + px(PITCH) * index, top, px(SEAT_W), px(SEAT_H))
            box(painter, seat, px(3), None, tokens.line2, 1, [2, 2])
