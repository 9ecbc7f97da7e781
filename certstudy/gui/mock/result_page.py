"""After a mock exam: passed or not, the score on its scale, each area, the time, and every question with reasons."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.gui.mock.result_cards import QuestionsCard, ScoreCard
from certstudy.gui.mock.rows import FactRows
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.room import Room
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.columns import Columns
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.gui.widgets.range_rows import RangeRows
from certstudy.present import mock_result
from certstudy.present.words import _, ngettext
from certstudy.study import mock_exam
from certstudy.study.mock_exam import MockResult
from certstudy.study.practice import Mode, Request


class ResultPage(Page):
    """`show_sitting(id)` renders the result of a mock exam handed in."""

    concerned_by = Changes.CONTENT | Changes.RECORD

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._sitting = 0
        self._result: MockResult | None = None
        self._missed: tuple[str, ...] = ()
        theme = room.theme
        self.frame = PageFrame(theme, " ")
        self.done = Button(theme, _("Done"))
        self.practise = Button(theme, _("Practise what I missed"), "filled")
        self.score = ScoreCard(theme)
        self.areas = RangeRows(theme, roomy=True)
        self.facts = FactRows(theme)
        self.questions = QuestionsCard(theme)
        self._build()
        self.done.clicked.connect(lambda: room.navigator.leave_sitting("mock"))
        self.practise.clicked.connect(self._practise)
        self.questions.wanted.connect(self._show_question)
        self.questions.linked.connect(room.navigator.open_link)

    def show_sitting(self, sitting_id: int) -> None:
        """Renders another result, from its top."""
        self._sitting = sitting_id
        self.frame.verticalScrollBar().setValue(0)
        self.refresh()

    @override
    def refresh(self) -> None:
        if not self._sitting:
            return
        desk, sitting = self._room.desk, self._sitting
        result = self._room.operations.perform(lambda: mock_exam.result(desk, sitting))
        if result is None:
            return
        self._result = result
        marked = frozenset(qid for qid, kept in desk.history.drafts_of(sitting).items() if kept.marked)
        view = mock_result.result_view(desk.catalog.syllabus, result, mock_exam.scores(desk), marked)
        self._missed = view.missed
        self.frame.show_title(view.title, view.subtitle)
        self.score.show_view(view)
        self.areas.set_rows(view.areas)
        self.facts.show_facts(view.facts)
        self.questions.show_view(view)
        self._show_verbs(len(view.missed))

    def _show_verbs(self, missed: int) -> None:
        """The one filled button is what to do next; with nothing missed that is to be done."""
        self.practise.setVisible(missed > 0)
        self.practise.setToolTip(ngettext("{n} question", "{n} questions", missed).format(n=missed))
        self.done.set_kind("plain" if missed else "filled")

    def _show_question(self, place: int) -> None:
        if self._result is not None:
            view = mock_result.reviewed_view(self._room.desk.catalog.syllabus, self._result, place)
            self.questions.reviewed.show_view(view)

    def _practise(self) -> None:
        self._room.navigator.practise(Request(Mode.SELECTION, len(self._missed), questions=self._missed))

    def _build(self) -> None:
        theme = self._room.theme
        self.frame.beside.addWidget(self.done)
        self.frame.beside.addWidget(self.practise)
        by_area = Card(theme, _("By skill area"), _("share of points and the range it supports; tick at 70"))
        by_area.body.addWidget(self.areas)
        by_area.body.addStretch(1)
        time = Card(theme, _("In figures"))
        time.body.addWidget(self.facts)
        time.body.addStretch(1)
        columns = Columns(theme)
        columns.add(by_area, 63)
        columns.add(time, 37)
        for part in (self.score, columns, self.questions):
            self.frame.body.addWidget(part)
        self.frame.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
