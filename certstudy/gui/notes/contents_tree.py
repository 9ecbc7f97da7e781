"""What there is to read, as a tree: areas, groups and objectives with their progress, or a list of terms or hits."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from certstudy.core.note import Page
from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.metrics import RING_STROKE
from certstudy.gui.widgets.area_code import HEIGHT, WIDTH, paint_area_code
from certstudy.gui.widgets.painting import LEFT, RIGHT, box, elided, text, width_of
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.chart import AreaTag
from certstudy.present.notes import ContentsNode

ROW = 30
NODE = Qt.ItemDataRole.UserRole


class ContentsDelegate(QStyledItemDelegate):
    """Titles of what can be read in ink, the others fainter; the progress at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(ROW))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        node = index.data(NODE)
        assert isinstance(node, ContentsNode)
        theme, px, tokens = self._theme, self._theme.px, self._theme.tokens
        rect, state = QRectF(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.press)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tokens.hover)
        if state & QStyle.StateFlag.State_HasFocus:
            ring = rect.adjusted(1, 2, -2, -2)
            box(painter, ring, theme.metrics.radius_tile, None, tokens.ink, RING_STROKE)
        left, right = rect.left() + px(6), rect.right() - px(14)
        if not node.code and not node.parts and not index.parent().isValid():
            left += px(16)
        if node.code:
            badge = QRectF(left, rect.center().y() - px(HEIGHT) / 2, px(WIDTH), px(HEIGHT))
            paint_area_code(painter, theme, badge, AreaTag(node.slot, node.code, ""))
            left += px(WIDTH + 8)
        caption = theme.font(Role.CAPTION)
        text(painter, rect.adjusted(0, 0, -px(14), 0), node.progress, caption, tokens.ink3, RIGHT)
        if node.progress:
            right -= width_of(caption, node.progress) + px(8)
        font = theme.font(Role.CONTROL if node.code else Role.LABEL if node.parts else Role.BODY)
        ink = tokens.ink if node.page or node.code else tokens.ink2 if node.parts else tokens.ink3
        place = QRectF(left, rect.top(), right - left, rect.height())
        text(painter, place, elided(font, node.title, place.width()), font, ink, LEFT)
        painter.restore()


class ContentsTree(QTreeWidget):
    """`show_nodes(nodes)`; `chosen(node)` when another line is current, `opened` for Enter and click."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[ContentsNode, ...] = ()
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(ContentsDelegate(theme, self))
        self.currentItemChanged.connect(self._tell)
        self.setExpandsOnDoubleClick(False)
        self.itemClicked.connect(lambda item, _column: self._open(item))
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_nodes(self, nodes: tuple[ContentsNode, ...], expanded: bool = False) -> None:
        """Renders other lines; the same branches stay open and the same line current, without saying so."""
        if nodes == self._shown:
            return
        open_ = {node.id for item, node in self._walk() if item.isExpanded()}
        current = self.current
        self._shown = nodes
        self.blockSignals(True)
        self.clear()
        self.setRootIsDecorated(any(node.parts for node in nodes))
        for node in nodes:
            self._add(node, self.invisibleRootItem())
        for item, node in list(self._walk()):
            item.setExpanded(expanded or node.id in open_)
        self.blockSignals(False)
        if current is not None and current.page is not None:
            self.choose(current.page)

    @property
    def current(self) -> ContentsNode | None:
        """The current line."""
        item = self.currentItem()
        return None if item is None else _node(item)

    def choose(self, page: Page) -> bool:
        """Makes a page's line current without saying so; False if there is none."""
        found = next((item for item, node in self._walk() if node.page == page), None)
        if found is None:
            return False
        self.blockSignals(True)
        self._reveal(found)
        self.blockSignals(False)
        return True

    def first(self) -> ContentsNode | None:
        """Makes the first line that can be read current and returns it."""
        found = next(((item, node) for item, node in self._walk() if node.page is not None), None)
        if found is None:
            return None
        self.blockSignals(True)
        self._reveal(found[0])
        self.blockSignals(False)
        return found[1]

    def restyle(self) -> None:
        """Takes font and indentation from the theme again."""
        self.setFont(self._theme.font(Role.BODY))
        self.setIndentation(self._theme.px(16))
        self.scheduleDelayedItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        item = self.currentItem()
        if item is not None:
            self.scrollToItem(item)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(item)
        else:
            super().keyPressEvent(event)

    def _reveal(self, item: QTreeWidgetItem) -> None:
        parent = item.parent()
        while parent is not None:
            parent.setExpanded(True)
            parent = parent.parent()
        self.setCurrentItem(item)
        seen = self.viewport().rect().contains(self.visualItemRect(item))
        if not seen:
            self.scrollToItem(item, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _add(self, node: ContentsNode, parent: QTreeWidgetItem) -> None:
        item = QTreeWidgetItem(parent, [node.title])
        item.setData(0, NODE, node)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, node.name)
        item.setToolTip(0, plain_tip(node.name))
        for part in node.parts:
            self._add(part, item)

    def _walk(self) -> Iterator[tuple[QTreeWidgetItem, ContentsNode]]:
        return _below([self.topLevelItem(n) for n in range(self.topLevelItemCount())])

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(_node(item))

    def _open(self, item: QTreeWidgetItem) -> None:
        if _node(item).parts:
            item.setExpanded(not item.isExpanded())
        else:
            self.opened.emit()


def _node(item: QTreeWidgetItem) -> ContentsNode:
    node = item.data(0, NODE)
    assert isinstance(node, ContentsNode)
    return node


def _below(items: Iterable[QTreeWidgetItem | None]) -> Iterator[tuple[QTreeWidgetItem, ContentsNode]]:
    for item in items:
        if item is not None:
            yield item, _node(item)
            yield from _below([item.child(n) for n in range(item.childCount())])
