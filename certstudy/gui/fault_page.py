"""What stands in the window when the record or the pack cannot be opened: what happened, what is safe, what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from certstudy.core.errors import WorldError
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.present.words import _

WIDEST = 720


class FaultPage(QWidget):
    """Rendered from a WorldError; `again` to try once more, `folder` to show the data folder."""

    again = Signal()
    folder = Signal()

    def __init__(self, theme: Theme, fault: WorldError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = PageFrame(theme, _("Your progress cannot be opened now"))
        self._theme = theme
        self._card = card = Card(theme)
        card.body.addWidget(IconView(theme, "triangle-alert", "partly", 24))
        card.body.addSpacing(theme.px(10))
        card.body.addWidget(Label(theme, fault.what, Role.QUESTION, wrap=True))
        for sentence in (fault.safe, fault.remedy):
            if sentence:
                card.body.addSpacing(theme.px(8))
                card.body.addWidget(Label(theme, sentence, Role.OPTION, "ink2", wrap=True))
        card.body.addSpacing(theme.px(18))
        self.retry = Button(theme, _("Try again"), "filled", key="Enter")
        self.show_folder = Button(theme, _("Open the data folder"), icon="folder-open")
        self.retry.clicked.connect(self.again)
        self.show_folder.clicked.connect(self.folder)
        card.body.addWidget(Flow(theme, (self.retry, self.show_folder)))
        # aligned by a flag it would be as narrow as its hint, and too low for the words that break there
        row = QHBoxLayout()
        row.addWidget(card, 1)
        row.addStretch(0)
        frame.body.addLayout(row)
        frame.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        self.setFocusProxy(self.retry)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Takes its greatest width from the theme again."""
        self._card.setMaximumWidth(self._theme.px(WIDEST))
