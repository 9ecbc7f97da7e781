"""Single days without study: holidays, a birthday."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from certstudy.core.preferences import Preferences
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.date_field import DateField, qt_day
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.label import Label
from certstudy.present.words import _, long_date


class DaysOffCard(Card):
    """`changed({"days_off": dates})` for each edit."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Days off"), parent=parent)
        self._kept: frozenset[date] = frozenset()
        self.date = DateField(theme)
        self.date.setAccessibleName(_("Day off"))
        self.add = Button(theme, _("Add"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.date, 1)
        row.addWidget(self.add)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(row)
        self.body.addSpacing(theme.px(6))
        self.body.addLayout(self._list)
        self.add.clicked.connect(self._add)

    def show_preferences(self, kept: Preferences, today: date) -> None:
        """Renders the days off still to come, without telling of a change."""
        # one that is past is kept, or it would count as an evening missed
        self._kept = frozenset(kept.days_off)
        self.date.setMinimumDate(qt_day(today))
        empty(self._list)
        for day in sorted(day for day in self._kept if day >= today):
            self._list.addWidget(self._row(day))

    def _row(self, day: date) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        remove = Button(self._theme, kind="quiet", size="small", icon="x")
        remove.setAccessibleName(_("Study on {day} after all").format(day=long_date(day)))
        remove.setToolTip(remove.accessibleName())
        remove.clicked.connect(lambda: self._tell(self._kept - {day}))
        row.addWidget(Label(self._theme, long_date(day), Role.BODY), 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignRight)
        return line

    def _add(self) -> None:
        self._tell(self._kept | {self.date.day()})

    def _tell(self, days: frozenset[date]) -> None:
        self.changed.emit({"days_off": tuple(sorted(days))})
