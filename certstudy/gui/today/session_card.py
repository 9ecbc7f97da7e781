"""Today's session: how many questions, how they fall on the areas, why those, and the button that starts it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.today.plan_legend import PlanLegend
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.line import Line
from certstudy.gui.widgets.seat_strip import PlanStrip
from certstudy.present.today_view import SessionView
from certstudy.present.words import _

REASONS_SHOWN = 4


class SessionCard(Card):
    """Rendered whole from a SessionView; `start`, `fresh`, `short` and `focus` are its buttons.

    While practice is paused `start` takes it up again, and `fresh` starts the session shown.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Today's session"), " ", parent=parent)
        self.start = Button(theme, _("Start session"), "filled", "large", key="Enter")
        self.fresh = Button(theme, _("Start session"), size="large")
        self.short = Button(theme, _("15 min"), size="large")
        self.focus = Button(theme, _("Focus…"), size="large")
        self._strip = PlanStrip(theme)
        self._legend = PlanLegend(theme)
        self._reasons = _Reasons(theme)
        self._honest = Label(theme, "", Role.CAPTION, "ink3", wrap=True)
        self._honest.setContentsMargins(0, theme.px(10), 0, 0)
        self._empty = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self.body.addSpacing(theme.px(6))
        self.body.addWidget(self._empty)
        self.body.addWidget(self._strip)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self._legend)
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(Line(theme))
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(self._reasons)
        self.body.addWidget(self._honest)
        self.body.addSpacing(theme.px(14))
        self.body.addStretch(1)
        self.body.addWidget(Flow(theme, (self.start, self.fresh, self.short, self.focus)))

    def show_view(self, view: SessionView) -> None:
        """Renders the session, or says why there is none."""
        if self.aside is not None:
            self.aside.setText(view.detail)
        self._strip.set_plan(view.areas)
        self._strip.setVisible(bool(view.areas))
        self._legend.show_rows(view.legend)
        self._reasons.show_lines(tuple((line.figure, line.what, line.why) for line in view.lines))
        self._honest.setText(view.honest)
        self._honest.setVisible(bool(view.honest))
        self._empty.setText(view.empty)
        self._empty.setVisible(bool(view.empty))
        self.start.set_off("" if view.paused else view.empty)
        for button in (self.fresh, self.short):
            button.set_off(view.empty)
        self.offer(view.resume, view.place)

    def offer(self, resume: str, place: str = "") -> None:
        """The main button takes up the practice that stands there, or with "" starts the session."""
        self.start.setText(resume or _("Start session"))
        self.start.setAccessibleName(_("Resume session: {place}").format(place=place) if place else "")
        self.start.updateGeometry()
        self.fresh.setVisible(bool(resume))


class _Reasons(QWidget):
    """Why these questions: a figure, what it counts, and why that matters."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(Label(theme, _("Why these"), Role.LABEL, "ink3"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self._rows = tuple(self._row(theme, index) for index in range(REASONS_SHOWN))

    def show_lines(self, lines: tuple[tuple[str, str, str], ...]) -> None:
        """Renders up to four reasons."""
        self.setVisible(bool(lines))
        for index, (figure, what) in enumerate(self._rows):
            shown = index < len(lines)
            figure.setVisible(shown)
            what.setVisible(shown)
            if shown:
                figure.setText(lines[index][0])
                what.setText(f"{lines[index][1]} · {lines[index][2]}")

    def _row(self, theme: Theme, index: int) -> tuple[Label, Label]:
        figure = Label(theme, "", Role.FIGURE, wrap=True)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        figure.setMinimumWidth(theme.px(22))
        what = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self._grid.addWidget(figure, index, 0)
        self._grid.addWidget(what, index, 1)
        return figure, what
