"""The minutes of each weekday."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from certstudy.core.preferences import DAYS_A_WEEK, Preferences
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.number_field import NumberField
from certstudy.present.words import NARROW, _, weekday

LONGEST = 480
A_MONDAY = date(2026, 1, 5).toordinal()


class WeekCard(Card):
    """`changed({"week": minutes})` for each edit; 0 minutes are a day off."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Your week"), _("0 is a day off"), parent=parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        self.fields: list[NumberField] = []
        for place in range(DAYS_A_WEEK):
            name = weekday(date.fromordinal(A_MONDAY + place))
            field = NumberField(theme, 0, LONGEST)
            field.setSingleStep(5)
            field.setSuffix(f"{NARROW}min")
            field.setAccessibleName(name)
            field.valueChanged.connect(self._tell)
            self.fields.append(field)
            grid.addWidget(Label(theme, name, Role.BODY), place, 0)
            grid.addWidget(field, place, 1)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)

    def show_preferences(self, kept: Preferences) -> None:
        """Renders the stored minutes without telling of a change."""
        week = kept.week if len(kept.week) == DAYS_A_WEEK else (kept.minutes_a_day,) * DAYS_A_WEEK
        for field, minutes in zip(self.fields, week, strict=True):
            field.blockSignals(True)
            field.setValue(minutes)
            field.blockSignals(False)

    def _tell(self) -> None:
        self.changed.emit({"week": tuple(field.value() for field in self.fields)})
