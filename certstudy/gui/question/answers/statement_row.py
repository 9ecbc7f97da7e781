"""One row of the table of statements: number, claim, two radio circles, and after checking mark and reason."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QRadioButton, QWidget

from certstudy.core.tasks.statements import NO, YES
from certstudy.gui.override import override
from certstudy.gui.question.answers.choice import VERDICTS
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.metrics import TILE_STROKE
from certstudy.gui.theme.motion import EDGE_GROW, glide
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets import option_paint as draw
from certstudy.gui.widgets.ink_document import InkDocument
from certstudy.gui.widgets.option_paint import Place, RowLook
from certstudy.gui.widgets.option_row import verdict_word
from certstudy.gui.widgets.painting import CENTRE, box, dot, hline, text, width_of
from certstudy.gui.widgets.radio import set_chosen
from certstudy.gui.widgets.ring import Ringed
from certstudy.gui.widgets.wrapping import height_follows_width
from certstudy.present.task_view import Mark, StatementView
from certstudy.present.tasks import judgement_word
from certstudy.present.words import _

JUDGEMENTS = (YES, NO)
PAD, LINE, LEFT_PAD, NUMBER, CIRCLE, COLUMN = 11, 22, 16, 24, 18, 56


def column_width(theme: Theme) -> int:
    """Width of a column of circles under its heading."""
    font = theme.font(Role.LABEL)
    widest = max(width_of(font, judgement_word(value)) for value in JUDGEMENTS)
    return max(theme.px(COLUMN), int(widest + theme.px(16)))


class JudgementCell(Ringed, QRadioButton):
    """A circle in a column, its centre `middle` below the top; the row decides what is chosen."""

    def __init__(self, theme: Theme, value: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.value = theme, value
        self._room: RoomInk | None = None
        self._mark = Mark.NONE
        self._answer = self._takes = False
        self.middle = 0
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_cell(self, chosen: bool, mark: Mark, answer: bool, room: RoomInk | None, takes: bool) -> None:
        """Renders it; mark and `answer` (the right one of the two) only once checked, after which none `takes`."""
        state = (mark, answer, room, takes)
        if chosen == self.isChecked() and state == (self._mark, self._answer, self._room, self._takes):
            return
        self._mark, self._answer, self._room, self._takes = state
        set_chosen(self, chosen)
        word = judgement_word(self.value)
        self.setAccessibleName(_("{judgement}, the right answer").format(judgement=word) if answer else word)
        self.setCursor(Qt.CursorShape.PointingHandCursor if takes else Qt.CursorShape.ArrowCursor)
        self.update()

    @override
    def ring_radius(self) -> float:
        return 0 if self._room else self.theme.metrics.radius_control

    @override
    def nextCheckState(self) -> None:
        """The row decides."""

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), self.theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        size = px(CIRCLE)
        circle = QRectF((rect.width() - size) / 2, self.middle - size / 2, size, size)
        if self._room is not None:
            self._paint_room(painter, rect, circle, self._room)
        else:
            self._paint_practice(painter, rect, circle)

    def _paint_room(self, painter: QPainter, rect: QRectF, circle: QRectF, room: RoomInk) -> None:
        if self.isChecked():
            painter.fillRect(rect, room.chosen)
        self._ring_around(painter, circle, room.edge, room.page)
        if self.isChecked():
            dot(painter, circle.center(), circle.width() * 0.28, room.text)

    def _paint_practice(self, painter: QPainter, rect: QRectF, circle: QRectF) -> None:
        tokens = self.theme.tokens
        if self._takes and self.underMouse():
            box(painter, rect, self.theme.metrics.radius_control, tokens.hover)
        if self.isChecked():
            wrong = self._mark is Mark.WRONG
            ink = tokens.ink if self._mark is Mark.NONE else (tokens.wrong if wrong else tokens.right).ink
            dot(painter, circle.center(), circle.width() / 2, ink)
            if self._mark is Mark.NONE:
                dot(painter, circle.center(), circle.width() * 0.2, tokens.on_ink)
            else:
                inset = circle.width() * 0.18
                glyph = circle.adjusted(inset, inset, -inset, -inset)
                paint_icon(painter, "x" if wrong else "check", glyph, tokens.surface)
            return
        self._ring_around(painter, circle, tokens.right.ink if self._answer else tokens.line2)
        if self._answer:
            inset = circle.width() * 0.18
            paint_icon(painter, "check", circle.adjusted(inset, inset, -inset, -inset), tokens.right.ink)

    def _ring_around(
        self, painter: QPainter, circle: QRectF, edge: QColor, fill: QColor | None = None
    ) -> None:
        half = TILE_STROKE / 2
        painter.setPen(QPen(edge, TILE_STROKE))
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(half, half, -half, -half))


class StatementRow(QGroupBox):
    """A group of two circles named by its claim; `judged(id, value)` asks to judge it."""

    judged = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = StatementView("", "", "", "")
        self._number = 0
        self._place: Place = "middle"
        self._checked = False
        self._room: RoomInk | None = None
        self._edge_part = 1.0
        self._asking = InkDocument(theme, Role.OPTION, self)
        self._answered = InkDocument(theme, Role.OPTION_ANSWERED, self)
        self._reason = InkDocument(theme, Role.BODY, self)
        self.cells = tuple(JudgementCell(theme, value, self) for value in JUDGEMENTS)
        for cell in self.cells:
            cell.clicked.connect(lambda _on=False, cell=cell: self.judged.emit(self._view.id, cell.value))
        height_follows_width(self)
        theme.changed.connect(self.restyle)

    def show_statement(
        self, view: StatementView, number: int, place: Place, checked: bool, room: RoomInk | None
    ) -> None:
        """Renders the statement and its judgement."""
        state = (view, number, place, checked, room)
        if state == (self._view, self._number, self._place, self._checked, self._room):
            return
        resized = (view.html, view.why_html, checked, room) != (
            self._view.html,
            self._view.why_html,
            self._checked,
            self._room,
        )
        self._view, self._number, self._place, self._checked, self._room = state
        for cell in self.cells:
            chosen = cell.value == view.judged
            cell.show_cell(chosen, view.mark, checked and cell.value == view.answer, room, not checked)
        self._name()
        if resized:
            self._lay_out()
        self.update()

    def reveal(self) -> None:
        """Grows the edge of its verdict."""
        glide(self, self._theme.duration(EDGE_GROW), self._grow)

    def cell(self, value: str) -> JudgementCell:
        """The circle of a judgement."""
        return self.cells[JUDGEMENTS.index(value)]

    @property
    def view(self) -> StatementView:
        """The statement it shows."""
        return self._view

    @property
    def stop(self) -> JudgementCell:
        """The circle where the keyboard enters the row."""
        return self.cell(self._view.judged or YES)

    def restyle(self) -> None:
        """Takes type and colours from the theme again."""
        for document in (self._asking, self._answered, self._reason):
            document.restyle()
        self._lay_out()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        px = self._theme.px
        height = 2 * self._pad() + self._text_height(width)
        if self._checked:
            below = max(self._reason.height_at(self._text_width(width)), self._theme.type.line(Role.BODY))
            height += px(2) + below
        return height

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.px(430)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(2 * PAD + LINE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cells()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, top, px = QRectF(self.rect()), self._pad(), theme.px
        look = self._look()
        if self._room is not None:
            hline(painter, 0, rect.width(), rect.height() - 1, self._room.line)
        else:
            draw.paint_ground(painter, theme, rect, look, self._edge_part)
        number = QRectF(px(LEFT_PAD), top, px(NUMBER - 8), px(LINE))
        ink = self._room.text2 if self._room is not None else theme.tokens.ink3
        font = theme.font(Role.STEM if self._room is not None else Role.LETTER)
        text(painter, number, str(self._number), font, ink, CENTRE)
        width = self._text_width(self.width())
        if not self._checked:
            self._asking.paint(painter, QPointF(self._text_left(), top), width)
            return
        below = top + self._text_height(self.width()) + px(2)
        painter.drawPixmap(self._text_left(), top, self._picture(self._answered, width))
        painter.drawPixmap(self._text_left(), below, self._picture(self._reason, width))
        draw.paint_verdict(painter, theme, rect.right() - px(14), below + px(10), look)

    def _picture(self, document: InkDocument, width: int) -> QPixmap:
        ground = self._room.page if self._room is not None else self._theme.tokens.surface
        return document.picture(width, ground, self.devicePixelRatioF())

    def _look(self) -> RowLook:
        verdict = VERDICTS.get(self._view.mark)
        word = verdict_word(verdict) if verdict is not None else ""
        return RowLook("", False, False, False, False, verdict, word, self._place)

    def _name(self) -> None:
        view = self._view
        parts = [f"{self._number}. {view.name}"]
        if not self._checked:
            self.setAccessibleName(parts[0])
            self.setAccessibleDescription("")
            return
        verdict = VERDICTS.get(view.mark)
        if verdict is not None:
            parts.append(verdict_word(verdict))
        self.setAccessibleName(" ".join(parts))
        answer = _("The answer is {judgement}.").format(judgement=judgement_word(view.answer).lower())
        self.setAccessibleDescription(f"{answer} {view.why}".strip())

    @property
    def _text(self) -> InkDocument:
        return self._answered if self._checked else self._asking

    def _write(self) -> None:
        view = self._view
        if not self._checked:
            self._asking.set_html(view.html, Role.STEM if self._room else Role.OPTION, "ink")
            return
        self._answered.set_html(view.html, Role.OPTION_ANSWERED, "ink")
        reason = f"<b>{judgement_word(view.answer)}.</b> {view.why_html}"
        self._reason.set_html(reason, Role.BODY, "ink2")

    def _lay_out(self) -> None:
        self._write()
        self._place_cells()
        self.updateGeometry()

    def _place_cells(self) -> None:
        """Before the check a cell is as high as its row; after it the mark stands below the circle."""
        px, wide = self._theme.px, column_width(self._theme)
        left, first_line = self.width() - self._right_pad() - 2 * wide, self._pad() + px(LINE) // 2
        for place, cell in enumerate(self.cells):
            rect = QRect(left + place * wide, 0, wide, max(self.height(), 2 * first_line))
            if self._checked:
                half = px(CIRCLE) // 2 + px(1)
                rect = QRect(rect.center().x() - half, first_line - half, 2 * half, 2 * half)
            cell.middle = first_line - rect.top()
            cell.setGeometry(rect)

    def _pad(self) -> int:
        return self._theme.px(PAD + 1 if self._room else PAD)

    def _right_pad(self) -> int:
        return 0 if self._room else self._theme.px(8)

    def _text_left(self) -> int:
        return self._theme.px(LEFT_PAD + NUMBER)

    def _text_width(self, width: int) -> int:
        taken = self._text_left() + 2 * column_width(self._theme) + self._right_pad() + self._theme.px(10)
        return max(self._theme.px(60), width - taken)

    def _text_height(self, width: int) -> int:
        return max(self._text.height_at(self._text_width(width)), self._theme.px(LINE))

    def _grow(self, part: float) -> None:
        self._edge_part = part
        self.update()
