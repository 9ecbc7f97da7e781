"""The end of a sitting: how it went per area, and what to do with what was missed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from certstudy.gui.override import override
from certstudy.gui.question.text_link import TextLink
from certstudy.gui.question.verdict_icons import VERDICT_ICONS
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.area_code import HEIGHT, paint_area_code
from certstudy.gui.widgets.area_code import WIDTH as CODE_WIDTH
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.option_row import verdict_word
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.gui.widgets.painting import LEFT, RIGHT, area_box, box, text
from certstudy.present.summary import MissedView, SummaryRow, SummaryView
from certstudy.present.words import _

WIDEST = 760
# from the right: questions right, and points
FIGURE_WIDTH, DETAIL_WIDTH = 96, 100
NAME_WIDTH, NARROWEST = 120, 24


class SummaryBar(QWidget):
    """One area: code, name, a bar of the points earned, how many right."""

    def __init__(self, theme: Theme, row: SummaryRow) -> None:
        super().__init__()
        self._theme, self._row = theme, row
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        told = ", ".join(part for part in (row.figure, row.detail) if part)
        self.setAccessibleName(f"{row.area.name}: {told}")

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, tokens, row = QPainter(self), self._theme.px, self._theme.tokens, self._row
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        paint_area_code(
            painter, self._theme, QRectF(0, middle - px(HEIGHT) / 2, px(CODE_WIDTH), px(HEIGHT)), row.area
        )
        name = QRectF(px(CODE_WIDTH + 10), 0, px(NAME_WIDTH), self.height())
        text(painter, name, row.area.name, self._theme.font(Role.BODY), tokens.ink, LEFT)
        right = QRectF(0, 0, self.width(), self.height())
        text(painter, right, row.figure, self._theme.font(Role.FIGURE), tokens.ink, RIGHT)
        if self._points().left() >= name.right():
            text(painter, self._points(), row.detail, self._theme.font(Role.CAPTION), tokens.ink3, RIGHT)
        track = self.track()
        if track.width() < px(NARROWEST):
            return
        box(painter, track, px(3), tokens.ramp[0])
        if row.share > 0:
            filled = QRectF(track.left(), track.top(), max(px(6), track.width() * row.share), track.height())
            area_box(painter, filled, px(3), tokens.area(row.area.slot), tokens.surface)

    def track(self) -> QRectF:
        """Where the bar lies; too narrow it is left out."""
        px = self._theme.px
        left = px(CODE_WIDTH + 10 + NAME_WIDTH + 8)
        return QRectF(left, self.height() / 2 - px(3), self._points().left() - left, px(6))

    def _points(self) -> QRectF:
        right = self.width() - self._theme.px(FIGURE_WIDTH)
        return QRectF(right - self._theme.px(DETAIL_WIDTH), 0, self._theme.px(DETAIL_WIDTH), self.height())


class SummaryPanel(QWidget):
    """`show_view` renders it; `again` practises what was missed, `done` leaves, `opened` is a question to look at."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._frame = PageFrame(theme, "")
        self._headline = Label(theme, "", Role.HERO)
        self._detail = Label(theme, "", Role.OPTION, "ink2", wrap=True)
        self._rows = QVBoxLayout()
        self.again = Button(theme, "", "filled", "large", key="Enter")
        self.done = Button(theme, _("Done"), size="large")
        self._card = card = Card(theme)
        card.body.addWidget(self._headline)
        card.body.addWidget(self._detail)
        card.body.addSpacing(theme.px(16))
        card.body.addLayout(self._rows)
        card.body.addSpacing(theme.px(20))
        card.body.addWidget(Flow(theme, (self.again, self.done)))
        self._frame.body.addWidget(card)
        self._missed = Card(theme, _("What you missed"), _("opens in the library"))
        self._links = QVBoxLayout()
        self._missed.body.addLayout(self._links)
        self._frame.body.addWidget(self._missed)
        self._frame.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Takes its width from the theme again."""
        for card in (self._card, self._missed):
            card.setMaximumWidth(self._theme.px(WIDEST))
        self._links.setSpacing(self._theme.px(8))

    def show_view(self, view: SummaryView, missed: tuple[MissedView, ...]) -> None:
        """Renders the summary."""
        self._frame.show_title(view.title)
        self._headline.setText(view.headline)
        self._detail.setText(view.detail)
        self.again.setText(view.action)
        self.again.setVisible(view.missed > 0)
        self.done.set_kind("plain" if view.missed else "filled")
        empty(self._rows)
        for row in view.rows:
            self._rows.addWidget(SummaryBar(self._theme, row))
        empty(self._links)
        for one in missed:
            self._links.addWidget(self._link(one))
        self._missed.setVisible(bool(missed))

    def _link(self, missed: MissedView) -> TextLink:
        link = TextLink(self._theme, missed.title, missed.place, icon=VERDICT_ICONS[missed.verdict])
        link.setAccessibleDescription(f"{verdict_word(missed.verdict.value)}. {missed.place}")
        link.clicked.connect(lambda: self.opened.emit(missed.question))
        return link
