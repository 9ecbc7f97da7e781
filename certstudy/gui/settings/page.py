"""The settings: exam date, pace, appearance, keys, and where the record lies; every change applies at once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.room import Room
from certstudy.gui.settings.appearance_card import AppearanceCard
from certstudy.gui.settings.exam_card import ExamCard
from certstudy.gui.settings.practice_card import PracticeCard
from certstudy.gui.settings.record_card import RecordCard
from certstudy.gui.widgets.columns import Columns
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.present.words import _
from certstudy.study import settings


class SettingsPage(Page):
    """Four cards in two columns."""

    concerned_by = Changes.PREFERENCES

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        theme = room.theme
        self.exam, self.practice = ExamCard(theme), PracticeCard(theme)
        self.appearance, self.record = AppearanceCard(theme), RecordCard(room)
        for card in (self.exam, self.practice, self.appearance):
            card.changed.connect(self._change)
        frame = PageFrame(theme, _("Settings"))
        columns = Columns(theme)
        for upper, lower in ((self.exam, self.practice), (self.appearance, self.record)):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.metrics.card_gap)
            column.addWidget(upper)
            column.addWidget(lower)
            column.addStretch(1)
            columns.add(side)
        frame.body.addWidget(columns)
        frame.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    @override
    def refresh(self) -> None:
        kept = self._room.desk.history.preferences()
        for card in (self.exam, self.practice, self.appearance):
            card.show_preferences(kept)

    def _change(self, values: dict[str, object]) -> None:
        self._room.operations.carry_out(lambda: settings.change(self._room.desk, **values))
