"""One row per skill area: what is known of it as a dot with its range on a track, and the figures beside it."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.area_code import HEIGHT as CODE_H
from certstudy.gui.widgets.area_code import WIDTH as CODE_W
from certstudy.gui.widgets.area_code import paint_area_code
from certstudy.gui.widgets.painting import (
    LEFT,
    RIGHT,
    box,
    dot,
    elided,
    hatch,
    hline,
    text,
    vline,
    width_of,
)
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.chart import AreaSpan
from certstudy.present.table import Table
from certstudy.present.words import NARROW, _

TIGHT, ROOMY = 23, 36
GAP, TRACK_LEAST = 12, 44


class RangeRows(Plot):
    """RangeRows(theme).set_rows(rows); roomy rows stand further apart and show each row's note as a column."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, roomy: bool = False) -> None:
        super().__init__(theme, parent)
        self._rows: tuple[AreaSpan, ...] = ()
        self._tick = 70.0
        self._roomy = roomy
        self.setAccessibleName(_("By skill area"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: tuple[AreaSpan, ...], tick: float = 70.0) -> None:
        """Shows estimates in per cent; the tick is the share to reach."""
        self._rows, self._tick = rows, tick
        self.setAccessibleDescription("; ".join(", ".join(self._lines(row)) for row in rows))
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(352), self._pitch() * len(self._rows))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(230), self._pitch() * len(self._rows))

    @override
    def arrange(self) -> None:
        for index, row in enumerate(self._rows):
            line = QRectF(0, index * self._pitch(), self.width(), self._pitch())
            self.marks.append(Mark(line, self._lines(row)))

    @override
    def draw(self, painter: QPainter) -> None:
        columns = self._columns()
        for row, mark in zip(self._rows, self.marks, strict=True):
            self._draw_row(painter, row, mark.rect, columns)

    @override
    def table(self) -> Table:
        heads = (_("Area"), _("Per cent"), _("From"), _("To"), _("Note"))
        rows = []
        for row in self._rows:
            figures = ("", "", "")
            if row.span is not None:
                figures = (f"{row.span.value:.1f}", f"{row.span.low:.1f}", f"{row.span.high:.1f}")
            rows.append((row.area.name, *figures, row.note))
        return Table(heads, tuple(rows))

    def _draw_row(self, painter: QPainter, row: AreaSpan, line: QRectF, columns: "tuple[float, ...]") -> None:
        tokens, px, middle = self.theme.tokens, self.theme.px, line.center().y()
        name_left, track_left, track_right, figure_right, range_right = columns
        code = QRectF(0, middle - px(CODE_H) / 2, px(CODE_W), px(CODE_H))
        paint_area_code(painter, self.theme, code, row.area)
        body = self.theme.font(Role.BODY)
        room = track_left - name_left - px(GAP)
        name = QRectF(name_left, line.top(), room + 2, line.height())
        text(painter, name, elided(body, row.area.name, room), body, tokens.ink, LEFT)
        self._draw_track(painter, row, track_left, track_right, middle)
        caption = self.theme.font(Role.CAPTION)
        if row.span is None:
            note = QRectF(
                track_right + px(GAP), line.top(), self.width() - track_right - px(GAP), line.height()
            )
            text(painter, note, elided(caption, row.note, note.width()), caption, tokens.ink3, RIGHT)
            return
        cells = (
            (row.figure, Role.FIGURE, tokens.ink, figure_right),
            (row.range_text, Role.CAPTION, tokens.ink3, range_right),
        )
        for words, role, colour, right in cells:
            cell = QRectF(0, line.top(), right, line.height())
            text(painter, cell, words, self.theme.font(role), colour, RIGHT)
        if self._roomy:
            text(painter, line, row.note, caption, tokens.ink2, RIGHT)

    def _draw_track(self, painter: QPainter, row: AreaSpan, left: float, right: float, middle: float) -> None:
        tokens, px, ink = self.theme.tokens, self.theme.px, self.theme.tokens.area(row.area.slot)
        hline(painter, left, right, middle - 0.5, tokens.line)
        if row.span is not None:
            low, high = (left + (right - left) * end / 100 for end in (row.span.low, row.span.high))
            bar = QRectF(low, middle - px(3), max(1.0, high - low), px(6))
            box(painter, bar, px(3), self.theme.blend(ink.graphic, 0.32))
            if ink.hatched:
                hatch(painter, bar, px(3), tokens.surface)
        tick = left + (right - left) * self._tick / 100
        vline(painter, tick, round(middle - px(6)), round(middle + px(6)), tokens.ink2)
        if row.span is not None:
            at = QPointF(left + (right - left) * row.span.value / 100, middle)
            dot(painter, at, px(4.5), ink.graphic, tokens.surface, 1.5)

    def _columns(self) -> tuple[float, float, float, float, float]:
        """Left of the names, ends of the track, right ends of figure and range."""
        px = self.theme.px
        note = (
            self._widest(Role.CAPTION, [row.note for row in self._rows if row.span]) if self._roomy else 0.0
        )
        range_right = self.width() - (note + px(2 * GAP) if note else 0.0)
        span = self._widest(Role.CAPTION, [row.range_text for row in self._rows])
        figure = self._widest(Role.FIGURE, [row.figure for row in self._rows])
        figure_right = range_right - span - px(GAP)
        lonely = self._widest(Role.CAPTION, [row.note for row in self._rows if row.span is None])
        track_right = min(figure_right - figure, self.width() - lonely) - px(GAP)
        name_left = px(CODE_W) + px(10)
        names = self._widest(Role.BODY, [row.area.name for row in self._rows])
        track_left = min(name_left + names + px(GAP), max(name_left, track_right - px(TRACK_LEAST)))
        return name_left, track_left, track_right, figure_right, range_right

    def _widest(self, role: Role, texts: list[str]) -> float:
        font = self.theme.font(role)
        return max((width_of(font, words) for words in texts), default=0.0)

    def _pitch(self) -> int:
        return self.theme.px(ROOMY if self._roomy else TIGHT)

    @staticmethod
    def _lines(row: AreaSpan) -> tuple[str, ...]:
        if row.span is None:
            return (row.area.name, row.note)
        figure = f"{round(row.span.value)}{NARROW}%"
        likely = _("8 in 10: {range}").format(range=row.range_text)
        return tuple(line for line in (row.area.name, f"{figure}, {likely}", row.note) if line)
