"""Whether the plan holds mock exams."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from certstudy.core.preferences import Preferences
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.label import Label
from certstudy.present.words import _


class MocksCard(Card):
    """`changed({"plan_mocks": on})` for each edit."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Mock exams"), parent=parent)
        self.planned = QCheckBox(_("Plan mock exams"))
        words = _("About one a week on the longest day, the last 3 to 5 days before the exam.")
        self.body.addWidget(self.planned)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(Label(theme, words, Role.CAPTION, "ink3", wrap=True))
        self.planned.clicked.connect(lambda on: self.changed.emit({"plan_mocks": on}))

    def show_preferences(self, kept: Preferences) -> None:
        """Renders the setting without telling of a change."""
        self.planned.setChecked(kept.plan_mocks)
