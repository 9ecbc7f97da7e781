"""A card around one chart: its title, what it shows, its menu, and what stands there while it has nothing to show."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.chart_menu import ChartMenu
from certstudy.gui.widgets.empty_state import EmptyState
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.plot import Plot
from certstudy.present.empty import EmptyView


class ChartCard(Card):
    """ChartCard(theme, "Mock scores", "...", plot); `walked(chart, rect)` where keys stand, `acted` when empty."""

    picture_wanted = Signal(Plot)
    table_wanted = Signal(Plot)
    walked = Signal(Plot, QRectF)
    acted = Signal()

    def __init__(
        self, theme: Theme, title: str, aside: str, plot: Plot, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, parent=parent)
        self.plot = plot
        self.menu = ChartMenu(theme, plot)
        self.empty = EmptyState(theme, "")
        self._remark = Label(theme, aside, Role.CAPTION, "ink3", wrap=True)
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self._remark, 100)
        self.head.addWidget(self.menu)
        self.body.addWidget(plot)
        self.body.addWidget(self.empty)
        self.body.addStretch(1)
        self.empty.hide()
        self.empty.acted.connect(self.acted)
        self.menu.picture_wanted.connect(self.picture_wanted)
        self.menu.table_wanted.connect(self.table_wanted)
        plot.walked.connect(lambda rect: self.walked.emit(plot, rect))

    @override
    def restyle(self) -> None:
        """Closer than other cards: the page is full."""
        super().restyle()
        side, px = self._theme.metrics.card_padding, self._theme.px
        self.body.setContentsMargins(side, px(14), side, px(12))

    def show_aside(self, words: str) -> None:
        """Another remark beside the title."""
        self._remark.setText(words)

    def show_empty(self, view: EmptyView | None) -> None:
        """Puts the words, and what to do, in the chart's place; None brings the chart back."""
        if view is not None:
            self.empty.show_text(view.words, view.detail, view.action)
        self.empty.setVisible(view is not None)
        for part in (self.plot, self.menu):
            part.setVisible(view is None)
