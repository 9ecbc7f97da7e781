"""Words and sentences of a question's texts, as the rules count them."""

import re
import unicodedata
from collections.abc import Iterable

from certstudy.core.question import Question
from certstudy.core.tasks import Choice, Option

ABSOLUTES = frozenset((
    "always", "never", "all", "none", "only", "every", "any", "cannot", "impossible", "guarantee",
    "guarantees", "completely",
))  # fmt: skip
HEDGES = frozenset(("may", "might", "can", "usually", "often", "typically", "generally"))
STOP_WORDS = frozenset((
    "a", "an", "the", "to", "of", "in", "on", "for", "and", "or", "with", "that", "is", "are", "by", "be",
    "as", "at", "it", "from", "you", "your", "which", "what", "should", "this", "each", "its", "use",
    "their", "they", "has", "have", "not", "into", "was", "were", "will", "do", "does", "than", "then",
    "so", "who",
))  # fmt: skip

_FENCE = re.compile(r"```.*?(```|\Z)", re.DOTALL)
_CODE = re.compile(r"`[^`]*`")
_SENTENCE_END = re.compile(r"(?<=[.?!])[\"')]*\s+|\n\s*(?:\n|[-*] |\d+[.)] )")
_WORD = re.compile(r"[a-z][a-z0-9-]+")


def prose(text: str) -> str:
    """The text without its code."""
    return _CODE.sub(" ", _FENCE.sub(" ", text))


def words(text: str) -> list[str]:
    """Lower-case words in order."""
    return _WORD.findall(text.casefold())


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning."""
    return frozenset(words(text)) - STOP_WORDS


def of_all(options: Iterable[Option]) -> frozenset[str]:
    """The words that carry meaning in any of the options."""
    return frozenset[str]().union(*(content_words(option.text) for option in options))


def sentences(text: str) -> list[str]:
    """Sentences, paragraphs and list items, without code blocks."""
    whole = _SENTENCE_END.split(_FENCE.sub(" ", text))
    return [sentence.strip() for sentence in whole if sentence and sentence.strip()]


def question_sentence(stem: str) -> str:
    """The last sentence that asks; empty if none does."""
    asking = [sentence for sentence in sentences(stem) if sentence.rstrip("\"')* ").endswith("?")]
    return asking[-1] if asking else ""


def count(text: str) -> int:
    """How many words a person reads, code in the line included."""
    return len(_FENCE.sub(" ", text).split())


def normal(text: str) -> str:
    """The text without what two look-alikes may differ in: case, width, spaces, marks at the end."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" .;:,`\"'")


def is_code(text: str) -> bool:
    """Whether the text is nothing but code."""
    return bool(text.strip()) and not prose(text).strip()


def length(option: Option) -> int:
    """How long an option looks."""
    return len(option.text.replace("`", ""))


def is_choice(question: Question) -> bool:
    """Whether one chooses between options of the question's own, which may give the key away."""
    return isinstance(question.task, Choice) and question.solution is None


def keys(question: Question) -> list[Option]:
    """The options that are right."""
    return [option for option in question.options if option.id in question.key]


def distractors(question: Question) -> list[Option]:
    """The options that are wrong."""
    return [option for option in question.options if option.id not in question.key]
