"""A filter of many choices: a chip that opens a menu and says what is chosen."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.chip import Chip
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.library import FilterChoice
from certstudy.present.words import _

WIDEST = 28


class StayingMenu(QMenu):
    """Stays open while choices are ticked with the pointer or Space; Enter ticks the last one."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not _ticked(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not _ticked(self.activeAction()):
            super().keyPressEvent(event)


def _ticked(action: QAction | None) -> bool:
    """Ticks or unticks a choice; False where it is none."""
    if action is None or not action.isCheckable():
        return False
    action.trigger()
    return True


class Facet(Chip):
    """Facet(theme, "Area", choices): `chosen` is what is ticked, `picked` says that it changed."""

    picked = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        choices: Callable[[], tuple[FilterChoice, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, icon="chevron-down", parent=parent)
        self._title, self._choices = title, choices
        self.chosen: frozenset[str] = frozenset()
        self.clicked.connect(self._open)

    def show_chosen(self, chosen: frozenset[str]) -> None:
        """Ticks other choices without saying so."""
        self.chosen = chosen
        words = self._words()
        self.setText(words)
        self.setChecked(bool(chosen))
        self.setToolTip(plain_tip(words))
        self.setAccessibleName(words if words.startswith(self._title) else f"{self._title}: {words}")
        self.updateGeometry()

    def menu_of_choices(self) -> QMenu:
        """The menu as it stands."""
        menu = StayingMenu(self)
        self._fill(menu, self._choices())
        return menu

    def _fill(self, menu: QMenu, choices: tuple[FilterChoice, ...]) -> None:
        for choice in choices:
            if choice.parts:
                inner = StayingMenu(choice.words, menu)
                self._add(inner, FilterChoice(choice.id, _("The whole group")))
                inner.addSeparator()
                self._fill(inner, choice.parts)
                menu.addMenu(inner)
            else:
                self._add(menu, choice)

    def _add(self, menu: QMenu, choice: FilterChoice) -> None:
        action = QAction(choice.words.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(choice.id in self.chosen)
        action.triggered.connect(lambda _on=False, key=choice.id: self.flip(key))
        menu.addAction(action)

    def flip(self, choice: str) -> None:
        """Tick a choice or take its tick off."""
        self.show_chosen(self.chosen ^ {choice})
        self.picked.emit()

    def _open(self) -> None:
        self.setChecked(bool(self.chosen))
        menu = self.menu_of_choices()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + self.theme.px(4))))

    def _words(self) -> str:
        if not self.chosen:
            return self._title
        if len(self.chosen) > 1:
            return f"{self._title}: {len(self.chosen)}"
        flat = [inner for choice in self._choices() for inner in (choice, *choice.parts)]
        name = next((choice.words for choice in flat if choice.id in self.chosen), self._title)
        return name if len(name) <= WIDEST else f"{name[: WIDEST - 1].rstrip()}…"
