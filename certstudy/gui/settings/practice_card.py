"""How a practice session is made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from certstudy.core.preferences import Preferences
from certstudy.gui.settings.form import FormRow
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.number_field import NumberField
from certstudy.present.words import _
from certstudy.study.practice import LARGEST, SMALLEST


class PracticeCard(Card):
    """`changed({field: value})` for each edit."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Practice"), parent=parent)
        self.count = NumberField(theme, SMALLEST, LARGEST)
        self.confidence = QCheckBox(_("Ask how sure I am"))
        self.keys = QCheckBox(_("Show keys in buttons"))
        help_text = _("The usual length of a session, {low} to {high}.").format(low=SMALLEST, high=LARGEST)
        self.body.addWidget(FormRow(theme, _("Questions a session"), help_text, self.count))
        self.body.addWidget(self.confidence)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self.keys)
        self.count.valueChanged.connect(lambda value: self.changed.emit({"session_size": value}))
        self.confidence.toggled.connect(lambda on: self.changed.emit({"ask_confidence": on}))
        self.keys.toggled.connect(lambda on: self.changed.emit({"show_keys": on}))

    def show_preferences(self, kept: Preferences) -> None:
        """Renders the stored settings without telling of a change."""
        parts = (self.count, self.confidence, self.keys)
        for part in parts:
            part.blockSignals(True)
        self.count.setValue(kept.session_size)
        self.confidence.setChecked(kept.ask_confidence)
        self.keys.setChecked(kept.show_keys)
        for part in parts:
            part.blockSignals(False)
