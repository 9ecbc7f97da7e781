"""The order of what can be chosen, from a stored seed: the same in the sitting, after a crash and in its review."""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from certstudy.core.question import Kind, Question
from certstudy.core.tasks import Choice, Gaps, Matching, Option, Ordering

Thing = TypeVar("Thing")


def shown(question: Question, seed: int) -> Question:
    """The question as the sitting with that seed shows it: what can be chosen is shuffled, rows keep their order.

    Pinned options keep their place, and a question may ask for no shuffling. The order depends on seed and question
    alone, not on where the question stands in the form.
    """
    task = question.task
    if not question.shuffle or question.kind is Kind.SERIES:
        return question
    rng = _random(question.id, seed)
    if isinstance(task, Choice):
        return replace(question, task=replace(task, options=_around_pins(task.options, rng)))
    if isinstance(task, Ordering):
        return replace(question, task=replace(task, steps=_mixed(task.steps, rng)))
    if isinstance(task, Matching):
        return replace(question, task=replace(task, choices=_mixed(task.choices, rng)))
    if isinstance(task, Gaps):
        gaps = tuple(replace(gap, fillings=_mixed(gap.fillings, rng)) for gap in task.gaps)
        return replace(question, task=replace(task, gaps=gaps))
    return question


def _random(question_id: str, seed: int) -> random.Random:
    """The seed goes through SHA-256 because `hash` of a string differs between runs."""
    digest = hashlib.sha256(f"{seed}:{question_id}".encode()).digest()
    return random.Random(int.from_bytes(digest[:8], "big"))


def _around_pins(options: Sequence[Option], rng: random.Random) -> tuple[Option, ...]:
    movable = [option for option in options if not option.pinned]
    rng.shuffle(movable)
    rest = iter(movable)
    return tuple(option if option.pinned else next(rest) for option in options)


def _mixed(things: Sequence[Thing], rng: random.Random) -> tuple[Thing, ...]:
    mixed = list(things)
    rng.shuffle(mixed)
    return tuple(mixed)
