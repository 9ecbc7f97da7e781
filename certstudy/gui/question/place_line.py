"""Where a question stands in the outline: the area's code and the path to the objective."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.area_code import AreaCode
from certstudy.gui.widgets.label import Label
from certstudy.present.chart import AreaTag
from certstudy.present.question import PlaceView


class PlaceLine(QWidget):
    """`show_place(view)`; with `whole` the group stands before the objective."""

    def __init__(self, theme: Theme, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self._code = AreaCode(theme, AreaTag(0, "", ""))
        self._words = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.px(8))
        self.row.addWidget(self._code)
        self.row.addWidget(self._words, 1)

    def show_place(self, view: PlaceView) -> None:
        """Renders the place of a question."""
        self._code.set_area(AreaTag(view.slot, view.code, view.area))
        whole = self._whole and view.group
        self._words.setText(f"{view.group} › {view.objective}" if whole else view.objective)
