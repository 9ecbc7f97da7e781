"""Facts have an official source, were checked lately, and use the words of today."""

import re
from collections.abc import Iterator
from datetime import date

from certstudy.bank.lint.finding import Finding, House, asks, stops
from certstudy.bank.lint.language import sentences
from certstudy.bank.parts import other_texts, parts, visible_text
from certstudy.bank.tree import Path
from certstudy.core.question import Question

_CALLED_OLD = re.compile(
    r"\b(former(ly)?|old(er)?|once|retired|replaced?|deprecated|legacy|outdated)\b", re.IGNORECASE
)


def missing_reference(question: Question, _house: House) -> Iterator[Finding]:
    """A key that no page carries."""
    if not question.references:
        yield stops("missing-reference", "the question names no source", (), "Add `references`.")


def unofficial_source(question: Question, house: House) -> Iterator[Finding]:
    """A source that is not among the pack's official ones."""
    official = house.settings.official_sources
    for index, reference in enumerate(question.references):
        if official and not any(_lies_in(reference.url, source) for source in official):
            message = f"{reference.url} is not among the official sources of this pack"
            hint = "The pack's lint.yaml lists them."
            yield stops("unofficial-source", message, ("references", index, "url"), hint)


def _lies_in(url: str, source: str) -> bool:
    """Whether an address belongs to a host, and there below a path if one is named."""
    return f"{url.removeprefix('https://')}/".casefold().startswith(f"{source}/".casefold())


def bad_date(question: Question, house: House) -> Iterator[Finding]:
    """A date that does not exist or lies ahead."""
    for path, text in _dates(question):
        day = _day(text)
        if day is None:
            yield stops("bad-date", f"{text!r} is not a day of the calendar", path)
        elif day > house.today:
            yield stops("future-date", f"{text} lies in the future", path)


def unchecked(question: Question, house: House) -> Iterator[Finding]:
    """A source that nobody compared, or not for long."""
    for index, reference in enumerate(question.references):
        if not reference.checked:
            yield stops("unchecked", "the source has no `checked` date", ("references", index))
            continue
        day = _day(reference.checked)
        if day and (age := (house.today - day).days) > house.settings.recheck_after_days:
            message = f"last compared {age} days ago"
            yield asks("recheck", message, ("references", index, "checked"), "Compare it again.")


def stale_term(question: Question, house: House) -> Iterator[Finding]:
    """A name that its owner gave up, unless the sentence calls it old or a tag of the pack's choice says so."""
    if house.settings.stale_terms_allowed_by_tag in question.tags:
        return
    for term in house.settings.stale_terms:
        pattern = _pattern(term.term)
        for path, text in _texts(question):
            if any(pattern.search(part) and not _CALLED_OLD.search(part) for part in sentences(text)):
                yield stops("stale-term", f"{term.term!r} is out of date", path, f"Write: {term.write}.")
                break


def _pattern(term: str) -> re.Pattern[str]:
    """The term as a whole word; a capital in it is meant."""
    flags = re.IGNORECASE if term == term.lower() else re.NOFLAG
    return re.compile(rf"(?<![\w-]){re.escape(term)}(?![\w-])", flags)


def _texts(question: Question) -> Iterator[tuple[Path, str]]:
    yield ("stem",), question.stem
    yield ("explanation",), question.explanation
    for part in parts(question):
        yield (*part.path, "text"), part.text
        yield (*part.path, "why"), part.why
    for text in other_texts(question.task):
        yield (), text
    for index, exhibit in enumerate(question.exhibits):
        yield ("exhibits", index), f"{exhibit.title}\n{visible_text(exhibit)}"


def _dates(question: Question) -> Iterator[tuple[Path, str]]:
    if question.verified:
        yield ("verified",), question.verified
    for index, reference in enumerate(question.references):
        if reference.checked:
            yield ("references", index, "checked"), reference.checked


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
