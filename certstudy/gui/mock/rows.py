"""Rows of the mock exam's cards: a fact with its figure, an area of the audit, a mock exam handed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.area_code import AreaCode
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.present.mock_setup import AuditRow, PastMock
from certstudy.present.words import _

# from the left of a box to its words
INDENT = 24
SINK = 2


class FactRows(QWidget):
    """What at the left, how much at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)

    def show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Renders the pairs."""
        empty(self._grid)
        for row, (what, figure) in enumerate(facts):
            words = Label(self._theme, what, Role.BODY, "ink2", wrap=True)
            value = Label(self._theme, figure, Role.CONTROL, wrap=True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            value.setAccessibleName(f"{what}: {figure}")
            self._grid.addWidget(words, row, 0)
            self._grid.addWidget(value, row, 1)


class CheckRow(QWidget):
    """CheckRow(theme, "Open book", "The documentation may be opened."): a `box` to tick and what that means."""

    def __init__(self, theme: Theme, words: str, meaning: str) -> None:
        super().__init__()
        self.box = QCheckBox(words)
        self.box.setAccessibleDescription(meaning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        line = QHBoxLayout()
        line.addSpacing(theme.px(INDENT))
        line.addWidget(Label(theme, meaning, Role.CAPTION, "ink3", wrap=True), 1)
        column.addLayout(line)


class TypeRows(QWidget):
    """A small table: words at the left, figures at the right, under a head."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setColumnStretch(0, 1)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Makes the head as high as a row: facts stand beside the table, line by line."""
        # words that may wrap stand lower in their line
        self._grid.setContentsMargins(0, self._theme.px(SINK), 0, 0)
        self._grid.setRowMinimumHeight(0, self._theme.type.line(Role.BODY))

    def show_rows(self, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Renders the rows."""
        empty(self._grid)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for line, row in enumerate((head, *rows)):
            for column, words in enumerate(row):
                role = Role.LABEL if not line else Role.BODY if not column else Role.CONTROL
                label = Label(self._theme, words, role, "ink2" if line else "ink3")
                label.setAccessibleName(f"{row[0]}, {head[column]}: {words}" if line and column else words)
                if column:
                    self._grid.addWidget(label, line, column, right)
                else:
                    self._grid.addWidget(label, line, column)


class AuditRows(QWidget):
    """Badge, area, seats, share and published range, one line an area."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setColumnStretch(1, 1)

    def show_rows(self, rows: tuple[AuditRow, ...]) -> None:
        """Renders the areas under a head."""
        empty(self._grid)
        for column, words in enumerate((_("Area"), _("Questions"), _("Share"), _("Published"))):
            head = Label(self._theme, words, Role.LABEL, "ink3")
            head.setAlignment(Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
            if column:
                self._grid.addWidget(head, 0, column + 1)
            else:
                self._grid.addWidget(head, 0, 0, 1, 2)
        for line, row in enumerate(rows, 1):
            self._add(line, row)

    def _add(self, line: int, row: AuditRow) -> None:
        theme, right = self._theme, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        name = Label(theme, row.area.name, Role.BODY)
        name.setAccessibleName(row.name)
        self._grid.addWidget(AreaCode(theme, row.area), line, 0)
        self._grid.addWidget(name, line, 1)
        figures = (
            (row.seats, Role.FIGURE, "ink"),
            (row.share, Role.BODY, "ink" if row.fits else "partly"),
            (row.range, Role.BODY, "ink3"),
        )
        for column, (words, role, ink) in enumerate(figures, 2):
            self._grid.addWidget(Label(theme, words, role, ink), line, column, right)


class PastRow(QWidget):
    """A mock exam handed in: title, when, score, and a button to its result."""

    opened = Signal(int)

    def __init__(self, theme: Theme, past: PastMock) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(theme, past.title, Role.CONTROL, wrap=True))
        words.addWidget(Label(theme, past.detail, Role.CAPTION, "ink3", wrap=True))
        mark = "right" if past.passed else "wrong"
        score = QHBoxLayout()
        score.setSpacing(theme.px(6))
        score.addWidget(IconView(theme, "check" if past.passed else "x", mark, 14))
        score.addWidget(Label(theme, past.word, Role.LABEL, mark))
        self.button = Button(theme, _("Result"), size="small")
        self.button.setAccessibleName(_("Result of {mock}").format(mock=past.title))
        self.button.clicked.connect(lambda: self.opened.emit(past.sitting))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        row.setSpacing(theme.px(14))
        row.addLayout(words, 1)
        row.addWidget(Label(theme, past.score, Role.VERDICT))
        row.addLayout(score)
        row.addWidget(self.button)
