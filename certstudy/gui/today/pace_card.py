"""The days behind and the days to the exam, in minutes, against the goal."""

from PySide6.QtWidgets import QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.day_bars import DayBars
from certstudy.gui.widgets.label import Label
from certstudy.present.chart import DayBar
from certstudy.present.words import _


class PaceCard(Card):
    """Bars per day and one sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("To the exam"), " ", parent=parent)
        self._bars = DayBars(theme)
        self._pace = Label(theme, "", Role.CAPTION, "ink3", wrap=True)
        self.body.addWidget(self._bars)
        self.body.addWidget(self._pace)
        self.body.addStretch(1)

    def show_days(self, days: tuple[DayBar, ...], goal: int, pace: str) -> None:
        """Renders the days; `goal` in minutes a day."""
        if self.aside is not None:
            self.aside.setText(_("minutes a day, goal {n}").format(n=goal))
        if self.title is not None:
            ahead = any(day.kind in ("planned", "exam") for day in days)
            self.title.setText(_("To the exam") if ahead else _("The last two weeks"))
        self._bars.set_days(days, goal)
        self._pace.setText(pace)
