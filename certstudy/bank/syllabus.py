"""The outline of an exam: its file to the domain's syllabus."""

from collections.abc import Iterator

from certstudy.bank import shapes
from certstudy.bank.conform import Fault, conform, located
from certstudy.bank.document import opened
from certstudy.bank.problem import Problem, Severity
from certstudy.core.syllabus import Area, ExamFacts, Group, Objective, Syllabus, WeightRange


def read_syllabus(data: bytes, file: str) -> tuple[Syllabus | None, list[Problem]]:
    """The syllabus, or none and why."""
    syllabus, problems = read_draft(data, file)
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    return (None if broken else syllabus), problems


def read_draft(data: bytes, file: str) -> tuple[Syllabus | None, list[Problem]]:
    """The syllabus even where its parts contradict each other, and why; none where it cannot be read as one."""
    source = opened(data, file)
    if source.root is None:
        return None, source.problems
    shape = conform(source.root, shapes.SyllabusShape, file)
    if isinstance(shape, list):
        return None, source.problems + shape
    faults = [located(fault, source.root, file) for fault in _faults(shape)]
    return _syllabus(shape), source.problems + faults


def _faults(shape: shapes.SyllabusShape) -> Iterator[Fault]:
    score = shape.exam.score
    if score.pass_ > score.max:
        yield Fault(("exam", "score", "pass"), "score", f"a pass of {score.pass_} cannot be reached")
    low, high = (sum(getattr(area.weight, end) for area in shape.areas) for end in ("low", "high"))
    if not low <= 100 <= high:
        message = f"weights from {low} to {high} per cent in all cannot make 100"
        yield Fault(("areas",), "weights", message)
    yield from _repeated(shape)
    yield from _misplaced(shape)


def _repeated(shape: shapes.SyllabusShape) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, name in _names(shape):
        if name in seen:
            yield Fault(path, "repeated-id", f"{name!r} stands here again")
        seen.add(name)


def _names(shape: shapes.SyllabusShape) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for i, area in enumerate(shape.areas):
        yield ("areas", i, "id"), area.id
        yield ("areas", i, "code"), area.code
        for j, group in enumerate(area.groups):
            yield ("areas", i, "groups", j, "id"), group.id
            for k, objective in enumerate(group.objectives):
                yield ("areas", i, "groups", j, "objectives", k, "id"), objective.id


def _misplaced(shape: shapes.SyllabusShape) -> Iterator[Fault]:
    for i, area in enumerate(shape.areas):
        for j, group in enumerate(area.groups):
            if not group.id.startswith(f"{area.id}."):
                path = ("areas", i, "groups", j, "id")
                yield Fault(path, "misplaced-id", f"a group of {area.id!r} has an id that starts with it")
            for k, objective in enumerate(group.objectives):
                if not objective.id.startswith(f"{group.id}."):
                    message = f"an objective of {group.id!r} has an id that starts with it"
                    yield Fault(("areas", i, "groups", j, "objectives", k, "id"), "misplaced-id", message)


def _syllabus(shape: shapes.SyllabusShape) -> Syllabus:
    return Syllabus(_facts(shape.exam), tuple(_area(area) for area in shape.areas))


def _facts(exam: shapes.ExamShape) -> ExamFacts:
    return ExamFacts(
        code=exam.code,
        title=exam.title,
        certification=exam.certification,
        outline=exam.outline,
        minutes=exam.minutes,
        questions_low=exam.questions.low,
        questions_high=exam.questions.high,
        score_max=exam.score.max,
        score_to_pass=exam.score.pass_,
        links=tuple((link.title, link.url) for link in exam.links),
    )


def _area(area: shapes.AreaShape) -> Area:
    weight = WeightRange(area.weight.low, area.weight.high)
    return Area(
        area.id, area.code, area.title, area.short, weight, tuple(_group(group) for group in area.groups)
    )


def _group(group: shapes.GroupShape) -> Group:
    objectives = tuple(Objective(o.id, o.title, o.terms) for o in group.objectives)
    return Group(group.id, group.title, group.short, objectives)
