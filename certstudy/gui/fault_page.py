"""What stands in the window when the record or the pack cannot be opened: what happened, what is safe, what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.core.errors import WorldError
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.present.words import _


class FaultPage(QWidget):
    """Rendered from a WorldError; `again` to try once more, `folder` to show the data folder."""

    again = Signal()
    folder = Signal()

    def __init__(self, theme: Theme, fault: WorldError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = PageFrame(theme, _("Your progress cannot be opened now"))
        card = Card(theme)
        card.setMaximumWidth(theme.px(720))
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
        frame.body.addWidget(card, 0, Qt.AlignmentFlag.AlignLeft)
        frame.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        self.setFocusProxy(self.retry)
