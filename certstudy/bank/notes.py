"""Study notes, cheat sheets and the glossary of a pack, each file on its own: a bad one never stops the rest."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec import UNSET

from certstudy.bank.conform import Fault, conform, located
from certstudy.bank.document import opened
from certstudy.bank.folder import ASSETS, GLOSSARY, NOTES, SHEETS
from certstudy.bank.note_shapes import GlossaryHeader, NoteShape, SheetShape, TermShape
from certstudy.bank.page_file import Head, PlacedBlock, blocks_of, opened_page, particulars
from certstudy.bank.pictures import refusal
from certstudy.bank.problem import Place, Problem, Severity, error
from certstudy.bank.shapes import ReferenceShape
from certstudy.bank.tree import Map, Path, Seq, find, place
from certstudy.core.note import Note, Sheet, Term
from certstudy.core.question import Reference
from certstudy.core.syllabus import Syllabus

MOST_TERMS = 2_000


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A note or sheet with the file it was read from and the lines of its parts."""

    page: Note | Sheet
    file: str
    head: Head
    blocks: tuple[PlacedBlock, ...]

    def place(self, path: Path) -> Place:
        """Where one of its particulars stands."""
        assert self.head.root is not None
        return place(self.file, find(self.head.root, path))


@dataclass(frozen=True, slots=True)
class PlacedTerm:
    """A term with the node it was read from."""

    term: Term
    node: Map

    def place(self, path: Path = ()) -> Place:
        """Where a part of it stands."""
        return place(GLOSSARY, find(self.node, path))


@dataclass(frozen=True, slots=True)
class Papers:
    """All there is to read: notes in the order of the outline, sheets in that of its areas, terms by name."""

    notes: list[PlacedPage] = field(default_factory=list)
    sheets: list[PlacedPage] = field(default_factory=list)
    terms: list[PlacedTerm] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_papers(data: Mapping[str, bytes], syllabus: Syllabus) -> Papers:
    """Read what a pack's files hold for reading; ids are those of the outline."""
    papers = Papers()
    drawings = {
        name: body
        for name, body in data.items()
        if name.startswith(f"{ASSETS}/") and name.endswith(".svg") and not refusal(name, body)
    }
    first: dict[str, str] = {}
    for name in sorted(data):
        if name.startswith((f"{NOTES}/", f"{SHEETS}/")):
            page = _read_page(data[name], name, syllabus, drawings, papers.problems)
            if page is not None and _is_fresh(page, first, papers.problems):
                (papers.notes if isinstance(page.page, Note) else papers.sheets).append(page)
    if GLOSSARY in data:
        papers.terms.extend(_read_glossary(data[GLOSSARY], syllabus, papers.problems))
    order = {name: at for at, name in enumerate(o.id for o in syllabus.objectives)}
    order |= {area.id: at for at, area in enumerate(syllabus.areas)}
    for pages in (papers.notes, papers.sheets):
        pages.sort(key=lambda page: order[_id(page.page)])
    papers.terms.sort(key=lambda placed: placed.term.term.casefold())
    return papers


def _id(page: Note | Sheet) -> str:
    return page.objective if isinstance(page, Note) else page.area


def _is_fresh(page: PlacedPage, first: dict[str, str], problems: list[Problem]) -> bool:
    name = f"{type(page.page).__name__} {_id(page.page)}"
    if name not in first:
        first[name] = page.file
        return True
    message = f"{_id(page.page)!r} has a page already: {first[name]}"
    problems.append(error("repeated-page", message, page.place(()), "Keep one of the two."))
    return False


def _read_page(
    data: bytes, file: str, syllabus: Syllabus, drawings: Mapping[str, bytes], problems: list[Problem]
) -> PlacedPage | None:
    head = opened_page(data, file)
    make = _note if file.startswith(f"{NOTES}/") else _sheet
    made = make(head, file, syllabus)
    blocks, faults = blocks_of(head, file, drawings) if made else ([], [])
    found = [*head.problems, *faults]
    problems += found
    if made is None or any(problem.severity is Severity.ERROR for problem in found):
        return None
    return PlacedPage(made(tuple(placed.block for placed in blocks)), file, head, tuple(blocks))


_Maker = Callable[[tuple[Any, ...]], Note | Sheet]


def _note(head: Head, file: str, syllabus: Syllabus) -> _Maker | None:
    shape = particulars(head, NoteShape, file)
    if shape is None:
        return None
    if not syllabus.has_objective(shape.objective):
        _refuse(head, file, ("objective",), f"the outline has no objective {shape.objective!r}")
        return None
    references = tuple(_reference(reference, shape.checked) for reference in shape.references)
    return lambda blocks: Note(shape.objective, shape.title.strip(), blocks, references, shape.checked)


def _sheet(head: Head, file: str, syllabus: Syllabus) -> _Maker | None:
    shape = particulars(head, SheetShape, file)
    if shape is None:
        return None
    if not any(area.id == shape.area for area in syllabus.areas):
        _refuse(head, file, ("area",), f"the outline has no area {shape.area!r}")
        return None
    return lambda blocks: Sheet(shape.area, shape.title.strip(), blocks, shape.checked)


def _refuse(head: Head, file: str, path: Path, message: str) -> None:
    assert head.root is not None
    head.problems.append(located(Fault(path, f"unknown-{path[0]}", message), head.root, file))


def _reference(shape: ReferenceShape, checked: str) -> Reference:
    day = checked if shape.checked is UNSET else str(shape.checked)
    return Reference(shape.title.strip(), shape.url, day, shape.supports.strip())


def _read_glossary(data: bytes, syllabus: Syllabus, problems: list[Problem]) -> Iterator[PlacedTerm]:
    source = opened(data, GLOSSARY)
    problems += source.problems
    root = source.root
    if root is None:
        return
    header = Map(root.start)
    header.update({key: value for key, value in root.items() if key != "terms"})
    header.marks = root.marks
    faults = conform(header, GlossaryHeader, GLOSSARY)
    terms = root.get("terms")
    if isinstance(faults, list):
        problems += faults
    elif not isinstance(terms, Seq):
        problems.append(error("shape", "the file has no list of `terms`", Place(GLOSSARY)))
    else:
        yield from _terms(terms, syllabus, problems)


def _terms(nodes: Seq, syllabus: Syllabus, problems: list[Problem]) -> Iterator[PlacedTerm]:
    taken: dict[str, Place] = {}
    if len(nodes) > MOST_TERMS:
        where = place(GLOSSARY, nodes.marks[MOST_TERMS])
        problems.append(error("too-large", f"more than {MOST_TERMS} terms", where))
    for node, mark in zip(nodes[:MOST_TERMS], nodes.marks, strict=False):
        if not isinstance(node, Map):
            problems.append(error("shape", "a term is a mapping", place(GLOSSARY, mark)))
            continue
        shape = conform(node, TermShape, GLOSSARY)
        if isinstance(shape, list):
            problems += shape
            continue
        placed = PlacedTerm(_term(shape), node)
        faults = [*_misfits(placed, taken, syllabus)]
        problems += faults
        if not faults:
            taken |= {name.casefold(): placed.place() for name in placed.term.names}
            yield placed


def _term(shape: TermShape) -> Term:
    objective = "" if shape.objective is UNSET else str(shape.objective)
    return Term(
        shape.term.strip(), shape.means.strip(), tuple(name.strip() for name in shape.also), objective
    )


def _misfits(placed: PlacedTerm, taken: Mapping[str, Place], syllabus: Syllabus) -> Iterator[Problem]:
    term = placed.term
    if term.objective and not syllabus.has_objective(term.objective):
        message = f"the outline has no objective {term.objective!r}"
        yield error("unknown-objective", message, placed.place(("objective",)))
    for name in term.names:
        if name.casefold() in taken:
            message = f"{name!r} is explained already at {taken[name.casefold()]}"
            yield error("repeated-term", message, placed.place(), "Keep one of the two.")
