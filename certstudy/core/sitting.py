"""A practice sitting as an immutable state machine: it goes forward."""

from dataclasses import dataclass, replace

from certstudy.core.errors import OutOfStepError
from certstudy.core.record import Answer, SittingRecord


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
