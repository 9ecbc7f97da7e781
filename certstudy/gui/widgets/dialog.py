"""A question or a notice over the window: title, consequence, verbs; Escape is the safe choice."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.button import Button, Kind
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.painting import box

WIDTH = 480


class Dialog(QDialog):
    """Dialog(theme, "End the exam?", "3 questions are open.", window): fill `body`, add `verb`s from left to right.

    Closed, it is deleted; what was entered is read when it is accepted.
    """

    def __init__(self, theme: Theme, title: str, words: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(theme.px(WIDTH))
        self.body = QVBoxLayout()
        self._verbs = QHBoxLayout()
        self._verbs.addStretch(1)
        column = QVBoxLayout(self)
        px = theme.px
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(Label(theme, title, Role.HEADING, wrap=True))
        if words:
            column.addWidget(Label(theme, words, Role.BODY, "ink2", wrap=True))
        self.body.setSpacing(px(8))
        column.addLayout(self.body)
        column.addSpacing(px(4))
        column.addLayout(self._verbs)
        self._verbs.setSpacing(px(8))
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)

    def verb(self, words: str, kind: Kind = "plain", accepts: bool = False) -> Button:
        """Adds a button that closes the dialog, keeping or accepting."""
        button = Button(self.theme, words, kind)
        button.clicked.connect(self.accept if accepts else self.reject)
        self._verbs.addWidget(button)
        return button

    def fit(self) -> None:
        """As tall as its wrapped words need at this width: a layout by itself guesses wrong."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            layout.activate()
            wide = max(self.width(), layout.totalMinimumSize().width())
            self.resize(wide, layout.totalHeightForWidth(wide))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    @override
    def open(self) -> None:
        """Shows it; without a field to fill the focus is where Enter presses, which need not be the filled button."""
        super().open()
        if self.focusWidget() is None:
            self.focusNextChild()
        if isinstance(self.focusWidget(), Button):
            for button in self.findChildren(Button):
                if button.isDefault():
                    button.setFocus(Qt.FocusReason.TabFocusReason)
                    self.theme.ring(button, button.ring_radius(), Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), 0, self.theme.tokens.surface, self.theme.tokens.line2)
