"""All keys at a glance, opened with ? or F1."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.dialog import Dialog
from certstudy.gui.widgets.key_hint import KeyHint
from certstudy.gui.widgets.label import Label
from certstudy.present.words import _

# widths of a window that has room for four columns, for three and for two; what stands around the keys
COLUMNS = ((1040, 4), (760, 3), (540, 2))
AROUND, MARGIN, APART = 160, 24, 2

Keys = tuple[tuple[tuple[str, ...], str], ...]
Group = tuple[str, Keys]


def key_groups() -> tuple[Group, ...]:
    """Where each key works and what it does."""
    return (
        (
            _("Anywhere"),
            (
                (("Ctrl", "1–7"), _("open a screen")),
                (("Ctrl", "K"), _("find a question")),
                (("Ctrl", ","), _("settings")),
                (("Ctrl", "+"), _("larger text")),
                (("Ctrl", "-"), _("smaller text")),
                (("Ctrl", "0"), _("usual text size")),
                (("F11",), _("full screen")),
                (("?",), _("these keys")),
            ),
        ),
        (
            _("Answering"),
            (
                (("A–F",), _("choose, also 1 to 9")),
                (("Shift", "A–F"), _("strike out")),
                (("J", "K", "L"), _("guess, unsure, sure")),
                (("0",), _("don't know")),
                (("Enter",), _("check, then next")),
                (("U",), _("undo the last answer")),
                (("F",), _("flag, also M")),
                (("N",), _("note")),
                (("X",), _("exhibit")),
                (("O",), _("open the documentation")),
                (("R",), _("report a mistake")),
                (("Esc",), _("leave, everything is saved")),
            ),
        ),
        (
            _("Yes or no"),
            (
                (("Y", "N"), _("judge, then the next row")),
                (("Left", "Right"), _("judge this row")),
                (("Up", "Down"), _("another row")),
                (("1–9",), _("go to a row")),
                (("Delete",), _("take it back")),
            ),
        ),
        (
            _("Put in order"),
            (
                (("A–I",), _("add, or take out again")),
                (("Alt", "Up"), _("move up, also Ctrl")),
                (("Alt", "Down"), _("move down")),
                (("Delete",), _("take out")),
            ),
        ),
        (
            _("Match"),
            (
                (("A–I",), _("give, then the next row")),
                (("Space",), _("the list of a row")),
                (("Up", "Down"), _("another row")),
                (("Delete",), _("empty a row")),
                (("Esc",), _("let go of a choice")),
            ),
        ),
        (
            _("Fill the gaps"),
            (
                (("1–9",), _("open the list of a gap")),
                (("Up", "Down"), _("another filling")),
                (("Tab",), _("the next gap")),
                (("Delete",), _("empty a gap")),
            ),
        ),
        (
            _("Click in a picture"),
            (
                (("1–9",), _("choose a place, or take it back")),
                (("Left", "Right"), _("another place")),
                (("Space",), _("choose this place")),
            ),
        ),
        (
            _("Charts and lists"),
            (
                (("Left", "Right"), _("walk the points")),
                (("T",), _("show as table")),
                (("Enter",), _("open")),
                (("/",), _("search")),
                (("Alt", "Left"), _("previous note")),
                (("Alt", "Right"), _("next note")),
                (("Ctrl", "P"), _("print a note")),
            ),
        ),
        (
            _("Mock exam"),
            (
                (("Alt", "N"), _("next")),
                (("Alt", "P"), _("previous")),
                (("Alt", "M"), _("mark for review")),
                (("Alt", "R"), _("review screen")),
                (("Alt", "E"), _("end the section or exam")),
                (("Alt", "O"), _("note, Esc leads back")),
                (("Alt", "H"), _("highlight what is selected")),
                (("Alt", "1–3"), _("guess, unsure, sure")),
                (("Alt", "X"), _("exhibit, where it is narrow")),
                (("Ctrl", "Tab"), _("next page of a case study")),
                (("Alt", "L"), _("list of questions")),
                (("Alt", "T"), _("hide the time")),
                (("Alt", "D"), _("documentation, by open book")),
                (("Alt", "B"), _("break")),
            ),
        ),
    )


class KeysDialog(Dialog):
    """The keys by place, in as many columns as there is room for; what is higher than the window scrolls."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, _("Keys"), "", parent)
        widest = theme.px(COLUMNS[0][0])
        room = parent.window().size() if parent is not None else QSize(widest, widest)
        keys = self._keys(next((n for wide, n in COLUMNS if room.width() >= theme.px(wide)), 1))
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(_("Keys"))
        scroll.setWidget(keys)
        for ground in (scroll.viewport(), keys):
            ground.setAutoFillBackground(False)
        wanted = keys.sizeHint()
        wide = wanted.width() + scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(wide)
        self.setMinimumWidth(max(self.minimumWidth(), wide + 2 * theme.px(MARGIN)))
        scroll.setFixedHeight(min(wanted.height(), room.height() - theme.px(AROUND)))
        self.body.addWidget(scroll)
        self.verb(_("Close"), "filled").setDefault(True)

    def _keys(self, columns: int) -> QWidget:
        theme, keys = self.theme, QWidget()
        grid = QGridLayout(keys)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(32))
        grid.setVerticalSpacing(theme.px(4))
        for column, groups in enumerate(in_columns(key_groups(), columns)):
            row = 0
            for place, group in groups:
                grid.addWidget(Label(theme, place, Role.LABEL, "ink3"), row, column)
                for names, words in group:
                    row += 1
                    grid.addWidget(KeyHint(theme, names, words, always=True), row, column)
                row += APART
        grid.setRowStretch(grid.rowCount(), 1)
        return keys


def in_columns(groups: Sequence[Group], columns: int) -> list[list[Group]]:
    """The groups one after another, in columns as even as that allows."""
    whole = sum(map(_height, groups))
    tries = (_filled(groups, limit) for limit in range(max(map(_height, groups)), whole + 1))
    return next(found for found in tries if len(found) <= columns)


def _filled(groups: Sequence[Group], limit: int) -> list[list[Group]]:
    """The groups in columns, none of them higher than the limit."""
    filled: list[list[Group]] = [[]]
    for group in groups:
        if sum(map(_height, filled[-1])) + _height(group) > limit:
            filled.append([])
        filled[-1].append(group)
    return filled


def _height(group: Group) -> int:
    return len(group[1]) + APART
