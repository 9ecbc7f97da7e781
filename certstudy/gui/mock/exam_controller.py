"""What happens in a mock exam, without a widget: answer, mark, move, leave sections, count time, hand in."""

from collections.abc import Callable
from dataclasses import replace

from certstudy.core.confidence import Confidence
from certstudy.core.exam import MockExam, Progress
from certstudy.core.question import CaseStudy, Question
from certstudy.core.record import Away, Draft, Highlight
from certstudy.core.response import Response
from certstudy.gui.operations import Operations
from certstudy.present import mock_room
from certstudy.study import mock_exam
from certstudy.study.desk import Desk


class ExamController:
    """Holds the exam, and whether it was `handed_in`; every change is stored before it is shown.

    A step that the world refuses (a full disk) changes nothing here and is told by the window; time goes on.
    """

    def __init__(self, desk: Desk, operations: Operations, exam: MockExam) -> None:
        self._desk, self._operations = desk, operations
        self.exam = exam
        self.handed_in = False
        self._questions = tuple(self._find(question_id) for question_id in exam.form)

    @property
    def question(self) -> Question | None:
        """The question on the screen; None when the pack no longer holds it."""
        return self._questions[self.exam.index]

    @property
    def case(self) -> CaseStudy | None:
        """The case study beside the question."""
        question = self.question
        return self._desk.catalog.case(question.case) if question is not None and question.case else None

    @property
    def kept(self) -> Draft:
        """What is kept for the question on the screen."""
        return self.exam.draft(self.exam.current)

    @property
    def open(self) -> bool:
        """Whether the question on the screen is not fully answered."""
        return mock_room.progress_of(self.kept, self.question) is not Progress.ANSWERED

    @property
    def on_break(self) -> bool:
        """Whether a break goes on."""
        return self.exam.away is Away.BREAK

    def room(self) -> mock_room.RoomView:
        """The question as the room shows it."""
        return mock_room.room_view(self._desk.catalog.syllabus, self.exam, self.question, self.case)

    def list(self) -> mock_room.ListView:
        """The questions of the section."""
        return mock_room.list_view(self.exam, self._questions)

    def respond(self, response: Response) -> None:
        """Answer the question on the screen; whoever answers no longer looks things up."""
        if self.question is not None:
            self._draft(replace(self.kept, response=response))

    def mark(self) -> None:
        """Set or clear the mark for review."""
        self._draft(replace(self.kept, marked=not self.kept.marked))

    def strike(self, part: str) -> None:
        """Strike a part out or bring it back."""
        self._draft(replace(self.kept, struck=self.kept.struck ^ {part}))

    def note(self, words: str) -> None:
        """Keep a note on the question on the screen."""
        self._draft(replace(self.kept, note=words))

    def highlight(self, marks: tuple[Highlight, ...]) -> None:
        """Keep what is highlighted on the screen: in the question, and on the pages of its case study."""
        for name, changed in self.exam.highlighted(marks).items():
            self._draft(changed, name)

    def confide(self, sure: Confidence) -> None:
        """Say how sure the answer is, or take that back."""
        self._draft(replace(self.kept, confidence=None if self.kept.confidence is sure else sure))

    def go(self, index: int) -> bool:
        """Move to another question of the section, if one may go there; False if not."""
        if not self.exam.may_go(index):
            return False
        return self._step(lambda: mock_exam.go(self._desk, self.exam, index))

    def leave_section(self) -> bool:
        """On to the next section, for good."""
        return self._step(lambda: mock_exam.leave_section(self._desk, self.exam))

    def settle(self) -> bool:
        """Keep place, time and answer where the question is left."""
        return self._step(lambda: mock_exam.settle(self._desk, self.exam))

    def take_break(self) -> bool:
        """A break; what was seen is locked."""
        self.come_back()
        return self._step(lambda: mock_exam.take_break(self._desk, self.exam))

    def look_up(self) -> bool:
        """Begin to count the minutes of looking things up."""
        return self._step(lambda: mock_exam.look_up(self._desk, self.exam))

    def come_back(self) -> None:
        """Back at the questions."""
        if self.exam.away is not None:
            self._step(lambda: mock_exam.come_back(self._desk, self.exam))

    def tick(self, milliseconds: int) -> str:
        """Count time; returns what to announce, "" for nothing."""
        before = self.exam.left_ms
        if not self._step(lambda: mock_exam.tick(self._desk, self.exam, milliseconds)):
            self.exam = self.exam.ticked(milliseconds)
        return mock_room.announcement(before, self.exam.left_ms)

    def slept(self, milliseconds: int) -> None:
        """Note that the machine stood still."""
        self._step(lambda: mock_exam.slept(self._desk, self.exam, milliseconds))

    def hand_in(self) -> bool:
        """Grade and close the exam; False if the world refused."""
        self.handed_in = self._operations.carry_out(lambda: mock_exam.hand_in(self._desk, self.exam))
        return self.handed_in

    def _draft(self, changed: Draft, name: str = "") -> None:
        """Keep what was done with a question, the one on the screen if no other is named."""
        exam, name = self.exam, name or self.exam.current
        if changed != exam.draft(name) and not exam.expired and not exam.locked(exam.form.index(name)):
            self.come_back()
            here = self.exam
            self._step(lambda: mock_exam.draft(self._desk, here, name, changed))

    def _step(self, use_case: Callable[[], MockExam]) -> bool:
        after = self._operations.perform(use_case)
        if after is not None:
            self.exam = after
        return after is not None

    def _find(self, question_id: str) -> Question | None:
        catalog = self._desk.catalog
        return catalog.question(question_id) if question_id in catalog else None
