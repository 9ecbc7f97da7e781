"""Notes and sheets: neither too short nor too long, with something to look up, sourced, checked, readable code."""

import re
from collections.abc import Iterator

from certstudy.bank.lint.facts import day_of, is_official, stale_words
from certstudy.bank.lint.finding import Finding, House, asks, stops
from certstudy.bank.lint.language import count
from certstudy.bank.lint.links import strange_links
from certstudy.bank.lint.snippets import parse_fault
from certstudy.bank.notes import Papers, PlacedPage
from certstudy.bank.page_file import PlacedBlock
from certstudy.bank.problem import Place, Problem
from certstudy.bank.tree import Path
from certstudy.core.note import Listing, Note, Passage
from certstudy.core.picture import Picture

NOTE_WORDS = (250, 600)
SHEET_WORDS = (0, 450)

_TABLE = re.compile(r"^ {0,3}\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+", re.MULTILINE)
_RULE = re.compile(r"^[ \t:|-]+$", re.MULTILINE)
_TOP_HEADING = re.compile(r"^ {0,3}#(?!#)\s", re.MULTILINE)
_PICTURE = re.compile(r"!\[")


def page_problems(papers: Papers, house: House) -> Iterator[Problem]:
    """What the rules say about every note and sheet."""
    for page in (*papers.notes, *papers.sheets):
        found = [*_on_words(page), *_on_sources(page, house)]
        for flaw in found:
            where = page.place(flaw.path)
            yield Problem(flaw.severity, flaw.code, flaw.message, where, flaw.hint)
        for block in page.blocks:
            for flaw in (*_on_block(block, house), *stale_words(_words_of(block), house)):
                where = Place(page.file, block.line)
                yield Problem(flaw.severity, flaw.code, flaw.message, where, flaw.hint)


def _on_words(placed: PlacedPage) -> Iterator[Finding]:
    low, high = NOTE_WORDS if isinstance(placed.page, Note) else SHEET_WORDS
    passages = [block.text for block in placed.page.blocks if isinstance(block, Passage)]
    words = sum(count(_RULE.sub("", text).replace("|", " ")) for text in passages)
    if not low <= words <= high:
        yield stops("page-length", f"{words} words; {low} to {high} are right", ())
    if not any(_TABLE.search(text) for text in passages) and not _has_code(placed):
        yield stops("nothing-to-look-up", "there is neither a table nor code", (), "Add one of them.")


def _has_code(placed: PlacedPage) -> bool:
    return any(isinstance(block, Listing) for block in placed.page.blocks)


def _on_sources(placed: PlacedPage, house: House) -> Iterator[Finding]:
    page = placed.page
    yield from _on_day(("checked",), page.checked, house)
    if not isinstance(page, Note):
        return
    if not page.references:
        yield stops("missing-reference", "the note names no source", (), "Add `references`.")
    for index, reference in enumerate(page.references):
        if not is_official(reference.url, house):
            message = f"{reference.url} is not among the official sources of this pack"
            path = ("references", index, "url")
            yield stops("unofficial-source", message, path, "The pack's lint.yaml lists them.")
        if reference.checked != page.checked:
            yield from _on_day(("references", index, "checked"), reference.checked, house)


def _on_day(path: Path, text: str, house: House) -> Iterator[Finding]:
    day = day_of(text)
    if day is None:
        yield stops("bad-date", f"{text!r} is not a day of the calendar", path)
    elif day > house.today:
        yield stops("future-date", f"{text} lies in the future", path)
    elif (age := (house.today - day).days) > house.settings.recheck_after_days:
        yield asks("recheck", f"last compared {age} days ago", path, "Compare it again.")


def _on_block(placed: PlacedBlock, house: House) -> Iterator[Finding]:
    block = placed.block
    if isinstance(block, Listing):
        if not block.language:
            yield stops("no-language", "the code does not say what language it is", (), "Write ```yaml.")
        elif fault := parse_fault(block.code, block.language):
            yield stops("broken-snippet", f"the code is not valid {block.language}: {fault}")
    elif isinstance(block, Passage):
        yield from strange_links(block.text, house)
        if _TOP_HEADING.search(block.text):
            yield stops("top-heading", "a heading of the first level is the page's title", (), "Use ##.")
        if _PICTURE.search(block.text):
            yield stops("picture-in-text", "a picture stands alone on its line")


def _words_of(placed: PlacedBlock) -> str:
    block = placed.block
    if isinstance(block, Passage):
        return block.text
    return block.alt if isinstance(block, Picture) else block.code
