"""Light or dark, how large the text is, whether things move."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from certstudy.core.preferences import Appearance, Preferences
from certstudy.gui.settings.form import FormRow
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.choice_field import ChoiceField
from certstudy.gui.widgets.segmented import Segmented
from certstudy.present.words import NARROW, _

SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class AppearanceCard(Card):
    """`changed({field: value})` for each edit."""

    # not dict: PySide would turn what is in it into Qt values and an Appearance into plain text
    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Appearance"), parent=parent)
        names = {
            Appearance.SYSTEM: _("System"),
            Appearance.LIGHT: _("Light"),
            Appearance.DARK: _("Dark"),
        }
        self.scheme = Segmented(theme, tuple((which.value, words) for which, words in names.items()))
        self.scale = ChoiceField()
        for scale in SCALES:
            self.scale.addItem(f"{round(scale * 100)}{NARROW}%", scale)
        self.scale.setMinimumWidth(theme.px(110))
        self.still = QCheckBox(_("Reduce motion"))
        self.body.addWidget(FormRow(theme, _("Colours"), "", self.scheme))
        self.body.addWidget(FormRow(theme, _("Text size"), _("Also Ctrl and plus, minus or 0."), self.scale))
        self.body.addWidget(self.still)
        self.scheme.picked.connect(lambda name: self.changed.emit({"appearance": Appearance(name)}))
        self.scale.activated.connect(
            lambda index: self.changed.emit({"text_scale": self.scale.itemData(index)})
        )
        self.still.toggled.connect(lambda on: self.changed.emit({"reduce_motion": on}))

    def show_preferences(self, kept: Preferences) -> None:
        """Renders the stored settings without telling of a change."""
        self.scheme.set_value(kept.appearance.value)
        nearest = min(range(len(SCALES)), key=lambda index: abs(SCALES[index] - kept.text_scale))
        self.scale.setCurrentIndex(nearest)
        self.still.blockSignals(True)
        self.still.setChecked(kept.reduce_motion)
        self.still.blockSignals(False)
