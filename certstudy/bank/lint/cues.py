"""Options give nothing away by their words."""

import re
from collections import Counter
from collections.abc import Iterator

from certstudy.bank.lint.finding import Finding, House, asks, stops
from certstudy.bank.lint.language import (
    ABSOLUTES,
    HEDGES,
    content_words,
    distractors,
    is_code,
    keys,
    of_all,
    prose,
    words,
)
from certstudy.core.question import Question
from certstudy.core.tasks import Option

# shorter words are shared by chance
SHORTEST_ECHO = 5

_ABOVE = re.compile(
    r"\b(all|none|both|neither|any) of (the )?(above|these options|the other)\b", re.IGNORECASE
)
_WHOLE = re.compile(
    r"\W*(all|none|both|neither|any|each) (of )?"
    r"((the )?above|these|those|them|(the )?((above|listed|given|other|previous) )?(options|answers|choices)"
    r"( (above|listed|given))?)( (is|are) (correct|right|true|wrong))?\W*",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\b(both )?[A-F],? (and|or) [A-F]( only)?\s*$")


def said(option: Option, vocabulary: frozenset[str]) -> frozenset[str]:
    """The words of a vocabulary that an option uses outside code."""
    return vocabulary & frozenset(words(prose(option.text)))


def absolute_distractor(question: Question, _house: House) -> Iterator[Finding]:
    """An absolute word makes a distractor easy to refuse when the key has none."""
    if any(said(option, ABSOLUTES) for option in keys(question)):
        return
    for option in distractors(question):
        if found := said(option, ABSOLUTES):
            message = f"the distractor says {_list(found)}, the key says nothing so absolute"
            yield asks("absolute-distractor", message, ("options", option.id, "text"))


def hedged_key(question: Question, _house: House) -> Iterator[Finding]:
    """Careful words in the key only."""
    if any(said(option, HEDGES) for option in distractors(question)):
        return
    for option in keys(question):
        if found := said(option, HEDGES):
            message = f"only the key is careful: {_list(found)}"
            yield asks("hedged-key", message, ("options", option.id, "text"))


def echo(question: Question, _house: House) -> Iterator[Finding]:
    """A word of the stem that only the key repeats."""
    shared = content_words(question.stem) & of_all(keys(question)) - of_all(distractors(question))
    if found := frozenset(word for word in shared if len(word) >= SHORTEST_ECHO):
        message = f"stem and key share {_list(found)}, no distractor does"
        yield asks("echo", message, ("answer",), "Use the word in two distractors or drop it.")


def convergence(question: Question, _house: House) -> Iterator[Finding]:
    """The key holds everything that distractors have in common, as if they were made from it."""
    wrong = distractors(question)
    held = Counter(word for option in wrong for word in content_words(option.text))
    common = frozenset(word for word, times in held.items() if times > 1)
    if len(common) < 3 or any(common <= content_words(option.text) for option in wrong):
        return
    for option in keys(question):
        if common <= content_words(option.text):
            message = f"the key joins all that distractors share: {_list(common)}"
            yield asks("convergence", message, ("options", option.id, "text"))


def of_the_above(question: Question, _house: House) -> Iterator[Finding]:
    """An option that talks about the others."""
    for option in question.options:
        if _ABOVE.search(option.text) or _WHOLE.fullmatch(option.text) or _LETTERS.search(option.text):
            message = "an option talks about other options, which are shuffled"
            yield stops("of-the-above", message, ("options", option.id, "text"))


_OPENINGS = {
    "an article": re.compile(r"(a|an|the|this|that|these|those|its|their|each)\b", re.IGNORECASE),
    "a form in -ing": re.compile(r"[a-z]{2,}ing\b", re.IGNORECASE),
    "an infinitive": re.compile(r"to\b", re.IGNORECASE),
    "a reason": re.compile(r"(because|since|if|when|by|so that)\b", re.IGNORECASE),
}


def odd_opening(question: Question, _house: House) -> Iterator[Finding]:
    """The key opens with another kind of word than every distractor."""
    if any(is_code(option.text) for option in question.options):
        return
    wrong = {_opening(option) for option in distractors(question)}
    right = {_opening(option) for option in keys(question)}
    if len(wrong) == len(right) == 1 and wrong != right:
        message = f"the key opens with {right.pop()}, every distractor with {wrong.pop()}"
        yield asks("odd-opening", message, ("options",))


def _opening(option: Option) -> str:
    text = option.text.lstrip("`*\"'")
    return next((name for name, pattern in _OPENINGS.items() if pattern.match(text)), "another word")


def _list(found: frozenset[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(found))
