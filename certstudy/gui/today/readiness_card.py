"""Am I ready: the chance to pass with its range, the score it rests on, and each area's share right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.line import Line
from certstudy.gui.widgets.range_rows import RangeRows
from certstudy.gui.widgets.readiness_plot import ReadinessPlot
from certstudy.present.today_view import ReadinessView
from certstudy.present.words import _


class ReadinessCard(Card):
    """Rendered whole from a ReadinessView; without enough evidence it says what is missing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Readiness"), parent=parent)
        self._view: ReadinessView | None = None
        self.why = Button(theme, _("Why this number"), "link")
        self.why.clicked.connect(self._explain)
        self._figure = Label(theme, "", Role.HERO)
        self._unit = Label(theme, "%", Role.HERO_UNIT)
        self._of = Label(theme, _("chance to pass"), Role.BODY, "ink2")
        self._range = Label(theme, "", Role.CAPTION, "ink3")
        self._plot = ReadinessPlot(theme)
        self._sentence = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self._rows = RangeRows(theme)
        self._lay_out(theme)

    def show_view(self, view: ReadinessView) -> None:
        """Renders the chance, or why there is none yet."""
        self._view = view
        known = view.density is not None
        self._figure.setText(view.figure)
        self._range.setText(view.range)
        for part in (self._figure, self._unit, self._of, self._range, self._plot):
            part.setVisible(known)
        if view.density is not None:
            self._plot.set_density(view.density)
        self._sentence.setText(view.sentence)
        self.why.setText(_("Why this number") if known else _("Why not yet"))
        self._rows.set_rows(view.rows)

    def _lay_out(self, theme: Theme) -> None:
        self.head.addWidget(self.why)
        hero = QHBoxLayout()
        hero.setSpacing(theme.px(6))
        bottom = Qt.AlignmentFlag.AlignBottom
        hero.addWidget(self._figure, 0, bottom)
        hero.addWidget(self._unit, 0, bottom)
        hero.addWidget(self._of, 0, bottom)
        hero.addStretch(1)
        hero.addWidget(self._range, 0, bottom)
        self.body.addLayout(hero)
        self.body.addSpacing(theme.px(6))
        for part in (self._plot, self._sentence):
            self.body.addWidget(part)
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(Line(theme))
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self._rows)
        self.body.addStretch(1)

    def _explain(self) -> None:
        if self._view is None:
            return
        from certstudy.gui.widgets.dialog import Dialog  # noqa: PLC0415  # only when somebody asks

        panel = Dialog(self._theme, self.why.text(), "", self.window())
        for sentence in self._view.why:
            panel.body.addWidget(Label(self._theme, sentence, Role.BODY, "ink2", wrap=True))
        panel.verb(_("Close"), "filled").setDefault(True)
        panel.open()
