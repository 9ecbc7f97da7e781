"""Gaps in code or in sentences, each filled from a list that stands in the line."""

import math
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from certstudy.core.response import NOTHING, filled
from certstudy.gui.override import override
from certstudy.gui.question.answers.answer import PLAIN, Answer, Manner
from certstudy.gui.question.answers.choice import VERDICTS
from certstudy.gui.question.answers.gap_choice import GapChoice
from certstudy.gui.question.answers.gap_text import GapText
from certstudy.gui.question.answers.reasons import gap_rows
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets.key_hint import Hint
from certstudy.gui.widgets.option_list import OptionList
from certstudy.gui.widgets.option_paint import GLYPHS
from certstudy.gui.widgets.painting import LEFT, box, elided, text, width_of
from certstudy.gui.widgets.wrapping import Policy, height_follows_width
from certstudy.present.chart import Verdict
from certstudy.present.task_view import GapsView, GapView, TaskView
from certstudy.present.words import _

MARGIN, GLYPH, BETWEEN, EDGE = 14, 14, 4, 1


class Filling(NamedTuple):
    """What stands in a checked gap."""

    verdict: Verdict
    words: str


def fillings(gap: GapView) -> tuple[Filling, ...]:
    """The right filling, after the wrong one where that was chosen."""
    verdict = VERDICTS.get(gap.mark)
    if verdict is None:
        return ()
    if verdict == "wrong":
        return Filling(verdict, gap.given_text), Filling("missed", gap.right_text)
    return (Filling(verdict, gap.right_text),)


class GapSheet(QWidget):
    """The text with its controls; checked, what was chosen and what is right stand where the controls were."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: GapsView | None = None
        self._room: RoomInk | None = None
        self._checked = False
        self._text = GapText(theme, self)
        self._laid_out: tuple[object, ...] = ()
        self.choices: list[GapChoice] = []
        height_follows_width(self, down=Policy.Minimum)

    def show_gaps(self, view: GapsView, checked: bool, room: RoomInk | None) -> None:
        """Renders text and controls."""
        self._view, self._checked, self._room = view, checked, room
        while len(self.choices) < len(view.gaps):
            self.choices.append(GapChoice(self._theme, self))
        for place, choice in enumerate(self.choices):
            choice.setVisible(place < len(view.gaps) and not checked)
        for choice, gap in zip(self.choices, view.gaps, strict=False):
            choice.show_gap(gap, room, self._role)
        self._lay_out()
        self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        self._lay_out(width)
        return int(self._text.size().height() + 2 * self._theme.px(MARGIN) + 0.5)

    @override
    def sizeHint(self) -> QSize:
        self._lay_out()
        return QSize(self._width_of_text(), self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        wide = self._width_of_text() if self._view is not None and self._view.code else self._theme.px(200)
        return QSize(wide, self.heightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = theme.px(MARGIN)
        painter.translate(margin, margin)
        self._text.draw(painter, self._room)
        if self._checked and self._view is not None:
            for gap, rect in zip(self._view.gaps, self._text.openings(), strict=False):
                self._paint_fillings(painter, gap, rect)

    def _paint_fillings(self, painter: QPainter, gap: GapView, rect: QRectF) -> None:
        shown, between = fillings(gap), self._theme.px(BETWEEN)
        widths = [self._width_of(filling) for filling in shown]
        shrink = min(1.0, (rect.width() - between * (len(shown) - 1)) / sum(widths)) if shown else 1.0
        left = rect.left()
        for filling, wide in zip(shown, widths, strict=True):
            self._paint_filling(painter, filling, QRectF(left, rect.top(), wide * shrink, rect.height()))
            left += wide * shrink + between

    def _paint_filling(self, painter: QPainter, filling: Filling, rect: QRectF) -> None:
        theme, ink = self._theme, self._theme.tokens.verdict(filling.verdict)
        inner = rect.adjusted(1, 1, -1, -1)
        box(painter, inner, theme.metrics.radius_tile, ink.tint, ink.ink)
        size = theme.px(GLYPH)
        square = QRectF(inner.left() + theme.px(5), inner.center().y() - size / 2, size, size)
        paint_icon(painter, GLYPHS[filling.verdict], square, ink.ink)
        font, left = theme.font(self._role), square.right() + theme.px(5)
        words = QRectF(left, inner.top(), inner.right() - left, inner.height())
        text(painter, words, elided(font, filling.words, words.width()), font, theme.tokens.ink, LEFT)

    def _lay_out(self, width: int | None = None) -> None:
        """Places text and controls, unless nothing has changed that they depend on."""
        if self._view is None:
            return
        wide = self.width() if width is None else width
        if self._fill(self._view, wide) and not self._checked:
            margin = self._theme.px(MARGIN)
            for choice, rect in zip(self.choices, self._text.openings(), strict=False):
                choice.setGeometry(rect.translated(QPointF(margin, margin)).toAlignedRect())

    def _fill(self, view: GapsView, wide: int) -> bool:
        """Writes and lays out the text; False if it stands so already."""
        gaps = tuple((gap.mark_character, gap.fillings, fillings(gap)) for gap in view.gaps)
        theme = self._theme
        # code is as wide as it is
        texts = (view.code, view.html, view.spans, gaps, None if view.code and self._checked else wide)
        state = (*texts, self._checked, theme.metrics.scale, theme.tokens.code, self._room is None)
        if state == self._laid_out:
            return False
        self._laid_out = state
        inner = max(theme.px(160), wide - 2 * theme.px(MARGIN))
        if not view.code:
            self._text.setTextWidth(inner)
        if self._checked:
            most = math.inf if view.code else inner - theme.px(8)
            sizes = [self._size_of_fillings(gap, most) for gap in view.gaps]
        else:
            sizes = [self._size(place, inner) for place in range(len(view.gaps))]
        self._text.show(view, sizes)
        return True

    def _size(self, place: int, inner: int) -> QSizeF:
        return QSizeF(self.choices[place].width_for(inner - self._theme.px(8)), self._theme.px(26))

    def _size_of_fillings(self, gap: GapView, most: float) -> QSizeF:
        theme, shown = self._theme, fillings(gap)
        wanted = sum(map(self._width_of, shown)) + theme.px(BETWEEN) * (len(shown) - 1)
        return QSizeF(min(wanted, most), theme.px(26))

    def _width_of(self, filling: Filling) -> float:
        return width_of(self._theme.font(self._role), filling.words) + self._theme.px(GLYPH + 20)

    @property
    def _role(self) -> Role:
        return Role.CODE if self._view is not None and self._view.code else Role.OPTION

    def _width_of_text(self) -> int:
        return int(self._text.idealWidth() + 2 * self._theme.px(MARGIN) + 1)


class _Frame(QScrollArea):
    """Code wider than its place scrolls sideways; it is always as high as its lines."""

    def __init__(self, theme: Theme, sheet: GapSheet) -> None:
        super().__init__()
        self._theme, self._sheet = theme, sheet
        self.room: RoomInk | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(EDGE, EDGE, EDGE, EDGE)
        self.setWidget(sheet)
        # the area has just switched it on
        sheet.setAutoFillBackground(False)

    def fit(self) -> None:
        """Takes the height that its width asks for."""
        self.setFixedHeight(self.heightForWidth(self.width()))

    @override
    def heightForWidth(self, width: int) -> int:
        free = width - 2 * EDGE
        inner = max(free, self._sheet.minimumSizeHint().width())
        bar = self.horizontalScrollBar().sizeHint().height() if inner > free else 0
        return self._sheet.heightForWidth(inner) + bar + 2 * EDGE

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def event(self, event: QEvent) -> bool:
        # `paintEvent` paints the viewport, in which the code would be drawn over the edge
        if event.type() == QEvent.Type.Paint:
            self._paint_frame()
            return True
        return super().event(event)

    def _paint_frame(self) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge = (self.room.page, self.room.line) if self.room else (tokens.surface, tokens.line)
        radius = 0 if self.room else self._theme.metrics.radius_row
        box(painter, QRectF(self.rect()), radius, ground, edge)


class GapsAnswer(Answer):
    """The sheet in its frame, and after the check the reasons below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view: GapsView | None = None
        self._checked = False
        self.sheet = GapSheet(theme)
        self._frame = _Frame(theme, self.sheet)
        self.reasons = OptionList(theme)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(10))
        self._column.addWidget(self._frame)
        self._column.addWidget(self.reasons)
        theme.changed.connect(self._refit)

    @override
    def show_task(self, view: TaskView, manner: Manner = PLAIN) -> None:
        assert isinstance(view, GapsView)
        self._view, self._checked = view, manner.checked
        known = len(self.sheet.choices)
        self._frame.room = manner.room
        self.indent(self._column, manner)
        self.sheet.show_gaps(view, manner.checked, manner.room)
        for place, choice in enumerate(self.sheet.choices[known:], known):
            choice.chose.connect(lambda filling, place=place: self._choose(place, filling))
        self._frame.fit()
        self._frame.update()
        self.reasons.setVisible(manner.checked)
        self.reasons.show_options(gap_rows(view) if manner.checked else (), manner.checked)

    @property
    @override
    def reachable(self) -> int:
        return len(self._view.gaps) if self._view is not None else 0

    @property
    @override
    def hints(self) -> tuple[Hint, ...]:
        return (Hint(self.digits, _("open a list"), "–"),)

    @override
    def press(self, index: int) -> None:
        """A digit opens the list of that gap."""
        if self._view is not None and not self._checked and index < len(self._view.gaps):
            choice = self.sheet.choices[index]
            choice.setFocus(Qt.FocusReason.ShortcutFocusReason)
            choice.showPopup()

    @override
    def focus_first(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        if self.sheet.choices:
            self.sheet.choices[0].setFocus(reason)

    def _choose(self, place: int, filling: str) -> None:
        if self._view is None or self._checked:
            return
        cells = {gap.id: gap.given for gap in self._view.gaps if gap.given}
        cells[self._view.gaps[place].id] = filling
        kept = {gap: value for gap, value in cells.items() if value}
        self.responded.emit(filled(kept) if kept else NOTHING)

    def _refit(self) -> None:
        if self._view is not None:
            self.sheet.updateGeometry()
            self._frame.fit()
