"""All objectives of the outline as seats, filled as far as each is known; a seat opens its objective."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.tokens import AreaInk
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.area_code import HEIGHT as CODE_H
from certstudy.gui.widgets.area_code import WIDTH as CODE_W
from certstudy.gui.widgets.area_code import paint_area_code
from certstudy.gui.widgets.coverage_layout import Place, Sizes, places
from certstudy.gui.widgets.painting import LEFT, box, elided, hatch, text, width_of
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.gui.widgets.wrapping import Policy, height_follows_width
from certstudy.present.chart import CoverageArea, ObjectiveSeat
from certstudy.present.table import Table
from certstudy.present.words import _, percent

SEAT, SEAT_GAP, GROUP_GAP, AREA_GAP, ROW_GAP = 20, 3, 18, 30, 13
NAME, INDENT = 20, 44
LEGEND, SWATCH = 31, 13
# from a share on, how full the seat is painted
STEPS = ((0.85, 1.0), (0.70, 0.72), (0.50, 0.42), (0.0, 0.16))


def filling(share: float) -> float:
    """How opaque a seat's area colour is for the share known of its objective."""
    return next(opacity for least, opacity in STEPS if share >= least)


class CoverageMap(Plot):
    """CoverageMap(theme).set_areas(areas); `opened(objective id)` for seats that have questions."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._areas: tuple[CoverageArea, ...] = ()
        self.setAccessibleName(_("Objectives"))
        height_follows_width(self, Policy.Expanding)

    def set_areas(self, areas: tuple[CoverageArea, ...]) -> None:
        """Shows one seat per objective, grouped as in the outline."""
        self._areas = areas
        said = []
        for area in areas:
            seats = [seat for group in area.groups for seat in group.seats]
            met = sum(seat.share is not None for seat in seats)
            said.append(_("{area}: {met} of {n} met").format(area=area.area.name, met=met, n=len(seats)))
        self.setAccessibleDescription("; ".join(said))
        self.refresh()

    @override
    def heightForWidth(self, width: int) -> int:
        if not self._areas:
            return 0
        px, legend = self.theme.px, self._legend(width)
        lowest = max(place.rect.bottom() for place in self._places(width))
        return int(lowest) + px(LEGEND - 16) + px(16) * (legend[-1][0] + 1)

    @override
    def sizeHint(self) -> QSize:
        wide = self.theme.px(972)
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(INDENT + 5 * SEAT), self.theme.px(NAME + SEAT) if self._areas else 0)

    @override
    def step_from(self, index: int, key: Qt.Key) -> int:
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return index + (1 if key == Qt.Key.Key_Right else -1)
        here = self.marks[index].rect
        sign = 1 if key == Qt.Key.Key_Down else -1
        beyond = [
            (abs(mark.rect.top() - here.top()), abs(mark.rect.left() - here.left()), place)
            for place, mark in enumerate(self.marks)
            if sign * (mark.rect.top() - here.top()) > 1
        ]
        return min(beyond)[2] if beyond else index

    @override
    def arrange(self) -> None:
        for place, seat in zip(self._seat_places(), self._seats(), strict=True):
            self.marks.append(Mark(place.rect, _lines(seat), seat.id))

    @override
    def draw(self, painter: QPainter) -> None:
        px, tokens = self.theme.px, self.theme.tokens
        seats = iter(zip(self.marks, self._seats(), strict=True))
        for place in self._places(self.width()):
            area = self._areas[place.area]
            if place.kind == "code":
                code = QRectF(
                    place.rect.left(), place.rect.center().y() - px(CODE_H) / 2, px(CODE_W), px(CODE_H)
                )
                paint_area_code(painter, self.theme, code, area.area)
            elif place.kind == "name":
                font, words = self.theme.font(Role.AXIS), area.groups[place.group].name
                shown = elided(font, words, place.rect.width())
                text(painter, place.rect, shown, font, tokens.ink2, LEFT)
            else:
                mark, seat = next(seats)
                self._draw_seat(painter, mark.rect, seat, tokens.area(area.area.slot))
        self._draw_legend(painter)

    @override
    def table(self) -> Table:
        heads = (_("Area"), _("Group"), _("Objective"), _("Per cent known"), _("Questions"))
        rows = []
        for area in self._areas:
            for group in area.groups:
                for seat in group.seats:
                    known = "" if seat.share is None else str(round(100 * seat.share))
                    rows.append((area.area.name, group.name, seat.title, known, seat.detail))
        return Table(heads, tuple(rows))

    def _draw_seat(self, painter: QPainter, rect: QRectF, seat: ObjectiveSeat, ink: AreaInk) -> None:
        px = self.theme.px
        if seat.share is None:
            box(painter, rect, px(4), None, self.theme.tokens.line2, 1, [2, 2])
            return
        box(painter, rect, px(4), self.theme.blend(ink.graphic, filling(seat.share)), ink.graphic)
        if ink.hatched:
            hatch(painter, rect, px(4), self.theme.tokens.surface)

    def _draw_legend(self, painter: QPainter) -> None:
        """The steps in ink: a colour would name an area."""
        px, tokens, font = self.theme.px, self.theme.tokens, self.theme.font(Role.AXIS)
        legend = self._legend(self.width())
        top = self.height() - px(16) * (legend[-1][0] + 1)
        for row, left, words, opacity in legend:
            line = QRectF(left, top + row * px(16), px(SWATCH), px(16))
            square = QRectF(left, line.center().y() - px(SWATCH) / 2, px(SWATCH), px(SWATCH))
            fill: QColor | None = self.theme.blend(tokens.ink2, opacity) if opacity else None
            edge, dash = (tokens.ink2, None) if opacity else (tokens.line2, [2.0, 2.0])
            box(painter, square, px(3), fill, edge, 1, dash)
            cell = QRectF(left + px(SWATCH + 6), line.top(), width_of(font, words) + 2, px(16))
            text(painter, cell, words, font, tokens.ink2, LEFT)

    def _legend(self, width: int) -> list[tuple[int, float, str, float]]:
        """Row, left edge, words and opacity of each step; breaks into rows where the width ends."""
        steps = ((_("not met"), 0.0), *((_words(place), STEPS[place][1]) for place in (3, 2, 1, 0)))
        px, font = self.theme.px, self.theme.font(Role.AXIS)
        rows: list[tuple[int, float, str, float]] = []
        row, left = 0, float(px(INDENT))
        for words, opacity in steps:
            wide = px(SWATCH + 6) + width_of(font, words)
            if left + wide > width and left > px(INDENT):
                row, left = row + 1, float(px(INDENT))
            rows.append((row, left, words, opacity))
            left += wide + px(16)
        return rows

    def _seats(self) -> list[ObjectiveSeat]:
        return [seat for area in self._areas for group in area.groups for seat in group.seats]

    def _seat_places(self) -> list[Place]:
        return [place for place in self._places(self.width()) if place.kind == "seat"]

    def _places(self, width: int) -> list[Place]:
        px, font = self.theme.px, self.theme.font(Role.AXIS)
        sizes = Sizes(
            seat=px(SEAT),
            seat_gap=px(SEAT_GAP),
            group_gap=px(GROUP_GAP),
            area_gap=px(AREA_GAP),
            row_gap=px(ROW_GAP),
            name=px(NAME),
            indent=px(INDENT),
        )
        blocks: Sequence[Sequence[tuple[float, int]]] = [
            [(width_of(font, group.name) + 2, len(group.seats)) for group in area.groups]
            for area in self._areas
        ]
        return places(blocks, width, sizes)


def _words(step: int) -> str:
    least = round(100 * STEPS[step][0])
    if step == 0:
        return _("{share} and more").format(share=percent(STEPS[0][0]))
    above = round(100 * STEPS[step - 1][0])
    return _("under {share}").format(share=percent(above / 100)) if not least else f"{least}–{above}"


def _lines(seat: ObjectiveSeat) -> tuple[str, ...]:
    if seat.share is None:
        return tuple(line for line in (seat.title, seat.detail) if line)
    known = _("{share} of its questions known").format(share=percent(seat.share))
    return tuple(line for line in (seat.title, known, seat.detail) if line)
