"""Options differ from each other in meaning and not in a word."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from certstudy.bank.lint.finding import Finding, House, asks, stops
from certstudy.bank.lint.language import is_code, normal
from certstudy.core.question import Question
from certstudy.core.tasks import Option

TOO_ALIKE = 0.8

_WORD_OR_NUMBER = re.compile(r"[a-z0-9][a-z0-9.-]*")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)\s*(?:-|–|to)\s*(\d+(?:\.\d+)?)")


def equal_options(question: Question, _house: House) -> Iterator[Finding]:
    """Two options that read the same."""
    for first, second in combinations(question.options, 2):
        if normal(first.text) == normal(second.text):
            message = f"this option reads the same as {first.text!r}"
            yield stops("equal-options", message, ("options", second.id, "text"))


def overlapping_options(question: Question, _house: House) -> Iterator[Finding]:
    """One option that says no more than a part of another, or nearly the same."""
    for first, second in combinations(question.options, 2):
        if is_code(first.text) or is_code(second.text) or normal(first.text) == normal(second.text):
            continue
        if reason := _overlap(_in_order(first), _in_order(second)):
            message = f"{reason} {first.text!r}"
            yield asks("overlapping-options", message, ("options", second.id, "text"))


def overlapping_ranges(question: Question, _house: House) -> Iterator[Finding]:
    """Ranges of numbers that intersect, so that a value belongs to two options."""
    spans = [(option, _span(option)) for option in question.options]
    for (first, one), (second, other) in combinations(spans, 2):
        if one and other and one[0] < other[1] and other[0] < one[1]:
            message = f"the range overlaps with {first.text!r}"
            yield asks("overlapping-ranges", message, ("options", second.id, "text"))


def _in_order(option: Option) -> list[str]:
    return _WORD_OR_NUMBER.findall(option.text.casefold())


def _overlap(first: list[str], second: list[str]) -> str:
    """Why two options are too near; the same words in another order are another claim."""
    short, long = sorted((first, second), key=len)
    one, other = Counter(first), Counter(second)
    if not short or one == other:
        return ""
    if _within(short, long):
        return "one says no more than a part of the other: beside"
    alike = (one & other).total() / (one | other).total()
    return f"{alike:.0%} the same words as" if alike > TOO_ALIKE else ""


def _within(short: list[str], long: list[str]) -> bool:
    """Whether all words of the short list stand in the long one in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _span(option: Option) -> tuple[float, float] | None:
    match = _RANGE.match(option.text.strip())
    return (float(match[1]), float(match[2])) if match else None
