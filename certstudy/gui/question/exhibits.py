"""The exhibits of a question, or the pages of its case study: one at a time when there are several."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from certstudy.core.picture import Picture
from certstudy.gui.override import override
from certstudy.gui.question.code_view import CodeView
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.question.prose import Prose
from certstudy.gui.question.zoom_picture import ZoomPicture
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.fitting_area import FittingArea
from certstudy.gui.widgets.segmented import Segmented
from certstudy.present.question import ExhibitView


class TextExhibit(Card):
    """A titled table or text."""

    def __init__(self, theme: Theme, view: ExhibitView) -> None:
        super().__init__(theme, view.title)
        prose = Prose(theme, Role.OPTION, narrow=False)
        prose.show_html(view.html)
        self.body.addWidget(prose)
        self.body.addStretch(1)


class PictureExhibit(Card):
    """A titled picture that can be enlarged."""

    def __init__(self, theme: Theme, pictures: Pictures, title: str, picture: Picture) -> None:
        super().__init__(theme, title)
        self.picture = ZoomPicture(theme, pictures)
        self.picture.view.show_picture(picture)
        self.body.addWidget(self.picture, 1)


class TextPage(FittingArea):
    """A text as high as its width makes it; where there is less room it scrolls."""

    def __init__(self, theme: Theme, text: QWidget) -> None:
        super().__init__(text)
        self._theme = theme
        # what lies around a card's corners is the ground it stands on
        for ground in (self.viewport(), text):
            ground.setAutoFillBackground(False)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        # the pages not on top of the stack have no width of their own yet
        place = self.parentWidget() or self
        return QSize(self._theme.px(480), self.content.heightForWidth(place.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(120))


class Exhibits(QWidget):
    """`show_exhibits(views)` renders them; with more than one a switch above names them.

    `text_page(theme, view)` makes the page of a text; `texts` are those shown now.
    """

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        text_page: Callable[[Theme, ExhibitView], QWidget] = TextExhibit,
    ) -> None:
        super().__init__()
        self._theme, self._pictures, self._text_page = theme, pictures, text_page
        self.texts: tuple[QWidget, ...] = ()
        self._views: tuple[ExhibitView, ...] = ()
        self._switch: Segmented | None = None
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self._stack)
        self._column.addStretch(1)

    def show_exhibits(self, views: tuple[ExhibitView, ...]) -> None:
        """Renders the exhibits of one question; showing the same ones again keeps the place."""
        if views == self._views:
            return
        self._views, self.texts = views, ()
        while (page := self._stack.widget(0)) is not None:
            self._stack.removeWidget(page)
            page.deleteLater()
        for view in views:
            self._stack.addWidget(self._page(view))
        self._show_switch(views)
        self.setVisible(bool(views))

    def fill(self) -> None:
        """Takes all the height there is, as beside the questions of an exam."""
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._column.setStretch(self._column.indexOf(self._stack), 1)
        self._column.setStretch(self._column.count() - 1, 0)

    def next(self) -> None:
        """The next exhibit, after the last the first."""
        if len(self._views) > 1:
            self._go((self._stack.currentIndex() + 1) % len(self._views))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack.updateGeometry()

    def _page(self, view: ExhibitView) -> QWidget:
        if view.code:
            code = CodeView(self._theme)
            code.show_file(view.title, view.code, view.spans)
            return code
        if view.picture is not None:
            return PictureExhibit(self._theme, self._pictures, view.title, view.picture)
        text = self._text_page(self._theme, view)
        self.texts = (*self.texts, text)
        return TextPage(self._theme, text)

    def _show_switch(self, views: tuple[ExhibitView, ...]) -> None:
        if self._switch is not None:
            self._column.removeWidget(self._switch)
            self._switch.deleteLater()
            self._switch = None
        if len(views) > 1:
            titles = tuple((str(i), v.title) for i, v in enumerate(views))
            self._switch = Segmented(self._theme, titles, wrapping=True)
            self._switch.set_value("0")
            self._switch.picked.connect(lambda index: self._go(int(index)))
            self._column.insertWidget(0, self._switch)

    def _go(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        if self._switch is not None:
            self._switch.set_value(str(index))
