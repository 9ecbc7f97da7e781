"""When the exam is and how much time there is for it."""

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from certstudy.core.preferences import Preferences
from certstudy.gui.settings.form import FormRow
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.date_field import DateField
from certstudy.gui.widgets.number_field import NumberField
from certstudy.present.words import NARROW, _

FIRST_GUESS_DAYS = 42
SHORTEST, LONGEST = 5, 240


class ExamCard(Card):
    """`changed({field: value})` for each edit."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Exam"), parent=parent)
        self.booked = QCheckBox(_("I have a date"))
        self.date = DateField(theme)
        self.date.setDate(QDate.currentDate().addDays(FIRST_GUESS_DAYS))
        self.date.setMinimumDate(QDate(2020, 1, 1))
        self.minutes = NumberField(theme, SHORTEST, LONGEST)
        self.minutes.setSingleStep(5)
        self.minutes.setSuffix(f"{NARROW}min")
        self.body.addWidget(self.booked)
        self.body.addWidget(
            FormRow(theme, _("Exam date"), _("Days to the exam are counted on Today."), self.date)
        )
        self.body.addWidget(
            FormRow(
                theme,
                _("Minutes a day"),
                _("What you can give on a usual evening; the plan can differ by weekday."),
                self.minutes,
            )
        )
        self.booked.toggled.connect(self._book)
        self.date.dateChanged.connect(self._date_changed)
        self.minutes.valueChanged.connect(
            lambda value: self.changed.emit({"minutes_a_day": value, "week": ()})
        )

    def show_preferences(self, kept: Preferences) -> None:
        """Renders the stored settings without telling of a change."""
        parts = (self.booked, self.date, self.minutes)
        for part in parts:
            part.blockSignals(True)
        self.booked.setChecked(kept.exam_date is not None)
        self.date.setEnabled(kept.exam_date is not None)
        day = kept.exam_date
        if day is not None:
            self.date.set_day(day)
        self.minutes.setValue(kept.minutes_a_day)
        for part in parts:
            part.blockSignals(False)

    def _book(self, booked: bool) -> None:
        if booked:
            self._date_changed()
        else:
            self.changed.emit({"exam_date": None})

    def _date_changed(self) -> None:
        if self.booked.isChecked():
            self.changed.emit({"exam_date": self.date.day()})
