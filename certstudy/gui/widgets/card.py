"""The surface that groups one subject: 1 px line, radius 10, no shadow, never a card in a card."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.painting import box

Ground = Literal["surface", "sunken", "right", "partly", "wrong"]


class Card(QFrame):
    """A frame with a vertical layout; `ground` "sunken" for quiet strips, a verdict for its tint."""

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        aside: str = "",
        ground: Ground = "surface",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._ground = theme, ground
        self.body = QVBoxLayout(self)
        self.body.setSpacing(0)
        self.title: Label | None = None
        self.aside: Label | None = None
        self.head = QHBoxLayout()
        if title:
            self._add_head(title, aside)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Takes its padding from the theme again."""
        side, top = self._theme.metrics.card_padding, self._theme.px(18)
        self.body.setContentsMargins(side, top, side, top)
        self.head.setSpacing(self._theme.px(12))
        self.update()

    def set_ground(self, ground: Ground) -> None:
        """Another ground."""
        self._ground = ground
        self.update()

    def _add_head(self, title: str, aside: str) -> None:
        self.title = Label(self._theme, title, Role.HEADING)
        self.aside = Label(self._theme, aside, Role.CAPTION, "ink3", wrap=True)
        self.aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self.title)
        self.head.addWidget(self.aside, 1)
        self.body.addLayout(self.head)
        self.body.addSpacing(self._theme.px(10))
        self.setAccessibleName(title)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.metrics.radius_card
        if self._ground in ("surface", "sunken"):
            box(painter, QRectF(self.rect()), radius, tokens.named(self._ground), tokens.line)
        else:
            box(painter, QRectF(self.rect()), self._theme.px(8), tokens.verdict(self._ground).tint)
