"""A list and what is opened from it: side by side, or where there is no room for both, one in the other's place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.metrics import SIDE_COLUMN_FOLDS_BELOW
from certstudy.gui.theme.theme import Theme


class Beside(QSplitter):
    """Beside(theme, list, opened, 45, (300, 380)): the list's share in per cent, the least widths at 100 %.

    Where it is `narrow`, `enter` puts what is opened in the list's place and `leave` brings the list back. `turned`
    whenever it was arranged anew.
    """

    turned = Signal()

    def __init__(
        self, theme: Theme, contents: QWidget, opened: QWidget, share: int, least: tuple[int, int]
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme, self._contents, self._opened = theme, contents, opened
        self._share, self._least = share, least
        self._something_opened, self._entered, self._divided = True, False, False
        for place, (part, stretch) in enumerate(((contents, share), (opened, 100 - share))):
            self.addWidget(part)
            self.setStretchFactor(place, stretch)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        theme.changed.connect(self.restyle)
        self.restyle()

    @property
    def narrow(self) -> bool:
        """Whether there is no room for both."""
        return self.width() < self._theme.px(SIDE_COLUMN_FOLDS_BELOW)

    @property
    def inside(self) -> bool:
        """Whether what is opened stands in the list's place."""
        return self._entered and self.narrow

    def enter(self) -> None:
        """What is opened in the list's place, where it is narrow."""
        self._entered = self.narrow and self._something_opened
        self._arrange()

    def leave(self) -> None:
        """The list in its place again."""
        self._entered = False
        self._arrange()

    def show_opened(self, there: bool) -> None:
        """Whether there is something opened at all."""
        self._something_opened = there
        self._entered = self._entered and there
        self._arrange()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        for part, least in zip((self._contents, self._opened), self._least, strict=True):
            part.setMinimumWidth(self._theme.px(least))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._contents.setVisible(not self.inside)
        self._opened.setVisible(self._something_opened and (self.inside or not self.narrow))
        self._divide()
        self.turned.emit()

    def _divide(self) -> None:
        """The first time there is room for both, it is divided; from then on the learner drags the border."""
        if not self._divided and not self.narrow and self._opened.isVisible():
            self._divided = True
            self.setSizes([self.width() * part // 100 for part in (self._share, 100 - self._share)])
