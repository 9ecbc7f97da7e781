"""The official pages that carry a question's key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.links import LinkView


class LinkList(QWidget):
    """`show_links(links)`; `opened(url)` when one is pressed."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[LinkView, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))

    def show_links(self, links: tuple[LinkView, ...]) -> None:
        """Renders the links."""
        if links == self._shown:
            return
        self._shown = links
        empty(self._column)
        for link in links:
            self._column.addWidget(self._row(link))

    def _row(self, link: LinkView) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        button = Button(self._theme, link.title, "link", "small", icon="external-link")
        button.setToolTip(plain_tip(link.url))
        button.setAccessibleDescription(f"{link.url} {link.note}".strip())
        button.clicked.connect(lambda: self.opened.emit(link.url))
        row.addWidget(button)
        row.addWidget(Label(self._theme, link.note, Role.CAPTION, "ink3"))
        row.addStretch(1)
        return holder
