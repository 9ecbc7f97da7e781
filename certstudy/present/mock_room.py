"""The exam room: the question on the screen, the list of all, the time left, what ending it would mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from certstudy.core.question import Question
from certstudy.core.record import Draft
from certstudy.core.shuffle import option_order
from certstudy.core.sitting import MockExam, Progress
from certstudy.core.syllabus import Syllabus
from certstudy.present.question import QuestionView, chosen_hint, question_view
from certstudy.present.words import (
    MINUTE_MS,
    _,
    clock,
    ngettext,
)

ALWAYS_SHOWN_MS = 5 * MINUTE_MS
ANNOUNCED_MINUTES = (10, 5, 1)

Filter = Literal["all", "open", "marked"]


@dataclass(frozen=True, slots=True)
class SeatView:
    """A question in the list of the exam room."""

    index: int
    number: str
    progress: Progress
    word: str
    marked: bool
    here: bool
    name: str


@dataclass(frozen=True, slots=True)
class ListView:
    """The question list: every seat and the counts of the filters."""

    seats: tuple[SeatView, ...]
    open: int
    marked: int
    answered: int
    sentence: str

    def chosen(self, by: Filter) -> tuple[SeatView, ...]:
        """The seats a filter lets through; a partly answered question counts as open."""
        if by == "open":
            return tuple(seat for seat in self.seats if seat.progress is not Progress.ANSWERED)
        return tuple(seat for seat in self.seats if seat.marked or by == "all")


@dataclass(frozen=True, slots=True)
class TimeView:
    """The time left; in the last minutes it cannot be hidden."""

    text: str
    name: str
    pressing: bool


@dataclass(frozen=True, slots=True)
class RoomView:
    """A question of a mock exam as the exam room shows it; None when the pack no longer holds it."""

    title: str
    place: str
    done: float
    question: QuestionView | None
    hint: str
    marked: bool
    first: bool
    last: bool


def room_view(syllabus: Syllabus, exam: MockExam, question: Question | None) -> RoomView:
    """The question on the screen; nothing in it tells whether a choice is right."""
    kept, number, total = exam.draft(exam.current), exam.index + 1, len(exam.form)
    view = None
    if question is not None:
        view = question_view(syllabus, question, option_order(question, exam.record.seed), kept.response)
    return RoomView(
        title=_("{code} mock exam").format(code=syllabus.exam.code),
        place=_("Question {k} of {n}").format(k=number, n=total),
        done=number / total,
        question=view,
        hint=chosen_hint(len(kept.response), question.choose) if question is not None else "",
        marked=kept.marked,
        first=exam.index == 0,
        last=number == total,
    )


def progress_of(kept: Draft, question: Question | None) -> Progress:
    """How much of a question is answered; one the pack no longer holds counts as answered."""
    if question is None or len(kept.response) >= question.choose:
        return Progress.ANSWERED
    return Progress.PARTLY if kept.response else Progress.OPEN


def list_view(exam: MockExam, questions: Sequence[Question | None]) -> ListView:
    """The question list, with the questions in form order."""
    seats = tuple(_seat(exam, index, question) for index, question in enumerate(questions))
    answered = sum(seat.progress is Progress.ANSWERED for seat in seats)
    still, marked = len(seats) - answered, sum(seat.marked for seat in seats)
    return ListView(seats, still, marked, answered, counts_sentence(answered, still, marked))


def _seat(exam: MockExam, index: int, question: Question | None) -> SeatView:
    kept = exam.draft(exam.form[index])
    progress = progress_of(kept, question)
    word = progress_word(progress)
    parts = [_("Question {n}").format(n=index + 1), word.lower()]
    if kept.marked:
        parts.append(_("marked for review"))
    return SeatView(index, str(index + 1), progress, word, kept.marked, index == exam.index, ", ".join(parts))


def progress_word(progress: Progress) -> str:
    """The word beside a seat's box."""
    words = {
        Progress.ANSWERED: _("Answered"),
        Progress.PARTLY: _("Partly answered"),
        Progress.OPEN: _("Not answered"),
    }
    return words[progress]


def counts_sentence(answered: int, still: int, marked: int) -> str:
    """How far the exam has come, in one sentence."""
    parts = [
        ngettext("{n} answered", "{n} answered", answered).format(n=answered),
        ngettext("{n} open", "{n} open", still).format(n=still),
        ngettext("{n} marked", "{n} marked", marked).format(n=marked),
    ]
    return ", ".join(parts) + "."


def ending(view: ListView) -> str:
    """What ending the exam now would mean."""
    parts = []
    if view.open:
        words = ngettext("{n} question is open.", "{n} questions are open.", view.open)
        parts.append(words.format(n=view.open))
    else:
        parts.append(_("Every question is answered."))
    if view.marked:
        words = ngettext(
            "{n} question is marked for review.", "{n} questions are marked for review.", view.marked
        )
        parts.append(words.format(n=view.marked))
    parts.append(_("Once handed in, no answer can be changed."))
    return " ".join(parts)


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
