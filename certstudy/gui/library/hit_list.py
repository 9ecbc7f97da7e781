"""The list of hits with the keys that work on it below; an empty state where nothing is found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from certstudy.gui.library.found_model import FoundModel
from certstudy.gui.library.row_delegate import RowDelegate
from certstudy.gui.override import override
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.empty_state import EmptyState
from certstudy.gui.widgets.key_hint import KeyHint
from certstudy.gui.widgets.line import Line
from certstudy.present.empty import EmptyView
from certstudy.present.words import _

BATCH = 400


class Rows(QListView):
    """Tells `opened` for Enter and click."""

    opened = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class HitList(QWidget):
    """`moved` when another row is current, `opened` for Enter, `entered` for a click, `cleared`."""

    moved = Signal()
    opened = Signal()
    entered = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme, model: FoundModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self.rows = Rows()
        self._delegate = RowDelegate(theme, model, self)
        self.rows.setItemDelegate(self._delegate)
        self.rows.setModel(model)
        self.rows.setUniformItemSizes(True)
        self.rows.setLayoutMode(QListView.LayoutMode.Batched)
        self.rows.setMouseTracking(True)
        self.rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setAccessibleName(_("Questions"))
        self.empty = EmptyState(theme, "")
        self._stack = QStackedWidget()
        self._holder = QWidget()
        self._around = QVBoxLayout(self._holder)
        self._around.addWidget(self.empty)
        self._around.addStretch(1)
        self._keys = QWidget()
        self._foot = QHBoxLayout(self._keys)
        self._lay_out()
        self.rows.selectionModel().currentChanged.connect(lambda _now, _before: self.moved.emit())
        self.rows.opened.connect(self.opened)
        self.rows.clicked.connect(lambda _index: self.entered.emit())
        self.empty.acted.connect(self.cleared)
        theme.changed.connect(self.restyle)
        self.restyle()

    def choose(self, question_id: str) -> None:
        """Makes a question's row current without saying so, or the first when it is not among the hits."""
        index = self._model.index_of(question_id)
        if not index.isValid() and self._model.ids:
            index = self._model.index(0)
        if index != self.rows.currentIndex() or not self.rows.selectionModel().isSelected(index):
            # rows are laid out in batches while the list is already shown; this one must lie in the first
            self.rows.setBatchSize(max(0, index.row()) + BATCH)
            self.blockSignals(True)
            self.rows.setCurrentIndex(index)
            self.blockSignals(False)

    @property
    def current(self) -> str:
        """The question of the current row, "" when there is none."""
        return self._model.question_id(self.rows.currentIndex())

    def show_empty(self, view: EmptyView | None) -> None:
        """Shows what stands where nothing is found, or the rows."""
        if view is not None:
            self.empty.show_text(view.words, view.detail, view.action)
        self._stack.setCurrentIndex(0 if view is None else 1)

    def show_keys(self, shown: bool) -> None:
        """Whether the keys are explained below the list; they go where room is short."""
        self._keys.setVisible(shown)

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._around.setContentsMargins(px(20), px(20), px(20), px(20))
        self._foot.setContentsMargins(px(28), px(8), px(14), px(8))
        self._foot.setSpacing(px(14))
        self.rows.scheduleDelayedItemsLayout()

    def _lay_out(self) -> None:
        theme = self._theme
        self._stack.addWidget(self.rows)
        # it is higher than the rows have to be, and must not take their room while it is hidden
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._holder)
        for ground in (scroll.viewport(), self._holder):
            ground.setAutoFillBackground(False)
        self._stack.addWidget(scroll)
        for hint in (
            KeyHint(theme, ("Up", "Down"), _("move")),
            KeyHint(theme, ("Enter",), _("answer")),
            KeyHint(theme, ("M",), _("flag")),
            KeyHint(theme, ("/",), _("search")),
        ):
            self._foot.addWidget(hint)
        self._foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(Line(theme))
        column.addWidget(self._keys)
