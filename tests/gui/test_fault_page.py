"""What stands in the window when the record cannot be opened: all of it can be read, at every text size."""

import pytest
from pytestqt.qtbot import QtBot

from certstudy.core.errors import WorldError
from certstudy.gui.fault_page import FaultPage
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.label import Label

SHORT = WorldError("The record is already open in another window.", "Nothing was changed.")
LONG = WorldError(
    "/home/somebody/.local/share/CertStudy/az-400/record.db is not a CertStudy record.",
    "It is left exactly as it is.",
    "There is no backup beside it. What can still be read of it is gathered with: certstudy salvage. "
    "The file that comes of it stands beside the record and can be put in its place.",
)


@pytest.mark.parametrize("fault", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("width", [480, 1076, 1900])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off(qtbot: QtBot, theme: Theme, fault: WorldError, width: int, scale: float) -> None:
    page = FaultPage(theme, fault)
    qtbot.addWidget(page)
    page.resize(width, 800)
    page.show()
    qtbot.waitExposed(page)
    theme.set_scale(scale)
    card = page.findChild(Card)
    assert isinstance(card, Card)
    qtbot.waitUntil(lambda: all(_fits(label) for label in card.findChildren(Label)), timeout=1_000)
    for button in (page.retry, page.show_folder):
        held = button.parentWidget()
        assert held is not None
        assert held.rect().contains(button.geometry())
        assert card.rect().contains(held.geometry())


def _fits(label: Label) -> bool:
    return label.height() >= label.heightForWidth(label.width())
