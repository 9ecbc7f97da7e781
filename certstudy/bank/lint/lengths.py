"""Options give nothing away by their length or shape."""

import re
from collections.abc import Iterator
from statistics import mean

from certstudy.bank.lint.finding import Finding, House, asks
from certstudy.bank.lint.language import distractors, is_code, keys, length
from certstudy.core.question import Question

TOO_LONG = 1.25
TOO_DIFFERENT = 2.0
# below this many characters a difference does not show
NOTICED = 12

_PUNCTUATION = re.compile(r"[,;:()\[\]–—]| - ")
_NUMBER = re.compile(r"[-+]?\d[\d,]*(\.\d+)?")


def long_key(question: Question, _house: House) -> Iterator[Finding]:
    """The key is a good deal longer than the distractors: the most common cue."""
    key, wrong = mean(map(length, keys(question))), mean(map(length, distractors(question)))
    if key > TOO_LONG * wrong and key - wrong > NOTICED:
        message = f"the key has {key:.0f} characters, the distractors {wrong:.0f} on the average"
        yield asks("long-key", message, ("answer",), "Shorten the key or give distractors as much detail.")


def punctuated_key(question: Question, _house: House) -> Iterator[Finding]:
    """Only the key needs a comma, dash or bracket."""

    def marked(text: str) -> bool:
        return bool(_PUNCTUATION.search(text))

    if all(marked(o.text) for o in keys(question)) and not any(marked(o.text) for o in distractors(question)):
        message = "only the key holds a comma, colon, dash or bracket"
        yield asks("punctuated-key", message, ("answer",), "Write all options in one shape.")


def uneven_lengths(question: Question, _house: House) -> Iterator[Finding]:
    """Options of very different length."""
    sizes = sorted(map(length, question.options))
    if sizes[-1] > TOO_DIFFERENT * sizes[0] and sizes[-1] - sizes[0] > NOTICED:
        message = f"options have {sizes[0]} to {sizes[-1]} characters"
        yield asks("uneven-options", message, ("options",), "Bring them within a factor of two.")


def mixed_form(question: Question, _house: House) -> Iterator[Finding]:
    """Code beside prose, so that one kind stands out."""
    forms = [is_code(option.text) for option in question.options]
    if any(forms) and not all(forms):
        yield asks("mixed-form", "some options are code and some are prose", ("options",))


def unordered_numbers(question: Question, _house: House) -> Iterator[Finding]:
    """Numbers are read fastest in ascending order, and only stay in it when options are not shuffled."""
    found = [_NUMBER.match(option.text.replace("`", "").strip()) for option in question.options]
    tails = {
        option.text.replace("`", "").strip()[match.end() :].strip().split(" ")[0]
        for option, match in zip(question.options, found, strict=True)
        if match
    }
    if not all(found) or len(tails) != 1:
        return
    values = [float(match.group().replace(",", "")) for match in found if match]
    if values != sorted(values) or question.shuffle:
        hint = "Write them in ascending order and set `shuffle: false`."
        yield asks("unordered-numbers", "options that are numbers stand in no order", ("options",), hint)
