"""All keys at a glance, opened with ? or F1."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.dialog import Dialog
from certstudy.gui.widgets.key_hint import KeyHint
from certstudy.gui.widgets.label import Label
from certstudy.present.words import _

# widths of a window that has room for three columns and for two; what stands around the keys
WIDE, HALF, AROUND, MARGIN = 760, 540, 160, 24

Keys = tuple[tuple[tuple[str, ...], str], ...]


def key_groups() -> tuple[tuple[str, Keys], ...]:
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
            _("Mock exam"),
            (
                (("Alt", "N"), _("next")),
                (("Alt", "P"), _("previous")),
                (("Alt", "M"), _("mark for review")),
                (("Alt", "R"), _("review screen")),
                (("Alt", "E"), _("end the section or exam")),
                (("Alt", "O"), _("note")),
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
    )


class KeysDialog(Dialog):
    """The keys by place, in as many columns as there is room for; what is higher than the window scrolls."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, _("Keys"), "", parent)
        room = parent.window().size() if parent is not None else QSize(theme.px(WIDE), theme.px(WIDE))
        keys = self._keys(3 if room.width() >= theme.px(WIDE) else 2 if room.width() >= theme.px(HALF) else 1)
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
        """Each group goes where the column is shortest so far."""
        theme, keys = self.theme, QWidget()
        grid = QGridLayout(keys)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(32))
        grid.setVerticalSpacing(theme.px(4))
        rows = [0] * columns
        for place, group in key_groups():
            column = rows.index(min(rows))
            grid.addWidget(Label(theme, place, Role.LABEL, "ink3"), rows[column], column)
            for names, words in group:
                rows[column] += 1
                grid.addWidget(KeyHint(theme, names, words, always=True), rows[column], column)
            rows[column] += 2
        grid.setRowStretch(max(rows), 1)
        return keys
