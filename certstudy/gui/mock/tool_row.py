"""The tools of the exam room: mark, note, highlight, look up; text size, colours, progress, break, leave."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu

from certstudy.core.preferences import RoomColours
from certstudy.gui.mock.ink import Ground, RoomButton
from certstudy.gui.theme import Theme
from certstudy.present.mock_room import RoomView
from certstudy.present.words import NARROW, _

TEXT_SIZES = (100, 125, 150, 175, 200)
# below this width at 100 % the tools at the right show their icons alone, then those at the left too
WORDS_RIGHT, WORDS_LEFT = 1120, 760


class ToolRow(Ground):
    """`sized(scale)` asks for a text size, `coloured(colours)` for a scheme of the room."""

    sized = Signal(float)
    coloured = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "tool", "bottom")
        self._theme = theme
        self.mark = self._tool(_("Mark for review"), "flag", _("Mark for review (Alt+M)"), checkable=True)
        self.note = self._tool(
            _("Note"), "message-square", _("Note on this question (Alt+O)"), checkable=True
        )
        self.highlight = self._tool(
            _("Highlight"),
            "highlighter",
            _("Highlight the selected words, or take the highlight off (Alt+H)"),
        )
        self.look_up = self._tool(
            _("Documentation"),
            "external-link",
            _("Open the documentation; the minutes count (Alt+D)"),
            checkable=True,
        )
        self.exhibit = self._tool(_("Exhibit"), "file-text", _("Exhibit (Alt+X)"), checkable=True)
        self.text_size = self._tool(_("Text size"), "a-large-small", _("Text size"))
        self.colours = self._tool(_("Colours"), "contrast", _("Colours of the room"))
        self.list = self._tool(
            _("Exam progress"), "list", _("Questions of this section (Alt+L)"), checkable=True
        )
        self.rest = self._tool(_("Break"), "clock", _("Break (Alt+B); the clock keeps running"))
        self.leave = self._tool(_("Leave"), "circle-pause", _("Leave the exam; everything is kept"))
        self._left = (self.mark, self.note, self.highlight, self.look_up, self.exhibit)
        self._right = (self.text_size, self.colours, self.list, self.rest, self.leave)
        self._words = {tool: tool.text() for tool in (*self._left, *self._right)}
        self.text_size.clicked.connect(self._choose_size)
        self.colours.clicked.connect(self._choose_colours)
        self._row = QHBoxLayout(self)
        for part in self._left:
            self._row.addWidget(part)
        self._row.addStretch(1)
        for part in self._right:
            self._row.addWidget(part)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: RoomView) -> None:
        """Renders whether the question is marked and whether something is looked up."""
        self.mark.setChecked(view.marked)
        self.mark.setAccessibleName(_("Marked for review") if view.marked else _("Mark for review"))
        self.look_up.setChecked(view.looking_up)
        words = (
            _("Documentation") if view.looked_up in ("", "0:00") else f"{_('Documentation')} {view.looked_up}"
        )
        self._words[self.look_up] = words
        if self.look_up.text():
            self.look_up.set_words(words)

    def show_asking(self, asking: bool, returnable: bool) -> None:
        """Leaves out what needs a question on the screen, and the mark where there is no coming back to it."""
        for tool in (self.note, self.highlight):
            tool.setVisible(asking)
        self.mark.setVisible(asking and returnable)

    def fit(self, wide: float) -> None:
        """Shows words where there is room for them at that width at 100 %."""
        for tools, least in ((self._left, WORDS_LEFT), (self._right, WORDS_RIGHT)):
            for tool in tools:
                words = self._words[tool]
                tool.set_words(words if wide >= least else "")
                if not tool.isCheckable() or tool is not self.mark:
                    tool.setAccessibleName(words)

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._row.setContentsMargins(px(10), 0, px(10), 0)
        self._row.setSpacing(px(4))
        self.setFixedHeight(px(40))

    def _tool(self, words: str, icon: str, tip: str, checkable: bool = False) -> RoomButton:
        button = RoomButton(self._theme, words, "tool", icon)
        button.setCheckable(checkable)
        button.setToolTip(tip)
        button.setAccessibleName(words)
        return button

    def _choose_size(self) -> None:
        now = round(100 * self._theme.metrics.scale)
        rows = [(f"{size}{NARROW}%", size == now, size / 100) for size in TEXT_SIZES]
        self._choose(self.text_size, rows, self.sized.emit)

    def _choose_colours(self) -> None:
        words = {
            RoomColours.USUAL: _("Usual"),
            RoomColours.CREAM: _("Black on cream"),
            RoomColours.YELLOW: _("Yellow on black"),
            RoomColours.CONTRAST: _("White on black"),
        }
        rows = [(text, colours is self._theme.worn, colours) for colours, text in words.items()]
        self._choose(self.colours, rows, self.coloured.emit)

    def _choose(
        self, under: RoomButton, rows: Iterable[tuple[str, bool, object]], act: Callable[[object], object]
    ) -> None:
        menu = QMenu(self)
        menu.setObjectName("choices")
        group = QActionGroup(menu)
        for words, on, value in rows:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(on)
            action.triggered.connect(lambda _on=False, value=value: act(value))
            group.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))
