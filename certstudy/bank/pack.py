"""The files of a pack to its contents: outline, beliefs, questions in outline order, and what is wrong."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from certstudy.bank.folder import MISCONCEPTIONS, QUESTIONS, SYLLABUS
from certstudy.bank.misconceptions import read_misconceptions
from certstudy.bank.problem import Problem, Severity, error
from certstudy.bank.progress import Progress, Stop, StoppedError, never_stop, no_progress
from certstudy.bank.questions import Bank, read_bank
from certstudy.bank.syllabus import read_syllabus
from certstudy.core.errors import ContentError
from certstudy.core.question import Question
from certstudy.core.syllabus import Syllabus


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole pack as values."""

    syllabus: Syllabus
    misconceptions: Mapping[str, str]
    questions: Sequence[Question]
    problems: Sequence[Problem]


def read_pack(
    data: Mapping[str, bytes], progress: Progress = no_progress, stop: Stop = never_stop
) -> Contents:
    """Read all files of a pack from their bytes.

    Raises ContentError without a usable syllabus, StoppedError when `stop` says so.
    """
    with without_collector():
        syllabus, problems = read_outline(data)
        beliefs, trouble = read_beliefs(data)
        problems += trouble
        questions: list[Question] = []
        for bank in read_banks(data, syllabus, progress, stop):
            questions += [item.question for item in bank.items]
            problems += bank.problems
    return Contents(syllabus, beliefs, in_outline_order(syllabus, questions), problems)


def read_outline(data: Mapping[str, bytes]) -> tuple[Syllabus, list[Problem]]:
    """The pack's syllabus and what wants a look in it; ContentError if it cannot be used."""
    syllabus, problems = read_syllabus(data.get(SYLLABUS, b""), SYLLABUS)
    if syllabus is None:
        first = next(problem for problem in problems if problem.severity is Severity.ERROR)
        raise ContentError(
            f"The content pack has a broken syllabus. {first}",
            "Your progress is kept elsewhere and is safe.",
            "Install the pack again, or mend that line.",
        )
    return syllabus, problems


def read_beliefs(data: Mapping[str, bytes]) -> tuple[Mapping[str, str], list[Problem]]:
    """The pack's misconceptions; a pack can do without."""
    if MISCONCEPTIONS not in data:
        return {}, []
    return read_misconceptions(data[MISCONCEPTIONS], MISCONCEPTIONS)


def read_banks(
    data: Mapping[str, bytes],
    syllabus: Syllabus,
    progress: Progress = no_progress,
    stop: Stop = never_stop,
) -> Iterator[Bank]:
    """Every file of questions; an id that an earlier question has is refused."""
    names = [name for name in sorted(data) if name.startswith(f"{QUESTIONS}/")]
    first: dict[str, str] = {}
    for done, name in enumerate(names):
        if stop():
            raise StoppedError
        progress(done, len(names))
        yield _without_repeats(read_bank(data[name], name, syllabus), first)
    progress(len(names), len(names))


def _without_repeats(bank: Bank, first: dict[str, str]) -> Bank:
    fresh = []
    for item in bank.items:
        name = item.question.id
        if name in first:
            message = f"the id {name!r} stands here again; it was first used at {first[name]}"
            bank.problems.append(
                error("repeated-id", message, item.place(("id",)), "Give it a new id.", name)
            )
        else:
            first[name] = item.question.source
            fresh.append(item)
    return Bank(fresh, bank.problems)


def in_outline_order(syllabus: Syllabus, questions: Sequence[Question]) -> list[Question]:
    """Questions by objective as the outline has them, then as they came."""
    place = {objective.id: number for number, objective in enumerate(syllabus.objectives)}
    return sorted(questions, key=lambda question: place[question.objective])


@contextmanager
def without_collector() -> Iterator[None]:
    """Millions of small values without cycles: looking for cycles meanwhile would take most of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
