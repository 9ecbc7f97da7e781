"""The practice sessions that were left: each is taken up again or ended from here."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.painting import box
from certstudy.present.paused import PausedRow
from certstudy.present.words import _


class PausedList(QFrame):
    """Hidden while nothing is paused; `resumed(sitting)` and `ended(sitting)`."""

    resumed = Signal(int)
    ended = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[PausedRow, ...] = ()
        self.rows: tuple[PausedLine, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(16), theme.px(5), theme.px(8), theme.px(5))
        self._column.setSpacing(theme.px(4))
        self.hide()

    def show_rows(self, rows: tuple[PausedRow, ...]) -> None:
        """Renders the sessions, the latest first."""
        if rows != self._shown:
            self._shown = rows
            for line in self.rows:
                self._column.removeWidget(line)
                line.deleteLater()
            self.rows = tuple(self._line(row) for row in rows)
        self.setVisible(bool(rows))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), self._theme.metrics.radius_row, tokens.sunken, tokens.line)

    def _line(self, row: PausedRow) -> "PausedLine":
        line = PausedLine(self._theme, row)
        line.resume.clicked.connect(lambda: self.resumed.emit(row.sitting))
        line.end.clicked.connect(lambda: self.ended.emit(row.sitting))
        self._column.addWidget(line)
        return line


class PausedLine(QWidget):
    """One session: what it is, where it stands, and its two buttons."""

    def __init__(self, theme: Theme, paused: PausedRow) -> None:
        super().__init__()
        words = f"{paused.title}, {paused.detail}"
        self.setAccessibleName(words)
        self.end = Button(theme, _("End"), "quiet", "small")
        self.end.setToolTip(_("Put it away; its answers stay"))
        self.end.setAccessibleName(_("End: {session}").format(session=words))
        self.resume = Button(theme, _("Resume"), size="small")
        self.resume.setAccessibleName(_("Resume: {session}").format(session=words))
        text = QVBoxLayout()
        text.setSpacing(0)
        # named after what they are of, which can be long
        text.addWidget(Label(theme, paused.title, Role.CONTROL, wrap=True))
        text.addWidget(Label(theme, paused.detail, Role.CAPTION, "ink3", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(IconView(theme, "circle-pause", "ink2"))
        row.addLayout(text, 1)
        row.addWidget(self.end)
        row.addWidget(self.resume)
