"""The exam as a row of seats: today's plan by area, and a sitting's progress in order of asking."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.tokens import AreaInk
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import LEFT, area_box, box, stroke, text, width_of
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.chart import PlanArea, PlanMark, ProgressSeat
from certstudy.present.table import Table
from certstudy.present.words import _

SEAT_W, SEAT_H, SEAT_GAP, AREA_GAP = 14, 44, 3, 13
LABEL_GAP, NARROWEST = 6, 0.1
ASKED_W, ASKED_H, ASKED_GAP = 24, 8, 3
CROWDED = 40
DENSE_W = 10
BAR_W = 160
GLYPHS = {"right": "check", "partly": "contrast", "wrong": "x"}


def _mark_word(mark: PlanMark) -> str:
    return {"review": _("to review"), "new": _("new"), "missed": _("missed lately")}[mark]


class PlanStrip(Plot):
    """A session's plan: solid = review, outlined = new, crossed = missed lately; bracket, code and count below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._areas: tuple[PlanArea, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_plan(self, areas: tuple[PlanArea, ...]) -> None:
        """Shows a plan; areas without seats are left out."""
        self._areas = tuple(area for area in areas if area.seats)
        self.setAccessibleName(_("Plan: {areas}").format(areas="; ".join(map(self._spoken, self._areas))))
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        areas = sum(max(self._seats_of(area), self._label_of(area)) for area in self._areas)
        return QSize(int(areas + self._gaps + 0.99), self.theme.px(76))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(76))

    @override
    def arrange(self) -> None:
        px, shrink = self.theme.px, self._shrink()
        start = 0.0
        for area in self._areas:
            for index, mark in enumerate(area.seats):
                left = start + index * px(SEAT_W + SEAT_GAP) * shrink
                rect = QRectF(left, 0, px(SEAT_W) * shrink, px(SEAT_H))
                place = _("{n} of {total}").format(n=index + 1, total=len(area.seats))
                self.marks.append(Mark(rect, (area.area.name, f"{place}, {_mark_word(mark)}")))
            start += max(self._seats_of(area) * shrink, self._label_of(area)) + px(AREA_GAP)

    @override
    def draw(self, painter: QPainter) -> None:
        index = 0
        for area in self._areas:
            rects = [mark.rect for mark in self.marks[index : index + len(area.seats)]]
            ink = self.theme.tokens.area(area.area.slot)
            for rect, mark in zip(rects, area.seats, strict=True):
                self._draw_seat(painter, rect, ink, mark)
            self._draw_bracket(painter, rects[0].left(), rects[-1].right(), area, ink)
            index += len(area.seats)

    @override
    def table(self) -> Table:
        heads = (_("Area"), _("Questions"), _("To review"), _("New"), _("Missed lately"))
        rows = []
        for area in self._areas:
            counts = [area.seats.count(mark) for mark in ("review", "new", "missed")]
            rows.append((area.area.name, str(len(area.seats)), *map(str, counts)))
        return Table(heads, tuple(rows))

    @property
    def _gaps(self) -> int:
        return max(0, len(self._areas) - 1) * self.theme.px(AREA_GAP)

    def _seats_of(self, area: PlanArea) -> float:
        """How wide the seats of an area would like to be together."""
        return len(area.seats) * self.theme.px(SEAT_W + SEAT_GAP) - self.theme.px(SEAT_GAP)

    def _label_of(self, area: PlanArea) -> float:
        """How wide the code and the count below them are."""
        theme = self.theme
        count = width_of(theme.font(Role.CAPTION), str(len(area.seats)))
        return width_of(theme.font(Role.STRIP_CODE), area.area.code) + theme.px(LABEL_GAP) + count

    def _shrink(self) -> float:
        """How much narrower seats are than they would like: labels keep their width, seats share the rest."""
        free, shrink, sharing = float(self.width() - self._gaps), 1.0, list(self._areas)
        while sharing:
            shrink = min(1.0, max(NARROWEST, free / sum(map(self._seats_of, sharing))))
            bound = [area for area in sharing if self._seats_of(area) * shrink < self._label_of(area)]
            if not bound:
                break
            free -= sum(map(self._label_of, bound))
            sharing = [area for area in sharing if area not in bound]
        return shrink

    def _draw_seat(self, painter: QPainter, rect: QRectF, ink: AreaInk, mark: PlanMark) -> None:
        px = self.theme.px
        if mark == "new":
            box(painter, rect, px(3.5), ink.tint, ink.graphic, 1.5)
            return
        area_box(painter, rect, px(3.5), ink, self.theme.tokens.surface)
        if mark == "missed":
            centre, arm = rect.center(), min(px(3), rect.width() / 3)
            for sign in (1, -1):
                ends = [centre + QPointF(-arm, -arm * sign), centre + QPointF(arm, arm * sign)]
                stroke(painter, ends, self.theme.tokens.surface, 1.8)

    def _draw_bracket(
        self, painter: QPainter, left: float, right: float, area: PlanArea, ink: AreaInk
    ) -> None:
        tokens, px = self.theme.tokens, self.theme.px
        top, foot = px(50) + 0.5, px(54) + 0.5
        painter.setPen(QPen(tokens.line2, 1))
        painter.drawPolyline(
            [
                QPointF(left + 0.5, top),
                QPointF(left + 0.5, foot),
                QPointF(right - 0.5, foot),
                QPointF(right - 0.5, top),
            ]
        )
        font = self.theme.font(Role.STRIP_CODE)
        line = QRectF(left, px(58), px(60), px(16))
        text(painter, line, area.area.code, font, ink.text, LEFT)
        line.translate(width_of(font, area.area.code) + px(LABEL_GAP), 0)
        text(painter, line, str(len(area.seats)), self.theme.font(Role.CAPTION), tokens.ink2, LEFT)

    @staticmethod
    def _spoken(area: PlanArea) -> str:
        parts = [
            f"{area.seats.count(mark)} {_mark_word(mark)}"
            for mark in ("review", "new", "missed")
            if area.seats.count(mark)
        ]
        return f"{area.area.name} {len(area.seats)}: {', '.join(parts)}"


class ProgressStrip(Plot):
    """A sitting's progress; when seats do not fit it is a plain bar."""

    animates = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._seats: tuple[ProgressSeat, ...] = ()
        self._filling, self._part = -1, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_seats(self, seats: tuple[ProgressSeat, ...]) -> None:
        """Shows the seats; one that was just answered fills from the left."""
        before = self._seats
        self._seats = seats
        done = sum(seat.mark not in ("ahead", "current") for seat in seats)
        words = _("{done} of {total} answered").format(done=done, total=len(seats))
        self.setAccessibleName(words)
        if len(before) != len(seats) or self.density == "bar":
            self.refresh()
        if len(before) == len(seats):
            changed = [i for i, (old, new) in enumerate(zip(before, seats, strict=True)) if old != new]
            self._renew(changed)
            answered = [i for i in changed if seats[i].mark not in ("ahead", "current")]
            if answered:
                from certstudy.gui.theme.motion import SEAT_FILL, glide  # noqa: PLC0415  # nothing moves at first

                self._filling = answered[0]
                glide(self, self.theme.duration(SEAT_FILL), self._fill)

    def _renew(self, changed: list[int]) -> None:
        """Paints the seats that changed and no others."""
        if self.density == "bar":
            return
        marks = self.marks_now()
        for index in changed:
            marks[index] = self._mark(index)
            self._update_seat(index)

    def _update_seat(self, index: int) -> None:
        rect = self.marks_now()[index].rect
        self.update(int(rect.left()) - 2, 0, int(rect.width()) + 5, self.height())

    def _mark(self, index: int) -> Mark:
        px, seat = self.theme.px, self._seats[index]
        wide = ASKED_W if self.density == "seats" else DENSE_W
        rect = QRectF(index * px(wide + ASKED_GAP), px(6), px(wide), px(ASKED_H))
        return Mark(rect, (seat.name or _("Question {n}").format(n=index + 1), self._mark_words(seat)))

    @property
    def density(self) -> Literal["seats", "crowded", "bar"]:
        """How it is drawn at the present width."""
        wide = ASKED_W if len(self._seats) <= CROWDED else DENSE_W
        if self.theme.px(wide + ASKED_GAP) * len(self._seats) - self.theme.px(ASKED_GAP) > self.width():
            return "bar"
        return "seats" if wide == ASKED_W else "crowded"

    @override
    def sizeHint(self) -> QSize:
        wide = ASKED_W if len(self._seats) <= CROWDED else DENSE_W
        return QSize(self.theme.px((wide + ASKED_GAP) * max(1, len(self._seats))), self.theme.px(30))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(170), self.theme.px(30))

    @override
    def arrange(self) -> None:
        if self.density != "bar":
            self.marks = [self._mark(index) for index in range(len(self._seats))]

    @override
    def draw(self, painter: QPainter) -> None:
        if self.density == "bar":
            self._draw_bar(painter)
            return
        shown = painter.clipBoundingRect() if painter.hasClipping() else QRectF(self.rect())
        for index, seat in enumerate(self._seats):
            rect = self.marks[index].rect
            if rect.left() - 2 < shown.right() and rect.right() + 2 > shown.left():
                self._draw_seat(painter, rect, seat, index)

    @override
    def table(self) -> Table:
        rows = tuple((str(i + 1), seat.name, self._mark_words(seat)) for i, seat in enumerate(self._seats))
        return Table((_("Question"), _("Subject"), _("State")), rows)

    def _draw_seat(self, painter: QPainter, rect: QRectF, seat: ProgressSeat, index: int) -> None:
        tokens, px = self.theme.tokens, self.theme.px
        ink = tokens.area(seat.slot)
        if seat.mark == "current":
            tall = rect.adjusted(px(1), -px(3), -px(1), px(3))
            box(painter, tall.adjusted(-1, -1, 1, 1), px(4), ink.graphic, tokens.ink, 2)
            return
        if seat.mark == "ahead" or index == self._filling:
            box(painter, rect, px(2), ink.tint, self.theme.blend(ink.graphic, 0.55))
        if seat.mark == "ahead":
            return
        part = self._part if index == self._filling else 1.0
        area_box(
            painter,
            QRectF(rect.topLeft(), QPointF(rect.left() + rect.width() * part, rect.bottom())),
            px(2),
            ink,
            tokens.surface,
        )
        glyph = GLYPHS.get(seat.mark)
        if glyph and self.density == "seats":
            size = px(9)
            square = QRectF(rect.center().x() - size / 2, px(20), size, size)
            paint_icon(painter, glyph, square, tokens.verdict(seat.mark).ink)

    def _draw_bar(self, painter: QPainter) -> None:
        tokens, px, total = self.theme.tokens, self.theme.px, len(self._seats)
        done = sum(seat.mark not in ("ahead", "current") for seat in self._seats)
        bar = QRectF(0, (self.height() - px(6)) / 2, min(px(BAR_W), self.width()), px(6))
        box(painter, bar, px(2), tokens.ramp[0])
        share = done / total if total else 0.0
        box(painter, QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), px(2), tokens.ink)

    @staticmethod
    def _mark_words(seat: ProgressSeat) -> str:
        words = {
            "ahead": _("to come"),
            "current": _("now"),
            "right": _("Right"),
            "partly": _("Partly right"),
            "wrong": _("Wrong"),
            "skipped": _("not answered"),
        }
        return words[seat.mark]

    def _fill(self, part: float) -> None:
        filling, self._part = self._filling, part
        if part >= 1.0:
            self._filling = -1
        if 0 <= filling < len(self.marks_now()):
            self._update_seat(filling)
        else:
            self.update()
