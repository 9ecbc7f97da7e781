"""A screen of the exam room to read before going on: the overview, the way into a section, a break."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.mock.ink import Ground, RoomButton, Words
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.fitting_area import FittingArea
from certstudy.present.mock_notice import NoticeView

WIDEST = 680


class Notice(Ground):
    """Title, rows, sentences and the one button; `gone_on` when it is pressed."""

    gone_on = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._title = Words(theme, "", Role.TITLE, wrap=True)
        self._rows = QGridLayout()
        self._rows.setColumnStretch(2, 1)
        self._lines = QVBoxLayout()
        self.button = RoomButton(theme, "", "primary", "chevron-right", trailing=True)
        self.button.clicked.connect(self.gone_on)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.addWidget(self._title)
        self._column.addLayout(self._rows)
        self._column.addLayout(self._lines)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        inner = Ground(theme)
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._body, 1)
        row.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = FittingArea(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(area)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: NoticeView) -> None:
        """Renders the notice."""
        self._title.say(view.title)
        empty(self._rows)
        for number, (what, count, remark) in enumerate(view.rows):
            for column, (words, role) in enumerate(
                ((what, Role.CONTROL), (count, Role.BODY), (remark, Role.BODY))
            ):
                colour = "text2" if column == 2 else "text"
                self._rows.addWidget(
                    Words(self._theme, words, role, colour, wrap=column == 2), number, column
                )
        empty(self._lines)
        for line in view.lines:
            self._lines.addWidget(Words(self._theme, line, Role.STEM, wrap=True))
        self.button.set_words(view.verb)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(" ".join(view.lines))

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._column.setContentsMargins(px(32), px(28), px(32), px(28))
        self._column.setSpacing(px(18))
        self._lines.setSpacing(px(6))
        self._rows.setVerticalSpacing(px(8))
        self._rows.setHorizontalSpacing(px(24))
        self._body.setMaximumWidth(px(WIDEST))
