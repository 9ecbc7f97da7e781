"""How sure a learner said to be of an answer."""

from enum import StrEnum


class Confidence(StrEnum):
    """How sure the learner said to be, before the verdict."""

    GUESS = "guess"
    UNSURE = "unsure"
    SURE = "sure"
