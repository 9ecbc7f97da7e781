"""The options of one question; rendered whole from values, the same call before and after checking."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets.option_paint import Place
from certstudy.gui.widgets.option_row import MultipleOptionRow, OptionItem, OptionRow, SingleOptionRow


class OptionList(QWidget):
    """Rows that tell what was picked and show what they are told.

    `chosen(id)` asks to choose (or, where several may be chosen, to unchoose) an option, `struck(id)` to strike it
    out or bring it back; the screen answers with `show_options`. With a `RoomInk` the rows are the exam room's.
    """

    chosen = Signal(str)
    struck = Signal(str)

    def __init__(
        self, theme: Theme, multiple: bool = False, room: RoomInk | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._multiple, self._room = theme, multiple, room
        self._rows: list[OptionRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def set_multiple(self, multiple: bool) -> None:
        """Round tiles for one, square for several."""
        if multiple != self._multiple:
            self._multiple = multiple
            self._drop_rows(0)

    def set_room(self, room: RoomInk | None) -> None:
        """Draws the rows in the exam room's inks from the next `show_options` on."""
        self._room = room

    def show_options(self, items: tuple[OptionItem, ...], checked: bool = False) -> None:
        """Renders the options; after checking the rows join into one card and each shows its reason."""
        self._drop_rows(len(items))
        while len(self._rows) < len(items):
            self._add_row()
        self._layout.setSpacing(0 if checked or self._room else self._theme.px(8))
        for index, (row, item) in enumerate(zip(self._rows, items, strict=True)):
            row.show_item(item, self._place(index, len(items)) if checked else "alone", self._room)

    def focus_option(self, index: int, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """Moves the focus to an option; wraps around at both ends."""
        if self._rows:
            self._rows[index % len(self._rows)].setFocus(reason)

    @property
    def rows(self) -> tuple[OptionRow, ...]:
        """The rows from top to bottom."""
        return tuple(self._rows)

    def _add_row(self) -> None:
        kind = MultipleOptionRow if self._multiple else SingleOptionRow
        row: OptionRow = kind(self._theme, self)
        row.picked.connect(self.chosen)
        row.struck.connect(self.struck)
        row.stepped.connect(self._step)
        self._layout.addWidget(row)
        self._rows.append(row)

    def _drop_rows(self, keep: int) -> None:
        while len(self._rows) > keep:
            row = self._rows.pop()
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _step(self, by: int) -> None:
        here = next((index for index, row in enumerate(self._rows) if row.hasFocus()), 0)
        self.focus_option(here + by)

    @staticmethod
    def _place(index: int, count: int) -> Place:
        if count == 1:
            return "only"
        return "first" if index == 0 else ("last" if index == count - 1 else "middle")
