"""A message in the page, above the content: a fact, one action, one close."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.painting import box
from certstudy.gui.widgets.wrapping import Policy, height_follows_width
from certstudy.present.words import _

Tone = Literal["neutral", "warning"]


class Banner(QFrame):
    """Hidden until `show_message`; `acted` when its action is pressed, `closed` when it is dismissed."""

    acted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: Tone = "neutral"
        self._icon = IconView(theme, "info", "ink2")
        self._words = Label(theme, "", Role.CONTROL)
        self._detail = Label(theme, "", Role.BODY, "ink3")
        self.action = Button(theme, "", size="small")
        self.close_button = Button(theme, "", "quiet", "small", icon="x")
        self.close_button.setAccessibleName(_("Dismiss"))
        self.close_button.setToolTip(_("Dismiss"))
        self.action.clicked.connect(self.acted)
        self.close_button.clicked.connect(self._dismiss)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._icon)
        self._layout.addWidget(Flow(theme, (self._words, self._detail), 12), 1, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self.action)
        self._layout.addWidget(self.close_button)
        height_follows_width(self, down=Policy.Minimum)
        theme.changed.connect(self.restyle)
        self.restyle()
        self.hide()

    def show_message(
        self,
        words: str,
        detail: str = "",
        action: str = "",
        tone: Tone = "neutral",
        icon: str = "",
        closable: bool = True,
    ) -> None:
        """Shows one message; the page decides which is the gravest."""
        self._tone = tone
        warning = tone == "warning"
        self._icon.show_icon(
            icon or ("triangle-alert" if warning else "info"), "partly" if warning else "ink2"
        )
        self._words.setText(words)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.close_button.setVisible(closable)
        self.setAccessibleName(f"{words} {detail}".strip())
        self.show()
        self.update()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._layout.setContentsMargins(px(16), px(5), px(8), px(5))
        self._layout.setSpacing(px(12))
        self.setMinimumHeight(px(40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        warning = self._tone == "warning"
        fill = tokens.partly.tint if warning else tokens.sunken
        edge = tokens.partly.ink if warning else tokens.line
        box(painter, QRectF(self.rect()), self._theme.metrics.radius_row, fill, edge)

    def _dismiss(self) -> None:
        self.hide()
        self.closed.emit()
