"""The filters of the library in one row that breaks: four menus, five states, and a way to clear them."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from certstudy.core.question import Kind
from certstudy.core.syllabus import Syllabus
from certstudy.gui.library.facet import Facet
from certstudy.gui.library.row_delegate import GLYPHS
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.chip import Chip
from certstudy.gui.widgets.flow import Flow
from certstudy.present.library import (
    area_choices,
    difficulty_choices,
    kind_choices,
    narrowed,
    objective_choices,
    split_scope,
    standing_word,
)
from certstudy.present.words import _
from certstudy.study.library import Search, Standing


class FilterBar(Flow):
    """`applied(search)` gives a search the filters; `changed` says that they are others now."""

    changed = Signal()

    def __init__(self, theme: Theme, syllabus: Syllabus, parent: QWidget | None = None) -> None:
        super().__init__(theme, (), 6, parent)
        self._syllabus = syllabus
        self.area = Facet(theme, _("Area"), lambda: area_choices(syllabus))
        self.place = Facet(theme, _("Objective"), lambda: objective_choices(syllabus, self.area.chosen))
        self.kind = Facet(theme, _("Type"), kind_choices)
        self.difficulty = Facet(theme, _("Difficulty"), difficulty_choices)
        self.standings = {
            standing: Chip(
                theme, standing_word(standing), icon=GLYPHS[standing][0], glyph=GLYPHS[standing][1]
            )
            for standing in Standing
        }
        self.flagged = Chip(theme, _("Flagged"), icon="flag", glyph="flagged")
        self.clearing = Chip(theme, _("Clear filters"), icon="x")
        self.clearing.setCheckable(False)
        for facet in (self.area, self.place, self.kind, self.difficulty):
            facet.picked.connect(self._tell)
            self.add(facet)
        for chip in (*self.standings.values(), self.flagged):
            chip.toggled.connect(self._tell)
            self.add(chip)
        self.clearing.clicked.connect(lambda: self.show_search(Search(), tell=True))
        self.add(self.clearing)
        self.setAccessibleName(_("Filters"))
        self._show_clear()

    def applied(self, search: Search) -> Search:
        """The search with these filters."""
        return replace(
            search,
            scope=narrowed(self._syllabus, self.area.chosen, self.place.chosen),
            kinds=frozenset(Kind(kind) for kind in self.kind.chosen),
            difficulties=frozenset(int(level) for level in self.difficulty.chosen),
            standings=frozenset(standing for standing, chip in self.standings.items() if chip.isChecked()),
            flagged=self.flagged.isChecked(),
        )

    def show_search(self, search: Search, tell: bool = False) -> None:
        """Sets the filters of a search."""
        areas, places = split_scope(self._syllabus, search.scope)
        self.area.show_chosen(areas)
        self.place.show_chosen(places)
        self.kind.show_chosen(frozenset(kind.value for kind in search.kinds))
        self.difficulty.show_chosen(frozenset(str(level) for level in search.difficulties))
        self.blockSignals(True)
        for standing, chip in self.standings.items():
            chip.setChecked(standing in search.standings)
        self.flagged.setChecked(search.flagged)
        self.blockSignals(False)
        self._show_clear()
        if tell:
            self.changed.emit()

    def _tell(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self.clearing.setVisible(self.applied(Search()) != Search())
