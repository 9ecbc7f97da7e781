"""Links lead to official pages, and no text brings HTML that a program would run or load."""

import re
from collections.abc import Iterator
from dataclasses import replace

from certstudy.bank.lint.facts import is_official
from certstudy.bank.lint.finding import Finding, House, stops
from certstudy.bank.lint.language import prose
from certstudy.bank.parts import said
from certstudy.bank.tree import Path
from certstudy.core.question import Question, TextExhibit

_TARGET = re.compile(
    r"\]\(\s*<?((?:[a-z][a-z0-9+.-]*:|//)[^)\s>]*)|<([a-z][a-z0-9+.-]*:[^\s>]+)>", re.IGNORECASE
)
_DEFINED = re.compile(
    r"^ {0,3}\[[^\]]+\]:\s*<?((?:[a-z][a-z0-9+.-]*:|//)[^\s>]+)", re.IGNORECASE | re.MULTILINE
)
_TAG = re.compile(r"<\s*(script|iframe|object|embed|style|link|form|img|svg|a)\b", re.IGNORECASE)


def strange_link(question: Question, house: House) -> Iterator[Finding]:
    """A link or HTML in the stem, an option, a reason, the explanation or an exhibit's text."""
    for path, text in _written(question):
        for flaw in strange_links(text, house):
            yield replace(flaw, path=path)


def strange_links(text: str, house: House) -> Iterator[Finding]:
    """What of a Markdown text, code apart, leads to no official page or would run."""
    seen = prose(text)
    targets = [one or other for one, other in _TARGET.findall(seen)] + _DEFINED.findall(seen)
    for target in dict.fromkeys(targets):
        if not target.casefold().startswith("https://") or not is_official(target, house):
            hint = "Link to an address with https:// of an official source, or write it as code."
            yield stops("strange-link", f"the link leads to {target}", (), hint)
    for tag in dict.fromkeys(found.casefold() for found in _TAG.findall(seen)):
        yield stops(
            "html", f"the HTML element <{tag}> stands in the text", (), "Write Markdown, or mark it as code."
        )


def _written(question: Question) -> Iterator[tuple[Path, str]]:
    """The texts that are shown as Markdown."""
    yield from said(question)
    for index, exhibit in enumerate(question.exhibits):
        if isinstance(exhibit, TextExhibit):
            yield ("exhibits", index), exhibit.body
