"""Keys as they stand on the keyboard, inside buttons and in the foot of a sitting."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import CENTRE, LEFT, box, text, width_of

HEIGHT, PADDING, GAP = 18, 4, 6
_SIGNS = {"Enter": "↵", "Return": "↵", "Shift": "⇧", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def key_sign(key: str) -> str:
    """What stands on the key."""
    return _SIGNS.get(key, key)


def key_width(theme: Theme, key: str) -> float:
    """Width of one painted key."""
    wide = width_of(theme.font(Role.KEY), key_sign(key)) + theme.px(2 * PADDING) + 2
    return max(theme.px(HEIGHT), wide)


def paint_key(
    painter: QPainter, theme: Theme, left: float, middle: float, key: str, on_ink: bool = False
) -> None:
    """Draws one key with its left edge and vertical middle given; on_ink = inside a filled button."""
    tokens = theme.tokens
    height = theme.px(HEIGHT)
    rect = QRectF(left, round(middle - height / 2), key_width(theme, key), height)
    if on_ink:
        box(painter, rect, theme.metrics.radius_tile, theme.blend(tokens.on_ink, 0.18))
    else:
        box(painter, rect, theme.metrics.radius_tile, tokens.sunken, tokens.line)
    ink = tokens.on_ink if on_ink else tokens.ink3
    text(painter, rect, key_sign(key), theme.font(Role.KEY), ink, CENTRE)


class Hint(NamedTuple):
    """Keys and what they do; the joiner stands between the keys."""

    keys: tuple[str, ...]
    words: str
    joiner: str = ""


class KeyHint(QWidget):
    """Keys followed by what they do: KeyHint(theme, ("A", "E"), "choose", joiner="–").

    Hidden when the learner wants no keys shown, unless it is there `always`.
    """

    def __init__(
        self,
        theme: Theme,
        keys: tuple[str, ...],
        words: str = "",
        joiner: str = "",
        always: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._keys, self._words, self._joiner = theme, keys, words, joiner
        self._always = always
        self._size: QSize | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()
        theme.changed.connect(self._restyle)
        self._shown = self._wanted
        if not self._shown:
            self.hide()

    def show_hint(self, hint: Hint) -> None:
        """Other keys."""
        if hint != (self._keys, self._words, self._joiner):
            self._keys, self._words, self._joiner = hint
            self._size = None
            self._name()
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        if self._size is None:
            self._size = self._measured()
        return self._size

    def _measured(self) -> QSize:
        theme = self._theme
        parts = [key_width(theme, key) for key in self._keys]
        if self._joiner:
            parts += [width_of(theme.font(Role.CAPTION), self._joiner)] * (len(self._keys) - 1)
        if self._words:
            parts.append(width_of(theme.font(Role.CAPTION), self._words))
        return QSize(int(sum(parts) + theme.px(GAP) * (len(parts) - 1) + 1), theme.px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, middle, left = theme.px(GAP), self.height() / 2, 0.0
        for index, key in enumerate(self._keys):
            if index and self._joiner:
                left = self._write(painter, left, self._joiner) + gap
            paint_key(painter, theme, left, middle, key)
            left += key_width(theme, key) + gap
        if self._words:
            self._write(painter, left, self._words)

    def _write(self, painter: QPainter, left: float, words: str) -> float:
        font = self._theme.font(Role.CAPTION)
        wide = width_of(font, words)
        text(painter, QRectF(left, 0, wide + 2, self.height()), words, font, self._theme.tokens.ink3, LEFT)
        return left + wide

    def _name(self) -> None:
        keys = (self._joiner or " ").join(self._keys)
        self.setAccessibleName(f"{keys} {self._words}".strip())

    @property
    def _wanted(self) -> bool:
        return self._always or self._theme.show_keys

    def _restyle(self) -> None:
        self._size = None
        # another text size is no reason to show a hint that its page has put away
        if self._shown != self._wanted:
            self._shown = self._wanted
            self.setVisible(self._shown)
        self.updateGeometry()
