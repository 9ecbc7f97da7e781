"""The files of a pack to its contents: outline, beliefs, questions in outline order, and what is wrong."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from certstudy.bank.certification import read_certification
from certstudy.bank.folder import ASSETS, CASES, CERTIFICATION, MISCONCEPTIONS, QUESTIONS, SYLLABUS
from certstudy.bank.misconceptions import read_misconceptions
from certstudy.bank.notes import read_papers
from certstudy.bank.pictures import refusal
from certstudy.bank.problem import Place, Problem, Severity, error
from certstudy.bank.progress import Progress, Stop, StoppedError, never_stop, no_progress
from certstudy.bank.questions import Bank, read_bank
from certstudy.bank.syllabus import read_syllabus
from certstudy.core.certification import Certification
from certstudy.core.errors import ContentError
from certstudy.core.note import Note, Sheet, Term
from certstudy.core.question import CaseStudy, Question
from certstudy.core.syllabus import Syllabus


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole pack as values."""

    syllabus: Syllabus
    certification: Certification | None
    misconceptions: Mapping[str, str]
    questions: Sequence[Question]
    cases: Sequence[CaseStudy]
    pages: Sequence[Note | Sheet | Term]
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
        path, more = read_path(data, syllabus)
        problems += trouble + more
        questions: list[Question] = []
        cases: list[CaseStudy] = []
        for bank in read_banks(data, syllabus, progress, stop):
            questions += [item.question for item in bank.items]
            cases += bank.cases
            problems += bank.problems
        papers = read_papers(data, syllabus)
        problems += [*papers.problems, *bad_pictures(data)]
    pages = [placed.page for placed in (*papers.notes, *papers.sheets)]
    terms = [placed.term for placed in papers.terms]
    ordered = in_outline_order(syllabus, questions)
    return Contents(syllabus, path, beliefs, ordered, cases, [*pages, *terms], problems)


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


def read_path(data: Mapping[str, bytes], syllabus: Syllabus) -> tuple[Certification | None, list[Problem]]:
    """What the pack says of the certification; a pack can do without."""
    if CERTIFICATION not in data:
        return None, []
    return read_certification(data[CERTIFICATION], CERTIFICATION, syllabus)


def read_banks(
    data: Mapping[str, bytes],
    syllabus: Syllabus,
    progress: Progress = no_progress,
    stop: Stop = never_stop,
) -> Iterator[Bank]:
    """Every file of questions; an id that an earlier question has is refused."""
    names = [name for name in sorted(data) if name.startswith((f"{QUESTIONS}/", f"{CASES}/"))]
    assets = {name for name in data if name.startswith(f"{ASSETS}/") and not refusal(name, data[name])}
    first: dict[str, str] = {}
    for done, name in enumerate(names):
        if stop():
            raise StoppedError
        progress(done, len(names))
        yield _without_repeats(read_bank(data[name], name, syllabus, assets), name, first)
    progress(len(names), len(names))


def bad_pictures(data: Mapping[str, bytes]) -> list[Problem]:
    """Pictures that are not to be shown; questions that need them are refused as well."""
    reasons = ((name, refusal(name, data[name])) for name in sorted(data) if name.startswith(f"{ASSETS}/"))
    return [
        error("picture", f"the picture is refused: {reason}", Place(name))
        for name, reason in reasons
        if reason
    ]


def _without_repeats(bank: Bank, file: str, first: dict[str, str]) -> Bank:
    fresh, cases = [], []
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
    for case in bank.cases:
        if case.id in first:
            message = f"the id {case.id!r} of a case study is in use at {first[case.id]}"
            bank.problems.append(error("repeated-id", message, Place(file), "Give it a new id.", case.id))
        else:
            first[case.id] = file
            cases.append(case)
    return Bank(fresh, cases, bank.problems, bank.exam)


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
