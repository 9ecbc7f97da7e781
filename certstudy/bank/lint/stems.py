"""The stem asks one clear thing, with a yardstick, in few words."""

import re
from collections.abc import Iterator

from certstudy.bank.lint.finding import Finding, House, asks, stops
from certstudy.bank.lint.language import count, prose, question_sentence, sentences
from certstudy.bank.lint.situations import CONSTRAINT, SHORTEST_SITUATION
from certstudy.bank.parts import other_texts, parts
from certstudy.core.question import Question

LONGEST_STEM = 110
MOST_WORDS = 180
LONGEST_SENTENCE = 30
# a team has a size and a company an age; three such numbers are clutter
TOO_MANY_IDLE = 3

_NEGATIVE = re.compile(
    r"\b(not|except|incorrect|false|least (likely|useful|helpful|suitable|effective|appropriate))\b|n't\b"
    r"|\b(should|must|would) ((the )?\w+) (avoid|never)\b|\b(be|is|are) avoided\W*$"
    # what is asked for, and no situation that the question tells
    r"|^(which|what)( (?!who |that |which )[\w-]+){0,4} (cannot|fails? to)\b|^which\b.*\b(is|are) wrong\W*$",
    re.IGNORECASE,
)
_ALLOWED = re.compile(r"\bleast (effort|privilege)\b|\bmay not\b|\bdoes not change\b", re.IGNORECASE)
_IMPERATIVE = re.compile(r"(choose|select|complete|put|match|click|identify|name|arrange)\b", re.IGNORECASE)
_SUPERLATIVE = re.compile(r"\b(best|most|first)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")
_RECALL = re.compile(r"^(what is|what does|which service|which tool|which command)\b", re.IGNORECASE)


def no_question(question: Question, _house: House) -> Iterator[Finding]:
    """A stem that asks nothing."""
    if not question_sentence(question.stem) and not any(map(_IMPERATIVE.match, sentences(question.stem))):
        yield stops("no-question", "no sentence of the stem asks", ("stem",), "End it with one question.")


def negative_question(question: Question, _house: House) -> Iterator[Finding]:
    """A question for what does not hold."""
    asked = _ALLOWED.sub(" ", prose(question_sentence(question.stem)))
    if found := _NEGATIVE.search(asked):
        message = f"the question is negative: {found.group()!r}"
        yield stops("negative-question", message, ("stem",), "Ask for what does hold.")


def long_stem(question: Question, _house: House) -> Iterator[Finding]:
    """More to read than a decision needs, or than the time of an exam allows."""
    if (size := count(question.stem)) > MOST_WORDS:
        hint = "Move data into an exhibit or the situation into a case study."
        yield stops("too-long-stem", f"the stem has {size} words; {MOST_WORDS} are the most", ("stem",), hint)
    elif size > LONGEST_STEM:
        yield asks("long-stem", f"the stem has {size} words; {LONGEST_STEM} should do", ("stem",))


def long_sentence(question: Question, _house: House) -> Iterator[Finding]:
    """A sentence that a reader of a second language loses on the way."""
    for sentence in sentences(question.stem):
        if "|" not in sentence and (size := count(sentence)) > LONGEST_SENTENCE:
            start = " ".join(sentence.split()[:5])
            yield asks("long-sentence", f"a sentence of {size} words: '{start} ...'", ("stem",))


def window_dressing(question: Question, _house: House) -> Iterator[Finding]:
    """Numbers that no option and no reason takes up."""
    said = (f"{part.text} {part.why}" for part in parts(question))
    used = " ".join((question.explanation, *said, *other_texts(question.task)))
    numbers = dict.fromkeys(_NUMBER.findall(prose(question.stem)))
    idle = [number for number in numbers if number not in _NUMBER.findall(used)]
    if len(idle) >= TOO_MANY_IDLE:
        message = f"no option and no reason uses the numbers {', '.join(idle)}"
        yield asks("window-dressing", message, ("stem",), "Drop what does not decide.")


def no_yardstick(question: Question, _house: House) -> Iterator[Finding]:
    """A question for the best or first without anything to measure by."""
    if _SUPERLATIVE.search(question_sentence(question.stem)) and not CONSTRAINT.search(question.stem):
        message = "asks for the best or first, but the stem sets no constraint"
        yield asks("no-yardstick", message, ("stem",), "Name what is scarce, forbidden or due.")


def trivial_recall(question: Question, _house: House) -> Iterator[Finding]:
    """A fact asked for without a situation is recall, whatever its level says."""
    if question.difficulty == 1 or question.case:
        return
    bare = count(question.stem) < SHORTEST_SITUATION and not question.exhibits
    if bare or (
        _RECALL.match(question_sentence(question.stem)) and count(question.stem) < 2 * SHORTEST_SITUATION
    ):
        message = f"without a situation this is recall, yet its difficulty is {question.difficulty}"
        yield asks("trivial-recall", message, ("stem",), "Add a situation or make it level 1.")
