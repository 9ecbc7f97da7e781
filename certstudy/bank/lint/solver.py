"""A program that guesses from cues: what it beats chance by, the bank gives away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from certstudy.bank.lint.cues import said
from certstudy.bank.lint.language import ABSOLUTES, HEDGES, content_words, length
from certstudy.core.question import Question
from certstudy.core.tasks import Option


@dataclass(frozen=True, slots=True)
class Solved:
    """The share of right options found, and the share that guessing finds."""

    share: float
    chance: float


def solved(questions: Sequence[Question]) -> Solved:
    """How much of the bank the cues give away."""
    if not questions:
        return Solved(0.0, 0.0)
    return Solved(mean(map(found_by_cues, questions)), mean(map(chance, questions)))


def chance(question: Question) -> float:
    """The share of right options that guessing finds."""
    return len(question.key) / len(question.options)


def found_by_cues(question: Question) -> float:
    """The share of right options that their suspicious looks give away."""
    return found_among(question, suspicions(question))


def found_among(question: Question, suspicion: Mapping[str, float]) -> float:
    """The share of right options among the most suspicious ones; ties are shared out."""
    places = len(question.key)
    taken = 0.0
    for level in sorted(set(suspicion.values()), reverse=True):
        tied = [name for name, value in suspicion.items() if value == level]
        seats = min(places, len(tied))
        taken += seats * sum(name in question.key for name in tied) / len(tied)
        places -= seats
    return taken / len(question.key)


def suspicions(question: Question) -> Mapping[str, int]:
    """How much each option looks like a key: long, careful, near to its sisters and the stem, not absolute."""
    longest = _longest(question)
    stem = content_words(question.stem)
    overlap = overlaps(question)
    return {
        option.id: 2 * (option.id == longest)
        + bool(said(option, HEDGES))
        - 2 * bool(said(option, ABSOLUTES))
        + (overlap[option.id] == max(overlap.values()) > min(overlap.values()))
        + bool(_own_words(option, question) & stem)
        for option in question.options
    }


def overlaps(question: Question) -> Mapping[str, int]:
    """How many words each option shares with its sisters, counted once for each sister."""
    held = {option.id: content_words(option.text) for option in question.options}
    return {
        name: sum(len(own & other) for sister, other in held.items() if sister != name)
        for name, own in held.items()
    }


def _longest(question: Question) -> str | None:
    """The option that is longer than every other."""
    ranked = sorted(question.options, key=length)
    return ranked[-1].id if length(ranked[-1]) > length(ranked[-2]) else None


def _own_words(option: Option, question: Question) -> frozenset[str]:
    sisters = (content_words(other.text) for other in question.options if other.id != option.id)
    return content_words(option.text) - frozenset[str]().union(*sisters)
