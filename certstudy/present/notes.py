"""The notes screen's views: the contents with progress, a note, a term or a sheet to read, and what a search found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from certstudy.core.note import Block, Listing, Page, PageKind, Passage, Sheet
from certstudy.core.picture import Picture
from certstudy.core.question import Question
from certstudy.core.syllabus import Syllabus
from certstudy.present import highlight, markup
from certstudy.present.gloss import Gloss, Glossed, Meaning
from certstudy.present.library import RowView, row_view
from certstudy.present.links import LinkView, link_view
from certstudy.present.question import ExhibitView, PlaceView, place_view
from certstudy.present.words import _, checked_on, ngettext
from certstudy.study.notes import NoteReading, Progress, Shelf, TermReading

LANGUAGES = {
    "azure-pipelines": "Azure Pipelines",
    "github-workflow": "GitHub Actions",
    "bicep": "Bicep",
    "kusto": "Kusto",
    "kql": "Kusto",
    "yaml": "YAML",
    "json": "JSON",
    "powershell": "PowerShell",
}


@dataclass(frozen=True, slots=True)
class ContentsNode:
    """A line of the contents: an area, a group or an objective; `name` is all of it, spoken."""

    id: str
    title: str
    page: Page | None
    slot: int = 0
    code: str = ""
    progress: str = ""
    name: str = ""
    parts: tuple["ContentsNode", ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """A page one can go to, and its title."""

    page: Page
    title: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question of the note's objective."""

    id: str
    row: RowView


@dataclass(frozen=True, slots=True)
class PageView:
    """A page as it is read; whatever a term or sheet has not is empty.

    `terms` are what links "term:N" of the text lead to, by their number.
    """

    page: Page
    title: str
    place: PlaceView | None
    aside: str
    blocks: tuple[ExhibitView, ...]
    links: tuple[LinkView, ...] = ()
    questions: tuple[QuestionLine, ...] = ()
    progress: str = ""
    related_title: str = ""
    related: tuple[Way, ...] = ()
    before: Way | None = None
    after: Way | None = None
    terms: tuple[Meaning, ...] = ()


def contents(syllabus: Syllabus, shelf: Shelf) -> tuple[ContentsNode, ...]:
    """The outline with a note where there is one and the progress of each objective."""
    return tuple(
        ContentsNode(
            id=area.id,
            title=area.short_title,
            page=None,
            slot=slot,
            code=area.code,
            progress=_count_words(sum(o.id in shelf.notes for o in area.objectives())),
            name=area.title,
            parts=tuple(
                ContentsNode(
                    id=group.id,
                    title=group.short_title,
                    page=None,
                    name=group.title,
                    parts=tuple(_objective_node(o.id, o.title, shelf) for o in group.objectives),
                )
                for group in area.groups
            ),
        )
        for slot, area in enumerate(syllabus.areas)
    )


def _count_words(notes: int) -> str:
    return ngettext("{n} note", "{n} notes", notes).format(n=notes) if notes else ""


def _objective_node(objective: str, title: str, shelf: Shelf) -> ContentsNode:
    progress = shelf.progress.get(objective, Progress())
    has_note = objective in shelf.notes
    words = progress_words(progress)
    told = _("has a note") if has_note else _("no note yet")
    return ContentsNode(
        id=objective,
        title=title,
        page=Page(PageKind.NOTE, objective) if has_note else None,
        progress=f"{progress.known}/{progress.questions}" if progress.questions else "",
        name=f"{title}, {told}, {words}",
    )


def term_nodes(shelf: Shelf) -> tuple[ContentsNode, ...]:
    """The terms by name."""
    return tuple(
        ContentsNode(
            term.term,
            term.term,
            Page(PageKind.TERM, term.term),
            name=", ".join(term.names),
        )
        for term in shelf.terms
    )


def sheet_nodes(syllabus: Syllabus, shelf: Shelf) -> tuple[ContentsNode, ...]:
    """The areas that have a sheet."""
    return tuple(
        ContentsNode(
            area.id,
            area.short_title,
            Page(PageKind.SHEET, area.id),
            slot,
            area.code,
            name=f"{area.title}, {shelf.sheets[area.id]}",
        )
        for slot, area in enumerate(syllabus.areas)
        if area.id in shelf.sheets
    )


def hit_nodes(syllabus: Syllabus, shelf: Shelf, hits: Sequence[Page]) -> tuple[ContentsNode, ...]:
    """What a search found, notes before terms before sheets."""
    heads = (
        (PageKind.NOTE, _("Notes")),
        (PageKind.TERM, _("Glossary")),
        (PageKind.SHEET, _("Cheat sheets")),
    )
    nodes = []
    for kind, title in heads:
        found = [page for page in hits if page.kind is kind]
        if found:
            parts = tuple(_hit_node(syllabus, shelf, page) for page in found)
            nodes.append(ContentsNode(kind.value, title, None, name=title, parts=parts))
    return tuple(nodes)


def _hit_node(syllabus: Syllabus, shelf: Shelf, page: Page) -> ContentsNode:
    if page.kind is PageKind.NOTE:
        return _objective_node(page.id, syllabus.objective(page.id).title, shelf)
    title = shelf.sheets[page.id] if page.kind is PageKind.SHEET else page.id
    return ContentsNode(page.id, title, page, name=title)


def progress_words(progress: Progress) -> str:
    """How far an objective's questions are, in words."""
    if not progress.questions:
        return _("no questions")
    text = ngettext("{known} of {n} question known", "{known} of {n} questions known", progress.questions)
    words = text.format(known=progress.known, n=progress.questions)
    unseen = progress.questions - progress.answered
    return words + (", " + _("{n} not met yet").format(n=unseen) if unseen else "")


def found_words(count: int) -> str:
    """How many pages a search found."""
    return ngettext("{n} page", "{n} pages", count).format(n=count)


def note_view(
    syllabus: Syllabus, reading: NoteReading, shelf: Shelf, question: Callable[[str], Question]
) -> PageView:
    """A study note with its questions and its neighbours; `question` reads one by its id."""
    note = reading.note
    glossed = Glossed(Gloss(shelf.terms))
    blocks = tuple(_block_view(block, glossed) for block in note.blocks)
    lines = tuple(
        QuestionLine(found.entry.id, row_view(syllabus, found, question(found.entry.id)))
        for found in reading.questions
    )
    return PageView(
        page=Page(PageKind.NOTE, note.objective),
        title=note.title,
        place=place_view(syllabus, note.objective),
        aside=checked_on(note.checked),
        blocks=blocks,
        links=tuple(map(link_view, note.references)),
        questions=lines,
        progress=progress_words(reading.progress),
        before=_way(reading.before, shelf),
        after=_way(reading.after, shelf),
        terms=tuple(glossed.used),
    )


def sheet_view(syllabus: Syllabus, sheet: Sheet) -> PageView:
    """A cheat sheet."""
    area = syllabus.area(sheet.area)
    plain = Glossed(Gloss())
    return PageView(
        page=Page(PageKind.SHEET, sheet.area),
        title=sheet.title,
        place=PlaceView(syllabus.areas.index(area), area.code, area.short_title, "", area.title),
        aside=checked_on(sheet.checked),
        blocks=tuple(_block_view(block, plain) for block in sheet.blocks),
    )


def term_view(syllabus: Syllabus, reading: TermReading, shelf: Shelf) -> PageView:
    """A term with the notes that use it."""
    term = reading.term
    objectives = dict.fromkeys((term.objective, *reading.notes) if term.objective else reading.notes)
    ways = [way for way in (_way(objective, shelf) for objective in objectives) if way is not None]
    ways += [Way(Page(PageKind.TERM, name), name) for name in reading.terms]
    return PageView(
        page=Page(PageKind.TERM, term.term),
        title=term.term,
        place=place_view(syllabus, term.objective) if term.objective else None,
        aside=_("Also: {names}").format(names=", ".join(term.also)) if term.also else "",
        blocks=(ExhibitView("", html=markup.block(term.means)),),
        related_title=_("Where it is used") if ways else "",
        related=tuple(ways),
    )


def _way(objective: str, shelf: Shelf) -> Way | None:
    return Way(Page(PageKind.NOTE, objective), shelf.notes[objective]) if objective in shelf.notes else None


def _block_view(block: Block, glossed: Glossed) -> ExhibitView:
    match block:
        case Passage(text):
            return ExhibitView("", html=glossed.html(markup.block(text)))
        case Listing(language, code):
            return ExhibitView(language_word(language), code=code, spans=highlight.spans(code, language))
        case Picture():
            return ExhibitView("", picture=block)


def language_word(language: str) -> str:
    """The name of a language above a block of code."""
    return LANGUAGES.get(language, language.capitalize()) or _("Code")
