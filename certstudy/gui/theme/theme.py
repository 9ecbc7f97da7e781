"""The theme in force: one object, handed down by constructor, asked at every paint."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from certstudy.core.preferences import RoomColours
from certstudy.gui.theme import tokens as palettes
from certstudy.gui.theme.metrics import Metrics
from certstudy.gui.theme.palette import palette
from certstudy.gui.theme.reasons import KEYBOARD_REASONS
from certstudy.gui.theme.resources import resource_folder
from certstudy.gui.theme.room_colours import dressed
from certstudy.gui.theme.stylesheet import stylesheet
from certstudy.gui.theme.tokens import Tokens
from certstudy.gui.theme.typography import Role, Typography

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from certstudy.gui.theme.style import FocusRing

# asking for the style by name costs 9 ms less here than setting it, which hands the style object to Python
ARGUMENTS = ["certstudy", "-style", "fusion"]
SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0


class Scheme(StrEnum):
    """Which of the two palettes: one of them, or whichever the system uses."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Theme(QObject):
    """Colours, fonts and lengths of one scheme and text size; `changed` follows every change of them."""

    changed = Signal()

    def __init__(
        self, scheme: Scheme = Scheme.SYSTEM, scale: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.scheme = scheme
        self.reduced_motion = False
        self.show_keys = True
        self.tokens: Tokens = self._tokens_of(scheme)
        self._worn = RoomColours.USUAL
        self.metrics = Metrics(_within(scale))
        self.type = Typography(self.metrics.scale)
        self._ring: FocusRing | None = None
        self._app: QApplication | None = None

    def px(self, length: float) -> int:
        """A length of the design at this text size."""
        return self.metrics.px(length)

    def font(self, role: Role) -> QFont:
        """The font of a role at this text size."""
        return self.type.font(role)

    def icon(self, name: str, ink: str = "ink2", filled: bool = False) -> "QIcon":
        """A Lucide icon in one of the theme's inks, for menus and standard widgets."""
        from PySide6.QtGui import QIcon  # noqa: PLC0415  # the first screen paints its icons itself

        from certstudy.gui.theme.icon_engine import LucideEngine  # noqa: PLC0415

        return QIcon(LucideEngine(name, self.tokens.named(ink), self.tokens.ink3, filled))

    def duration(self, milliseconds: int) -> int:
        """How long a motion lasts: 0 when motion is reduced."""
        return 0 if self.reduced_motion else milliseconds

    def apply(self, app: QApplication) -> None:
        """Dresses the application, made with `ARGUMENTS`; later changes dress it again."""
        self.apply_base(app)
        icons = resource_folder() / "icons"
        # a sheet that changes dresses every widget once for each widget around it; a new one only once
        app.setStyleSheet("")
        app.setStyleSheet(stylesheet(self.tokens, self.metrics, icons.as_posix()))

    def apply_base(self, app: QApplication) -> None:
        """Font and colours alone: all the first screen needs, without the 5 ms that rules for fields and menus take."""
        if self._app is None:
            self._app = app
            # without it the style sheet gives every widget a palette of its own and later puts that old one back
            QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        app.setFont(self.font(Role.BODY))
        app.setPalette(palette(self.tokens))

    def set_scheme(self, scheme: Scheme) -> None:
        """Switches the palette live."""
        self.scheme = scheme
        self._change(self._tokens_of(scheme), self.metrics.scale)

    def wear(self, colours: RoomColours) -> None:
        """Puts the exam room's colours of high contrast over everything; the usual ones take them off."""
        if colours is not self._worn:
            self._worn = colours
            self._change(self._tokens_of(self.scheme), self.metrics.scale)

    @property
    def worn(self) -> RoomColours:
        """The scheme of high contrast over everything, or the usual colours."""
        return self._worn

    def set_scale(self, scale: float) -> None:
        """Switches the text size live; 1.0 to 2.0."""
        if _within(scale) != self.metrics.scale:
            self._change(self.tokens, _within(scale))

    def set_reduced_motion(self, reduced: bool) -> None:
        """Makes every motion take no time, or lets things move again."""
        self.reduced_motion = reduced

    def set_show_keys(self, shown: bool) -> None:
        """Shows or hides the key hints inside buttons."""
        self.show_keys = shown
        self.changed.emit()

    def ring(self, widget: QWidget, radius: float, reason: Qt.FocusReason) -> None:
        """Puts the focus ring around a widget if the keyboard brought the focus."""
        # before the first key there is nothing to take away, and Qt's styles take 20 ms to load
        if self._ring is not None or reason in KEYBOARD_REASONS:
            self._the_ring().follow(widget, self.tokens.ink, radius, reason)

    def unring(self, widget: QWidget) -> None:
        """Takes the focus ring off a widget that lost the focus."""
        if self._ring is not None and isValid(self._ring):
            self._ring.leave(widget)

    def blend(self, colour: QColor, opacity: float) -> QColor:
        """The colour at an opacity of 0 to 1."""
        faded = QColor(colour)
        faded.setAlphaF(opacity)
        return faded

    def _the_ring(self) -> "FocusRing":
        from certstudy.gui.theme.style import FocusRing  # noqa: PLC0415  # not needed before the first Tab

        # Qt may have deleted it together with the widget it was around
        if self._ring is None or not isValid(self._ring):
            self._ring = FocusRing()
        return self._ring

    def _change(self, tokens: Tokens, scale: float) -> None:
        self.tokens = dressed(tokens, self._worn)
        if scale != self.metrics.scale:
            self.metrics = Metrics(scale)
            self.type = Typography(scale)
        if self._app is not None:
            self.apply(self._app)
        self.changed.emit()

    def _follow_system(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self._change(self._tokens_of(Scheme.SYSTEM), self.metrics.scale)

    @staticmethod
    def _tokens_of(scheme: Scheme) -> Tokens:
        dark = scheme is Scheme.DARK
        if scheme is Scheme.SYSTEM and QGuiApplication.instance() is not None:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return palettes.dark() if dark else palettes.light()


def _within(scale: float) -> float:
    return min(LARGEST_SCALE, max(SMALLEST_SCALE, scale))
