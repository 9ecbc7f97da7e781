"""The dark label beside a chart's mark: value first, then range, then how many answers."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from certstudy.gui.override import override
from certstudy.gui.theme.theme import Theme
from certstudy.gui.theme.typography import Role
from certstudy.gui.widgets.painting import LEFT, box, text, width_of

LINE, PAD_X, PAD_Y, GAP = 17, 10, 7, 8


class ChartTooltip(QFrame):
    """One per chart, made when first needed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        flags = Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint
        super().__init__(parent, flags | Qt.WindowType.WindowTransparentForInput)
        self._theme = theme
        self._lines: tuple[str, ...] = ()
        self.setObjectName("chart-tooltip")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    @staticmethod
    def of(theme: Theme, chart: QWidget) -> "ChartTooltip":
        """The chart's tooltip."""
        found = chart.findChild(ChartTooltip)
        return found if found is not None else ChartTooltip(theme, chart)

    def show_lines(self, lines: tuple[str, ...], anchor: QPoint) -> None:
        """Shows the lines above a point of the screen, kept inside it."""
        self._lines = lines
        size = self.sizeHint()
        self.resize(size)
        area = self.screen().availableGeometry()
        left = max(area.left(), min(anchor.x() - size.width() // 2, area.right() - size.width()))
        top = anchor.y() - size.height() - self._theme.px(GAP)
        self.move(left, top if top >= area.top() else anchor.y() + self._theme.px(3 * GAP))
        self.show()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._theme.px
        widest = max((width_of(self._font(index), line) for index, line in enumerate(self._lines)), default=0)
        return QSize(int(widest + 2 * px(PAD_X) + 1), px(LINE) * len(self._lines) + 2 * px(PAD_Y))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), self._theme.metrics.radius_control, tokens.ink)
        for index, line in enumerate(self._lines):
            rect = QRectF(px(PAD_X), px(PAD_Y) + index * px(LINE), self.width(), px(LINE))
            text(painter, rect, line, self._font(index), tokens.on_ink, LEFT)

    def _font(self, index: int) -> QFont:
        return self._theme.font(Role.CAPTION_FIGURE if index == 0 else Role.CAPTION)
