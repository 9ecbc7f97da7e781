"""The steps of the path, each with its state, and the way to enter what is held."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.painting import box, dot
from certstudy.present.certification import StepState, StepView
from certstudy.present.words import _

SIZE, DOT = 20, 5


class StepSign(QWidget):
    """A disc with a check when done, a dot for now, a cross when too late, a small empty ring ahead.

    A ring with a dot in it would look like something one chose.
    """

    def __init__(self, theme: Theme, state: StepState) -> None:
        super().__init__()
        self._theme, self._state = theme, state
        names = {"done": _("done"), "now": _("now"), "ahead": _("to come"), "late": _("lapsed")}
        self.setAccessibleName(names[state])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(SIZE), self._theme.px(SIZE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius, inner = rect.width() / 2, rect.adjusted(*(self._theme.px(n) for n in (3, 3, -3, -3)))
        if self._state == "done":
            box(painter, rect, radius, tokens.ink)
            paint_icon(painter, "check", inner, tokens.surface)
        elif self._state == "late":
            box(painter, rect, radius, None, tokens.wrong.ink, 1.5)
            paint_icon(painter, "x", inner, tokens.wrong.ink)
        elif self._state == "now":
            dot(painter, rect.center(), self._theme.px(DOT), tokens.ink)
        else:
            ring = QRectF(0, 0, self._theme.px(2 * DOT), self._theme.px(2 * DOT))
            ring.moveCenter(rect.center())
            box(painter, ring, ring.width() / 2, None, tokens.line2, 1.5)


class PathCard(Card):
    """Rendered whole from steps; `edited()` to enter what is held, `opened(url)` for the badge."""

    edited = Signal()
    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("The path"), " ", parent=parent)
        self.edit = Button(theme, _("What I hold…"), size="small")
        self.edit.clicked.connect(self.edited)
        self.head.addWidget(self.edit)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(14))
        self.body.addSpacing(theme.px(4))
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_steps(self, steps: tuple[StepView, ...]) -> None:
        """Renders the steps in order."""
        empty(self._rows)
        for step in steps:
            self._rows.addWidget(self._row(step))

    def _row(self, step: StepView) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(13))
        words = QVBoxLayout()
        words.setSpacing(0)
        title = Label(
            self._theme, step.title, Role.CONTROL, "ink" if step.state != "ahead" else "ink2", wrap=True
        )
        words.addWidget(title)
        words.addWidget(Label(self._theme, step.detail, Role.BODY, "ink3", wrap=True))
        if step.link:
            link = Button(self._theme, step.link, "link")
            link.clicked.connect(lambda: self.opened.emit(step.link))
            words.addWidget(link)
        row.addWidget(StepSign(self._theme, step.state), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return line
