"""The exam room's flat look: grounds, words and buttons in the room's inks."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets.painting import LEFT, box, text, width_of
from certstudy.gui.widgets.ring import Ringed

Edge = Literal["", "top", "bottom", "left", "right"]
Look = Literal["plain", "primary", "tool", "bar", "filter"]
ICON, GAP, RADIUS = 17, 8, 2


def ink(room: RoomInk, name: str) -> QColor:
    """An ink of the room by its name."""
    found: QColor = getattr(room, name)
    return found


class Ground(QWidget):
    """A plain ground with a line along one side."""

    def __init__(
        self, theme: Theme, fill: str = "page", edge: Edge = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._fill, self._edge = theme, fill, edge

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, room, wide, high = QPainter(self), self._theme.tokens.room, self.width(), self.height()
        painter.fillRect(self.rect(), ink(room, self._fill))
        lines = {
            "top": (0, 0, wide, 1),
            "bottom": (0, high - 1, wide, 1),
            "left": (0, 0, 1, high),
            "right": (wide - 1, 0, 1, high),
        }
        if self._edge:
            painter.fillRect(*lines[self._edge], room.line)


class Words(QLabel):
    """A plain text in an ink of the room."""

    def __init__(
        self, theme: Theme, words: str = "", role: Role = Role.BODY, colour: str = "text", wrap: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._role, self._colour = theme, role, colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        theme.changed.connect(self.restyle)
        self.restyle()
        self.say(words)

    def say(self, words: str, name: str = "") -> None:
        """Another text, with another name when it alone would not be understood."""
        self.setText(words)
        self.setAccessibleName(name or words)

    def restyle(self) -> None:
        """Takes font and ink from the theme again."""
        self.setFont(self._theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, ink(self._theme.tokens.room, self._colour))
        self.setPalette(palette)


class RoomButton(Ringed, QPushButton):
    """A square button; a checkable tool shows by its icon and ground that it is on."""

    def __init__(
        self, theme: Theme, words: str, look: Look = "plain", icon: str = "", trailing: bool = False
    ) -> None:
        super().__init__(words)
        self.theme = theme
        self._look, self._icon_name, self._trailing = look, icon, trailing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        theme.changed.connect(self.updateGeometry)

    def set_words(self, words: str) -> None:
        """Another word on it."""
        if words != self.text():
            self.setText(words)
            self.updateGeometry()

    @override
    def ring_radius(self) -> float:
        return RADIUS

    @override
    def sizeHint(self) -> QSize:
        px = self.theme.px
        high = {"plain": 34, "primary": 34, "tool": 32, "bar": 28, "filter": 26}[self._look]
        pad = {"plain": 16, "primary": 16, "tool": 10, "bar": 10, "filter": 4}[self._look]
        return QSize(int(self._wide() + 2 * px(pad) + 0.99), px(high))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, colour = self._colours()
        if fill is not None or edge is not None:
            box(painter, rect, RADIUS, fill, edge, 2.0 if self._look == "plain" and self.isChecked() else 1.0)
        font, gap, size = self.theme.font(self._font()), self.theme.px(GAP), self.theme.px(ICON)
        left, wide = rect.left() + (rect.width() - self._wide()) / 2, width_of(font, self.text())
        icon_left = left + (wide + gap if self._trailing and self.text() else 0)
        words_left = left + (size + gap if self._icon_name and not self._trailing else 0)
        if self._icon_name:
            square = QRectF(icon_left, rect.center().y() - size / 2, size, size)
            filled = self.isChecked() and self._icon_name == "flag"
            paint_icon(painter, self._icon_name, square, colour, filled=filled)
        line = QRectF(words_left, rect.top(), wide + 2, rect.height())
        text(painter, line, self.text(), font, colour, LEFT)
        if self._look == "filter":
            painter.fillRect(QRectF(words_left, rect.bottom() - self.theme.px(4), wide, 1), colour)

    def _font(self) -> Role:
        if self._look == "filter":
            return Role.CAPTION_FIGURE if self.isChecked() else Role.CAPTION
        return Role.BODY if self._look == "tool" else Role.CONTROL

    def _wide(self) -> float:
        wide = width_of(self.theme.font(self._font()), self.text())
        if self._icon_name:
            wide += self.theme.px(ICON) + (self.theme.px(GAP) if self.text() else 0)
        return wide

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        room, over = self.theme.tokens.room, self.underMouse() and self.isEnabled()
        if not self.isEnabled():
            return None, room.line, room.edge
        if self._look == "primary":
            return room.primary, room.primary, room.on_primary
        if self._look == "bar":
            return (self.theme.blend(room.on_bar, 0.16) if over else None), room.edge, room.on_bar
        if self._look == "filter":
            return None, None, room.text if over or self.isChecked() else room.text2
        if self._look == "tool":
            return (room.chosen if over or self.isChecked() else None), None, room.on_tool
        on = self.isChecked()
        return (room.chosen if over or on else room.button), (room.text if on else room.edge), room.text
