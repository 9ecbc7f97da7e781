"""A scroll area for content whose height follows from its width."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from certstudy.gui.override import override


class FittingArea(QScrollArea):
    """Scrolls up and down only, and has a scroll bar only where the content does not fit without one.

    One that comes when Qt needs it would stay where only its own width makes it necessary.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # what its parts needed at a width they had before must not make it higher
        content.setMinimumHeight(1)
        self.setWidget(content)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        policy = Qt.ScrollBarPolicy
        fits = self.content.heightForWidth(self.width()) <= self.height()
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAlwaysOn)
