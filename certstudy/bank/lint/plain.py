"""Texts a reader of a second language understands: plain words, and pictures told in words."""

import re
from collections.abc import Iterator
from typing import Final

from certstudy.bank.lint.finding import Finding, House, asks
from certstudy.bank.lint.language import count, prose
from certstudy.bank.parts import said
from certstudy.core.picture import Picture
from certstudy.core.question import PictureExhibit, Question
from certstudy.core.tasks import Hotspot

SHORTEST_DESCRIPTION = 8

PLAIN: Final = {
    "aforementioned": "this",
    "albeit": "although",
    "ascertain": "find out",
    "commence": "begin",
    "endeavour": "try",
    "e.g.": "for example",
    "etc.": "what else there is, or nothing",
    "facilitate": "help",
    "going forward": "from now on",
    "henceforth": "from now on",
    "hereby": "nothing",
    "i.e.": "that is",
    "in order to": "to",
    "in terms of": "by, for",
    "leverage": "use",
    "notwithstanding": "in spite of",
    "prior to": "before",
    "subsequently": "later",
    "thereby": "so",
    "utilise": "use",
    "utilize": "use",
    "whereby": "by which",
    "whilst": "while",
    # idioms
    "at the end of the day": "what you mean",
    "back to square one": "what you mean",
    "ballpark": "rough number",
    "boil the ocean": "what you mean",
    "from scratch": "from nothing",
    "low-hanging fruit": "what is easy",
    "on the fly": "while it runs",
    "on the same page": "of one mind",
    "out of the box": "without set-up",
    "piece of cake": "easy",
    "rule of thumb": "rough rule",
    "silver bullet": "cure for everything",
    "under the hood": "inside",
}
"""Hard words and idioms, with what to write."""

_PATTERNS: Final = {
    hard: re.compile(rf"(?<![\w-]){re.escape(hard)}(s|d|es|ed)?(?![\w-])", re.IGNORECASE) for hard in PLAIN
}


def plain_words(question: Question, _house: House) -> Iterator[Finding]:
    """A hard word or an idiom outside code."""
    for path, text in said(question):
        told = prose(text)
        for hard, pattern in _PATTERNS.items():
            if pattern.search(told):
                yield asks("plain-words", f"{hard!r} is hard to read", path, f"Write: {PLAIN[hard]}.")


def thin_description(question: Question, _house: House) -> Iterator[Finding]:
    """A picture whose description cannot say all that it shows."""
    pictures: list[tuple[tuple[str | int, ...], Picture]] = [
        (("exhibits", index), exhibit.picture)
        for index, exhibit in enumerate(question.exhibits)
        if isinstance(exhibit, PictureExhibit)
    ]
    if isinstance(question.task, Hotspot):
        pictures.append((("image",), question.task.picture))
    for path, picture in pictures:
        if (size := count(picture.alt)) < SHORTEST_DESCRIPTION:
            message = f"{size} words do not tell what the picture shows"
            yield asks("thin-description", message, path, "Let `alt` say all that it shows.")
