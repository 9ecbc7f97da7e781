"""Buttons: filled for the one thing to do, plain, quiet, danger and link."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.key_hint import key_width, paint_key
from certstudy.gui.widgets.painting import LEFT, box, flat, text, width_of
from certstudy.gui.widgets.ring import Ringed

Kind = Literal["filled", "plain", "quiet", "danger", "link"]
Size = Literal["small", "regular", "tall", "large"]
_HEIGHTS: dict[Size, int] = {"small": 28, "regular": 32, "tall": 36, "large": 40}
_PADDING: dict[Size, int] = {"small": 12, "regular": 12, "tall": 12, "large": 18}
_GAP, _ICON = 8, 16
_PRESSERS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(Ringed, QPushButton):
    """A push button that paints itself.

    icon: a Lucide name; key: the key painted at its end; mark: verdict name ("flagged") in whose colours a
    checkable button shows that it is on. An icon-only button needs `setAccessibleName` and a tooltip.
    """

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        kind: Kind = "plain",
        size: Size = "regular",
        icon: str = "",
        key: str = "",
        mark: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(words)
        self.theme = theme
        self._kind, self._size, self._icon_name, self._key, self._mark = kind, size, icon, key, mark
        self._off_reason = ""
        self.setCheckable(bool(mark))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        theme.changed.connect(self.updateGeometry)

    def set_off(self, reason: str) -> None:
        """Switches the button off with the reason as tooltip, or on again with ""; it stays focusable."""
        if reason == self._off_reason:
            return
        self._off_reason = reason
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)
        self.update()

    @property
    def off(self) -> bool:
        """Whether pressing does nothing."""
        return bool(self._off_reason) or not self.isEnabled()

    def set_icon_name(self, icon: str) -> None:
        """Another Lucide icon."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Another look: an action that became the main one is filled."""
        self._kind = kind
        self.update()

    @override
    def ring_radius(self) -> float:
        metrics = self.theme.metrics
        return metrics.radius_row if self._size == "large" else metrics.radius_control

    @override
    def sizeHint(self) -> QSize:
        height = self.theme.px(20 if self._kind == "link" else _HEIGHTS[self._size])
        if not self.text():
            return QSize(height, height)
        return QSize(int(self._content_width() + 2 * self._padding() + 0.99), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._off_reason:
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._off_reason and event.key() in _PRESSERS:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink = self._colours()
        rect = QRectF(self.rect())
        if fill is not None or edge is not None:
            box(painter, rect, self.ring_radius(), fill, edge)
        self._paint_content(painter, rect, ink)

    def _role(self) -> Role:
        if self._kind == "link":
            return Role.CAPTION
        return Role.CONTROL_LARGE if self._size == "large" else Role.CONTROL

    def _padding(self) -> int:
        return 0 if self._kind == "link" else self.theme.px(_PADDING[self._size]) + 1

    def _shown_key(self) -> str:
        return self._key if self.theme.show_keys else ""

    def _content_width(self) -> float:
        theme = self.theme
        parts = [theme.px(_ICON)] if self._icon_name else []
        widths: list[float] = [*parts]
        if self.text():
            widths.append(width_of(theme.font(self._role()), self.text()))
        if self._shown_key():
            widths.append(key_width(theme, self._key))
        return sum(widths) + theme.px(_GAP) * (len(widths) - 1)

    def _paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        theme = self.theme
        left = rect.left() + (rect.width() - self._content_width()) / 2
        gap = theme.px(_GAP)
        if self._icon_name:
            size = theme.px(_ICON)
            # on whole pixels it is sharp, and drawn from Qt's store of pictures
            square = QRectF(round(left), round(rect.center().y() - size / 2), size, size)
            paint_icon(painter, self._icon_name, square, ink, filled=bool(self._mark) and self.isChecked())
            left += size + gap
        if self.text():
            font = theme.font(self._role())
            wide = width_of(font, self.text())
            text(painter, QRectF(left, rect.top(), wide + 2, rect.height()), self.text(), font, ink, LEFT)
            if self._kind == "link":
                under = round(rect.center().y() + theme.type.size(self._role()) * 0.5 + theme.px(2))
                flat(painter, QRectF(left, under, wide, 1), theme.tokens.line2)
            left += wide + gap
        if self._shown_key():
            on_ink = self._kind == "filled" and not self.off
            paint_key(painter, theme, left, rect.center().y(), self._key, on_ink)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Fill, edge and ink of the state it is in."""
        tokens = self.theme.tokens
        if self._mark and self.isChecked():
            marked = tokens.verdict(self._mark)
            return marked.tint, marked.ink, marked.ink
        if self.off:
            filled = self._kind == "filled"
            edge = None if self._kind in ("quiet", "link") else (tokens.press if filled else tokens.line)
            return (tokens.press if filled else None), edge, tokens.ink3
        over = self.underMouse()
        if self._kind == "filled":
            return (tokens.ink2 if self.isDown() else tokens.ink), None, tokens.on_ink
        if self._kind == "link":
            return None, None, tokens.ink if over else tokens.ink3
        ground = tokens.press if self.isDown() else (tokens.hover if over else None)
        if self._kind == "quiet":
            return ground, None, tokens.ink if ground is not None else tokens.ink2
        danger = self._kind == "danger"
        return (
            ground or tokens.surface,
            tokens.wrong.ink if danger else tokens.line,
            (tokens.wrong.ink if danger else tokens.ink),
        )
