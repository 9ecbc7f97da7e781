"""Option order from a stored seed: the same in the sitting, after a crash and in its review."""

import hashlib
import random

from certstudy.core.question import Option, Question


def option_order(question: Question, seed: int) -> tuple[Option, ...]:
    """The options as shown in the sitting with that seed; pinned options keep their place.

    The order depends on seed and question alone, not on where the question stands in the form. The seed goes
    through SHA-256 because `hash` of a string differs between runs.
    """
    if not question.shuffle:
        return question.options
    digest = hashlib.sha256(f"{seed}:{question.id}".encode()).digest()
    movable = [option for option in question.options if not option.pinned]
    random.Random(int.from_bytes(digest[:8], "big")).shuffle(movable)
    rest = iter(movable)
    return tuple(option if option.pinned else next(rest) for option in question.options)
