"""Months with what is held as bars, the windows of renewal below them, today and the exam as lines."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.painting import LEFT, RIGHT, box, dashed, elided, text, vline, width_of
from certstudy.gui.widgets.plot import Mark, Plot
from certstudy.present.table import Table
from certstudy.present.time_line import SpanView, TimeLineView
from certstudy.present.words import _

HEAD, BAR, WINDOW, PITCH, FOOT = 26, 26, 6, 62, 24
EMPTY_ROWS = 1


class TimeLine(Plot):
    """TimeLine(theme).set_line(view)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._line: TimeLineView | None = None
        self.setAccessibleName(_("Time line of what is held"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_line(self, line: TimeLineView) -> None:
        """Shows certifications, oldest first."""
        self._line = line
        self.setAccessibleDescription("; ".join(f"{span.title} {span.until}" for span in line.spans))
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        rows = max(EMPTY_ROWS, len(self._line.spans) if self._line is not None else 0)
        return QSize(self.theme.px(640), self.theme.px(HEAD + FOOT) + rows * self.theme.px(PITCH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(280), self.sizeHint().height())

    @override
    def arrange(self) -> None:
        if self._line is not None:
            for row, span in enumerate(self._line.spans):
                self.marks.append(Mark(self._bar(row, span), (span.title, span.until, span.window_words)))

    @override
    def draw(self, painter: QPainter) -> None:
        if self._line is None:
            return
        self._draw_ticks(painter, self._line)
        for row, span in enumerate(self._line.spans):
            self._draw_span(painter, row, span)
        self._draw_days(painter, self._line)

    @override
    def table(self) -> Table:
        spans = self._line.spans if self._line is not None else ()
        rows = tuple((span.title, span.until, span.window_words) for span in spans)
        return Table((_("Certification"), _("Valid"), _("Renewal")), rows)

    def _bar(self, row: int, span: SpanView) -> QRectF:
        px = self.theme.px
        top = px(HEAD + 6) + row * px(PITCH)
        left, right = (round(end * self.width()) for end in (span.left, span.right))
        return QRectF(left + 0.5, top + 0.5, max(2, right - left - 1), px(BAR))

    def _draw_ticks(self, painter: QPainter, line: TimeLineView) -> None:
        tokens, px = self.theme.tokens, self.theme.px
        for tick in line.ticks:
            x = round(tick.at * (self.width() - 1))
            vline(painter, x, px(HEAD - 4), self.height() - px(FOOT), tokens.line)
            font = self.theme.font(Role.AXIS_FIGURE if tick.strong else Role.AXIS)
            ink = tokens.ink if tick.strong else tokens.ink3
            words = QRectF(x + px(5), 0, width_of(font, tick.words) + 2, px(18))
            if words.right() <= self.width():
                text(painter, words, tick.words, font, ink, LEFT)

    def _draw_span(self, painter: QPainter, row: int, span: SpanView) -> None:
        tokens, px, bar = self.theme.tokens, self.theme.px, self._bar(row, span)
        fill, dashes = (tokens.ramp[0], None) if span.certain else (None, [3.0, 2.0])
        box(painter, bar, px(4), fill, tokens.line2, 1, dashes)
        font, caption = self.theme.font(Role.CONTROL), self.theme.font(Role.CAPTION)
        inner = bar.adjusted(px(10), 0, -px(10), 0)
        text(painter, inner, elided(font, span.title, inner.width()), font, tokens.ink, LEFT)
        if width_of(font, span.title) + width_of(caption, span.until) + px(12) <= inner.width():
            text(painter, inner, span.until, caption, tokens.ink2, RIGHT)
        left, right = (end * self.width() for end in span.window)
        if right - left < 1:
            self._draw_words(painter, QRectF(right, bar.bottom() + px(4), 0, px(WINDOW)), span.window_words)
        else:
            window = QRectF(left, bar.bottom() + px(4), right - left, px(WINDOW))
            inks = (tokens.ramp[3], None) if span.certain else (None, tokens.line2)
            box(painter, window, px(WINDOW) / 2, *inks)
            self._draw_words(painter, window, span.window_words)

    def _draw_words(self, painter: QPainter, window: QRectF, words: str) -> None:
        """Beside the window where there is room, else below it."""
        font, px = self.theme.font(Role.AXIS), self.theme.px
        wide = width_of(font, words) + 2
        beside = QRectF(window.right() + px(8), window.center().y() - px(8), wide, px(16))
        below = QRectF(min(window.left(), self.width() - wide), window.bottom() + px(2), wide, px(16))
        text(
            painter,
            beside if beside.right() <= self.width() else below,
            words,
            font,
            self.theme.tokens.ink3,
            LEFT,
        )

    def _draw_days(self, painter: QPainter, line: TimeLineView) -> None:
        tokens, px = self.theme.tokens, self.theme.px
        foot, font = self.height() - px(FOOT), self.theme.font(Role.AXIS_FIGURE)
        today = round(line.today * (self.width() - 1)) + 0.5
        vline(painter, today, px(HEAD - 4), foot, tokens.ink)
        words = QRectF(today - px(98), foot + px(4), px(92), px(16))
        text(painter, words, _("today"), font, tokens.ink, RIGHT)
        if line.exam is not None:
            x = round(line.exam * (self.width() - 1)) + 0.5
            dashed(painter, QPointF(x, px(HEAD - 4)), QPointF(x, foot), tokens.ink, 1.5)
            text(
                painter,
                QRectF(x + px(6), foot + px(4), px(160), px(16)),
                line.exam_words,
                font,
                tokens.ink,
                LEFT,
            )
