"""Text in one of the theme's roles and inks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.wrapping import Policy, height_follows_width

# the module html knows every character of HTML by name, which takes a millisecond to load
_MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})


class Label(QLabel):
    """A text that keeps its role's font and line height and its ink when the theme changes.

    Plain text only; `wrap` lets it break into lines of the role's height.
    """

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        role: Role = Role.BODY,
        ink: str = "ink",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._role, self._ink, self._words = theme, role, ink, words
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            height_follows_width(self, down=Policy.Minimum)
        theme.changed.connect(self.restyle)
        self.restyle()

    @override
    def setText(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self._show()

    @override
    def text(self) -> str:
        return self._words

    def set_ink(self, ink: str) -> None:
        """Another ink of the theme, by its name or a verdict's."""
        self._ink = ink
        self.restyle()

    def restyle(self) -> None:
        """Takes font, ink and line height from the theme again."""
        self.setFont(self._theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.tokens.named(self._ink))
        self.setPalette(palette)
        self.setMinimumHeight(self._theme.type.line(self._role))
        self._show()

    def _show(self) -> None:
        if self.wordWrap():
            line = self._theme.type.line(self._role)
            body = self._words.translate(_MARKS)
            super().setText(f'<p style="line-height:{line}px">{body}</p>')
        else:
            super().setText(self._words)
        self.setAccessibleName(self._words)
