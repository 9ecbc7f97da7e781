"""The review screen: every question with how far it is answered, before the exam is ended."""

from PySide6.QtWidgets import QVBoxLayout

from certstudy.gui.mock.ink import Ground, Words
from certstudy.gui.mock.seat_list import SeatPanel
from certstudy.gui.theme import Role, Theme
from certstudy.present.mock_room import ListView
from certstudy.present.words import _


class ReviewScreen(Ground):
    """Counts in a sentence and the list in columns; `panel.opened(index)` goes to a question."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._title = Words(theme, _("Review"), Role.VERDICT)
        self._counts = Words(theme, "", Role.BODY, "text2", wrap=True)
        self.panel = SeatPanel(theme, wrapping=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._counts)
        self._column.addWidget(self.panel, 1)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: ListView) -> None:
        """Renders counts and list."""
        closed = view.seats and all(seat.closed for seat in view.seats)
        remark = (
            _("Every question of this section is closed.")
            if closed
            else _("Choose a question to return to it.")
        )
        self._counts.say(f"{view.sentence} {remark}")
        self.panel.show_view(view)

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._column.setContentsMargins(px(24), px(16), px(24), px(12))
        self._column.setSpacing(px(4))
