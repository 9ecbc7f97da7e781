"""Regions of a picture to click, each a control of its own for keyboard and screen reader."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from certstudy.core.response import toggled
from certstudy.core.tasks.hotspot import Outline
from certstudy.gui.override import override
from certstudy.gui.question.answers.answer import PLAIN, Answer, Manner
from certstudy.gui.question.answers.choice import VERDICTS
from certstudy.gui.question.answers.reasons import region_rows
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.question.zoom_picture import ZoomPicture
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.icons import paint_icon
from certstudy.gui.theme.tokens import RoomInk
from certstudy.gui.widgets.key_hint import Hint
from certstudy.gui.widgets.option_list import OptionList
from certstudy.gui.widgets.option_paint import GLYPHS
from certstudy.gui.widgets.option_row import verdict_word
from certstudy.gui.widgets.painting import CENTRE, box, text
from certstudy.gui.widgets.ring import Ringed
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.task_view import HotspotView, RegionView, TaskView
from certstudy.present.words import _

BADGE = 18
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class Spot(Ringed, QCheckBox):
    """One region over the picture; only its own shape takes clicks."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self._number = theme, number
        self._view: RegionView | None = None
        self._room: RoomInk | None = None
        self._scale = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_region(self, view: RegionView, fixed: bool, room: RoomInk | None) -> None:
        """Renders the region's state; what is fixed cannot be chosen."""
        self._view, self._room = view, room
        self.setChecked(view.chosen)
        self.setEnabled(not fixed)
        verdict = VERDICTS.get(view.mark)
        words = f"{view.label}, {verdict_word(verdict)}" if verdict else view.label
        self.setAccessibleName(words)
        self.setAccessibleDescription(view.why)
        self.setToolTip(plain_tip(view.label))
        self.update()

    def place(self, origin: QPointF, scale: float) -> None:
        """Lays the region over the picture."""
        assert self._view is not None
        self._scale = scale
        bounds = _bounds(self._view.outline)
        left, top = origin.x() + bounds.left() * scale, origin.y() + bounds.top() * scale
        area = QRectF(left, top, bounds.width() * scale, bounds.height() * scale)
        self.setGeometry(area.adjusted(-self._inset, -self._inset, 0, 0).toAlignedRect())

    @override
    def ring_radius(self) -> float:
        return self.theme.metrics.radius_tile

    @override
    def nextCheckState(self) -> None:
        """The answer decides what is chosen."""

    @override
    def hitButton(self, pos: object) -> bool:
        x, y = pos.x(), pos.y()  # type: ignore[attr-defined]
        return self._path().contains(QPointF(x, y))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, width = self._stroke()
        pen = QPen(ink, width, Qt.PenStyle.SolidLine if width > 1 else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        over = self.underMouse() and self.isEnabled()
        painter.setBrush(self.theme.blend(ink, 0.10 if self._view.chosen or over else 0.0))
        painter.drawPath(self._path(width / 2))
        self._paint_badge(painter, ink)

    def _paint_badge(self, painter: QPainter, ink: QColor) -> None:
        """The number that reaches the region, or the verdict's glyph."""
        assert self._view is not None
        size, tokens = self.theme.px(BADGE), self.theme.tokens
        # on the corner of the region, where it covers least of the picture
        corner = self._path().boundingRect().topLeft() - QPointF(self._inset, self._inset)
        rect = QRectF(corner.x(), corner.y(), size, size)
        ground = self._room.page if self._room else tokens.surface
        filled = self._view.chosen
        box(painter, rect, self.theme.metrics.radius_tile, ink if filled else ground, ink)
        on_ink = self._room.page if self._room else tokens.on_ink
        verdict = VERDICTS.get(self._view.mark)
        if verdict is not None:
            inner = rect.adjusted(3, 3, -3, -3)
            paint_icon(painter, GLYPHS[verdict], inner, tokens.surface if filled else ink)
        else:
            plain = self._room.text if self._room else tokens.ink2
            colour = on_ink if filled else plain
            text(painter, rect, str(self._number), self.theme.font(Role.LETTER), colour, CENTRE)

    @property
    def _inset(self) -> int:
        """Room left of and above the region for half of its badge."""
        return self.theme.px(BADGE) // 2

    def _stroke(self) -> tuple[QColor, float]:
        assert self._view is not None
        tokens, verdict = self.theme.tokens, VERDICTS.get(self._view.mark)
        if verdict is not None:
            return tokens.verdict(verdict).ink, 3.0
        if self._room is not None:
            return (self._room.text, 3.0) if self._view.chosen else (self._room.edge, 1.0)
        return (tokens.ink, 2.5) if self._view.chosen else (tokens.line2, 1.0)

    def _path(self, inset: float = 0.0) -> QPainterPath:
        assert self._view is not None
        outline, scale, path = self._view.outline, self._scale, QPainterPath()
        origin = QPointF(self._inset, self._inset)
        if outline.radius:
            reach = outline.radius * scale
            path.addEllipse(origin + QPointF(reach, reach), reach - inset, reach - inset)
            return path
        bounds = _bounds(outline)
        room = QRectF(origin, bounds.size() * scale).adjusted(inset, inset, -inset, -inset)
        for place, (x, y) in enumerate(outline.corners):
            point = origin + QPointF((x - bounds.left()) * scale, (y - bounds.top()) * scale)
            kept = QPointF(
                _between(point.x(), room.left(), room.right()), _between(point.y(), room.top(), room.bottom())
            )
            if place:
                path.lineTo(kept)
            else:
                path.moveTo(kept)
        path.closeSubpath()
        return path


class HotspotAnswer(Answer):
    """The picture with its regions, and after the check their reasons below."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view: HotspotView | None = None
        self._checked = self._look_only = False
        self.spots: list[Spot] = []
        self._zoom = ZoomPicture(theme, pictures, whole=True)
        self.picture = self._zoom.view
        self.picture.placed.connect(self._place)
        self.reasons = OptionList(theme)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(10))
        self._column.addWidget(self._zoom)
        self._column.addWidget(self.reasons)

    @override
    def show_task(self, view: TaskView, manner: Manner = PLAIN) -> None:
        assert isinstance(view, HotspotView)
        fresh = (
            self._view is None or self._view.picture != view.picture or len(self.spots) != len(view.regions)
        )
        self._view, self._checked = view, manner.checked
        self.indent(self._column, manner)
        if fresh:
            self._make_spots(len(view.regions))
        for spot, region in zip(self.spots, view.regions, strict=True):
            spot.show_region(region, manner.checked or self._look_only, manner.room)
        if fresh:
            self.picture.show_picture(view.picture)
        self._place()
        self.reasons.setVisible(manner.checked)
        self.reasons.show_options(region_rows(view.regions) if manner.checked else (), manner.checked)

    @override
    def look_only(self) -> None:
        # the picture can still be enlarged
        self._look_only = True

    @property
    @override
    def reachable(self) -> int:
        return len(self.spots)

    @property
    @override
    def hints(self) -> tuple[Hint, ...]:
        return (Hint(self.digits, _("choose"), "–"),)

    @override
    def press(self, index: int) -> None:
        if (
            self._view is not None
            and not (self._checked or self._look_only)
            and index < len(self._view.regions)
        ):
            picked = frozenset(region.id for region in self._view.regions if region.chosen)
            self.responded.emit(toggled(picked, self._view.regions[index].id, self._view.choose))

    @override
    def focus_first(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        self._focus(0, reason)

    def _make_spots(self, count: int) -> None:
        while self.spots:
            spot = self.spots.pop()
            spot.hide()
            spot.deleteLater()
        for index in range(count):
            spot = Spot(self._theme, index + 1, self.picture)
            spot.clicked.connect(lambda _on=False, index=index: self.press(index))
            spot.stepped.connect(lambda by, index=index: self._focus(index + by))
            spot.show()
            self.spots.append(spot)

    def _focus(self, index: int, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        if self.spots:
            spot = self.spots[index % len(self.spots)]
            spot.setFocus(reason)
            self._zoom.bring_into_sight(spot)

    def _place(self) -> None:
        """Regions lie where the picture does."""
        if self._view is not None and len(self.spots) == len(self._view.regions):
            area, scale = self.picture.area(), self.picture.scale
            for spot in self.spots:
                spot.place(area.topLeft(), scale)


def _bounds(outline: Outline) -> QRectF:
    xs, ys = zip(*outline.corners, strict=True)
    reach = outline.radius
    left, top = min(xs) - reach, min(ys) - reach
    return QRectF(left, top, max(xs) + reach - left, max(ys) + reach - top)


def _between(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)
