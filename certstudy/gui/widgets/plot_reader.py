"""A painted chart as a screen reader meets it: a list whose items are the marks."""

# Qt takes null for all of these; the stubs do not say so
# mypy: disable-error-code="override"

import weakref
from typing import TYPE_CHECKING, ClassVar

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow

from certstudy.gui.override import override
from certstudy.gui.widgets.plot import Mark, Plot

if TYPE_CHECKING:
    from collections.abc import Callable


class _Reader(QAccessibleInterface):
    """What list and item have in common; the chart may be gone while Qt still holds its reader."""

    def __init__(self, plot: Plot) -> None:
        super().__init__()
        self._held = weakref.ref(plot)

    def plot(self) -> Plot | None:
        """The chart, if it still lives."""
        plot = self._held()
        return plot if plot is not None and shiboken6.isValid(plot) else None

    @override
    def isValid(self) -> bool:
        return self.plot() is not None

    @override
    def window(self) -> QWindow | None:
        plot = self.plot()
        return plot.window().windowHandle() if plot is not None else None

    @override
    def setText(self, which: QAccessible.Text, words: str) -> None:
        """Nothing here can be written."""

    @override
    def foregroundColor(self) -> QColor:
        plot = self.plot()
        return plot.theme.tokens.ink if plot is not None else QColor()

    @override
    def backgroundColor(self) -> QColor:
        plot = self.plot()
        return plot.theme.tokens.surface if plot is not None else QColor()


class PlotReader(_Reader):
    """The chart: its name, its description, its marks as children."""

    # Qt deletes its children itself, the last ones when the application has ended. Python must hold them for as long
    # as that, or it deletes them together with their chart's reader and leaves Qt with what is no more
    _kept: ClassVar[list["MarkReader"]] = []

    def __init__(self, plot: Plot) -> None:
        super().__init__(plot)
        self._items: dict[int, MarkReader] = {}

    @override
    def object(self) -> QObject | None:
        return self.plot()

    @override
    def parent(self) -> QAccessibleInterface | None:
        plot = self.plot()
        above = plot.parentWidget() if plot is not None else None
        return QAccessible.queryAccessibleInterface(above) if above is not None else None

    @override
    def childCount(self) -> int:
        plot = self.plot()
        return len(plot.marks_now()) if plot is not None else 0

    @override
    def child(self, index: int) -> QAccessibleInterface | None:
        plot = self.plot()
        if plot is None or not 0 <= index < len(plot.marks_now()):
            return None
        if index not in self._items:
            self._items[index] = MarkReader(plot, index)
            self._kept[:] = [*filter(shiboken6.isValid, self._kept), self._items[index]]
            QAccessible.registerAccessibleInterface(self._items[index])
        return self._items[index]

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        plot = self.plot()
        if plot is None:
            return None
        here = plot.mapFromGlobal(QPoint(x, y)).toPointF()
        marks = plot.marks_now()
        return next((self.child(i) for i, mark in enumerate(marks) if mark.rect.contains(here)), None)

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, MarkReader) else -1

    @override
    def text(self, which: QAccessible.Text) -> str:
        plot = self.plot()
        if plot is None:
            return ""
        said: dict[QAccessible.Text, Callable[[], str]] = {
            QAccessible.Text.Name: plot.accessibleName,
            QAccessible.Text.Description: plot.accessibleDescription,
        }
        return said.get(which, str)()

    @override
    def rect(self) -> QRect:
        plot = self.plot()
        return QRect(plot.mapToGlobal(QPoint(0, 0)), plot.size()) if plot is not None else QRect()

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    @override
    def state(self) -> QAccessible.State:
        state, plot = QAccessible.State(), self.plot()
        state.focusable = True
        state.focused = plot is not None and plot.hasFocus()
        state.invisible = plot is None or not plot.isVisible()
        return state


class MarkReader(_Reader):
    """One mark of a chart."""

    def __init__(self, plot: Plot, index: int) -> None:
        super().__init__(plot)
        self.index = index

    def mark(self) -> Mark | None:
        """The mark as it stands now; a chart that lost points has none here."""
        plot = self.plot()
        marks = plot.marks_now() if plot is not None else []
        return marks[self.index] if self.index < len(marks) else None

    @override
    def isValid(self) -> bool:
        return self.mark() is not None

    @override
    def object(self) -> QObject | None:
        return None

    @override
    def parent(self) -> QAccessibleInterface | None:
        plot = self.plot()
        return QAccessible.queryAccessibleInterface(plot) if plot is not None else None

    @override
    def childCount(self) -> int:
        return 0

    @override
    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return None

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def text(self, which: QAccessible.Text) -> str:
        mark = self.mark()
        return ", ".join(mark.lines) if mark is not None and which == QAccessible.Text.Name else ""

    @override
    def rect(self) -> QRect:
        mark, plot = self.mark(), self.plot()
        if mark is None or plot is None:
            return QRect()
        return mark.rect.toAlignedRect().translated(plot.mapToGlobal(QPoint(0, 0)))

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def state(self) -> QAccessible.State:
        state, plot = QAccessible.State(), self.plot()
        state.focused = plot is not None and plot.hasFocus() and plot.current == self.index
        return state
