"""What the learner holds: the prerequisite, the exam, the badge's link."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from certstudy.core.certification import Certification, months_after
from certstudy.core.preferences import Preferences
from certstudy.gui.settings.form import FormRow
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.choice_field import ChoiceField
from certstudy.gui.widgets.date_field import DateField
from certstudy.gui.widgets.dialog import Dialog
from certstudy.gui.widgets.label import Label
from certstudy.present.words import _

SECURE = "https://"


class HeldDates(QWidget):
    """Since when and valid to when; a change of the first sets the second, a renewal adds to it."""

    def __init__(
        self, theme: Theme, months: int, since: date | None, until: date | None, today: date
    ) -> None:
        super().__init__()
        self._months = months
        start = since or today
        self.since = DateField(theme, start)
        self.until = DateField(theme, until or months_after(start, months))
        self.since.setAccessibleName(_("Since"))
        self.until.setAccessibleName(_("Valid to"))
        self.renewed = Button(theme, _("Renewed"), size="small")
        self.renewed.setToolTip(_("Adds {n} months to the day of expiry").format(n=months))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.since, 1)
        row.addWidget(Label(theme, _("to"), Role.BODY, "ink3"))
        row.addWidget(self.until, 1)
        row.addWidget(self.renewed)
        self.since.dateChanged.connect(lambda: self.until.set_day(months_after(self.since.day(), months)))
        self.renewed.clicked.connect(self._renew)

    def days(self) -> tuple[date, date]:
        """Since when, to when."""
        return self.since.day(), self.until.day()

    def _renew(self) -> None:
        self.until.set_day(months_after(self.until.day(), self._months))


class HeldDialog(Dialog):
    """`values()` are the settings as entered, once it was accepted."""

    def __init__(
        self, theme: Theme, certification: Certification, kept: Preferences, today: date, parent: QWidget
    ) -> None:
        super().__init__(theme, _("What I hold"), "", parent)
        months = certification.validity_months
        self.prerequisite = ChoiceField()
        self.prerequisite.addItem(_("None yet"), "")
        for one in certification.prerequisites:
            self.prerequisite.addItem(f"{one.title} ({one.code})", one.code)
        self.prerequisite.setCurrentIndex(max(0, self.prerequisite.findData(kept.prerequisite)))
        self.first = HeldDates(theme, months, kept.prerequisite_since, kept.prerequisite_until, today)
        self.passed = QCheckBox(_("I passed the exam"))
        self.passed.setChecked(kept.passed is not None)
        self.own = HeldDates(theme, months, kept.passed, kept.valid_until, today)
        self.badge = QLineEdit(kept.badge)
        self.badge.setPlaceholderText(SECURE)
        self.badge.setMinimumWidth(theme.px(250))
        self.body.addWidget(FormRow(theme, _("Prerequisite"), "", self.prerequisite))
        self.body.addWidget(self.first)
        self.body.addWidget(self.passed)
        self.body.addWidget(self.own)
        help_text = _("The link that shows it to others.")
        self.body.addWidget(FormRow(theme, _("Badge"), help_text, self.badge))
        self.verb(_("Cancel"))
        self.save = self.verb(_("Save"), "filled", accepts=True)
        self.save.setDefault(True)
        self.prerequisite.currentIndexChanged.connect(self._consider)
        self.passed.toggled.connect(self._consider)
        self.badge.textChanged.connect(self._consider)
        self._consider()

    def values(self) -> dict[str, object]:
        """What to keep."""
        code, first, own = self.prerequisite.currentData(), self.first.days(), self.own.days()
        return {
            "prerequisite": code,
            "prerequisite_since": first[0] if code else None,
            "prerequisite_until": first[1] if code else None,
            "passed": own[0] if self.passed.isChecked() else None,
            "valid_until": own[1] if self.passed.isChecked() else None,
            "badge": self.badge.text().strip(),
        }

    def _consider(self) -> None:
        self.first.setVisible(bool(self.prerequisite.currentData()))
        self.own.setVisible(self.passed.isChecked())
        self.fit()
        link = self.badge.text().strip()
        sound = not link or (link.startswith(SECURE) and " " not in link and len(link) > len(SECURE))
        self.save.setEnabled(sound)
        self.save.setToolTip("" if sound else _("The link starts with https:// and holds no space."))
