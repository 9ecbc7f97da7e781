"""How honest the figures are: chances against what came, mock exams, the learner's own confidence."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from certstudy.gui.progress.chart_card import ChartCard
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.calibration_plot import CalibrationPlot
from certstudy.gui.widgets.label import Label
from certstudy.present.honesty import HonestyView
from certstudy.present.words import _


class CalibrationCard(ChartCard):
    """Rendered whole by `show_honesty`; `mending(question ids)` when the learner wants to put errors right."""

    mending = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.chances = CalibrationPlot(theme)
        super().__init__(
            theme,
            _("Foretold and come true"),
            _("dashed where both agree"),
            self.chances,
            parent,
        )
        self._view: HonestyView | None = None
        self.words = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self.mocks = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self.confidence = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self.mend = Button(theme, "", "link")
        self.mend.clicked.connect(self._mend)
        end = self.body.count() - 1
        for offset, part in enumerate((self.words, self.mocks, self.confidence, self.mend)):
            part.setContentsMargins(0, theme.px(6), 0, 0)
            self.body.insertWidget(end + offset, part)
        for part in (self.chances, self.menu, self.confidence, self.mend):
            part.hide()

    def show_honesty(self, view: HonestyView) -> None:
        """Renders the account."""
        self._view = view
        self.chances.set_bins(view.bins)
        for part in (self.chances, self.menu):
            part.setVisible(bool(view.bins))
        self.words.setText(view.answers)
        self.mocks.setText(view.mocks)
        self.confidence.setText(" · ".join(view.confidence))
        self.confidence.setVisible(bool(view.confidence))
        self.mend.setText(view.misled_words)
        self.mend.setVisible(bool(view.misled))

    def _mend(self) -> None:
        if self._view is not None:
            self.mending.emit(self._view.misled)
