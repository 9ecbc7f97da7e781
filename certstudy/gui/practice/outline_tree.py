"""The outline as a tree of boxes: choose areas, groups or single objectives to focus on."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.metrics import RING_STROKE
from certstudy.gui.widgets.painting import box
from certstudy.present.practice_setup import OutlineNode
from certstudy.present.words import _

ID = Qt.ItemDataRole.UserRole


class OutlineDelegate(QStyledItemDelegate):
    """A line with its box; the one that the keys act on has a ring."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = QRectF(option.rect).adjusted(-self._theme.px(3), 1, -1, -1)
            box(painter, ring, self._theme.metrics.radius_tile, None, self._theme.tokens.ink, RING_STROKE)
            painter.restore()


class OutlineTree(QTreeWidget):
    """`scope` holds the ids ticked, a whole branch as its root alone; `changed` once after every tick."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setHeaderHidden(True)
        self.setAccessibleName(_("Focus on"))
        self.setUniformRowHeights(True)
        self.setItemDelegate(OutlineDelegate(theme, self))
        self.setMinimumHeight(theme.px(300))
        # a tick of an area ticks all below it, one by one
        self._ticked_all = QTimer(self)
        self._ticked_all.setSingleShot(True)
        self._ticked_all.timeout.connect(self.changed)
        self.itemChanged.connect(lambda _item, _column: self._ticked_all.start())
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_outline(self, nodes: Iterable[OutlineNode]) -> None:
        """Renders the outline with nothing ticked."""
        self.blockSignals(True)
        self.clear()
        for node in nodes:
            self._add(node, self.invisibleRootItem())
        self.blockSignals(False)

    def restyle(self) -> None:
        """Takes font and indentation from the theme again."""
        self.setFont(self._theme.font(Role.BODY))
        self.setIndentation(self._theme.px(20))

    @property
    def scope(self) -> frozenset[str]:
        """The ids to focus on; empty when nothing is ticked."""
        return frozenset(self._ticked(self.invisibleRootItem()))

    def untick(self) -> None:
        """Clears every box."""
        self.blockSignals(True)
        for index in range(self.topLevelItemCount()):
            item = self.topLevelItem(index)
            if item is not None:
                item.setCheckState(0, Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.changed.emit()

    def _add(self, node: OutlineNode, parent: QTreeWidgetItem) -> None:
        item = QTreeWidgetItem(parent, [node.title])
        item.setData(0, ID, node.id)
        flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags | Qt.ItemFlag.ItemIsAutoTristate if node.parts else flags)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        for part in node.parts:
            self._add(part, item)

    def _ticked(self, item: QTreeWidgetItem) -> Iterator[str]:
        for index in range(item.childCount()):
            child = item.child(index)
            if child is None:
                continue
            state = child.checkState(0)
            if state == Qt.CheckState.Checked:
                yield str(child.data(0, ID))
            elif state == Qt.CheckState.PartiallyChecked:
                yield from self._ticked(child)
