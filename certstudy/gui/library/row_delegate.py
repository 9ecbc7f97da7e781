"""Draws a hit: where it stands, its area, the question and its objective, its difficulty, its flag."""

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from certstudy.gui.library.found_model import FoundModel, Index
from certstudy.gui.override import override
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.metrics import RING_STROKE
from certstudy.gui.widgets.area_code import HEIGHT, WIDTH, paint_area_code
from certstudy.gui.widgets.painting import LEFT, RIGHT, box, elided, text, width_of
from certstudy.present.chart import AreaTag
from certstudy.present.library import DIFFICULTIES, RowView
from certstudy.present.question import difficulty_word
from certstudy.study.library import Standing

ROW = 52
GLYPHS = {
    Standing.UNSEEN: ("circle", "ink3"),
    Standing.LEARNING: ("circle-dot", "ink2"),
    Standing.KNOWN: ("check", "right"),
    Standing.MISSED: ("x", "wrong"),
}


class RowDelegate(QStyledItemDelegate):
    """Rows of 52 px at 100 %; nothing is laid out but what is seen."""

    def __init__(self, theme: Theme, model: FoundModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state)
        view = self._model.view(index.row())
        right = self._paint_end(painter, rect, view)
        self._paint_words(painter, rect, view, right)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.press)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tokens.hover)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), tokens.line)
        if state & QStyle.StateFlag.State_HasFocus:
            inner = rect.adjusted(2, 2, -2, -3)
            box(painter, inner, self._theme.metrics.radius_tile, None, tokens.ink, RING_STROKE)

    def _paint_end(self, painter: QPainter, rect: QRectF, view: RowView) -> float:
        """Difficulty, flag and note at the right; returns where the words must end."""
        theme, px = self._theme, self._theme.px
        font, right = theme.font(Role.CAPTION), rect.right() - px(14)
        wide = max(width_of(font, difficulty_word(level)) for level in DIFFICULTIES) + 2
        place = QRectF(right - wide, rect.top(), wide, rect.height())
        text(painter, place, view.difficulty, font, theme.tokens.ink3, RIGHT)
        left = right - wide - px(10)
        for shown, icon, ink in ((view.flagged, "flag", "flagged"), (view.noted, "notebook-pen", "ink2")):
            if shown:
                left -= px(16)
                square = QRectF(left, rect.center().y() - px(8), px(16), px(16))
                paint_icon(painter, icon, square, theme.tokens.named(ink), filled=icon == "flag")
                left -= px(8)
        return left

    def _paint_words(self, painter: QPainter, rect: QRectF, view: RowView, right: float) -> None:
        theme, px = self._theme, self._theme.px
        icon, ink = GLYPHS[view.standing]
        middle, left = rect.center().y(), rect.left() + px(28)
        paint_icon(painter, icon, QRectF(left, middle - px(8), px(16), px(16)), theme.tokens.named(ink))
        left += px(28)
        badge = QRectF(left, middle - px(HEIGHT) / 2, px(WIDTH), px(HEIGHT))
        paint_area_code(painter, theme, badge, AreaTag(view.slot, view.code, ""))
        left += px(WIDTH + 12)
        detail = QRectF(left, rect.top() + px(28), right - left, px(16))
        self._write(painter, detail, view.detail, Role.CAPTION, theme.tokens.ink3)
        line = QRectF(left, rect.top() + px(7), right - left, px(20))
        line.setLeft(self._write(painter, line, view.headline, Role.CONTROL, theme.tokens.ink) + px(8))
        if view.opening and line.width() > px(60):
            self._write(painter, line, view.opening, Role.BODY, theme.tokens.ink3)

    def _write(self, painter: QPainter, place: QRectF, words: str, role: Role, ink: QColor) -> float:
        """One line of text, cut where its place ends; returns its own end."""
        font = self._theme.font(role)
        shown = elided(font, words, place.width())
        text(painter, place, shown, font, ink, LEFT)
        return place.left() + width_of(font, shown)
