"""Terms that an explanation uses, as small tags that tell their meaning and lead to the glossary."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.chip import Chip
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.gloss import Meaning
from certstudy.present.words import _


class TermRow(Flow):
    """`show_terms(terms)`; `explained(term)` when one is pressed. Without terms it takes no room."""

    explained = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, (), 6, parent)
        self._theme_now = theme
        self._shown: tuple[Meaning, ...] = ()
        self.setAccessibleName(_("Terms"))
        self.hide()

    def show_terms(self, terms: tuple[Meaning, ...]) -> None:
        """Renders other terms."""
        if terms == self._shown:
            return
        self._shown = terms
        self.clear()
        for meaning in terms:
            chip = Chip(self._theme_now, meaning.term, small=True)
            chip.setToolTip(plain_tip(meaning.means))
            chip.setAccessibleDescription(meaning.means)
            chip.clicked.connect(lambda _on=False, term=meaning.term: self.explained.emit(term))
            self.add(chip)
            # Qt would count it in from the next turn of the loop on
            chip.show()
        self.setVisible(bool(terms))
