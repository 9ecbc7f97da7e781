"""Parts in a row that break into further rows where the width ends, as words in a paragraph do."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.widgets.wrapping import Policy, height_follows_width


class FlowLayout(QLayout):
    """Places items from left to right and top to bottom; its height follows from its width."""

    def __init__(self, gap: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = QRect(0, 0, width - margins.left() - margins.right(), 0)
        return self._place(inner, move=False) + margins.top() + margins.bottom()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), move=True)

    @override
    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.gap * max(0, len(sizes) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in sizes), default=0)))

    @override
    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        widest = max((size.width() for size in sizes), default=0)
        return self._with_margins(QSize(widest, max((size.height() for size in sizes), default=0)))

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, move: bool) -> int:
        left, top, row = rect.left(), rect.top(), 0
        for item in self._shown():
            size = item.sizeHint()
            if left > rect.left() and left + size.width() > rect.right() + 1:
                left, top, row = rect.left(), top + row + self.gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self.gap
            row = max(row, size.height())
        return top + row - rect.top()


class Flow(QWidget):
    """Flow(theme, (button, button, chip)): the parts keep their own size."""

    def __init__(
        self, theme: Theme, parts: Iterable[QWidget] = (), gap: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._gap = theme, gap
        self._flow = FlowLayout(theme.px(gap), self)
        for part in parts:
            self.add(part)
        height_follows_width(self, down=Policy.Minimum)
        theme.changed.connect(self.restyle)

    def add(self, part: QWidget) -> None:
        """One more part at the end."""
        self._flow.addWidget(part)
        self.updateGeometry()

    def clear(self) -> None:
        """Takes every part out."""
        from certstudy.gui.widgets.emptying import empty  # noqa: PLC0415  # not needed for the first paint

        empty(self._flow)
        self._flow.invalidate()
        self.updateGeometry()

    def restyle(self) -> None:
        """Takes its gap from the theme again."""
        self._flow.gap = self._theme.px(self._gap)
        self._flow.invalidate()
