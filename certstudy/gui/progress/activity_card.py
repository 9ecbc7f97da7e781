"""The days studied: the map of weeks, and beside it the streak, the days that count and the minutes on them."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.progress.chart_card import ChartCard
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.activity_map import ActivityMap
from certstudy.gui.widgets.label import Label
from certstudy.present.chart import ActivityYear
from certstudy.present.progress import Stat
from certstudy.present.words import _


class StatColumn(QWidget):
    """Figures over what they count."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels: list[tuple[Label, Label]] = []
        self._column = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._column)
        whole.addStretch(1)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_stats(self, stats: tuple[Stat, ...]) -> None:
        """Renders the figures."""
        while len(self._labels) < len(stats):
            self._labels.append(self._pair())
        for (figure, caption), stat in zip(self._labels, stats, strict=True):
            figure.setText(stat.figure)
            caption.setText(stat.caption)

    def restyle(self) -> None:
        """Takes its gaps from the theme again."""
        self._column.setSpacing(self._theme.px(10))

    def _pair(self) -> tuple[Label, Label]:
        figure = Label(self._theme, "", Role.STAT)
        caption = Label(self._theme, "", Role.CAPTION, "ink2")
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(figure)
        pair.addWidget(caption)
        self._column.addLayout(pair)
        return figure, caption


class ActivityCard(ChartCard):
    """Rendered whole by `show_activity`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.map = ActivityMap(theme)
        super().__init__(theme, _("Activity"), "", self.map, parent)
        self._stats = StatColumn(theme)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.body.removeWidget(self.map)
        self._row.addWidget(self.map, 1)
        self._row.addWidget(self._stats)
        self.body.insertLayout(self.body.count() - 1, self._row)
        theme.changed.connect(self._space)
        self._space()

    def show_activity(self, year: ActivityYear, stats: tuple[Stat, ...], rule: str) -> None:
        """Renders the map and the figures; the rule says which days count."""
        self.map.set_year(year)
        self._stats.show_stats(stats)
        self.show_aside(rule)

    def _space(self) -> None:
        self._row.setSpacing(self._theme.px(20))
