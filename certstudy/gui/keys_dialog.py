"""All keys at a glance, opened with ? or F1."""

from PySide6.QtWidgets import QGridLayout, QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.dialog import Dialog
from certstudy.gui.widgets.key_hint import KeyHint
from certstudy.gui.widgets.label import Label
from certstudy.present.words import _

Keys = tuple[tuple[tuple[str, ...], str], ...]


def key_groups() -> tuple[tuple[str, Keys], ...]:
    """Where each key works and what it does."""
    return (
        (
            _("Anywhere"),
            (
                (("Ctrl", "1–5"), _("open a screen")),
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
            _("Mock exam"),
            (
                (("Alt", "N"), _("next")),
                (("Alt", "P"), _("previous")),
                (("Alt", "M"), _("mark for review")),
                (("Alt", "R"), _("review screen")),
            ),
        ),
        (
            _("Charts and lists"),
            (
                (("Left", "Right"), _("walk the points")),
                (("T",), _("show as table")),
                (("Enter",), _("open")),
                (("/",), _("search")),
            ),
        ),
    )


class KeysDialog(Dialog):
    """The keys by place, in two columns."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, _("Keys"), "", parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(32))
        grid.setVerticalSpacing(theme.px(4))
        rows = [0, 0]
        for index, (place, keys) in enumerate(key_groups()):
            column = index % 2
            grid.addWidget(Label(theme, place, Role.LABEL, "ink3"), rows[column], column)
            rows[column] += 1
            for names, words in keys:
                grid.addWidget(KeyHint(theme, names, words, always=True), rows[column], column)
                rows[column] += 1
            grid.setRowMinimumHeight(rows[column], theme.px(10))
            rows[column] += 1
        self.body.addLayout(grid)
        self.verb(_("Close"), "filled").setDefault(True)
