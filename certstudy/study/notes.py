"""Study notes, the glossary and cheat sheets: what there is, how far each objective is, one page with its questions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from certstudy.core.note import Note, Page, PageKind, Sheet, Term
from certstudy.study.desk import Desk
from certstudy.study.library import Hits, Search, Standing, find, standing


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the questions of an objective are: all, those answered once, those of them known."""

    questions: int = 0
    answered: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True)
class Shelf:
    """All there is to read; `notes` and `sheets` hold titles by objective and area."""

    notes: Mapping[str, str]
    sheets: Mapping[str, str]
    terms: Sequence[Term]
    progress: Mapping[str, Progress]


@dataclass(frozen=True, slots=True)
class NoteReading:
    """A study note with its objective's questions and the notes before and after it, "" for none."""

    note: Note
    progress: Progress
    questions: Hits
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TermReading:
    """A term with the notes that speak of it, by their objectives, and the other terms that do."""

    term: Term
    notes: tuple[str, ...]
    terms: tuple[str, ...]


def shelf(desk: Desk) -> Shelf:
    """What there is to read and how far the learner is with the questions beside it."""
    catalog = desk.catalog
    return Shelf(catalog.notes, catalog.sheets, catalog.glossary, _progress(desk))


def read_note(desk: Desk, objective_id: str) -> NoteReading | None:
    """Open the note of an objective; None if it has none."""
    note = desk.catalog.note(objective_id)
    if note is None:
        return None
    order = list(desk.catalog.notes)
    at = order.index(objective_id)
    questions = find(desk, Search(scope=frozenset((objective_id,))))
    return NoteReading(
        note=note,
        progress=_of(questions),
        questions=questions,
        before=order[at - 1] if at else "",
        after=order[at + 1] if at + 1 < len(order) else "",
    )


def read_sheet(desk: Desk, area_id: str) -> Sheet | None:
    """Open the cheat sheet of an area; None if it has none."""
    return desk.catalog.sheet(area_id)


def read_term(desk: Desk, name: str) -> TermReading | None:
    """Open a term by any of its names; None if the glossary has none of that name."""
    term = next((term for term in desk.catalog.glossary if name in term.names), None)
    if term is None:
        return None
    pages = desk.catalog.search_pages(term.term)
    return TermReading(
        term=term,
        notes=tuple(page.id for page in pages if page.kind is PageKind.NOTE),
        terms=tuple(page.id for page in pages if page.kind is PageKind.TERM and page.id != term.term),
    )


def search(desk: Desk, text: str) -> Sequence[Page]:
    """The notes, terms and sheets that hold all words of the text, best first."""
    return desk.catalog.search_pages(text)


def _progress(desk: Desk) -> Mapping[str, Progress]:
    states = desk.history.states()
    all_, answered, known = Counter[str](), Counter[str](), Counter[str]()
    for entry in desk.catalog.entries:
        where = standing(states.get(entry.id))
        all_[entry.objective] += 1
        answered[entry.objective] += where is not Standing.UNSEEN
        known[entry.objective] += where is Standing.KNOWN
    return {name: Progress(count, answered[name], known[name]) for name, count in all_.items()}


def _of(questions: Hits) -> Progress:
    standings = [found.standing for found in questions]
    met = len(standings) - standings.count(Standing.UNSEEN)
    return Progress(len(standings), met, standings.count(Standing.KNOWN))
