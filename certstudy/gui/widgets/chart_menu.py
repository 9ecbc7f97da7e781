"""The small menu at a chart: its values as a table, its picture or its table as a file."""

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.plot import Plot
from certstudy.present.words import _

SIDE = 24


class ChartMenu(Button):
    """ChartMenu(theme, plot): an icon button; whoever holds it answers the two signals with a file dialog."""

    picture_wanted = Signal(Plot)
    table_wanted = Signal(Plot)

    def __init__(self, theme: Theme, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "quiet", "small", icon="ellipsis", parent=parent)
        self._plot = plot
        words = _("{chart}: table and files").format(chart=plot.accessibleName())
        self.setAccessibleName(words)
        self.setToolTip(_("Show as table, save"))
        self.menu_shown = QMenu(self)
        for icon, label, act in (
            ("table-2", _("Show as table\tT"), plot.show_table),
            ("download", _("Save picture…"), lambda: self.picture_wanted.emit(plot)),
            ("file-down", _("Save table…"), lambda: self.table_wanted.emit(plot)),
        ):
            self.menu_shown.addAction(QIcon(), label, act).setData(icon)
        self.clicked.connect(self._open)

    @override
    def sizeHint(self) -> QSize:
        side = self.theme.px(SIDE)
        return QSize(side, side)

    def _open(self) -> None:
        for action in self.menu_shown.actions():
            action.setIcon(self.theme.icon(action.data()))
        self.menu_shown.popup(self.mapToGlobal(QPoint(0, self.height())))
