"""A mock exam as an immutable state machine over its sections: where one may go, what locks when, how time passes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from certstudy.core.errors import OutOfStepError
from certstudy.core.mock_plan import MockPlan
from certstudy.core.moment import Moment
from certstudy.core.record import Away, Draft, Highlight, Interruption, SittingRecord
from certstudy.core.sections import Section, SectionKind, Sections

# the names of the pages of a case study begin so
CASE_PAGE = "case-"


class Progress(StrEnum):
    """How much of a mock exam question has been answered."""

    ANSWERED = "answered"
    PARTLY = "partly"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class MockExam:
    """A mock exam in progress; drafts may change until their question locks or the exam is closed.

    A question locks when its section is left, when a break is taken after it was seen, and in a series as soon as the
    next one is shown. `away` says why the candidate is not at the questions just now; the latest of the
    `interruptions` is then still growing.
    """

    record: SittingRecord
    drafts: Mapping[str, Draft]
    index: int
    elapsed_ms: int
    interruptions: tuple[Interruption, ...] = ()
    away: Away | None = None

    @property
    def form(self) -> tuple[str, ...]:
        """Question ids in order."""
        return self.record.form

    @property
    def plan(self) -> MockPlan:
        """The rules of the sitting."""
        return self.record.plan or MockPlan()

    @property
    def sections(self) -> Sections:
        """The sections in order."""
        return self.plan.over(len(self.form))

    @property
    def section(self) -> Section:
        """The section on the screen."""
        return self.sections[self.section_number]

    @property
    def section_number(self) -> int:
        """The place of that section, counted from 0."""
        return next(number for number, section in enumerate(self.sections) if self.index in section)

    @property
    def next_section(self) -> Section | None:
        """The section after it, None in the last one."""
        after = self.section_number + 1
        return self.sections[after] if after < len(self.sections) else None

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

    @property
    def returnable(self) -> bool:
        """Whether one may go back in this section, and so review it."""
        return self.section.kind is not SectionKind.SERIES

    @property
    def exhausted(self) -> bool:
        """Whether no question of the section can be answered any more, after a break."""
        return all(self.locked(place) for place in self.section.places)

    def draft(self, question_id: str) -> Draft:
        """What has been done with a question so far."""
        return self.drafts.get(question_id, Draft())

    def locked(self, place: int) -> bool:
        """Whether a question can no longer be seen or changed."""
        section = self.section
        gone_by = section.kind is SectionKind.SERIES and section.start <= place < self.index
        return place < section.start or gone_by or self.draft(self.form[place]).locked

    def may_go(self, place: int) -> bool:
        """Whether one may be at that place now."""
        if place not in self.section or self.locked(place):
            return False
        return self.returnable or place <= self.index + 1

    @property
    def next_place(self) -> int | None:
        """The next place one may go to in this section."""
        return next((p for p in range(self.index + 1, self.section.stop) if self.may_go(p)), None)

    @property
    def previous_place(self) -> int | None:
        """The place before where one may go in this section."""
        return next((p for p in range(self.index - 1, self.section.start - 1, -1) if self.may_go(p)), None)

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        """What is highlighted on the screen; on the pages of a case study that is done for all of its questions."""
        elsewhere = chain.from_iterable(self._case_marks().values())
        return tuple(sorted({*self.draft(self.current).highlights, *elsewhere}))

    def highlighted(self, marks: Iterable[Highlight]) -> Mapping[str, Draft]:
        """The drafts that change so that just this is highlighted; what is locked stays as it is."""
        wanted, beside = set(marks), self._case_marks()
        changed = {
            name: self._marked_in(
                name, (m for m in self.draft(name).highlights if m in wanted or m not in held)
            )
            for name, held in beside.items()
            if not self.locked(self.form.index(name))
        }
        changed[self.current] = self._marked_in(self.current, sorted(wanted.difference(*beside.values())))
        return {name: draft for name, draft in changed.items() if draft != self.draft(name)}

    def _marked_in(self, name: str, marks: Iterable[Highlight]) -> Draft:
        return replace(self.draft(name), highlights=tuple(marks))

    def _case_marks(self) -> Mapping[str, frozenset[Highlight]]:
        """What the other questions of the case study on the screen hold of the highlights on its pages."""
        if self.section.kind is not SectionKind.CASE:
            return {}
        others = (self.form[place] for place in self.section.places if place != self.index)
        held = {
            name: frozenset(mark for mark in self.draft(name).highlights if mark[0].startswith(CASE_PAGE))
            for name in others
        }
        return {name: marks for name, marks in held.items() if marks}

    def drafted(self, question_id: str, draft: Draft) -> "MockExam":
        """With a changed draft; OutOfStepError for a question that is locked or not in the section, or out of time."""
        held = question_id in self.form and self.form.index(question_id) in self.section
        if self.expired or not held or self.locked(self.form.index(question_id)):
            raise OutOfStepError(f"{question_id} cannot be changed")
        return replace(self, drafts={**self.drafts, question_id: draft})

    def settled(self) -> "MockExam":
        """With the answer on the screen settled."""
        return replace(self, drafts={**self.drafts, self.current: self.draft(self.current).left()})

    def at(self, place: int) -> "MockExam":
        """Moved within the section; OutOfStepError where one may not go."""
        if not self.may_go(place):
            raise OutOfStepError(f"place {place} cannot be gone to")
        return replace(self.settled(), index=place)

    def section_left(self) -> "MockExam":
        """At the first question of the next section, for good; OutOfStepError in the last one."""
        following = self.next_section
        if following is None:
            raise OutOfStepError("this is the last section")
        return replace(self.settled(), index=following.start)

    def break_taken(self, at: Moment) -> "MockExam":
        """On a break: all that was seen is locked, and the exam goes on at the first question that was not.

        That may lie in the next section; where nothing is left it stays.
        """
        if self.away is not None or self.expired:
            raise OutOfStepError("no break can be taken now")
        seen = {name: replace(draft, locked=True) for name, draft in self.settled().drafts.items()}
        paused = replace(self, drafts=seen)
        after = self.index if self.next_section is None else self.next_section.start
        place = next((place for place in self.section.places if not paused.locked(place)), after)
        gone = Interruption(Away.BREAK, self.index, at)
        return replace(paused, index=place, interruptions=(*self.interruptions, gone), away=Away.BREAK)

    def looking_up(self, at: Moment) -> "MockExam":
        """Reading elsewhere, in an exam by open book; OutOfStepError in any other."""
        if not self.plan.open_book or self.away is not None or self.expired:
            raise OutOfStepError("nothing can be looked up now")
        return replace(
            self,
            interruptions=(*self.interruptions, Interruption(Away.LOOKUP, self.index, at)),
            away=Away.LOOKUP,
        )

    def back(self) -> "MockExam":
        """At the questions again."""
        return replace(self, away=None)

    def ticked(self, milliseconds: int) -> "MockExam":
        """With that much more time used, never beyond the limit; on the question shown unless a break goes on."""
        spent = self._within_limit(milliseconds)
        after = replace(self, elapsed_ms=self.elapsed_ms + spent)
        if self.away is not None:
            latest = self.interruptions[-1]
            grown = replace(latest, milliseconds=latest.milliseconds + spent)
            after = replace(after, interruptions=(*self.interruptions[:-1], grown))
        if self.away is Away.BREAK:
            return after
        draft = self.draft(self.current)
        timed = replace(draft, milliseconds=draft.milliseconds + spent)
        return replace(after, drafts={**self.drafts, self.current: timed})

    def paused(self, at: Moment, milliseconds: int) -> "MockExam":
        """With a pause that went by, which ends a break; it costs time only where the clock runs on."""
        gone = Interruption(Away.PAUSE, self.index, at, max(0, milliseconds))
        spent = self._within_limit(gone.milliseconds) if self.plan.runs_on else 0
        return replace(
            self,
            elapsed_ms=self.elapsed_ms + spent,
            interruptions=(*self.interruptions, gone),
            away=None,
        )

    def _within_limit(self, milliseconds: int) -> int:
        left = self.left_ms
        return milliseconds if left is None else min(milliseconds, left)
