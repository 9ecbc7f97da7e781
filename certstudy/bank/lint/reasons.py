"""Every option has its reason, every wrong one its belief, and the principle stands below."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from certstudy.bank.lint.finding import Finding, House, asks, stops
from certstudy.bank.lint.language import count
from certstudy.bank.parts import Part, parts, said
from certstudy.core.question import Question
from certstudy.core.tasks import Choice

LONGEST_WHY = 45

_LETTER = re.compile(
    r"\b([Oo]ption|[Aa]nswer|[Cc]hoice)s?( is| are|:)? [A-J]\b"
    r"|\b[A-J] is (the )?(correct|right|wrong|incorrect|answer)\b"
)
_EMPTY_PHRASE = re.compile(r"(this (option |answer )?is )?(in)?(correct|wrong|right)\W*$", re.IGNORECASE)


def missing_why(question: Question, _house: House) -> Iterator[Finding]:
    """An option without a reason teaches nothing."""
    for part in parts(question):
        if not part.why:
            yield stops("missing-why", f"{_named(part)} gives no reason", part.path, "Add `why`.")


def empty_why(question: Question, _house: House) -> Iterator[Finding]:
    """A reason that only repeats the verdict."""
    for part in parts(question):
        if part.why and _EMPTY_PHRASE.match(part.why):
            message = "the reason only repeats the verdict"
            hint = "Say what an engineer sees in it, then the fact that decides."
            yield asks("empty-why", message, (*part.path, "why"), hint)


def long_why(question: Question, _house: House) -> Iterator[Finding]:
    """A reason is one or two sentences."""
    for part in parts(question):
        if (size := count(part.why)) > LONGEST_WHY:
            yield asks("long-why", f"a reason of {size} words", (*part.path, "why"))


def missing_belief(question: Question, house: House) -> Iterator[Finding]:
    """A wrong option that nobody believes in is filler."""
    for part in parts(question):
        if part.misconception is None:
            if part.decoy and isinstance(question.task, Choice):
                yield stops("missing-misconception", f"{_named(part)} names no misconception", part.path)
        elif part.misconception not in house.beliefs:
            near = get_close_matches(part.misconception, house.beliefs, 1)
            hint = f"Did you mean {near[0]!r}?" if near else "Add it to the pack's misconceptions."
            message = f"the misconception {part.misconception!r} is not known"
            yield stops("unknown-misconception", message, (*part.path, "misconception"), hint)


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
    for path, text in said(question):
        if found := _LETTER.search(text):
            message = f"{found.group()!r} is mentioned, but options are shuffled"
            yield stops("letter-mentioned", message, path, "Say what the option says.")


def _named(part: Part) -> str:
    words = {"options": "the option", "items": "the item", "slots": "the slot", "regions": "the region"}
    match part.path:
        case (str(kind), str(name)) if kind in words:
            return f"{words[kind]} {name}"
        case (str(kind), int(number)):
            return f"{kind.removesuffix('s')} {number + 1}"
    return "the solution"
