"""A choice among a few words in one frame: confidence, a time range, a view."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QRadioButton, QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.flow import FlowLayout
from certstudy.gui.widgets.key_hint import key_width, paint_key
from certstudy.gui.widgets.painting import LEFT, box, text, width_of
from certstudy.gui.widgets.radio import set_chosen
from certstudy.gui.widgets.ring import Ringed
from certstudy.gui.widgets.wrapping import Policy, height_follows_width

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segment(Ringed, QRadioButton):
    """One word of the control."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, words: str, key: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.theme, self._key = theme, key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def ring_radius(self) -> float:
        return self.theme.px(5)

    @override
    def nextCheckState(self) -> None:
        """The control decides."""

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one press: the second would take back what the first chose."""
        event.accept()

    @override
    def sizeHint(self) -> QSize:
        return QSize(int(self._content_width() + self.theme.px(20) + 0.99), self.theme.px(26))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.isChecked():
            box(painter, rect, theme.px(5), theme.tokens.surface, theme.tokens.line)
        left = (rect.width() - self._content_width()) / 2
        ink = theme.tokens.ink if self.isChecked() or self.underMouse() else theme.tokens.ink2
        font = theme.font(Role.LABEL)
        wide = width_of(font, self.text())
        text(painter, QRectF(left, 0, wide + 2, rect.height()), self.text(), font, ink, LEFT)
        if self._key and theme.show_keys:
            paint_key(painter, theme, left + wide + theme.px(6), rect.center().y(), self._key)

    def _content_width(self) -> float:
        theme = self.theme
        wide = width_of(theme.font(Role.LABEL), self.text())
        if self._key and theme.show_keys:
            wide += theme.px(6) + key_width(theme, self._key)
        return wide


class Segmented(QWidget):
    """Segmented(theme, (("guess", "Guess"), ...)); `picked(id)` says what was pressed, `set_value` shows it.

    None is preset. With `optional` pressing the chosen segment again picks ""; `wrapping` breaks into rows.
    """

    picked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: tuple[tuple[str, str], ...],
        keys: tuple[str, ...] = (),
        optional: bool = False,
        wrapping: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._optional = theme, optional
        self._segments: dict[str, Segment] = {}
        self._layout: QLayout = FlowLayout(1, self) if wrapping else QHBoxLayout(self)
        for index, (choice, words) in enumerate(choices):
            segment = Segment(theme, words, keys[index] if keys else "", self)
            segment.clicked.connect(lambda _on=False, choice=choice: self.press(choice))
            segment.stepped.connect(self._step)
            self._layout.addWidget(segment)
            self._segments[choice] = segment
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if wrapping:
            height_follows_width(self, down=Policy.Minimum)
        theme.changed.connect(self.restyle)
        self.restyle()

    @property
    def value(self) -> str:
        """The chosen id, or "" when there is none."""
        return next((choice for choice, segment in self._segments.items() if segment.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Shows a choice, or none with ""."""
        for choice, segment in self._segments.items():
            set_chosen(segment, choice == value)

    def show_only(self, choices: Iterable[str]) -> None:
        """Leaves the other segments out."""
        wanted = set(choices)
        for choice, segment in self._segments.items():
            segment.setVisible(choice in wanted)

    def press(self, choice: str) -> None:
        """Picks a choice as a click does; for shortcut keys."""
        self.set_value("" if self._optional and choice == self.value else choice)
        self.picked.emit(self.value)

    def restyle(self) -> None:
        """Takes its gaps from the theme again."""
        edge = self._theme.px(2) + 1
        self._layout.setContentsMargins(edge, edge, edge, edge)
        self._layout.setSpacing(1)
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), theme.px(7), theme.tokens.sunken, theme.tokens.line)

    def _step(self, by: int) -> None:
        segments = list(self._segments.values())
        here = next((index for index, segment in enumerate(segments) if segment.hasFocus()), 0)
        segments[(here + by) % len(segments)].setFocus(Qt.FocusReason.TabFocusReason)
