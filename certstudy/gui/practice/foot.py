"""The foot of a sitting: keys, how sure one is, and the one thing to do next."""

from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from certstudy.core.confidence import Confidence
from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.key_hint import Hint, KeyHint
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.segmented import Segmented
from certstudy.gui.widgets.stillness import at_once
from certstudy.present.confidence import confidence_word
from certstudy.present.quiz import QuizView
from certstudy.present.words import _

HINTS_FROM = 980
WORDS_FROM = 620


class _Primary(Button):
    """A double click is one press: its second half would go on from a verdict that nobody has read."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class Foot(QWidget):
    """`primary` checks or goes on, `unknown` answers "don't know", `sure` is the confidence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._checked = False
        self._asks = True
        self._hinted = 0
        self._arranged: tuple[object, ...] = ()
        self.primary = _Primary(theme, _("Check"), "filled", "tall", key="Enter")
        self.unknown = Button(theme, _("Don't know"), "quiet", "tall")
        self.sure = Segmented(
            theme, tuple((level.value, confidence_word(level)) for level in Confidence), optional=True
        )
        self._how = Label(theme, _("How sure?"), Role.CAPTION, "ink3")
        self._remaining = Label(theme, "", Role.CAPTION, "ink3")
        self._own = (KeyHint(theme, ()), KeyHint(theme, ()))
        self._asking = (KeyHint(theme, ("M",), _("flag")), KeyHint(theme, ("?",), _("all keys")))
        self._reading = (
            KeyHint(theme, ("O",), _("open documentation")),
            KeyHint(theme, ("N",), _("note")),
            KeyHint(theme, ("U",), _("undo")),
        )
        self._row = QHBoxLayout(self)
        for hint in (*self._own, *self._asking, *self._reading):
            self._row.addWidget(hint)
        self._row.addStretch(1)
        for part in (self._how, self.sure, self._remaining, self.unknown, self.primary):
            self._row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: QuizView, complete: bool, sure: Confidence | None, asks: bool) -> None:
        """Renders what can be done now."""
        self._checked, self._asks = view.feedback is not None, asks
        self.primary.setText(view.primary)
        missing = _("Choose an answer first, or say that you don't know.")
        self.primary.set_off("" if self._checked or complete else missing)
        self.sure.set_value(sure.value if sure else "")
        self._remaining.setText(view.remaining)
        self._arrange()

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """The keys of the question on the screen, two at most."""
        for shown, hint in zip(self._own, hints, strict=False):
            shown.show_hint(hint)
        self._hinted = len(hints)
        self._arrange()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._row.setContentsMargins(px(24), px(12), px(24), px(12))
        self._row.setSpacing(px(12))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, 0, self.width(), 1, tokens.line)

    def _arrange(self) -> None:
        wide = self.width() / self._theme.metrics.scale
        hints = wide >= HINTS_FROM and self._theme.show_keys
        state = (hints, wide >= WORDS_FROM, self._checked, self._asks, self._hinted)
        if state == self._arranged:
            return
        self._arranged = state
        with at_once(self._row):
            for place, hint in enumerate(self._own):
                hint.setVisible(hints and not self._checked and place < self._hinted)
            for hint in self._asking:
                hint.setVisible(hints and not self._checked)
            for hint in self._reading:
                hint.setVisible(hints and self._checked)
            self._how.setVisible(self._asks and not self._checked and wide >= WORDS_FROM)
            self.sure.setVisible(self._asks and not self._checked)
            self.unknown.setVisible(not self._checked)
            self._remaining.setVisible(self._checked)
