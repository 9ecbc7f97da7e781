"""Every option has its reason, every wrong one its belief, and the principle stands below."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from certstudy.bank.lint.finding import Finding, House, asks, stops
from certstudy.bank.lint.language import count, distractors
from certstudy.bank.tree import Path
from certstudy.core.question import Question

LONGEST_WHY = 45

_LETTER = re.compile(r"\b([Oo]ption|[Aa]nswer|[Cc]hoice)s? [A-J]\b")
_EMPTY_PHRASE = re.compile(r"(this (option |answer )?is )?(in)?(correct|wrong|right)\W*$", re.IGNORECASE)


def missing_why(question: Question, _house: House) -> Iterator[Finding]:
    """An option without a reason teaches nothing."""
    for option in question.options:
        if not option.why:
            message = f"the option {option.id} gives no reason"
            yield stops("missing-why", message, ("options", option.id), "Add `why`.")


def empty_why(question: Question, _house: House) -> Iterator[Finding]:
    """A reason that only repeats the verdict."""
    for option in question.options:
        if option.why and _EMPTY_PHRASE.match(option.why):
            message = "the reason only repeats the verdict"
            hint = "Say what an engineer sees in it, then the fact that decides."
            yield asks("empty-why", message, ("options", option.id, "why"), hint)


def long_why(question: Question, _house: House) -> Iterator[Finding]:
    """A reason is one or two sentences."""
    for option in question.options:
        if (size := count(option.why)) > LONGEST_WHY:
            yield asks("long-why", f"a reason of {size} words", ("options", option.id, "why"))


def missing_belief(question: Question, house: House) -> Iterator[Finding]:
    """A wrong option that nobody believes in is filler."""
    for option in distractors(question):
        if option.misconception is None:
            message = f"the wrong option {option.id} names no misconception"
            yield stops("missing-misconception", message, ("options", option.id))
        elif option.misconception not in house.beliefs:
            near = get_close_matches(option.misconception, house.beliefs, 1)
            hint = f"Did you mean {near[0]!r}?" if near else "Add it to the pack's misconceptions."
            message = f"the misconception {option.misconception!r} is not known"
            yield stops("unknown-misconception", message, ("options", option.id, "misconception"), hint)


def believed_key(question: Question, _house: House) -> Iterator[Finding]:
    """A right option is no misconception."""
    for option in question.options:
        if option.id in question.key and option.misconception is not None:
            yield stops("believed-key", "a right option names a misconception", ("options", option.id))


def missing_explanation(question: Question, _house: House) -> Iterator[Finding]:
    """Without the principle the next question is as hard as this one."""
    if not question.explanation:
        yield stops("missing-explanation", "the question has no explanation")


def letter_mentioned(question: Question, _house: House) -> Iterator[Finding]:
    """Letters mean nothing: options are shuffled."""
    for path, text in _texts(question):
        if found := _LETTER.search(text):
            message = f"{found.group()!r} is mentioned, but options are shuffled"
            yield stops("letter-mentioned", message, path, "Say what the option says.")


def _texts(question: Question) -> Iterator[tuple[Path, str]]:
    yield ("stem",), question.stem
    yield ("explanation",), question.explanation
    for option in question.options:
        yield ("options", option.id, "text"), option.text
        yield ("options", option.id, "why"), option.why
