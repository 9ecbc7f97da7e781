"""The exhibits of a question: files and tables, one at a time when there are several."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from certstudy.gui.question.code_view import CodeView
from certstudy.gui.question.prose import Prose
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.segmented import Segmented
from certstudy.present.question import ExhibitView


class TextExhibit(Card):
    """A titled table or text."""

    def __init__(self, theme: Theme, view: ExhibitView) -> None:
        super().__init__(theme, view.title)
        prose = Prose(theme, Role.OPTION, narrow=False)
        prose.show_html(view.html)
        self.body.addWidget(prose)


class Exhibits(QWidget):
    """`show_exhibits(views)` renders them; with more than one a switch above names them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
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
        self._views = views
        while (page := self._stack.widget(0)) is not None:
            self._stack.removeWidget(page)
            page.deleteLater()
        for view in views:
            self._stack.addWidget(self._page(view))
        self._show_switch(views)
        self.setVisible(bool(views))

    def next(self) -> None:
        """The next exhibit, after the last the first."""
        if len(self._views) > 1:
            self._go((self._stack.currentIndex() + 1) % len(self._views))

    def _page(self, view: ExhibitView) -> QWidget:
        if view.code:
            code = CodeView(self._theme)
            code.show_file(view.title, view.code, view.spans)
            return code
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = TextExhibit(self._theme, view)
        area.setWidget(card)
        area.setMinimumHeight(self._theme.px(120))
        return area

    def _show_switch(self, views: tuple[ExhibitView, ...]) -> None:
        if self._switch is not None:
            self._column.removeWidget(self._switch)
            self._switch.deleteLater()
            self._switch = None
        if len(views) > 1:
            self._switch = Segmented(self._theme, tuple((str(i), v.title) for i, v in enumerate(views)))
            self._switch.set_value("0")
            self._switch.picked.connect(lambda index: self._go(int(index)))
            self._column.insertWidget(0, self._switch)

    def _go(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        if self._switch is not None:
            self._switch.set_value(str(index))
