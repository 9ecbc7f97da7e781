"""What happens in a mock exam, without a widget: choose, mark, move, count time, hand in."""

from dataclasses import replace

from certstudy.core.grading import toggled
from certstudy.core.question import Question
from certstudy.core.record import Draft
from certstudy.core.sitting import MockExam
from certstudy.gui.operations import Operations
from certstudy.present import mock_room
from certstudy.study import mock_exam
from certstudy.study.desk import Desk


class ExamController:
    """Holds the exam; every change is stored before it is shown.

    A step that the world refuses (a full disk) changes nothing here and is told by the window; time goes on.
    """

    def __init__(self, desk: Desk, operations: Operations, exam: MockExam) -> None:
        self._desk, self._operations = desk, operations
        self.exam = exam
        self._questions = tuple(self._find(question_id) for question_id in exam.form)

    @property
    def question(self) -> Question | None:
        """The question on the screen; None when the pack no longer holds it."""
        return self._questions[self.exam.index]

    @property
    def kept(self) -> Draft:
        """What is kept for the question on the screen."""
        return self.exam.draft(self.exam.current)

    def room(self) -> mock_room.RoomView:
        """The question as the room shows it."""
        return mock_room.room_view(self._desk.catalog.syllabus, self.exam, self.question)

    def list(self) -> mock_room.ListView:
        """The question list."""
        return mock_room.list_view(self.exam, self._questions)

    def choose(self, option_id: str) -> None:
        """Press an option."""
        if self.question is not None:
            response = toggled(self.question, self.kept.response, option_id)
            self._draft(replace(self.kept, response=response))

    def mark(self) -> None:
        """Set or clear the mark for review."""
        self._draft(replace(self.kept, marked=not self.kept.marked))

    def go(self, index: int) -> None:
        """Move to another question; the time spent on this one is kept."""
        self._take(self._operations.perform(lambda: mock_exam.go(self._desk, self.exam, index)))

    def keep(self) -> None:
        """Keep place and time where the exam is left."""
        self.go(self.exam.index)

    def tick(self, milliseconds: int) -> str:
        """Count time; returns what to announce, "" for nothing."""
        before = self.exam.left_ms
        after = self._operations.perform(lambda: mock_exam.tick(self._desk, self.exam, milliseconds))
        self.exam = after if after is not None else self.exam.ticked(milliseconds)
        return mock_room.announcement(before, self.exam.left_ms)

    def hand_in(self) -> bool:
        """Grade and close the exam; False if the world refused."""
        changes = self._operations.perform(lambda: mock_exam.hand_in(self._desk, self.exam))
        if changes is None:
            return False
        self._operations.publish(changes)
        return True

    def _draft(self, changed: Draft) -> None:
        if changed != self.kept and not self.exam.expired:
            exam = self.exam
            self._take(
                self._operations.perform(lambda: mock_exam.draft(self._desk, exam, exam.current, changed))
            )

    def _take(self, after: MockExam | None) -> None:
        if after is not None:
            self.exam = after

    def _find(self, question_id: str) -> Question | None:
        catalog = self._desk.catalog
        return catalog.question(question_id) if question_id in catalog else None
