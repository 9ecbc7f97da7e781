"""The days to the exam as rows: when, how long, the questions by area, what else there is to say."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.core.exam_plan import DayKind
from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.painting import LEFT, RIGHT, box, elided, hatch, hline, text, width_of
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.plan import PlanRow
from certstudy.present.table import Table
from certstudy.present.words import _

PITCH, BAR = 32, 14
DAY_W, TIME_W, GAP = 92, 74, 14
BAR_SHARE, BAR_LEAST = 0.42, 56


class PlanDays(Plot):
    """PlanDays(theme).set_rows(rows)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows: tuple[PlanRow, ...] = ()
        self.setAccessibleName(_("Day by day"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: tuple[PlanRow, ...]) -> None:
        """Shows the days, today first."""
        self._rows = rows
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(480), self.theme.px(PITCH) * len(self._rows))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(260), self.theme.px(PITCH) * len(self._rows))

    @override
    def arrange(self) -> None:
        pitch = self.theme.px(PITCH)
        for index, row in enumerate(self._rows):
            areas = tuple(f"{part.area.name}: {len(part.seats)}" for part in row.areas)
            lines = tuple(line for line in (row.day, row.what, row.detail, *areas) if line)
            self.marks.append(Mark(QRectF(0, index * pitch, self.width(), pitch), lines))

    @override
    def draw(self, painter: QPainter) -> None:
        most = max((sum(len(part.seats) for part in row.areas) for row in self._rows), default=1)
        for index, (row, mark) in enumerate(zip(self._rows, self.marks, strict=True)):
            if index:
                hline(painter, 0, self.width(), mark.rect.top(), self.theme.tokens.line)
            self._draw_row(painter, row, mark.rect, max(1, most))

    @override
    def table(self) -> Table:
        rows = tuple((row.day, row.what, row.detail, self._areas(row)) for row in self._rows)
        return Table((_("Day"), _("Time"), _("Questions"), _("Areas")), rows)

    def _areas(self, row: PlanRow) -> str:
        return ", ".join(f"{part.area.name} {len(part.seats)}" for part in row.areas)

    def _draw_row(self, painter: QPainter, row: PlanRow, line: QRectF, most: int) -> None:
        tokens, px = self.theme.tokens, self.theme.px
        exam = row.kind is DayKind.EXAM or row.mock
        ink = tokens.ink3 if row.kind is DayKind.OFF else tokens.ink
        body = self.theme.font(Role.FIGURE if exam else Role.BODY)
        text(painter, QRectF(0, line.top(), px(DAY_W), line.height()), row.day, body, ink, LEFT)
        left = px(DAY_W)
        if not row.areas:
            text(
                painter,
                QRectF(left, line.top(), self.width() - left, line.height()),
                row.what,
                body,
                ink,
                LEFT,
            )
            return
        caption = self.theme.font(Role.CAPTION)
        text(
            painter, QRectF(left, line.top(), px(TIME_W), line.height()), row.what, caption, tokens.ink2, LEFT
        )
        left += px(TIME_W)
        wide = self._bar_width(left)
        self._draw_bar(painter, row, QRectF(left, line.center().y() - px(BAR) / 2, wide, px(BAR)), most)
        rest = QRectF(left + wide + px(GAP), line.top(), self.width() - left - wide - px(GAP), line.height())
        text(painter, rest, elided(caption, row.detail, rest.width()), caption, tokens.ink2, RIGHT)

    def _bar_width(self, left: float) -> float:
        """What the longest detail leaves, within limits."""
        caption, room = self.theme.font(Role.CAPTION), self.width() - left
        longest = max((width_of(caption, row.detail) for row in self._rows), default=0.0)
        left_over = room - longest - self.theme.px(GAP) - 2
        return max(self.theme.px(BAR_LEAST), min(room * BAR_SHARE, left_over))

    def _draw_bar(self, painter: QPainter, row: PlanRow, bar: QRectF, most: int) -> None:
        left = bar.left()
        for part in row.areas:
            ink = self.theme.tokens.area(part.area.slot)
            wide = bar.width() * len(part.seats) / most
            piece = QRectF(left, bar.top(), max(2.0, wide - self.theme.px(2)), bar.height())
            box(painter, piece, self.theme.px(2.5), ink.graphic)
            if ink.hatched:
                hatch(painter, piece, self.theme.px(2.5), self.theme.tokens.surface)
            left += wide
