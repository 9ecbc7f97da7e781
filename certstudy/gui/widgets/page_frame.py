"""What every page stands in: a title, room for actions beside it, and a body that scrolls and is never too wide."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.label import Label


class PageFrame(QScrollArea):
    """PageFrame(theme, "Progress", "..."): add cards to `body`, buttons to `beside`.

    The content is at most the design's page width and stays at the left; the page scrolls when it is higher.
    """

    def __init__(self, theme: Theme, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._room = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = Label(theme, title, Role.TITLE, wrap=True)
        self.subtitle = Label(theme, subtitle, Role.BODY, "ink3", wrap=True)
        self.beside = QHBoxLayout()
        self.body = QVBoxLayout()
        self._content = QWidget()
        self._margins = QVBoxLayout(self._content)
        self._head = QHBoxLayout()
        self._lay_out()
        self.setWidget(self._content)
        self.show_title(title, subtitle)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_title(self, title: str, subtitle: str = "") -> None:
        """Another title and the line below it."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        metrics = self._theme.metrics
        side = metrics.page_margin
        self._margins.setContentsMargins(side, self._theme.px(22), side, self._theme.px(24))
        self._margins.setSpacing(self._theme.px(14))
        self.body.setSpacing(metrics.card_gap)
        self.beside.setSpacing(self._theme.px(8))
        self._head.setSpacing(metrics.card_gap)
        self._limit_width()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._head.addLayout(words, 1)
        self._head.addLayout(self.beside)
        self._margins.addLayout(self._head)
        self._margins.addLayout(self.body, 1)
        self._content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _limit_width(self) -> None:
        """Leaves the rest of a wide window empty at the right."""
        metrics = self._theme.metrics
        spare = self._room - 2 * metrics.page_margin - metrics.page_width
        margins = self._margins.contentsMargins()
        margins.setRight(metrics.page_margin + max(0, spare))
        self._margins.setContentsMargins(margins)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # the event tells the viewport's size; asking for the viewport itself costs the first paint 14 ms
        self._room = event.size().width()
        self._limit_width()
