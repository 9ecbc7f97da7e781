"""The certification of a pack: its file to the domain's value."""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from certstudy.bank.certification_shapes import (
    CertificationShape,
    EditionShape,
    PrerequisiteShape,
    RetakeShape,
)
from certstudy.bank.conform import Fault, conform, located
from certstudy.bank.document import opened
from certstudy.bank.problem import Problem, Severity
from certstudy.core.certification import Certification, Change, ChangeKind, Edition, Prerequisite, Retake
from certstudy.core.syllabus import Syllabus


def read_certification(
    data: bytes, file: str, syllabus: Syllabus
) -> tuple[Certification | None, list[Problem]]:
    """The certification, or none and why; a change must name an objective of the syllabus."""
    source = opened(data, file)
    if source.root is None:
        return None, source.problems
    shape = conform(source.root, CertificationShape, file)
    if isinstance(shape, list):
        return None, source.problems + shape
    problems = source.problems + [located(fault, source.root, file) for fault in _faults(shape, syllabus)]
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    return (None if broken else _certification(shape)), problems


def _faults(shape: CertificationShape, syllabus: Syllabus) -> Iterator[Fault]:
    path = shape.certification
    if path.window_months > path.validity_months:
        place = ("certification", "window_months")
        yield Fault(place, "window", "the window is longer than the certification lasts")
    for i, prerequisite in enumerate(shape.prerequisites):
        if prerequisite.retired is not UNSET:
            yield from _day_faults(("prerequisites", i, "retired"), prerequisite.retired)
    for i, edition in enumerate(shape.editions):
        yield from _day_faults(("editions", i, "as_of"), edition.as_of)
        if i and edition.as_of >= shape.editions[i - 1].as_of:
            yield Fault(("editions", i, "as_of"), "order", "editions stand newest first")
        yield from _unknown(edition, i, syllabus)


def _unknown(edition: EditionShape, place: int, syllabus: Syllabus) -> Iterator[Fault]:
    for k, change in enumerate(edition.changes):
        if not syllabus.has_objective(change.objective):
            message = f"the outline has no objective {change.objective!r}"
            yield Fault(("editions", place, "changes", k, "objective"), "unknown-objective", message)


def _day_faults(path: tuple[str | int, ...], text: str) -> Iterator[Fault]:
    try:
        date.fromisoformat(text)
    except ValueError:
        yield Fault(path, "date", f"{text!r} is no day of the calendar")


def _certification(shape: CertificationShape) -> Certification:
    path = shape.certification
    return Certification(
        title=path.title,
        prerequisites=tuple(_prerequisite(one) for one in shape.prerequisites),
        validity_months=path.validity_months,
        window_months=path.window_months,
        renewal=path.renewal,
        lapse=path.lapse,
        editions=tuple(_edition(one) for one in shape.editions),
        links=tuple((link.title, link.url) for link in path.links),
        retake=None if path.retake is UNSET else _retake(path.retake),
    )


def _retake(shape: RetakeShape) -> Retake:
    return Retake(shape.first_hours, shape.later_days, shape.attempts, shape.months)


def _prerequisite(shape: PrerequisiteShape) -> Prerequisite:
    retired = None if shape.retired is UNSET else date.fromisoformat(shape.retired)
    return Prerequisite(shape.code, shape.title, shape.url, retired)


def _edition(shape: EditionShape) -> Edition:
    changes = tuple(
        Change(one.objective, ChangeKind(one.kind), one.title, one.detail) for one in shape.changes
    )
    return Edition(date.fromisoformat(shape.as_of), changes, shape.dropped, shape.weights)
