"""The question list of the exam room: a box that tells how far a question is answered, and its flag."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from certstudy.core.exam import Progress
from certstudy.gui.mock.ink import Ground, RoomButton, Words
from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.widgets.painting import LEFT, RIGHT, box, text
from certstudy.present.mock_room import Filter, ListView, SeatView
from certstudy.present.words import _

ROW, CELL = 34, 220
SEAT = Qt.ItemDataRole.UserRole
_OPENERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SeatPaint(QStyledItemDelegate):
    """Draws one seat."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(CELL), self._theme.px(ROW))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        seat: SeatView = index.data(SEAT)
        theme, px, room = self._theme, self._theme.px, self._theme.tokens.room
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, room.chosen if seat.here or over else room.page)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), room.line)
        font = theme.font(Role.FIGURE if seat.here else Role.BODY)
        number = QRectF(rect.left(), rect.top(), px(32), rect.height())
        text(painter, number, seat.number, font, room.text, RIGHT)
        square = QRectF(rect.left() + px(43), rect.center().y() - px(7), px(14), px(14))
        self._paint_box(painter, square, seat.progress)
        words = QRectF(rect.left() + px(67), rect.top(), rect.width() - px(100), rect.height())
        text(painter, words, seat.word, font, room.text2 if seat.closed else room.text, LEFT)
        if seat.marked:
            size = px(16)
            flag = QRectF(rect.right() - px(14) - size, rect.center().y() - size / 2, size, size)
            paint_icon(painter, "flag", flag, room.text, filled=True)
        if state & QStyle.StateFlag.State_HasFocus:
            box(painter, rect.adjusted(2, 2, -2, -2), 0, None, room.text, 2)
        painter.restore()

    def _paint_box(self, painter: QPainter, square: QRectF, progress: Progress) -> None:
        room = self._theme.tokens.room
        painter.setPen(QPen(room.edge, 1.5))
        painter.setBrush(room.page if progress is Progress.OPEN else room.edge)
        if progress is Progress.PARTLY:
            painter.setBrush(room.page)
            painter.drawRect(square)
            half = QRectF(square.left(), square.top(), square.width() / 2, square.height())
            painter.fillRect(half, room.edge)
            return
        painter.drawRect(square)
        if progress is Progress.ANSWERED:
            paint_icon(painter, "check", square.adjusted(1, 1, -1, -1), room.page)


class SeatRows(QListWidget):
    """One tab stop; arrows walk, Enter or a click opens: `opened(index)`."""

    opened = Signal(int)

    def __init__(self, theme: Theme, wrapping: bool) -> None:
        super().__init__()
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(SeatPaint(theme, self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        if wrapping:
            self.setFlow(QListWidget.Flow.LeftToRight)
            self.setWrapping(True)
            self.setSpacing(0)
        self.setAccessibleName(_("Questions"))
        self.itemClicked.connect(self._open)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_seats(self, seats: tuple[SeatView, ...]) -> None:
        """Renders the seats; the one on the screen is in view."""
        at = self.currentRow()
        while self.count() > len(seats):
            self.takeItem(self.count() - 1)
        while self.count() < len(seats):
            self.addItem(QListWidgetItem())
        for row, seat in enumerate(seats):
            item = self.item(row)
            item.setData(SEAT, seat)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, seat.name)
        here = next((row for row, seat in enumerate(seats) if seat.here), -1)
        self.setCurrentRow(at if self.hasFocus() and 0 <= at < len(seats) else here)
        if self.currentRow() >= 0:
            self.scrollToItem(self.currentItem())

    def restyle(self) -> None:
        """Takes its ground from the theme again."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.tokens.room.page)
        self.setPalette(palette)
        # the application's sheet sets the ground of item views; this one stands in the room
        self.setStyleSheet(f"QListWidget {{ background: {self._theme.tokens.room.page.name()}; }}")
        self.doItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENERS and self.currentRow() >= 0:
            self._open(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        seat: SeatView = item.data(SEAT)
        self.opened.emit(seat.index)


class SeatPanel(Ground):
    """The filters All, Open, Marked above the list: `opened(index)` asks to go to a question."""

    opened = Signal(int)

    def __init__(self, theme: Theme, wrapping: bool = False) -> None:
        super().__init__(theme, "page", "" if wrapping else "left")
        self._theme = theme
        self._wrapping = wrapping
        self._filter: Filter = "all"
        self._view: ListView | None = None
        self.filters: dict[Filter, RoomButton] = {}
        self._row = QHBoxLayout()
        for by in ("all", "open", "marked"):
            button = RoomButton(theme, "", "filter")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, by=by: self.show_only(by))
            self.filters[by] = button
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.rows = SeatRows(theme, wrapping)
        self.rows.opened.connect(self.opened)
        self._none = Words(theme, "", Role.BODY, "text2", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._row)
        self._column.addWidget(self._none)
        self._around = Words(theme, "", Role.CAPTION, "text2", wrap=True)
        self._column.addWidget(self.rows, 1)
        self._column.addWidget(self._around)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: ListView) -> None:
        """Renders counts and seats."""
        self._view = view
        counts = {"all": len(view.seats), "open": view.open, "marked": view.marked}
        words = {"all": _("All"), "open": _("Open"), "marked": _("Marked")}
        for by, button in self.filters.items():
            button.set_words(f"{words[by]} {counts[by]}")
            button.setChecked(by == self._filter)
            button.updateGeometry()
        seats = view.chosen(self._filter)
        self._none.say(
            {"open": _("No question is open."), "marked": _("No question is marked.")}.get(self._filter, "")
        )
        self._none.setVisible(not seats)
        self._around.say("\n".join(view.around))
        self._around.setVisible(bool(view.around))
        self.rows.show_seats(seats)

    def show_only(self, by: Filter) -> None:
        """Filters the list."""
        self._filter = by
        if self._view is not None:
            self.show_view(self._view)

    def restyle(self) -> None:
        """Takes its gaps from the theme again."""
        px = self._theme.px
        side = 0 if self._wrapping else px(10)
        self._row.setContentsMargins(side, px(6), side, px(6))
        self._row.setSpacing(px(4))
        self._none.setContentsMargins(px(14), px(8), px(14), px(8))
        self._around.setContentsMargins(side + px(4), px(10), px(10), px(12))
        self._column.setContentsMargins(0 if self._wrapping else 1, 0, 0, 0)
