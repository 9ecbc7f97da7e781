"""What stands where in the exam room: bar, tools, the question or a list or a notice, foot."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from certstudy.core.exam import MockExam
from certstudy.gui.mock.foot import Foot
from certstudy.gui.mock.ink import Ground
from certstudy.gui.mock.notice import Notice
from certstudy.gui.mock.panes import Panes
from certstudy.gui.mock.review import ReviewScreen
from certstudy.gui.mock.room_bar import RoomBar
from certstudy.gui.mock.seat_list import SeatPanel
from certstudy.gui.mock.tool_row import ToolRow
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.theme import Theme
from certstudy.present.mock_room import ListView, RoomView

LIST_WIDTH, LIST_NEEDS = 244, 1000
ASKING, REVIEWING, READING = range(3)


class RoomFrame(QWidget):
    """`show_stage` chooses what is in the middle, `show_exam` renders the parts, `fit` leaves out what has no room."""

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self._theme = theme
        self._list_wanted = True
        self._exam: MockExam | None = None
        self.bar, self.tools, self.foot = RoomBar(theme), ToolRow(theme), Foot(theme)
        self.panes, self.review, self.notice = Panes(theme, pictures), ReviewScreen(theme), Notice(theme)
        self.list = SeatPanel(theme)
        self._middle = QStackedWidget()
        asking = Ground(theme)
        row = QHBoxLayout(asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panes, 1)
        row.addWidget(self.list)
        for part in (asking, self.review, self.notice):
            self._middle.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.tools)
        column.addWidget(self._middle, 1)
        column.addWidget(self.foot)
        self.tools.exhibit.toggled.connect(self.panes.turn)

    @property
    def stage(self) -> int:
        """What is in the middle: ASKING, REVIEWING or READING."""
        return self._middle.currentIndex()

    @property
    def asking(self) -> bool:
        """Whether a question is in the middle."""
        return self.stage == ASKING

    @property
    def reviewing(self) -> bool:
        """Whether the list of the section's questions is in the middle."""
        return self.stage == REVIEWING

    @property
    def reading(self) -> bool:
        """Whether a notice is in the middle: the overview, the way into a section, a break."""
        return self.stage == READING

    def show_stage(self, stage: int) -> None:
        """Puts a question, the review or the notice into the middle."""
        self._middle.setCurrentIndex(stage)

    def show_exam(self, exam: MockExam, view: RoomView, seats: ListView) -> None:
        """Renders the exam as it stands; returns nothing, changes nothing."""
        self._exam = exam
        self.bar.show_view(view)
        self.bar.show_place(self.asking)
        self.tools.show_view(view)
        if self.asking:
            self.panes.show_view(view)
            self.tools.note.setChecked(self.panes.question.asides.note_open)
        self.list.show_view(seats)
        self.review.show_view(seats)
        if self.reviewing:
            self.foot.show_review(view, exam.exhausted)
        else:
            self.foot.show_question(view)
        self.foot.setVisible(not self.reading)
        self.tools.setVisible(not self.reading)
        self.fit()

    def toggle_list(self) -> None:
        """Shows or hides the list beside the question."""
        self._list_wanted = not self._list_wanted
        self.fit()

    def fit(self) -> None:
        """Leaves out what has no room, and what the exam's rules do not have."""
        exam, asking = self._exam, self.asking
        wide = self.width() / self._theme.metrics.scale
        returnable = exam is not None and exam.returnable
        self.bar.fit(wide)
        self.tools.fit(wide)
        self.tools.show_asking(asking, returnable)
        self.tools.look_up.setVisible(exam is not None and exam.plan.open_book)
        room_for_list = wide >= LIST_NEEDS and returnable
        self.tools.list.setVisible(room_for_list and asking)
        self.tools.list.setChecked(self._list_wanted)
        self.list.setFixedWidth(self._theme.px(LIST_WIDTH))
        self.list.setVisible(room_for_list and self._list_wanted)
        turns = self.panes.has_exhibits and self.panes.narrow and asking
        self.tools.exhibit.setVisible(turns)
        if not turns:
            self.tools.exhibit.setChecked(False)
