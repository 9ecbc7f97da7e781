"""The strip that takes the rail's place where the window is narrow or the text large."""

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from certstudy.gui.override import override
from certstudy.gui.rail import destinations
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.button import Button
from certstudy.present.words import _


class MenuStrip(QWidget):
    """One button that opens the screens as a menu; `chosen(name)` when one is picked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.button = Button(theme, _("Menu"), "quiet", icon="menu")
        self.button.clicked.connect(self._open)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.button)
        self._layout.addStretch(1)
        self.hide()
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._layout.setContentsMargins(px(12), px(4), px(12), px(4))

    def menu(self) -> QMenu:
        """The screens as a menu."""
        made = QMenu(self)
        for to in destinations():
            action = made.addAction(self._theme.icon(to.icon), to.title)
            action.triggered.connect(lambda _on=False, name=to.name: self.chosen.emit(name))
        return made

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(self.rect(), tokens.rail)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
