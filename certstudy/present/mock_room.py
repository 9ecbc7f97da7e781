"""The exam room: the question on the screen, the list of its section, the time left; nothing tells right from wrong."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from certstudy.core.confidence import Confidence
from certstudy.core.exam import CASE_PAGE, MockExam, Progress
from certstudy.core.question import CaseStudy, Question
from certstudy.core.record import Away, Draft, Highlight
from certstudy.core.response import Picked
from certstudy.core.sections import Section, SectionKind
from certstudy.core.shuffle import shown
from certstudy.core.syllabus import Syllabus
from certstudy.present.question import ExhibitView, QuestionView, case_pages, question_view
from certstudy.present.words import MINUTE_MS, _, clock, ngettext

ALWAYS_SHOWN_MS = 5 * MINUTE_MS
ANNOUNCED_MINUTES = (10, 5, 1)

Filter = Literal["all", "open", "marked"]


@dataclass(frozen=True, slots=True)
class SeatView:
    """A question in the list of its section; one that is `closed` cannot be gone to."""

    index: int
    number: str
    progress: Progress
    word: str
    marked: bool
    here: bool
    closed: bool
    name: str

    @property
    def open(self) -> bool:
        """Whether something is left to answer and can be."""
        return self.progress is not Progress.ANSWERED and not self.closed


@dataclass(frozen=True, slots=True)
class ListView:
    """The questions of the section on the screen and the counts of the filters; `around` tells of other sections.

    Open is what can still be answered, so nothing that a break closed.
    """

    seats: tuple[SeatView, ...]
    open: int
    marked: int
    answered: int
    sentence: str
    around: tuple[str, ...] = ()

    def chosen(self, by: Filter) -> tuple[SeatView, ...]:
        """The seats a filter lets through; a partly answered question counts as open."""
        if by == "open":
            return tuple(seat for seat in self.seats if seat.open)
        return tuple(seat for seat in self.seats if seat.marked or by == "all")


@dataclass(frozen=True, slots=True)
class TimeView:
    """The time left; in the last minutes it cannot be hidden."""

    text: str
    name: str
    pressing: bool


@dataclass(frozen=True, slots=True)
class RoomView:
    """A question of a mock exam as the exam room shows it; None when the pack no longer holds it.

    `exhibits` stand beside it: the pages of its case study first, then its own.
    `returnable` tells whether one may go back in this section; `last_section` whether another follows.
    """

    title: str
    section: str
    place: str
    done: float
    question: QuestionView | None
    exhibits: tuple[ExhibitView, ...]
    hint: str
    marked: bool
    struck: Picked
    note: str
    highlights: tuple[Highlight, ...]
    confidence: Confidence | None
    first: bool
    last: bool
    returnable: bool
    last_section: bool
    looking_up: bool
    looked_up: str


def room_view(
    syllabus: Syllabus, exam: MockExam, question: Question | None, case: CaseStudy | None = None
) -> RoomView:
    """The question on the screen; nothing in it tells whether a choice is right."""
    kept, section = exam.draft(exam.current), exam.section
    number, total = exam.index - section.start + 1, len(section)
    view = None
    if question is not None:
        asked = shown(question, exam.record.seed)
        view = question_view(syllabus, asked, question.task.fitting(kept.response))
    return RoomView(
        title=_("{code} mock exam").format(code=syllabus.exam.code),
        section=section_line(exam, section) if len(exam.sections) > 1 else "",
        place=_("Question {k} of {n}").format(k=number, n=total),
        done=number / total,
        question=view,
        exhibits=(
            *_named(CASE_PAGE, case_pages(case) if case is not None else ()),
            *_named("exhibit-", view.exhibits if view is not None else ()),
        ),
        hint=view.hint if view is not None else "",
        marked=kept.marked,
        struck=kept.struck,
        note=kept.note,
        highlights=exam.highlights,
        confidence=kept.confidence,
        first=exam.previous_place is None,
        last=exam.next_place is None,
        returnable=exam.returnable,
        last_section=exam.next_section is None,
        looking_up=exam.away is Away.LOOKUP,
        looked_up=_looked_up(exam),
    )


def _named(first: str, pages: Iterable[ExhibitView]) -> Iterator[ExhibitView]:
    """Pages with names by which their highlights are kept."""
    return (replace(page, name=f"{first}{place}") for place, page in enumerate(pages))


def section_line(exam: MockExam, section: Section) -> str:
    """Which section of how many, and of what kind."""
    words = _("Section {k} of {n}, {kind}")
    number = exam.sections.index(section) + 1
    return words.format(k=number, n=len(exam.sections), kind=section_kind(section.kind))


def section_kind(kind: SectionKind) -> str:
    """A kind of section within a sentence."""
    words = {
        SectionKind.GENERAL: _("general questions"),
        SectionKind.SERIES: _("solution series"),
        SectionKind.CASE: _("case study"),
    }
    return words[kind]


def progress_of(kept: Draft, question: Question | None) -> Progress:
    """How much of a question is answered; one the pack no longer holds counts as answered."""
    if question is None or question.task.complete(question.task.fitting(kept.response)):
        return Progress.ANSWERED
    return Progress.PARTLY if kept.response else Progress.OPEN


def list_view(exam: MockExam, questions: Sequence[Question | None]) -> ListView:
    """The questions of the section on the screen; `questions` are those of the whole form in its order."""
    seats = tuple(_seat(exam, place, questions[place]) for place in exam.section.places)
    answered = sum(seat.progress is Progress.ANSWERED for seat in seats)
    still, marked = sum(seat.open for seat in seats), sum(seat.marked for seat in seats)
    sentence = counts_sentence(answered, still, marked)
    return ListView(seats, still, marked, answered, sentence, _around(exam))


def _seat(exam: MockExam, place: int, question: Question | None) -> SeatView:
    kept = exam.draft(exam.form[place])
    progress = progress_of(kept, question)
    word, number = progress_word(progress), str(place - exam.section.start + 1)
    closed = exam.locked(place)
    parts = [_("Question {n}").format(n=number), word.lower()]
    if kept.marked:
        parts.append(_("marked for review"))
    if closed:
        parts.append(_("closed"))
        word = _("Closed")
    here = place == exam.index
    return SeatView(place, number, progress, word, kept.marked, here, closed, ", ".join(parts))


def _around(exam: MockExam) -> tuple[str, ...]:
    if len(exam.sections) == 1:
        return ()
    lines = []
    for number, section in enumerate(exam.sections, 1):
        words = ngettext("{n} question", "{n} questions", len(section)).format(n=len(section))
        if section.stop <= exam.index:
            lines.append(_("Section {k} is closed: {questions}.").format(k=number, questions=words))
        elif section.start > exam.index:
            lines.append(
                _("Section {k} follows: {kind}, {questions}.").format(
                    k=number, kind=section_kind(section.kind), questions=words
                )
            )
    return (*lines, _("You cannot come back to a section once you leave it."))


def progress_word(progress: Progress) -> str:
    """The word beside a seat's box."""
    words = {
        Progress.ANSWERED: _("Answered"),
        Progress.PARTLY: _("Partly answered"),
        Progress.OPEN: _("Not answered"),
    }
    return words[progress]


def counts_sentence(answered: int, still: int, marked: int) -> str:
    """How far the section has come, in one sentence."""
    parts = [
        ngettext("{n} answered", "{n} answered", answered).format(n=answered),
        ngettext("{n} open", "{n} open", still).format(n=still),
        ngettext("{n} marked", "{n} marked", marked).format(n=marked),
    ]
    return ", ".join(parts) + "."


def ending(view: ListView, last_section: bool) -> str:
    """What ending the section, or with the last one the exam, would mean."""
    parts = []
    if view.open:
        words = ngettext("{n} question is open.", "{n} questions are open.", view.open)
        parts.append(words.format(n=view.open))
    elif view.answered == len(view.seats):
        parts.append(_("Every question is answered."))
    else:
        parts.append(_("No question is left that can be answered."))
    if view.marked:
        words = ngettext(
            "{n} question is marked for review.", "{n} questions are marked for review.", view.marked
        )
        parts.append(words.format(n=view.marked))
    if last_section:
        parts.append(_("Once handed in, no answer can be changed."))
    else:
        parts.append(_("You cannot come back to this section."))
    return " ".join(parts)


def breaking(exam: MockExam) -> str:
    """What taking a break now would mean."""
    seen = len(exam.drafts.keys() | {exam.current})
    words = ngettext(
        "The clock keeps running. The question you have seen is locked and cannot be returned to.",
        "The clock keeps running. The {n} questions you have seen are locked and cannot be returned to.",
        seen,
    )
    return words.format(n=seen)


def time_view(exam: MockExam) -> TimeView | None:
    """The time left, None without a limit."""
    left = exam.left_ms
    if left is None:
        return None
    text = clock(left)
    return TimeView(text, _("Time left {time}").format(time=text), left <= ALWAYS_SHOWN_MS)


def announcement(before_ms: int | None, after_ms: int | None) -> str:
    """What to announce when the time left went from one value to the other; "" when nothing."""
    if before_ms is None or after_ms is None:
        return ""
    for mark in reversed(ANNOUNCED_MINUTES):
        if after_ms <= mark * MINUTE_MS < before_ms:
            return ngettext("{n} minute left", "{n} minutes left", mark).format(n=mark)
    return ""


def _looked_up(exam: MockExam) -> str:
    spent = sum(gone.milliseconds for gone in exam.interruptions if gone.kind is Away.LOOKUP)
    return clock(spent) if exam.plan.open_book else ""
