"""A picture that can be enlarged; once larger than its place it scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.question.picture_view import LARGEST_ZOOM, PictureView
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.wrapping import height_follows_width
from certstudy.present.words import _

ZOOM_STEP = 1.4
# a flat picture that is enlarged grows down to here before it scrolls
HIGHEST = 420


class ZoomPicture(QWidget):
    """`view` is the picture. With `whole` its place is as high as the picture, else as high as there is room."""

    def __init__(self, theme: Theme, pictures: Pictures, whole: bool = False) -> None:
        super().__init__()
        self.view = PictureView(theme, pictures)
        self._place = _Place(theme, self.view, whole)
        tools = QHBoxLayout()
        tools.addStretch(1)
        for icon, words, factor in (
            ("zoom-out", _("Smaller"), 1 / ZOOM_STEP),
            ("zoom-in", _("Larger"), ZOOM_STEP),
        ):
            button = Button(theme, "", "quiet", "small", icon=icon)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(lambda _on=False, factor=factor: self._zoom(factor))
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self._place, 1)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scrolls to a part that lies over the picture."""
        self._place.ensureWidgetVisible(part)

    def _zoom(self, factor: float) -> None:
        self.view.zoom = min(LARGEST_ZOOM, max(1.0, self.view.zoom * factor))
        for part in (self.view, self._place):
            part.updateGeometry()
        self._place.fit()


class _Place(QScrollArea):
    """Where the picture lies."""

    def __init__(self, theme: Theme, view: PictureView, whole: bool) -> None:
        super().__init__()
        self._theme, self._view, self._whole = theme, view, whole
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if whole:
            height_follows_width(self)
        self.setWidget(view)
        self.fit()
        # the area has just switched it on
        view.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def fit(self) -> None:
        """Gives the picture the width that its zoom asks for here."""
        fits = self._whole and self._view.zoom == 1.0
        bars = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(bars)
        self.setVerticalScrollBarPolicy(bars)
        self._view.fit(self.width())

    @override
    def heightForWidth(self, width: int) -> int:
        whole = self._view.whole_height(width)
        enlarged = round(whole * self._view.zoom) + self.horizontalScrollBar().sizeHint().height()
        return max(whole, min(enlarged, self._theme.px(HIGHEST))) if self._view.zoom > 1.0 else whole

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
