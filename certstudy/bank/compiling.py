"""From the files of a pack to what its cache holds: the index that plans are made with, questions and pages."""

from collections.abc import Mapping, Sequence

from certstudy.bank.cache import Compiled
from certstudy.bank.near import near_duplicates
from certstudy.bank.pack import read_pack
from certstudy.bank.problem import Problem
from certstudy.bank.progress import Progress, Stop
from certstudy.bank.stored import Index, packed_case
from certstudy.core.note import Note, Sheet
from certstudy.core.question import Entry, Question
from certstudy.core.syllabus import Syllabus


def compiled_pack(
    data: Mapping[str, bytes], fingerprint: str, unread: Sequence[Problem], progress: Progress, stop: Stop
) -> Compiled:
    """Compile a pack from its files' bytes, with what is told of those `unread`.

    Raises ContentError and StoppedError as `read_pack` does.
    """
    contents = read_pack(data, progress, stop)
    syllabus = contents.syllabus
    near = near_duplicates(contents.questions)
    entries = [entry_of(question, syllabus, near.get(question.id, ())) for question in contents.questions]
    cases = {case.id: packed_case(case) for case in contents.cases}
    index = Index(
        exam=syllabus.exam,
        areas=syllabus.areas,
        certification=contents.certification,
        misconceptions=contents.misconceptions,
        entries=entries,
        cases=cases,
        notes={page.objective: page.title for page in contents.pages if isinstance(page, Note)},
        sheets={page.area: page.title for page in contents.pages if isinstance(page, Sheet)},
        problems=[*unread, *contents.problems],
    )
    return Compiled(index, contents.questions, contents.pages, fingerprint)


def entry_of(question: Question, syllabus: Syllabus, near: Sequence[str] = ()) -> Entry:
    """A question's line in the index; those `near` are too much like it to stand in the same form."""
    area, group = syllabus.area_of(question.objective), syllabus.group_of(question.objective)
    return Entry(
        id=question.id,
        area=area.id,
        group=group.id,
        objective=question.objective,
        kind=question.kind,
        difficulty=question.difficulty,
        family=question.solution.series if question.solution else question.case,
        enemies=tuple(dict.fromkeys((*question.enemies, *near))),
        guess_rate=question.task.guess_rate,
        chance=question.task.chance,
    )
