"""One row that asks for a choice: its text, the slot that takes one, and after checking the right one and why."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QWidget

from certstudy.gui.override import override
from certstudy.gui.question.answers.choice import VERDICTS
from certstudy.gui.question.answers.piece import SIGNED, TAIL, UNSIGNED, Piece, PieceItem, State
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.motion import EDGE_GROW, glide
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets import option_paint as draw
from certstudy.gui.widgets.ink_document import InkDocument
from certstudy.gui.widgets.option_paint import Place, RowLook
from certstudy.gui.widgets.option_row import verdict_word
from certstudy.gui.widgets.painting import CENTRE, hline, text
from certstudy.gui.widgets.wrapping import height_follows_width
from certstudy.present.task_view import RowView
from certstudy.present.words import _

PAD, LINE, LEFT_PAD, NUMBER, RIGHT_PAD, GAP = 8, 22, 16, 24, 8, 16
FOLDS_BELOW, SLOT_SHARE, VERDICT, GLYPH, SLOT_PAD = 500, 0.42, 24, 15, 7


class Slot(Piece):
    """What a row was given; `opened()` asks for the list of choices, which the arrow at its end and Space open."""

    opened = Signal()

    def __init__(self, theme: Theme, tallest: Callable[[int], int], parent: QWidget) -> None:
        super().__init__(theme, pad=SLOT_PAD, parent=parent)
        self._tallest = tallest
        self.setAccessibleDescription(_("Space opens the list of choices."))

    @override
    def heightForWidth(self, width: int) -> int:
        left = self.theme.px(UNSIGNED if self.room is not None else SIGNED)
        return 2 * self.pad + self._tallest(max(self.theme.px(60), width - left - self.theme.px(TAIL)))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at_arrow = event.position().x() > self.width() - self.theme.px(TAIL)
        if at_arrow and self.item.takes and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()
        else:
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.opened.emit()
        else:
            event.ignore()

    @override
    def paint_tail(self, painter: QPainter, rect: QRectF) -> None:
        if self.item.takes:
            size = self.theme.px(16)
            middle = QPointF(rect.right() - self.theme.px(TAIL) / 2, rect.center().y())
            square = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
            ink = self.room.text2 if self.room is not None else self.theme.tokens.ink2
            paint_icon(painter, "chevron-down", square, ink)


class _Spots(NamedTuple):
    """Where the parts of a row stand at a width; a height of 0 where there is none."""

    text: QRect
    slot: QRect
    verdict: QRect
    right: QRect
    reason: QRect
    height: int


class MatchRow(QGroupBox):
    """`pressed(id)` when the row is clicked beside its slot."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, tallest: Callable[[int], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = RowView("", "", "", None)
        self._number, self._checked = 0, False
        self._place: Place = "middle"
        self._room: RoomInk | None = None
        self._edge_part = 1.0
        self._measured: dict[tuple[int, int], _Spots] = {}
        self._asking = InkDocument(theme, Role.OPTION, self)
        self._answered = InkDocument(theme, Role.OPTION_ANSWERED, self)
        self._right = InkDocument(theme, Role.OPTION_ANSWERED, self)
        self._reason = InkDocument(theme, Role.BODY, self)
        self.slot = Slot(theme, tallest, self)
        height_follows_width(self)
        theme.changed.connect(self.restyle)

    @property
    def view(self) -> RowView:
        """The row it shows."""
        return self._view

    def show_row(self, view: RowView, number: int, place: Place, checked: bool, room: RoomInk | None) -> None:
        """Renders the row; its slot is shown by `show_slot`."""
        before = (self._view, self._number, self._place, self._checked, self._room)
        state = (view, number, place, checked, room)
        if state == before:
            return
        relaid = (view.html, checked, room) != (self._view.html, self._checked, self._room) or checked
        self._view, self._number, self._place, self._checked, self._room = state
        self._name()
        if relaid:
            self._lay_out()
        self.update()

    def reveal(self) -> None:
        """Grows the edge of its verdict."""
        glide(self, self._theme.duration(EDGE_GROW), self._grow)

    def show_slot(self, item: PieceItem) -> None:
        """Renders what it was given."""
        self.slot.show_item(item, self._room)

    def restyle(self) -> None:
        """Takes type and colours from the theme again."""
        for document in (self._asking, self._answered, self._right, self._reason):
            document.restyle()
        self._lay_out()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        return self._spots(width).height

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.px(FOLDS_BELOW)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(2 * PAD + LINE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.slot.setGeometry(self._spots(self.width()).slot)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._checked:
            self.pressed.emit(self._view.id)
        else:
            super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, rect, spots, look = theme.px, QRectF(self.rect()), self._spots(self.width()), self._look()
        if self._room is not None:
            if self._place == "first":
                hline(painter, 0, rect.width(), 0, self._room.line)
            hline(painter, 0, rect.width(), rect.height() - 1, self._room.line)
        else:
            draw.paint_ground(painter, theme, rect, look, self._edge_part)
        ink = self._room.text2 if self._room is not None else theme.tokens.ink3
        font = theme.font(Role.STEM if self._room is not None else Role.LETTER)
        number = QRectF(px(LEFT_PAD), spots.text.top(), px(NUMBER - 8), px(LINE))
        text(painter, number, str(self._number), font, ink, CENTRE)
        if self._checked:
            self._paint_verdict(painter, spots, look)
            for document, place in self._texts(spots):
                painter.drawPixmap(place.topLeft(), self._picture(document, place))
        else:
            self._asking.paint(painter, QPointF(spots.text.topLeft()), spots.text.width())

    def _paint_verdict(self, painter: QPainter, spots: _Spots, look: RowLook) -> None:
        theme, px = self._theme, self._theme.px
        end = spots.verdict.left() + draw.verdict_width(theme, look) - px(12)
        draw.paint_verdict(painter, theme, end, spots.verdict.center().y(), look)
        if spots.right.height():
            line, size = theme.type.line(Role.OPTION_ANSWERED), px(GLYPH)
            glyph = QRectF(spots.verdict.left(), spots.right.top() + (line - size) / 2, size, size)
            paint_icon(painter, draw.GLYPHS["right"], glyph, theme.tokens.right.ink)

    def _texts(self, spots: _Spots) -> list[tuple[InkDocument, QRect]]:
        """What stands where once it is checked."""
        texts = ((self._answered, spots.text), (self._right, spots.right), (self._reason, spots.reason))
        return [(document, place) for document, place in texts if place.height()]

    def _picture(self, document: InkDocument, place: QRect) -> QPixmap:
        ground = self._room.page if self._room is not None else self._theme.tokens.surface
        return document.picture(place.width(), ground, self.devicePixelRatioF())

    def _spots(self, width: int) -> _Spots:
        """A layout asks for this many times; what stands in the slot may change its height in between."""
        slot_high = self.slot.heightForWidth(self._slot_width(width))
        spots = self._measured.get((width, slot_high))
        if spots is None:
            spots = self._measured[width, slot_high] = self._measure(width, slot_high)
        return spots

    def _slot_width(self, width: int) -> int:
        px = self._theme.px
        wide = width >= px(FOLDS_BELOW)
        return int(width * SLOT_SHARE) if wide else width - px(LEFT_PAD + NUMBER) - px(RIGHT_PAD)

    def _measure(self, width: int, slot_high: int) -> _Spots:
        view, checked = self._view, self._checked
        px, text = self._theme.px, self._answered if checked else self._asking
        top, left, pad = px(PAD), px(LEFT_PAD + NUMBER), px(RIGHT_PAD)
        wide = width >= px(FOLDS_BELOW)
        slot_wide = self._slot_width(width)
        slot_left = width - pad - slot_wide
        text_wide = slot_left - px(GAP) - left if wide else slot_wide
        text_high = max(text.height_at(text_wide), px(LINE))
        text_top = top + self.slot.pad
        if wide and not checked:
            text_top = max(text_top, top + (slot_high - text_high) // 2)
        text_rect = QRect(left, text_top, text_wide, text_high)
        slot_top = top if wide else text_rect.bottom() + 1 + px(6)
        slot = QRect(slot_left, slot_top, slot_wide, slot_high)
        verdict = QRect(slot_left, slot.bottom() + 1, slot_wide, 0)
        if checked:
            verdict = QRect(slot_left, verdict.top() + px(4), slot_wide, px(VERDICT))
        right_left = slot_left + px(GLYPH + 6)
        right_wide = width - pad - right_left
        right_high = self._right.height_at(right_wide) if checked and _shows_right(view) else 0
        right = QRect(right_left, verdict.bottom() + 1, right_wide, right_high)
        reason_top = (text_rect if wide else right).bottom() + 1 + px(2)
        reason = QRect(left, reason_top, text_wide, self._reason.height_at(text_wide) if checked else 0)
        bottom = max(spot.bottom() + 1 for spot in (slot, verdict, right, reason))
        bottom = max(bottom, text_rect.bottom() + 1 + (0 if checked else self.slot.pad))
        return _Spots(text_rect, slot, verdict, right, reason, bottom + top)

    def _look(self) -> RowLook:
        verdict = VERDICTS.get(self._view.mark)
        word = verdict_word(verdict) if verdict is not None else ""
        return RowLook("", False, False, False, False, verdict, word, self._place)

    def _name(self) -> None:
        view, verdict = self._view, VERDICTS.get(self._view.mark)
        name = f"{self._number}. {view.name}"
        self.setAccessibleName(f"{name} {verdict_word(verdict)}" if verdict is not None else name)
        right = _("The right choice is {choice}.").format(choice=view.right.name) if view.right else ""
        self.setAccessibleDescription(f"{right} {view.why}".strip() if self._checked else "")

    def _write(self) -> None:
        view = self._view
        self._measured.clear()
        if not self._checked:
            self._asking.set_html(view.html, Role.STEM if self._room else Role.OPTION, "ink")
            return
        self._answered.set_html(view.html, Role.OPTION_ANSWERED, "ink")
        self._right.set_html(view.right.html if view.right is not None else "", Role.OPTION_ANSWERED, "ink")
        self._reason.set_html(view.why_html, Role.BODY, "ink2")

    def _lay_out(self) -> None:
        self._write()
        self.slot.setGeometry(self._spots(self.width()).slot)
        self.updateGeometry()

    def _grow(self, part: float) -> None:
        self._edge_part = part
        self.update()


def _shows_right(view: RowView) -> bool:
    return view.right is not None and (view.given is None or view.given.id != view.right.id)


def slot_item(
    view: RowView, number: int, letter: str, room: RoomInk | None, checked: bool, lit: bool
) -> PieceItem:
    """What the slot of a row shows; letter is the given choice's."""
    given, row = view.given, f"{number}. {view.name}"
    if given is None:
        empty = _("Nothing given") if checked else _("Choose")
        name = _("{row}: nothing given").format(row=row)
        return PieceItem(html=empty, name=name, state=State.EMPTY, lit=lit, takes=not checked)
    return PieceItem(
        id=given.id,
        sign="" if room is not None else letter,
        html=given.html,
        name=_("{row}: {choice}").format(row=row, choice=given.name),
        state=State.PLACED,
        lit=lit,
        takes=not checked,
        verdict=VERDICTS.get(view.mark),
    )
