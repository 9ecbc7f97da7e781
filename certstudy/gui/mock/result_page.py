"""After a mock exam: passed or not, the score on its scale, each area, the pace, and every question with reasons."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certstudy.gui.mock.pace_plot import PacePlot
from certstudy.gui.mock.result_cards import FiguresCard, LostCard, QuestionsCard, ScoreCard
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.paper import Images
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.room import Room
from certstudy.gui.to_paper import ask_for_pdf, print_on_paper
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.columns import Columns
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.gui.widgets.range_rows import RangeRows
from certstudy.present import mock_result
from certstudy.present.mock_report import report
from certstudy.present.mock_result import Outcome, ResultView
from certstudy.present.mock_reviewed import reviewed_view
from certstudy.present.paper import Printout
from certstudy.present.words import _, ngettext
from certstudy.study import mock_result as results
from certstudy.study.mock_result import MockResult
from certstudy.study.practice import Mode, Request

# below this width at 100 % the two tools beside the title show their icons alone
WORDS_FROM = 760


class ResultPage(Page):
    """`show_sitting(id)` renders the result of a mock exam handed in."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._sitting = 0
        self._result: MockResult | None = None
        self.view: ResultView | None = None
        theme = room.theme
        self.frame = PageFrame(theme, " ")
        self.pdf = Button(theme, _("PDF"), "quiet", icon="file-down")
        self.printed = Button(theme, _("Print"), "quiet", icon="file-text")
        self.done = Button(theme, _("Done"))
        self.practise = Button(theme, _("Practise what I missed"), "filled")
        self.score = ScoreCard(theme)
        self.areas = RangeRows(theme, roomy=True)
        self.pace = PacePlot(theme)
        self.figures, self.lost = FiguresCard(theme), LostCard(theme)
        self.questions = QuestionsCard(theme, Pictures(theme, room.desk.catalog.picture))
        self._build()
        self.done.clicked.connect(lambda: room.navigator.go("mock"))
        self.practise.clicked.connect(self._practise_missed)
        self.pdf.clicked.connect(self._save)
        self.printed.clicked.connect(self._print)
        self.questions.wanted.connect(self._show_question)
        self.questions.practised.connect(self._practise_these)
        self.questions.linked.connect(room.navigator.open_link)
        self.questions.studied.connect(lambda objective: room.navigator.read_note(objective, back="result"))

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
        result = self._room.operations.perform(lambda: results.result(desk, sitting))
        attempts = self._room.operations.perform(lambda: results.attempts(desk))
        if result is None or attempts is None:
            return
        self._result = result
        view = self.view = mock_result.result_view(desk.catalog.syllabus, result, attempts)
        self.frame.show_title(view.title, view.subtitle)
        self.score.show_view(view)
        self.areas.set_rows(view.areas)
        self.pace.show_pace(view.pace)
        self.figures.show_view(view)
        self.lost.show_view(view)
        self.questions.show_view(view)
        self._show_verbs(len(view.missed))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() / self._room.theme.metrics.scale >= WORDS_FROM
        for verb, words in ((self.pdf, _("PDF")), (self.printed, _("Print"))):
            verb.setText(words if wide else "")
            verb.setAccessibleName(words)
            verb.setToolTip("" if wide else words)
            verb.updateGeometry()

    def _show_verbs(self, missed: int) -> None:
        """The one filled button is what to do next; with nothing missed that is to be done."""
        self.practise.setVisible(missed > 0)
        self.practise.setToolTip(ngettext("{n} question", "{n} questions", missed).format(n=missed))
        self.done.set_kind("plain" if missed else "filled")

    def _show_question(self, place: int) -> None:
        if self._result is not None:
            catalog, question = self._room.desk.catalog, self._result.sat[place].question
            case = catalog.case(question.case) if question is not None and question.case else None
            note = catalog.notes.get(question.objective, "") if question is not None else ""
            view = reviewed_view(catalog.syllabus, self._result, place, case, note)
            self.questions.reviewed.show_view(view)

    def _practise_missed(self) -> None:
        if self.view is not None:
            self._practise(self.view.missed)

    def _practise_these(self, outcome: Outcome) -> None:
        if self.view is not None:
            self._practise(self.view.to_practise(outcome))

    def _practise(self, questions: tuple[str, ...]) -> None:
        if questions:
            self._room.navigator.practise(Request(Mode.SELECTION, len(questions), questions=questions))

    def _save(self) -> None:
        if self.view is not None:
            ask_for_pdf(self, self._room, _("Save the result"), self.view.title, self._laid)

    def _print(self) -> None:
        if self.view is not None:
            print_on_paper(self, self._room, self._laid)

    def _laid(self) -> tuple[Printout, Images]:
        assert self.view is not None
        assert self._result is not None
        return report(self.view, self._result), {}

    def _build(self) -> None:
        theme = self._room.theme
        for verb in (self.pdf, self.printed, self.done, self.practise):
            self.frame.beside.addWidget(verb)
        by_area = Card(theme, _("By skill area"), _("share of points and the range it supports; tick at 70"))
        by_area.body.addWidget(self.areas)
        by_area.body.addStretch(1)
        pace = Card(theme, _("Pace"), _("dashed: even pace"))
        pace.body.addWidget(self.pace)
        pace.body.addStretch(1)
        upper, lower = Columns(theme), Columns(theme)
        upper.add(by_area, 63)
        upper.add(pace, 37)
        lower.add(self.figures, 63)
        lower.add(self.lost, 37)
        for part in (self.score, upper, lower):
            self.frame.body.addWidget(part)
        self.frame.body.addWidget(self.questions)
        self.frame.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
