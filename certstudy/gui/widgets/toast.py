"""A passing word at the bottom left of the page; never the only place of a fact."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.motion import TOAST, glide
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.announce import announce
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.painting import box

SHOWN_MS = 6000


class Toast(QFrame):
    """A child of the window; `say` shows it above everything, it goes by itself and waits under the pointer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = Label(theme, "", Role.CONTROL, "on_ink")
        self._button = Button(theme, "", size="small")
        self._act: Callable[[], None] | None = None
        self._corner = QPoint(0, 0)
        self._button.clicked.connect(self._press)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._words)
        self._layout.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, words: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Shows the words, with one action if there is one."""
        px = self._theme.px
        self._words.setText(words)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._act = act
        self._layout.setContentsMargins(px(16), px(6), px(6 if action else 16), px(6))
        self._layout.setSpacing(px(16))
        self.setMinimumHeight(px(40))
        self.adjustSize()
        self.show()
        self.raise_()
        glide(self, self._theme.duration(TOAST), self._rise)
        announce(self, words)
        self._timer.start(SHOWN_MS)

    def place(self, left: int, bottom: int) -> None:
        """Its lower left corner in the window."""
        self._corner = QPoint(left, bottom)
        self._rise(1.0)

    def _rise(self, part: float) -> None:
        below = round((1.0 - part) * self._theme.px(12))
        self.move(self._corner.x(), self._corner.y() - self.height() + below)

    def _press(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start(SHOWN_MS)
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), self._theme.metrics.radius_control, self._theme.tokens.ink)
