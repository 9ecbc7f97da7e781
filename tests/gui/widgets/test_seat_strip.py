"""The plan's strip: seats by area with their labels, at any width."""

import pytest
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import width_of
from certstudy.gui.widgets.seat_strip import PlanStrip
from certstudy.present.areas import area_tags
from certstudy.present.chart import PlanArea, PlanMark
from tests.fakes import small_syllabus


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("seats", [(1, 1, 1), (1, 3, 1), (2, 40, 12), (20, 20, 20)])
@pytest.mark.parametrize("width", [240, 558, 1000])
def test_labels_have_room_and_seats_stay_within(
    qtbot: QtBot, theme: Theme, seats: tuple[int, ...], width: int, scale: float
) -> None:
    theme.set_scale(scale)
    strip = PlanStrip(theme)
    qtbot.addWidget(strip)
    width = round(width * scale)
    strip.resize(width, strip.sizeHint().height())
    new: PlanMark = "new"
    areas = tuple(
        PlanArea(area, (new,) * n) for area, n in zip(area_tags(small_syllabus()), seats, strict=True)
    )
    strip.set_plan(areas)
    marks, starts = strip.marks_now(), [0, seats[0], seats[0] + seats[1]]
    lefts = [marks[start].rect.left() for start in starts]
    for area, left, right in zip(areas, lefts, (*lefts[1:], float(width)), strict=True):
        code = width_of(theme.font(Role.STRIP_CODE), area.area.code)
        assert left + code + theme.px(6) + width_of(theme.font(Role.CAPTION), str(len(area.seats))) <= right
    assert marks[-1].rect.right() <= width + 0.5
