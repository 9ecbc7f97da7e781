"""Facts have an official source, were checked lately, and use the words of today."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from certstudy.bank.lint.finding import Finding, House, asks, stops
from certstudy.bank.lint.language import sentences
from certstudy.bank.parts import texts
from certstudy.bank.tree import Path
from certstudy.core.question import Question

SOON = timedelta(days=30)

_CALLED_OLD = re.compile(
    r"\b(former(ly)?|old(er)?|once|retired|replaced?|deprecated|legacy|outdated)\b", re.IGNORECASE
)


def missing_reference(question: Question, _house: House) -> Iterator[Finding]:
    """A key that no page carries."""
    if not question.references:
        yield stops("missing-reference", "the question names no source", (), "Add `references`.")


def unofficial_source(question: Question, house: House) -> Iterator[Finding]:
    """A source that is not among the pack's official ones."""
    for index, reference in enumerate(question.references):
        if not is_official(reference.url, house):
            message = f"{reference.url} is not among the official sources of this pack"
            hint = "The pack's lint.yaml lists them."
            yield stops("unofficial-source", message, ("references", index, "url"), hint)


def is_official(url: str, house: House) -> bool:
    """Whether an address belongs to the pack's official sources; one that names none takes any."""
    official = house.settings.official_sources
    return not official or any(_lies_in(url, source) for source in official)


def _lies_in(url: str, source: str) -> bool:
    """Whether an address belongs to a host, and there below a path if one is named."""
    return f"{url.removeprefix('https://')}/".casefold().startswith(f"{source}/".casefold())


def bad_date(question: Question, house: House) -> Iterator[Finding]:
    """A date that does not exist or lies ahead."""
    for path, text in _dates(question):
        day = day_of(text)
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
        day = day_of(reference.checked)
        if day and (age := (house.today - day).days) > house.settings.recheck_after_days:
            message = f"last compared {age} days ago"
            yield asks("recheck", message, ("references", index, "checked"), "Compare it again.")


def due(question: Question, house: House) -> Iterator[Finding]:
    """A fact that changes within a month, or has changed."""
    if not question.due:
        return
    day = day_of(question.due)
    if day is None:
        yield stops("bad-date", f"{question.due!r} is not a day of the calendar", ("due",))
    elif day - house.today <= SOON:
        when = "is due on" if day > house.today else "was due on"
        hint = "Rewrite the question for what holds from then on, or retire it."
        yield asks("due", f"{when} {question.due}: {question.due_note.rstrip('.')}", ("due",), hint)


def stale_term(question: Question, house: House) -> Iterator[Finding]:
    """A name that its owner gave up, unless the sentence calls it old or a tag of the pack's choice says so."""
    if house.settings.stale_terms_allowed_by_tag in question.tags:
        return
    told: set[str] = set()
    for path, text in texts(question):
        for flaw in stale_words(text, house):
            if flaw.message not in told:
                told.add(flaw.message)
                yield replace(flaw, path=path)


def stale_words(text: str, house: House) -> Iterator[Finding]:
    """The names in a text that their owner gave up, each once."""
    folded = text.casefold()
    for term in house.settings.stale_terms:
        if term.term.casefold() not in folded:
            continue
        pattern = _pattern(term.term)
        if any(pattern.search(part) and not _CALLED_OLD.search(part) for part in sentences(text)):
            yield stops("stale-term", f"{term.term!r} is out of date", (), f"Write: {term.write}.")


def _pattern(term: str) -> re.Pattern[str]:
    """The term as a whole word; a capital in it is meant."""
    flags = re.IGNORECASE if term == term.lower() else re.NOFLAG
    return re.compile(rf"(?<![\w-]){re.escape(term)}(?![\w-])", flags)


def _dates(question: Question) -> Iterator[tuple[Path, str]]:
    if question.verified:
        yield ("verified",), question.verified
    for index, reference in enumerate(question.references):
        if reference.checked:
            yield ("references", index, "checked"), reference.checked


def day_of(text: str) -> date | None:
    """The day an ISO date names, None if it is no date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
