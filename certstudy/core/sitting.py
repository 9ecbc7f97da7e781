"""Sittings as immutable state machines: practice goes forward, a mock exam moves freely."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from certstudy.core.errors import OutOfStepError
from certstudy.core.record import Answer, Draft, SittingRecord


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice sitting; where it stands follows from the answers given, so that a crash loses nothing."""

    record: SittingRecord
    answers: tuple[Answer, ...] = ()

    @property
    def form(self) -> tuple[str, ...]:
        """Question ids in order of asking."""
        return self.record.form

    @property
    def index(self) -> int:
        """The place of the question to answer next."""
        return len(self.answers)

    @property
    def current(self) -> str | None:
        """The question to answer next, None at the end."""
        return self.form[self.index] if self.index < len(self.form) else None

    @property
    def finished(self) -> bool:
        """Whether every question has been answered."""
        return self.index >= len(self.form)

    def answered(self, answer: Answer) -> "Practice":
        """One answer further; OutOfStepError if it is not to the current question."""
        if answer.question != self.current:
            raise OutOfStepError(f"{answer.question} is not the question to answer")
        return replace(self, answers=(*self.answers, answer))

    def undone(self) -> "Practice":
        """One answer back; OutOfStepError if there is none."""
        if not self.answers:
            raise OutOfStepError("there is no answer to take back")
        return replace(self, answers=self.answers[:-1])


class Progress(StrEnum):
    """How much of a mock exam question has been answered."""

    ANSWERED = "answered"
    PARTLY = "partly"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class MockExam:
    """A mock exam in progress; drafts may change until it is closed."""

    record: SittingRecord
    drafts: Mapping[str, Draft]
    index: int
    elapsed_ms: int

    @property
    def form(self) -> tuple[str, ...]:
        """Question ids in order."""
        return self.record.form

    @property
    def current(self) -> str:
        """The question on the screen."""
        return self.form[self.index]

    @property
    def left_ms(self) -> int | None:
        """Time left in milliseconds, never negative; None without a limit."""
        limit = self.record.limit_ms
        return None if limit is None else max(0, limit - self.elapsed_ms)

    @property
    def expired(self) -> bool:
        """Whether the time is used up."""
        return self.left_ms == 0

    def draft(self, question_id: str) -> Draft:
        """What has been done with a question so far."""
        return self.drafts.get(question_id, Draft())

    def drafted(self, question_id: str, draft: Draft) -> "MockExam":
        """With a changed draft; OutOfStepError once the time is up or for a question not in the form."""
        if self.expired or question_id not in self.form:
            raise OutOfStepError(f"{question_id} cannot be changed")
        return replace(self, drafts={**self.drafts, question_id: draft})

    def at(self, index: int) -> "MockExam":
        """Moved to another question; out-of-range places are clamped."""
        return replace(self, index=min(max(0, index), len(self.form) - 1))

    def ticked(self, milliseconds: int) -> "MockExam":
        """With that much more time used, also on the question shown; never beyond the limit."""
        limit = self.record.limit_ms
        spent = milliseconds if limit is None else min(milliseconds, max(0, limit - self.elapsed_ms))
        draft = self.draft(self.current)
        timed = replace(draft, milliseconds=draft.milliseconds + spent)
        return replace(self, elapsed_ms=self.elapsed_ms + spent, drafts={**self.drafts, self.current: timed})
