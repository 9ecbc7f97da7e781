"""Tags that tell and chips that filter."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import LEFT, box, text, width_of
from certstudy.gui.widgets.ring import Ringed

_ICON, _GAP = 13, 5


def _content(theme: Theme, words: str, icon: str, count: str) -> float:
    font = theme.font(Role.CAPTION)
    parts = [width_of(font, part) for part in (words, count) if part] + ([theme.px(_ICON)] if icon else [])
    return sum(parts) + theme.px(_GAP) * max(0, len(parts) - 1)


def _paint(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    words: str,
    icon: str,
    count: str,
    ink: QColor,
    glyph: QColor,
) -> None:
    font, gap = theme.font(Role.CAPTION), theme.px(_GAP)
    left = rect.left() + (rect.width() - _content(theme, words, icon, count)) / 2
    if icon:
        size = theme.px(_ICON)
        square = QRectF(left, rect.center().y() - size / 2, size, size)
        paint_icon(painter, icon, square, glyph, filled=icon == "flag" and glyph == theme.tokens.flagged.ink)
        left += size + gap
    for part, colour in ((words, ink), (count, theme.blend(ink, 0.75))):
        if part:
            wide = width_of(font, part)
            text(painter, QRectF(left, rect.top(), wide + 2, rect.height()), part, font, colour, LEFT)
            left += wide + gap


class Tag(QWidget):
    """A short remark in a frame: "2 of 2 chosen", "Reworded"."""

    def __init__(self, theme: Theme, words: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._icon = theme, words, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        theme.changed.connect(self.updateGeometry)

    def set_text(self, words: str) -> None:
        """Another remark."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme
        return QSize(int(_content(theme, self._words, self._icon, "") + theme.px(16) + 0.99), theme.px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        box(painter, rect, self._theme.metrics.radius_tile, tokens.surface, tokens.line)
        _paint(painter, self._theme, rect, self._words, self._icon, "", tokens.ink2, tokens.ink2)


class Chip(Ringed, QToolButton):
    """A filter that is on or off: Chip(theme, "Wrong", "12", icon="x", glyph="wrong"); small = 20 high, an action."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        count: str = "",
        icon: str = "",
        glyph: str = "ink2",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._count, self._icon_name, self._glyph, self._small = theme, count, icon, glyph, small
        self.setText(words)
        self.setCheckable(not small)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{words} {count}".strip())
        theme.changed.connect(self.updateGeometry)

    def set_count(self, count: str) -> None:
        """Another figure after the word."""
        self._count = count
        self.setAccessibleName(f"{self.text()} {count}".strip())
        self.updateGeometry()
        self.update()

    @override
    def ring_radius(self) -> float:
        return self.theme.metrics.radius_tile

    @override
    def sizeHint(self) -> QSize:
        theme = self.theme
        wide = _content(theme, self.text(), self._icon_name, self._count)
        height = 20 if self._small else 26
        return QSize(int(wide + theme.px(16 if self._small else 20) + 0.99), theme.px(height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, on = QRectF(self.rect()), self.isChecked()
        ground = tokens.ink if on else (tokens.hover if self.underMouse() else tokens.surface)
        box(painter, rect, self.theme.metrics.radius_tile, ground, tokens.ink if on else tokens.line)
        ink = tokens.on_ink if on else tokens.ink2
        glyph = tokens.on_ink if on else tokens.named(self._glyph)
        _paint(painter, self.theme, rect, self.text(), self._icon_name, self._count, ink, glyph)
