"""What is worth most next: where practice would add most to the score, or to what is known of the learner."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.area_code import HEIGHT, WIDTH, paint_area_code
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.painting import LEFT, RIGHT, box, text, width_of
from certstudy.gui.widgets.ring import Ringed
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.today_view import WorthRow
from certstudy.present.words import _

ROWS = 5


class WorthButton(Ringed, QAbstractButton):
    """One objective or group; pressing it practises it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.row: WorthRow | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_row(self, row: WorthRow) -> None:
        """Renders an objective."""
        self.row = row
        self.setText(row.title)
        self.setAccessibleName(f"{row.area.name}: {row.title}, {row.gain}")
        self.setToolTip(plain_tip(_("Practise {title}").format(title=row.title)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.row is None:
            return
        painter, px, tokens = QPainter(self), self.theme.px, self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            box(painter, QRectF(self.rect()), self.theme.metrics.radius_tile, tokens.hover)
        code = QRectF(0, (self.height() - px(HEIGHT)) / 2, px(WIDTH), px(HEIGHT))
        paint_area_code(painter, self.theme, code, self.row.area)
        figure = self.theme.font(Role.FIGURE)
        gain = width_of(figure, self.row.gain) + px(12)
        words = QRectF(px(WIDTH + 10), 0, self.width() - px(WIDTH + 10) - gain, self.height())
        font = self.theme.font(Role.BODY)
        painter.setFont(font)
        short = painter.fontMetrics().elidedText(
            self.row.title, Qt.TextElideMode.ElideRight, int(words.width())
        )
        text(painter, words, short, font, tokens.ink, LEFT)
        text(painter, QRectF(self.rect()).adjusted(0, 0, -px(2), 0), self.row.gain, figure, tokens.ink, RIGHT)


class WorthCard(Card):
    """Five objectives or groups; `chosen(id)` when one is pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Worth most next"), " ", parent=parent)
        self.rows = tuple(WorthButton(theme) for _row in range(ROWS))
        for row in self.rows:
            row.clicked.connect(lambda _on=False, row=row: self._choose(row))
            self.body.addWidget(row)
        self.body.addStretch(1)

    def show_rows(self, rows: tuple[WorthRow, ...], unit: str) -> None:
        """Renders the first five; the unit says what their figures count."""
        if self.aside is not None:
            self.aside.setText(unit)
        for index, button in enumerate(self.rows):
            button.setVisible(index < len(rows))
            if index < len(rows):
                button.show_row(rows[index])

    def _choose(self, button: WorthButton) -> None:
        if button.row is not None:
            self.chosen.emit(button.row.scope)
