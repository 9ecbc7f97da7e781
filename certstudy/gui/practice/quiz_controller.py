"""What happens in a practice sitting, without a widget: answer, strike, check, go on, undo, flag, note."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from certstudy.core.confidence import Confidence
from certstudy.core.question import Question
from certstudy.core.record import Answer, Draft, QuestionState, replayed, state_after
from certstudy.core.response import NOTHING, Picked, Response
from certstudy.core.sitting import Practice
from certstudy.gui.operations import Operations
from certstudy.present.gloss import Gloss
from certstudy.present.quiz import QuizContext, QuizView, asking, checked
from certstudy.study import annotations, practice
from certstudy.study.cases import case_of
from certstudy.study.desk import Desk
from certstudy.study.occasion import occasion, own_curve_of
from certstudy.study.today import milliseconds_an_answer, pace_is_known


@dataclass(frozen=True, slots=True)
class Asked:
    """The question on the screen with what the record says of it."""

    question: Question
    state: QuestionState | None
    past: Sequence[Answer]


class QuizController:
    """Holds the sitting and what is chosen so far; the page renders `view` after each step.

    A step that the world refuses (a full disk) changes nothing here and is told by the window.
    """

    def __init__(self, desk: Desk, operations: Operations, sitting: Practice) -> None:
        self._desk, self._operations = desk, operations
        self.sitting = sitting
        self.response: Response = NOTHING
        self.struck: Picked = frozenset()
        self.confidence: Confidence | None = None
        self.milliseconds = 0
        self._answer: Answer | None = None
        self._asked: Asked | None = None
        self._ahead: Asked | None = None
        self._flags, self._notes = set(desk.history.flags()), dict(desk.history.notes())
        days = desk.history.days()
        self._pace, self._pace_is_own = milliseconds_an_answer(days), pace_is_known(days)
        self._model, self._own = occasion(desk).model, own_curve_of(desk)
        self._areas, self._gloss = self._slots(), Gloss(desk.catalog.glossary)
        self._kept = Draft()
        if not sitting.finished:
            self._ask()
            self._take_up(practice.kept(desk, sitting))

    @property
    def finished(self) -> bool:
        """Whether every question is answered and the last verdict was read."""
        return self.sitting.finished and self._answer is None

    @property
    def checked(self) -> bool:
        """Whether the verdict is on the screen."""
        return self._answer is not None

    @property
    def question(self) -> Question:
        """The question on the screen."""
        return self._now.question

    @property
    def complete(self) -> bool:
        """Whether nothing is left to answer."""
        return self.question.task.complete(self.response)

    @property
    def spent_ms(self) -> int:
        """The time of the whole sitting so far."""
        current = 0 if self.checked else self.milliseconds
        return sum(answer.milliseconds for answer in self.sitting.answers) + current

    @property
    def flagged(self) -> bool:
        """Whether the question on the screen is flagged."""
        return self.question.id in self._flags

    @property
    def answer_slots(self) -> tuple[int, ...]:
        """The area's place for each answer of the sitting."""
        return self._areas[: len(self.sitting.answers)]

    def view(self) -> QuizView:
        """The screen as it stands."""
        if self._answer is None:
            return asking(self.sitting, self._context(self._now), self.response)
        return self._view_checked(self.sitting, self._answer)

    def foreseen(self) -> QuizView:
        """The screen as it would be if the answer were checked now; nothing is stored."""
        given = practice.given(self._desk, self.sitting, self.response, self._sure, self.milliseconds)
        return self._view_checked(self.sitting.answered(given), given)

    def following(self) -> QuizView | None:
        """The screen as it would be if the learner went on from the verdict now; None at the end."""
        if self.sitting.finished:
            return None
        self._ahead = self._looked_up(self.sitting.current or "")
        return asking(self.sitting, self._context(self._ahead))

    def respond(self, response: Response) -> None:
        """Answer; a struck option that is chosen is brought back."""
        if not self.checked:
            self.response = response
            if isinstance(response, frozenset):
                self.struck -= response

    def strike(self, option_id: str) -> None:
        """Strike an option out, or bring it back; what is struck is not chosen."""
        if not self.checked:
            self.struck ^= {option_id}
            if isinstance(self.response, frozenset):
                self.response -= self.struck

    def be(self, confidence: Confidence | None) -> None:
        """Say how sure one is."""
        if not self.checked:
            self.confidence = confidence

    def check(self) -> bool:
        """Grade and store what is chosen; an empty response is "don't know". False if the world refused."""
        answered = self._operations.perform(
            lambda: practice.answer(self._desk, self.sitting, self.response, self._sure, self.milliseconds)
        )
        if answered is None:
            return False
        self.sitting, self._answer = answered.sitting, answered.answer
        self._operations.publish(answered.changes)
        return True

    def keep(self) -> None:
        """Keep what is done with the open question, for when the sitting is taken up again."""
        if self.checked or self.sitting.finished:
            return
        draft = Draft(
            self.response, struck=self.struck, milliseconds=self.milliseconds, confidence=self.confidence
        )
        if draft != self._kept:
            self._kept = (
                self._operations.perform(lambda: practice.keep(self._desk, self.sitting, draft)) or self._kept
            )

    def go_on(self) -> None:
        """To the next question; at the end the sitting is closed."""
        self._answer = None
        if self.sitting.finished:
            self.finish()
        else:
            self._ask()

    def finish(self) -> None:
        """Close the sitting where it stands."""
        self._operations.carry_out(lambda: practice.finish(self._desk, self.sitting))

    def undo(self) -> bool:
        """Take the latest answer back and ask it again; False if there is none."""
        if not self.sitting.answers:
            return False
        undone = self._operations.perform(lambda: practice.undo(self._desk, self.sitting))
        if undone is None:
            return False
        spent = self.sitting.answers[-1].milliseconds
        self.sitting, changes = undone
        self._answer = None
        self._operations.publish(changes)
        self._ask()
        self.milliseconds = spent
        return True

    def flag(self) -> None:
        """Set or clear the flag."""
        question_id, flagged = self.question.id, not self.flagged
        if self._operations.carry_out(lambda: annotations.flag(self._desk, question_id, flagged)):
            (self._flags.add if flagged else self._flags.discard)(question_id)

    def note(self, question_id: str, text: str) -> None:
        """Keep the learner's note on a question, if it changed."""
        if text.strip() == self._notes.get(question_id, ""):
            return
        if self._operations.carry_out(lambda: annotations.note(self._desk, question_id, text)):
            self._notes[question_id] = text.strip()

    @property
    def _sure(self) -> Confidence | None:
        return self.confidence if self.response else None

    @property
    def _now(self) -> Asked:
        assert self._asked is not None
        return self._asked

    def _context(self, asked: Asked) -> QuizContext:
        return QuizContext(
            syllabus=self._desk.catalog.syllabus,
            question=asked.question,
            areas=self._areas,
            state=asked.state,
            past=asked.past,
            flagged=asked.question.id in self._flags,
            note=self._notes.get(asked.question.id, ""),
            pace_ms=self._pace,
            pace_is_own=self._pace_is_own,
            today=self._desk.now().day,
            occasion=replace(occasion(self._desk), own=self._own),
            misconceptions=self._desk.catalog.misconceptions,
            gloss=self._gloss,
            study_note=self._desk.catalog.notes.get(asked.question.objective, ""),
            case=case_of(self._desk, asked.question),
        )

    def _view_checked(self, sitting: Practice, answer: Answer) -> QuizView:
        after = state_after(self._now.state, answer, self._model)
        return checked(sitting, self._context(self._now), answer, after)

    def _ask(self) -> None:
        question_id, ahead = self.sitting.current or "", self._ahead
        known = ahead is not None and ahead.question.id == question_id
        self._asked, self._ahead = ahead if known else self._looked_up(question_id), None
        self._take_up(Draft())

    def _take_up(self, draft: Draft) -> None:
        self._kept, self.response, self.struck = draft, draft.response, draft.struck
        self.confidence, self.milliseconds = draft.confidence, draft.milliseconds

    def _looked_up(self, question_id: str) -> Asked:
        past = tuple(self._desk.history.answers_to(question_id))
        return Asked(self._desk.catalog.question(question_id), replayed(past, self._model), past)

    def _slots(self) -> tuple[int, ...]:
        """The area's place for each question of the form; one the pack no longer holds counts as the first."""
        order = {area.id: slot for slot, area in enumerate(self._desk.catalog.syllabus.areas)}
        places = {entry.id: order[entry.area] for entry in self._desk.catalog.entries}
        return tuple(places.get(question_id, 0) for question_id in self.sitting.form)
