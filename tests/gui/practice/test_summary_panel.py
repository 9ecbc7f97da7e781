"""The summary at the end of a session, at every size of text."""

import pytest
from pytestqt.qtbot import QtBot

from certstudy.gui.practice.summary_panel import SummaryBar, SummaryPanel
from certstudy.gui.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import width_of
from certstudy.present.areas import area_tags
from certstudy.present.summary import SummaryRow, SummaryView
from tests.fakes import small_syllabus

ROW = SummaryRow(area_tags(small_syllabus())[0], 0.5, "0 of 3 right", "0 of 7 points")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_points_stand_beside_the_bar(qtbot: QtBot, theme: Theme, scale: float) -> None:
    panel = SummaryPanel(theme)
    qtbot.addWidget(panel)
    theme.set_scale(scale)
    panel.resize(1280, 800)
    panel.show_view(SummaryView("Done", "0 of 3 right", "", (ROW,), 3, "Again"), ())
    panel.show()
    (bar,) = panel.findChildren(SummaryBar)
    figure = theme.px(96) + width_of(theme.font(Role.CAPTION), ROW.detail)
    assert theme.px(24) <= bar.track().width()
    assert bar.track().right() <= bar.width() - figure
